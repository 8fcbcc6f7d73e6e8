import { formatDate, type IsoDate } from '../ledger/dates';
import { defineFill } from './fill';
import { idNumberClause, idNumberFacts, idNumberInput } from './id-number-facts';

/** 出生日期 from digits 7 to 14 of the identity number (rules.md ID-03). */
export default defineFill({
  id: 'birth-date',
  title: '出生日期',
  target: 'birthDate',
  basis: '身份证号第 7 至 14 位是出生年月日。',
  needs: ['idNumber'],
  uses: [],
  compute({ idNumber }) {
    const facts = idNumberFacts(idNumber);
    if ('reason' in facts) return facts;
    return {
      value: facts.birthDate,
      working: () => ({
        inputs: idNumberInput,
        clause: idNumberClause,
        formula: `第 7 至 14 位为 ${formatDate(facts.birthDate)}`,
      }),
    };
  },
  // A month alone (1949年12月) is read as its first day.
  judge: (typed, computed) =>
    typed === computed || typed === `${computed.slice(0, 7)}-01` ? undefined : { message: 'differs' },
  disagrees: {
    id: 'birth-date-disagrees-with-id',
    title: '出生日期与身份证号不符',
    why: '出生日期与身份证号对不上，多半是其中一个抄错了。',
    source: 'GB 11643-1999',
    severity: 'error',
    messages: { differs: '出生日期应为 {expected}，现为 {actual}，请对照身份证核对日期和号码。' },
  },
  examples: [
    {
      policy: {},
      given: { idNumber: '11010519491231002X' },
      gives: { value: '1949-12-31' as IsoDate, formula: '第 7 至 14 位为 1949年12月31日' },
    },
    {
      policy: {},
      given: { idNumber: '无' },
      gives: { reason: '身份证号不是有效的 18 位号码，推算不出来，请先核对。' },
    },
  ],
});
