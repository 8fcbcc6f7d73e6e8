import type { Scheme } from '../../core/policy/scheme';

/** 石城县: 130 元 a person for everyone reported; four groups may get more. */
export const shicheng = {
  id: 'shicheng',
  title: '石城县冬春救助（人均基数加提高）',
  place: '江西省石城县',
  season: '2022—2023',
  document: '石城县 2022—2023 年度冬春救助资金发放通知',
  rulings: [
    {
      standard: {
        shape: 'base-plus-top-up',
        base: { yuan: 130, source: '石城县通知：按需救助人口每人 130 元为基数' },
        topUp: {
          value: [
            {
              name: '特困供养人员',
              columns: ['householdType'],
              also: ['特困人员', '特困户', '分散供养特困人员', '五保户'],
            },
            { name: '低保户', columns: ['householdType'], also: ['低保对象', '低保', '农村低保'] },
            {
              name: '返贫监测对象',
              columns: ['householdType'],
              also: ['监测户', '监测对象', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
            },
            {
              name: '其他困难人员',
              columns: ['householdType', 'severity'],
              also: ['普通受灾户', '重灾户', '其他困难户'],
            },
          ],
          source: '石城县通知：其余资金由乡镇用于特困供养人员、低保户、返贫监测对象和其他困难人员',
        },
      },
      perCapitaBase: { value: '需救助人口', source: '石城县通知：130 元乘以需救助人口' },
      absentMonths: { value: 6, source: '本工具默认，通知未载明：按外出满 6 个月提示' },
      notices: [
        {
          level: '乡镇',
          days: 5,
          dayType: '未明确',
          shows: ['姓名', '家庭住址', '救助金额'],
          source: '石城县通知：乡镇公示 5 天，公示姓名、家庭住址、救助金额',
        },
      ],
      deadlines: [
        { what: '乡镇上报', date: '01-14', source: '石城县通知：1 月 14 日前报送资料' },
        { what: '发放完毕', date: '春节前', source: '石城县通知：春节前发放到户' },
      ],
      payment: {
        channel: { value: '社会保障卡', source: '石城县通知：通过社会保障卡发放' },
        remarkAnyOf: { value: ['冬春救助'], source: '石城县通知：注明“冬春救助”' },
      },
    },
  ],
} as const satisfies Scheme;
