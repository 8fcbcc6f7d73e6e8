import type { Scheme } from '../../core/policy/scheme';

/** 中岗镇: bands per household with floors per household and per person. The notice contradicts itself in three places. */
export const zhonggang = {
  id: 'zhonggang',
  title: '中岗镇冬春救助（按户分档、人均保底）',
  place: '安徽省中岗镇',
  document: '中岗镇冬春救助工作方案（公开范文收录，年份未载明）',
  rulings: [
    {
      standard: {
        shape: 'household-range',
        classes: [
          {
            group: { name: '重点困难户', columns: ['severity', 'householdType'], also: ['重点', '重点户'] },
            min: { yuan: 600, source: '中岗镇方案：重点困难户 600—1000 元/户' },
            max: { yuan: 1000, source: '中岗镇方案：重点困难户 600—1000 元/户' },
          },
          {
            group: { name: '一般困难户', columns: ['severity', 'householdType'], also: ['一般', '一般户'] },
            min: { yuan: 200, source: '中岗镇方案：一般困难户 200—500 元/户' },
            max: { yuan: 500, source: '中岗镇方案：一般困难户 200—500 元/户' },
          },
        ],
        householdFloor: { yuan: 200, source: '中岗镇方案：原则上每户不低于 200 元' },
        personFloor: { yuan: 90, source: '中岗镇方案：原则上人均不低于 90 元' },
      },
      perCapitaBase: { value: '未明确', source: '中岗镇方案：只写“人均”，未说明按家庭人口还是需救助人口' },
      stacking: { value: '未明确', source: '中岗镇方案：未说明同属几类时如何计算' },
      absentMonths: { value: 6, source: '本工具默认，方案未载明：按外出满 6 个月提示' },
      notices: [
        {
          level: '村和乡镇',
          days: 10,
          dayType: '未明确',
          from: '01-04',
          shows: ['户主姓名', '家庭人口', '家庭类型', '救助数额', '举报电话'],
          source: '中岗镇方案：自 1 月 4 日起镇、村组同时公示不少于 10 天',
        },
      ],
      deadlines: [
        { what: '村级上报', date: '01-15', source: '中岗镇方案：1 月 15 日前村级台账报镇' },
        { what: '乡镇上报', date: '01-17', source: '中岗镇方案：1 月 17 日前镇级资料报县' },
        { what: '发放完毕', date: '01-20', source: '中岗镇方案：1 月 20 日前一次性发放完毕' },
      ],
      payment: {
        channel: { value: '涉农补贴“一卡（折）通”', source: '中岗镇方案：通过涉农补贴“一卡（折）通”发放' },
        workingDays: { value: 5, source: '中岗镇方案：县级审批后 5 个工作日内发放' },
        once: { value: true, source: '中岗镇方案：一次性全部发放' },
        remarkAnyOf: { value: ['救灾'], source: '中岗镇方案：发放时注明“救灾”' },
      },
      forbidden: {
        value: ['优亲厚友', '吃拿卡要', '平均发放', '慰问金', '行政管理', '工作经费', '截留', '挪用'],
        source: '中岗镇方案：严禁事项',
      },
    },
  ],
} as const satisfies Scheme;
