import { formatDate, wholeMonthsBetween, type IsoDate } from '../ledger/dates';
import { defineFill } from './fill';
import { idNumberClause, idNumberFacts, idNumberInput } from './id-number-facts';

/** 年龄 in whole years on the day of the check, from the identity number. A typed age may be one off (rules.md ID-04). */
export default defineFill({
  id: 'age',
  title: '年龄',
  target: 'age',
  basis: '从身份证号中的出生日期算到检查当天的周岁。',
  needs: ['idNumber'],
  uses: [],
  compute({ idNumber }, { asOf }) {
    const facts = idNumberFacts(idNumber);
    if ('reason' in facts) return facts;
    if (facts.birthDate > asOf) return { reason: '身份证号中的出生日期在检查日期之后，请先核对。' };
    const age = Math.floor(wholeMonthsBetween(facts.birthDate, asOf) / 12);
    const formula = () => `从 ${formatDate(facts.birthDate)}到 ${formatDate(asOf)}满 ${age} 周岁`;
    return { value: age, working: () => ({ inputs: idNumberInput, clause: idNumberClause, formula: formula() }) };
  },
  judge: (typed, computed) => (Math.abs(typed - computed) <= 1 ? undefined : { message: 'differs' }),
  disagrees: {
    id: 'age-disagrees-with-id',
    title: '年龄与身份证号不符',
    why: '年龄与身份证号对不上，多半是其中一个抄错了；孤儿、留守老人等类别要看年龄。',
    source: 'GB 11643-1999',
    severity: 'warning',
    messages: { differs: '年龄应为 {expected} 岁（{formula}），现为 {actual} 岁，请对照身份证核对。' },
  },
  examples: [
    {
      policy: { asOf: '2025-12-31' as IsoDate },
      given: { idNumber: '11010519491231002X' },
      gives: { value: 76, formula: '从 1949年12月31日到 2025年12月31日满 76 周岁' },
    },
    {
      policy: { asOf: '2025-12-30' as IsoDate },
      given: { idNumber: '11010519491231002X' },
      gives: { value: 75, formula: '从 1949年12月31日到 2025年12月30日满 75 周岁' },
    },
    {
      policy: { asOf: '1949-12-01' as IsoDate },
      given: { idNumber: '11010519491231002X' },
      gives: { reason: '身份证号中的出生日期在检查日期之后，请先核对。' },
    },
  ],
});
