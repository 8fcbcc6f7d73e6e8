import { yuan } from '../ledger/money';
import { entitlementOf, fieldsForAmount, openQuestion } from '../policy/entitlement';
import { defineFill } from './fill';

const clause = '口粮补助 150 元/人';
const perPerson = {
  standard: {
    shape: 'fixed',
    per: { value: '每人', source: clause },
    classes: [{ amount: { value: yuan(150), source: clause } }],
  },
  ruralOnly: { value: true, source: '不含城镇居民' },
} as const;

/** 救助金额 from the scheme's standard, where the scheme gives one amount (rules.md AMT-01). */
export default defineFill({
  id: 'relief-amount',
  title: '救助金额',
  target: 'reliefAmount',
  basis: '按救助标准中的标准和核定人数计算；方案只给幅度的，不替人定额。',
  needs: [],
  uses: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType', 'registrationType', 'remark'],
  alsoNeeds: fieldsForAmount,
  unavailable: (policy) => (policy.standard ? openQuestion(policy) : '方案没有规定救助金额的算法。'),
  compute(entry, policy) {
    const entitled = entitlementOf(policy, entry);
    if (entitled.kind === 'none') return { reason: entitled.reason };
    if (entitled.kind === 'exact') return { value: entitled.amount, working: entitled.working };
    if (entitled.least !== undefined && entitled.least === entitled.most) {
      return { value: entitled.least, working: entitled.working };
    }
    return { reason: `方案只给出幅度（${entitled.working().formula}），请按程序定额后填写。` };
  },
  judge(typed, computed, { remark }, { remainder }) {
    if (typed === computed) return undefined;
    // A rounding remainder paid to one household by decision is legal where the row says so (rules.md AMT-01, trap 6).
    const isRemainder = remainder?.amount && Math.abs(typed - computed) === remainder.amount.value;
    return isRemainder && /尾差|尾数|余数|余额|零头/.test(remark ?? '') ? undefined : { message: 'differs' };
  },
  disagrees: {
    id: 'relief-amount-differs',
    title: '救助金额与标准不符',
    why: '每户金额应等于方案的标准乘以核定人数；多发、少发都会在审计中被要求退回或补发。',
    source: '救助标准（所用方案的条款）',
    severity: 'error',
    messages: { differs: '救助金额应为 {expected} 元（{formula}），现为 {actual} 元，请核对人数和标准后改正。' },
  },
  examples: [
    {
      policy: perPerson,
      given: { peopleInNeed: 3, householdSize: 4 },
      gives: { value: yuan(450), formula: '3 人 × 150 元/人 = 450 元' },
    },
    {
      policy: perPerson,
      given: { peopleInNeed: 3, registrationType: '城镇' },
      gives: { reason: '户口类型是城镇，本方案只救助农村户口。' },
    },
    {
      policy: perPerson,
      given: { peopleInNeed: 5, householdSize: 4 },
      gives: { reason: '需救助人口多于家庭人口，请先核对人数。' },
    },
  ],
});
