import { capitalAmount, parseCapital } from '../ledger/capital-amount';
import { formatYuan, yuan, type Fen } from '../ledger/money';
import { defineFill } from './fill';

/** 大写金额 of 救助金额. A typed one is read and compared in 分, so that every form the rule allows passes (rules.md CAP-05). */
export default defineFill({
  id: 'capital-amount',
  title: '大写金额',
  target: 'capitalAmount',
  basis: '按《支付结算办法》附一的写法把救助金额写成大写。',
  needs: ['reliefAmount'],
  uses: [],
  compute({ reliefAmount }) {
    const value = capitalAmount(reliefAmount);
    if (value === undefined) return { reason: '救助金额写不成大写，请先核对金额。' };
    return {
      value,
      working: () => ({
        inputs: [{ label: '救助金额', value: `${formatYuan(reliefAmount)} 元` }],
        clause: '《支付结算办法》附一',
        formula: `${formatYuan(reliefAmount)} 元写作${value}`,
      }),
    };
  },
  judge(typed, _computed, { reliefAmount }) {
    const read = parseCapital(typed);
    if (!read) return { message: 'unreadable', severity: 'warning' };
    if (read.amount !== reliefAmount) return { message: 'differs' };
    return read.isProper ? undefined : { message: 'style', severity: 'warning' };
  },
  disagrees: {
    id: 'capital-amount-differs',
    title: '大写金额与小写不符',
    why: '大写与小写必须一致，写法也有规定，否则银行和财政所会退回。',
    source: '《支付结算办法》附一',
    severity: 'error',
    messages: {
      differs: '大写金额应为“{expected}”，现为“{actual}”，与救助金额不一致，请核对后改正。',
      style: '大写金额“{actual}”数额对，写法不合规定，请改为“{expected}”。',
      unreadable: '大写金额“{actual}”认不出是多少，请改为“{expected}”。',
    },
  },
  examples: [
    {
      policy: {},
      given: { reliefAmount: yuan(450) },
      gives: { value: '肆佰伍拾元整', formula: '450 元写作肆佰伍拾元整' },
    },
    { policy: {}, given: { reliefAmount: -100 as Fen }, gives: { reason: '救助金额写不成大写，请先核对金额。' } },
  ],
});
