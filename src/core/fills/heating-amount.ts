import { yuan } from '../ledger/money';
import { inKindFill } from './in-kind-fill';

const policy = {
  inKind: [
    {
      heating: {
        perHouseholdMonth: { value: yuan(100), source: '取暖每户每月 100 元' },
        months: { value: { min: 3, max: 5 }, source: '取暖救助 3—5 个月' },
      },
    },
  ],
} as const;

/** 取暖救助款: so much a household and month, for the months of heating or else of relief. */
export default inKindFill({
  id: 'heating-amount',
  title: '取暖救助款',
  target: 'heatingAmount',
  good: 'heating',
  unit: '元',
  basis: '每户每月的取暖标准乘以取暖月数；没有单列取暖月数的按核准救助时段。',
  why: '取暖款按户按月核定，月数超出方案就是多发。',
  messages: { differs: '取暖救助款应为 {expected} 元（{formula}），现为 {actual} 元，请核对月数和标准后改正。' },
  examples: [
    {
      policy,
      given: { peopleInNeed: 3, heatingMonths: 4, approvedMonths: 6 },
      gives: { value: yuan(400), formula: '100 元/户/月 × 4 个月 = 400 元' },
    },
    {
      policy,
      given: { peopleInNeed: 3, approvedMonths: 6 },
      gives: { reason: '救助月数是 6，不在方案的 3 至 5 个月之内，请先核对。' },
    },
  ],
});
