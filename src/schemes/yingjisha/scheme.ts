import type { Scheme } from '../../core/policy/scheme';

/** 英吉沙县: one amount a person by type of household; a remainder of 2 元 went to one household by decision. */
export const yingjisha = {
  id: 'yingjisha',
  title: '英吉沙县冬春救助（按类别每人定额）',
  place: '新疆英吉沙县',
  season: '2025—2026',
  document: '英吉沙县 2025—2026 年度冬春救助资金发放公示',
  rulings: [
    {
      standard: {
        shape: 'fixed',
        per: { value: '每人', source: '英吉沙县公示：各类别均按元/人' },
        classes: [
          {
            group: {
              name: '特困户',
              columns: ['householdType'],
              also: ['特困人员', '特困供养人员', '分散供养特困人员', '五保户'],
            },
            amount: { yuan: 475, source: '英吉沙县公示：特困户 475 元/人' },
          },
          {
            group: {
              name: '返贫监测对象',
              columns: ['householdType'],
              also: ['监测户', '监测对象', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
            },
            amount: { yuan: 404, source: '英吉沙县公示：返贫监测对象和低保户 404 元/人' },
          },
          {
            group: { name: '低保户', columns: ['householdType'], also: ['低保对象', '低保', '农村低保'] },
            amount: { yuan: 404, source: '英吉沙县公示：返贫监测对象和低保户 404 元/人' },
          },
          {
            group: { name: '一般户', columns: ['householdType'], also: ['一般困难户', '一般', '其他户'] },
            amount: { yuan: 359, source: '英吉沙县公示：一般户 359 元/人' },
          },
        ],
      },
      perCapitaBase: { value: '需救助人口', source: '本工具默认，公示未载明：按台账核定的需救助人口计' },
      absentMonths: { value: 6, source: '本工具默认，公示未载明：按外出满 6 个月提示' },
      allocation: { yuan: 16_881_895, source: '英吉沙县公示：资金 16881895 元，11294 户 45015 人' },
      remainder: {
        rows: { value: 1, source: '英吉沙县公示：余数发给一户' },
        amount: { yuan: 2, source: '英吉沙县公示：余数 2 元' },
      },
      notices: [{ level: '县', months: 1, dayType: '自然日', source: '英吉沙县公示：发放结果公示 1 个月' }],
    },
  ],
} as const satisfies Scheme;
