import type { Fen } from '../ledger/money';
import { fields } from '../ledger/fields';
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
  id: 'bedding-outside-standard',
  title: '衣被超出标准的幅度',
  why: '棉被、棉衣按户或按人定了件数的幅度；在幅度之外，不是人数填错，就是多发少发。',
  source: '救助标准（所用方案的条款）；某县冬春生活救助方案：每户棉被 2—4 床',
  severity: 'error',
  entryIs: 'household',
  needsOneOf: ['approvedBedding', 'quilts', 'clothesSets'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType', 'approvedMonths'],
  parameters: ['inKind'],
  messages: { outside: '“{name}”填 {actual}，标准为 {expected}（{formula}），请核对人数和件数后改正。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 需救助人口 | 受灾类型 | 核准棉被 |\n| 林旺满 | 3 | 房屋倒损 | 4 |\n| 杜海 | 3 | 绝收 | 4 |\n| 宋兰 | 2 | 房屋倒损 | |',
        ],
        policy: inKind,
      },
    ],
    bad: [
      { tables: ['| 户主姓名 | 需救助人口 | 受灾类型 | 核准棉被 |\n| 林旺满 | 3 | 房屋倒损 | 5 |'], policy: inKind },
    ],
  },
  each(entry, policy) {
    const found = goods.flatMap(([field, good]) => {
      const actual = entry[field];
      const fault = actual === undefined ? undefined : goodFault(policy, entry, good, actual, entry.approvedMonths);
      if (actual === undefined || fault?.why !== 'outside') return [];
      const { least, most, formula } = fault;
      const expected = least === most ? least : `${least} 至 ${most}`;
      return [{ message: 'outside' as const, data: { name: fields[field].zh, actual, expected, formula }, field }];
    });
    return found.length > 0 ? found : undefined;
  },
});

const goods = [
  ['approvedBedding', 'bedding'],
  ['quilts', 'quilts'],
  ['clothesSets', 'clothes'],
] as const;
