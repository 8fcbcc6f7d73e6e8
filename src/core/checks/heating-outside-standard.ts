import { formatYuan, type Fen } from '../ledger/money';
import { goodFault } from '../policy/good-limits';
import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

const inKind: Partial<Policy> = {
  inKind: [
    {
      group: { name: '绝收', columns: ['disasterType'] },
      grain: { jinPerPersonDay: { value: 1, source: '示例' }, months: { value: { min: 4, max: 6 }, source: '示例' } },
    },
    {
      group: { name: '房屋倒损', columns: ['disasterType'] },
      grain: { jinPerPersonDay: { value: 1, source: '示例' }, months: { value: { min: 3, max: 8 }, source: '示例' } },
      quilts: { per: '每户', pieces: { value: { min: 2, max: 4 }, source: '示例' } },
      heating: {
        perHouseholdMonth: { value: 10000 as Fen, source: '示例' },
        months: { value: { min: 3, max: 5 }, source: '示例' },
      },
    },
  ],
  stacking: { value: '就高不叠加', source: '示例' },
};

export default defineCheck({
  id: 'heating-outside-standard',
  title: '取暖救助款超出标准的幅度',
  why: '取暖款按户、按月核定，月数也有幅度；在幅度之外就是多发或少发。',
  source: '救助标准（所用方案的条款）；某县冬春生活救助方案：取暖每户每月 100 元、3—5 个月',
  severity: 'error',
  entryIs: 'household',
  needs: ['heatingAmount'],
  reads: [
    'peopleInNeed',
    'householdSize',
    'householdType',
    'severity',
    'disasterType',
    'approvedMonths',
    'heatingMonths',
  ],
  parameters: ['inKind'],
  messages: { outside: '取暖救助款 {actual} 元，标准为 {expected} 元（{formula}），请核对月数和金额后改正。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 需救助人口 | 受灾类型 | 取暖救助款 |\n| 林旺满 | 3 | 房屋倒损 | 500 |\n| 杜海 | 3 | 绝收 | 500 |',
        ],
        policy: inKind,
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 需救助人口 | 受灾类型 | 取暖救助款 |\n| 林旺满 | 3 | 房屋倒损 | 600 |'],
        policy: inKind,
      },
    ],
  },
  each(entry, policy) {
    const { heatingAmount, heatingMonths, approvedMonths } = entry;
    const fault = goodFault(policy, entry, 'heating', heatingAmount, heatingMonths ?? approvedMonths);
    if (fault?.why !== 'outside') return undefined;
    const [least, most] = [formatYuan(fault.least as Fen), formatYuan(fault.most as Fen)];
    const expected = least === most ? least : `${least} 至 ${most}`;
    return {
      message: 'outside',
      data: { actual: formatYuan(heatingAmount), expected, formula: fault.formula },
      field: 'heatingAmount',
    };
  },
});
