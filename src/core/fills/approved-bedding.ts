import { inKindFill } from './in-kind-fill';

const bedding = (min: number, max: number) =>
  ({ inKind: [{ bedding: { per: '每人', pieces: { value: { min, max }, source: '每人棉被或棉衣' } } }] }) as const;

/** 核准救助衣被: quilts or coats counted together, where the scheme gives one figure. */
export default inKindFill({
  id: 'approved-bedding',
  title: '衣被',
  target: 'approvedBedding',
  good: 'bedding',
  unit: '件',
  basis: '按方案每人或每户的件数计算；方案只给幅度的，不替人定数。',
  why: '衣被件数要与名册和签领对得上。',
  examples: [
    { policy: bedding(1, 1), given: { peopleInNeed: 3 }, gives: { value: 3, formula: '3 人 × 1 件/人 = 3 件' } },
    {
      policy: bedding(1, 2),
      given: { peopleInNeed: 3 },
      gives: { reason: '方案只给出幅度（3 至 6 件），请按程序定下数量后填写。' },
    },
  ],
});
