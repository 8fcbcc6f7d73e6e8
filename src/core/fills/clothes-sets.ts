import { inKindFill } from './in-kind-fill';

const policy = {
  inKind: [{ clothes: { per: '每人', sets: { value: { min: 1, max: 1 }, source: '每人棉衣裤 1 套' } } }],
} as const;

/** 核准棉衣裤: sets by the person or the household, where the scheme gives one figure. */
export default inKindFill({
  id: 'clothes-sets',
  title: '棉衣裤',
  target: 'clothesSets',
  good: 'clothes',
  unit: '套',
  basis: '按方案每人或每户的套数计算。',
  why: '衣被按人或按户核定，数量要与名册和签领对得上。',
  examples: [
    { policy, given: { peopleInNeed: 3 }, gives: { value: 3, formula: '3 人 × 1 套/人 = 3 套' } },
    { policy, given: {}, gives: { reason: '需救助人口没有填写，不能计算。' } },
  ],
});
