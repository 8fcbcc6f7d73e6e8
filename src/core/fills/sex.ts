import { defineFill } from './fill';
import { idNumberClause, idNumberFacts, idNumberInput } from './id-number-facts';

/** 性别 from the 17th digit of the identity number (rules.md ID-04). */
export default defineFill({
  id: 'sex',
  title: '性别',
  target: 'sex',
  basis: '身份证号第 17 位单数为男，双数为女。',
  needs: ['idNumber'],
  uses: [],
  compute({ idNumber }) {
    const facts = idNumberFacts(idNumber);
    if ('reason' in facts) return facts;
    const parity = facts.sex === '男' ? '单数' : '双数';
    return {
      value: facts.sex,
      working: () => ({
        inputs: idNumberInput,
        clause: idNumberClause,
        formula: `第 17 位是${parity}，为${facts.sex}`,
      }),
    };
  },
  judge: (typed, computed) => (typed.startsWith(computed) ? undefined : { message: 'differs' }),
  disagrees: {
    id: 'sex-disagrees-with-id',
    title: '性别与身份证号不符',
    why: '性别与身份证号对不上，多半是号码抄错或与别人的调换了。',
    source: 'GB 11643-1999',
    severity: 'error',
    messages: { differs: '性别应为“{expected}”（{formula}），现为“{actual}”，请对照身份证核对性别和号码。' },
  },
  examples: [
    { policy: {}, given: { idNumber: '11010519491231002X' }, gives: { value: '女', formula: '第 17 位是双数，为女' } },
    {
      policy: {},
      given: { idNumber: '110105194912310021' },
      gives: { reason: '身份证号不是有效的 18 位号码，推算不出来，请先核对。' },
    },
  ],
});
