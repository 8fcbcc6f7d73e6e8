import type { Scheme } from '../../core/policy/scheme';

/** 合川区: no less than 150 元 a person, and quilts or coats by the person where they are needed. */
export const hechuan = {
  id: 'hechuan',
  title: '重庆市合川区冬春救助（人均保底加衣被）',
  place: '重庆市合川区',
  document: '合川区冬春救助办法（2023 年）',
  rulings: [
    {
      standard: { shape: 'person-floor', floor: { yuan: 150, source: '合川区办法：人均不低于 150 元' } },
      inKind: [
        {
          bedding: {
            per: '每人',
            pieces: { value: { min: 1, max: 2 }, source: '合川区办法：需衣被救助的，每人棉被或棉衣 1—2 件' },
          },
        },
      ],
      perCapitaBase: { value: '需救助人口', source: '本工具默认，办法未载明：按台账核定的需救助人口计' },
      absentMonths: { value: 6, source: '本工具默认，办法未载明：按外出满 6 个月提示' },
    },
  ],
} as const satisfies Scheme;
