import type { Scheme } from '../../core/policy/scheme';

/** A province's guide: 100 to 300 元 a person, at most 2,000 元 a household. */
export const provinceRange = {
  id: 'province-range',
  title: '省级指导幅度（每人 100—300 元、每户不超过 2000 元）',
  document: '某省冬春救助指导标准（转载，省名未能辨认）',
  rulings: [
    {
      standard: {
        shape: 'person-range',
        classes: [
          {
            min: { yuan: 100, source: '某省指导标准：每人 100—300 元' },
            max: { yuan: 300, source: '某省指导标准：每人 100—300 元' },
          },
        ],
        householdCap: { yuan: 2000, source: '某省指导标准：每户不超过 2000 元' },
      },
      perCapitaBase: { value: '需救助人口', source: '本工具默认，原文未载明：按台账核定的需救助人口计' },
      absentMonths: { value: 6, source: '本工具默认，原文未载明：按外出满 6 个月提示' },
    },
  ],
} as const satisfies Scheme;
