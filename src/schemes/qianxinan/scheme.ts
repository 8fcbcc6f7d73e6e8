import type { Scheme } from '../../core/policy/scheme';

/** 黔西南州: grain, quilts, coats and heating money for everyone helped. */
export const qianxinan = {
  id: 'qianxinan',
  title: '黔西南州冬春救助（实物和取暖）',
  place: '贵州省黔西南州',
  document: '黔西南州冬春救助办法（2017—2018 年）',
  rulings: [
    {
      inKind: [
        {
          grain: {
            jinPerPersonDay: { value: 1, source: '黔西南州办法：每人每天 1 斤大米' },
            months: { value: { min: 0, max: 6 }, source: '黔西南州办法：口粮救助最多 6 个月' },
          },
          quilts: { per: '每户', pieces: { value: { min: 1, max: 2 }, source: '黔西南州办法：每户棉被 1—2 床' } },
          clothes: { per: '每人', sets: { value: { min: 1, max: 1 }, source: '黔西南州办法：每人棉衣 1 件' } },
          heating: {
            perHouseholdMonth: { yuan: 250, source: '黔西南州办法：取暖每户每月 250 元' },
            months: { value: { min: 0, max: 2 }, source: '黔西南州办法：取暖救助 2 个月' },
          },
        },
      ],
      daysPerMonth: { value: 30, source: '本工具默认，办法未载明：每月按 30 天计' },
      absentMonths: { value: 6, source: '本工具默认，办法未载明：按外出满 6 个月提示' },
    },
  ],
} as const satisfies Scheme;
