import type { Fen } from '../ledger/money';
import { fields } from '../ledger/fields';
import { jinPerUnit } from '../ledger/units';
import { goodFault } from '../policy/good-limits';
import type { Good } from '../policy/goods';
import { householdOf } from '../policy/household-of';
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
  id: 'standards-stacked',
  title: '几类标准叠加',
  why: '同属两类以上受灾的，按最高的一类救助，不叠加；叠加就是重复享受。',
  source: '某县冬春生活救助方案：同属两类以上的，按最高的一类救助，不叠加',
  severity: 'error',
  entryIs: 'household',
  needs: ['disasterType'],
  reads: [
    'approvedGrain',
    'approvedBedding',
    'quilts',
    'clothesSets',
    'heatingAmount',
    'approvedMonths',
    'peopleInNeed',
    'householdSize',
    'householdType',
    'severity',
    'heatingMonths',
  ],
  parameters: ['inKind'],
  comparedBy: 'entry',
  messages: { stacked: '“{name}”超过最高一类的标准 {limit}，像是把几类加在一起，请按最高的一类核定。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 需救助人口 | 受灾类型 | 核准救助口粮（斤） |\n| 林旺满 | 3 | 绝收、房屋倒损 | 720 |\n| 杜海 | 3 | 房屋倒损 | 900 |',
        ],
        policy: inKind,
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 需救助人口 | 受灾类型 | 核准救助口粮（斤） |\n| 林旺满 | 3 | 绝收、房屋倒损 | 1260 |'],
        policy: inKind,
      },
    ],
  },
  *across(ledgers, policy) {
    for (const ledger of ledgers) {
      for (const [field, good] of goods) {
        const column = ledger.columns[field];
        const perUnit = good === 'grain' ? jinPerUnit(column?.unit) : 1;
        if (!column || perUnit === undefined) continue;
        for (const [entry, value] of column.values.entries()) {
          if (entry % 1024 === 1023) yield;
          if (value === undefined) continue;
          const months = ledger.columns[good === 'heating' ? 'heatingMonths' : 'approvedMonths']?.values[entry];
          const fault = goodFault(policy, householdOf(ledger, entry), good, value * perUnit, months);
          if (fault?.why !== 'stacked') continue;
          const limit = good === 'heating' ? `${fault.most / 100} 元` : `${fault.most} ${units[good]}`;
          yield { message: 'stacked', data: { name: fields[field].zh, limit }, at: { ledger, entry, field } };
        }
      }
    }
  },
});

const goods = [
  ['approvedGrain', 'grain'],
  ['approvedBedding', 'bedding'],
  ['quilts', 'quilts'],
  ['clothesSets', 'clothes'],
  ['heatingAmount', 'heating'],
] as const satisfies readonly (readonly [string, Good])[];

const units = { grain: '斤', bedding: '件', quilts: '床', clothes: '套' } as const;
