import type { Scheme } from '../../core/policy/scheme';

/** 沿溪镇: a guide of at least 150 元 a person. */
export const yanxi = {
  id: 'yanxi',
  title: '石柱县沿溪镇冬春救助（人均保底）',
  place: '重庆市石柱县沿溪镇',
  season: '2022',
  document: '石柱县沿溪镇 2022 年冬春救助方案',
  rulings: [
    {
      standard: { shape: 'person-floor', floor: { yuan: 150, source: '沿溪镇方案：指导标准人均不低于 150 元' } },
      perCapitaBase: { value: '需救助人口', source: '本工具默认，方案未载明：按台账核定的需救助人口计' },
      absentMonths: { value: 6, source: '本工具默认，方案未载明：按外出满 6 个月提示' },
      notices: [{ level: '村', days: 10, dayType: '未明确', source: '沿溪镇方案：村级公示不少于 10 天' }],
    },
  ],
} as const satisfies Scheme;
