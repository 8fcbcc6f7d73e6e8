import { inKindFill } from './in-kind-fill';

const clause = '每人每天 1 斤成品粮';
const crops = { name: '作物绝收或严重减产', columns: ['disasterType'], also: ['绝收'] } as const;
const policy = {
  inKind: [
    {
      group: crops,
      grain: {
        jinPerPersonDay: { value: 1, source: clause },
        months: { value: { min: 4, max: 6 }, source: '口粮救助 4—6 个月' },
      },
    },
  ],
} as const;

/** 核准救助口粮: so much a person and day, for the approved months; 斤 or 公斤 as the heading says (rules.md AMT-07). */
export default inKindFill({
  id: 'approved-grain',
  title: '口粮',
  target: 'approvedGrain',
  good: 'grain',
  unit: '斤',
  basis: '人数乘以每人每天的数量，再乘以天数和核准的月数；方案没有写每月天数的按 30 天。',
  why: '口粮按人按天核定，斤与公斤相差一倍，最容易发错。',
  messages: { unit: '口粮应为 {expected}（{formula}），现为 {actual}，正好差一倍，请核对是斤还是公斤后改正。' },
  judge: (typed, computed) => {
    if (Math.abs(typed - computed) < 0.05) return undefined;
    return { message: typed === computed * 2 || typed * 2 === computed ? 'unit' : 'differs' };
  },
  examples: [
    {
      policy,
      given: { peopleInNeed: 3, disasterType: '绝收', approvedMonths: 4 },
      gives: { value: 360, formula: '3 人 × 1 斤/人/天 × 30 天 × 4 个月 = 360 斤' },
    },
    {
      policy,
      given: { peopleInNeed: 3, disasterType: '绝收', approvedMonths: 7 },
      gives: { reason: '救助月数是 7，不在方案的 4 至 6 个月之内，请先核对。' },
    },
    {
      policy,
      given: { peopleInNeed: 3, disasterType: '绝收' },
      gives: { reason: '没有填写救助月数，方案定为 4 至 6 个月。' },
    },
  ],
});
