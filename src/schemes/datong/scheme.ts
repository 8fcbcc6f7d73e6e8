import type { Scheme } from '../../core/policy/scheme';

/** 大通区: in principle 270 元 for each person short of grain; five groups may get more. */
export const datong = {
  id: 'datong',
  title: '淮南市大通区冬春救助（人均基数可提高）',
  place: '安徽省淮南市大通区',
  document: '淮南市大通区冬春救助标准公开（2024 年 2 月）',
  rulings: [
    {
      standard: {
        shape: 'base-plus-top-up',
        base: { yuan: 270, source: '大通区公开：缺粮人口原则上 270 元/人' },
        topUp: {
          value: [
            {
              name: '分散供养特困人员',
              columns: ['householdType'],
              also: ['特困人员', '特困供养人员', '特困户', '五保户'],
            },
            { name: '低保户', columns: ['householdType'], also: ['低保对象', '低保', '农村低保'] },
            { name: '建档立卡贫困户', columns: ['householdType'], also: ['脱贫户', '建档立卡脱贫户'] },
            { name: '困难优抚对象', columns: ['householdType'], also: ['优抚对象', '重点优抚对象', '优抚户'] },
            { name: '困难残疾户', columns: ['householdType'], also: ['残疾人', '贫困残疾户', '残疾人家庭'] },
          ],
          source: '大通区公开：对上述五类对象可适当提高',
        },
      },
      perCapitaBase: { value: '需救助人口', source: '大通区公开：原文为“缺粮人口”，台账中即需救助人口（本工具默认）' },
      absentMonths: { value: 6, source: '本工具默认，原文未载明：按外出满 6 个月提示' },
      payment: { channel: { value: '一卡（折）通', source: '大通区公开：通过“一卡（折）通”发放' } },
    },
  ],
} as const satisfies Scheme;
