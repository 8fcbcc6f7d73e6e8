import { inKindFill } from './in-kind-fill';

const quilts = (min: number, max: number) =>
  ({ inKind: [{ quilts: { per: '每户', pieces: { value: { min, max }, source: '每户棉被' } } }] }) as const;

/** 核准棉被: by the household or the person, where the scheme gives one figure. */
export default inKindFill({
  id: 'quilts',
  title: '棉被',
  target: 'quilts',
  good: 'quilts',
  unit: '床',
  basis: '按方案每户或每人的床数计算；方案只给幅度的，不替人定数。',
  why: '棉被有的方案按户、有的按人，基数弄混会成倍出错。',
  examples: [
    { policy: quilts(2, 2), given: { peopleInNeed: 3 }, gives: { value: 2, formula: '每户 2 床 = 2 床' } },
    {
      policy: quilts(2, 4),
      given: { peopleInNeed: 3 },
      gives: { reason: '方案只给出幅度（2 至 4 床），请按程序定下数量后填写。' },
    },
  ],
});
