import type { Scheme } from '../../core/policy/scheme';

/** 尚寨土家族乡: 150 元 a person for grain, rural households only. */
export const shangzhai = {
  id: 'shangzhai',
  title: '镇远县尚寨土家族乡冬春救助（口粮补助）',
  place: '贵州省镇远县尚寨土家族乡',
  document: '镇远县尚寨土家族乡冬春救助方案（公开范文收录，年份未载明）',
  rulings: [
    {
      standard: {
        shape: 'fixed',
        per: { value: '每人', source: '尚寨乡方案：口粮补助 150 元/人' },
        classes: [{ amount: { yuan: 150, source: '尚寨乡方案：口粮补助 150 元/人' } }],
      },
      perCapitaBase: {
        value: '需救助人口',
        source: '本工具默认，方案未载明：原文只写“150 元/人”，按台账核定的需救助人口计',
      },
      ruralOnly: { value: true, source: '尚寨乡方案：限农村受灾人员，不含城镇居民' },
      absentMonths: { value: 6, source: '本工具默认，方案未载明：原文只写“长期外出”，未写月数，按外出满 6 个月提示' },
      allocation: { yuan: 25_000, source: '尚寨乡方案：分配本乡救助资金 2.5 万元' },
      notices: [
        { level: '村', days: 7, dayType: '未明确', source: '尚寨乡方案：村级公示不少于 7 天' },
        { level: '乡镇', days: 3, dayType: '未明确', source: '尚寨乡方案：乡级公示不少于 3 天' },
      ],
      deadlines: [
        { what: '村级上报', date: '01-08', source: '尚寨乡方案：村级资料 1 月 8 日前报乡' },
        { what: '乡镇上报', date: '01-13', source: '尚寨乡方案：乡级资料 1 月 13 日前上报' },
      ],
      payment: { channel: { value: '信用社“一卡（折）通”', source: '尚寨乡方案：通过信用社“一卡（折）通”发放' } },
      forbidden: {
        value: ['虚列家庭人口', '以长期外出人员名义套取', '平均发放', '慰问金', '优亲厚友'],
        source: '尚寨乡方案：严禁事项',
      },
    },
  ],
} as const satisfies Scheme;
