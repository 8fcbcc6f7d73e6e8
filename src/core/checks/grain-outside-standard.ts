import type { Fen } from '../ledger/money';
import { jinPerUnit } from '../ledger/units';
import { goodFault } from '../policy/good-limits';
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
  id: 'grain-outside-standard',
  title: '口粮超出标准的幅度',
  why: '口粮按人、按天、按受灾类型的月数核定；在幅度之外，不是人数月数填错，就是多发少发。',
  source: '救助标准（所用方案的条款）；某县冬春生活救助方案：每人每天 1 斤成品粮',
  severity: 'error',
  entryIs: 'household',
  needs: ['approvedGrain'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType', 'approvedMonths'],
  parameters: ['inKind'],
  comparedBy: 'entry',
  messages: { outside: '口粮折合 {actual} 斤，标准为 {expected} 斤（{formula}），请核对人数、月数和数量后改正。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 需救助人口 | 受灾类型 | 核准救助口粮（公斤） |\n| 林旺满 | 3 | 绝收 | 180 |\n| 杜海 | 3 | 绝收 | 270 |\n| 宋兰 | 3 | | 900 |',
        ],
        policy: inKind,
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 需救助人口 | 受灾类型 | 核准救助口粮（公斤） |\n| 林旺满 | 3 | 绝收 | 300 |'],
        policy: inKind,
      },
    ],
  },
  *across(ledgers, policy) {
    for (const ledger of ledgers) {
      const perUnit = jinPerUnit(ledger.columns.approvedGrain.unit);
      if (perUnit === undefined) continue;
      for (const [entry, value] of ledger.columns.approvedGrain.values.entries()) {
        if (entry % 1024 === 1023) yield;
        if (value === undefined) continue;
        const fault = goodFault(
          policy,
          householdOf(ledger, entry),
          'grain',
          value * perUnit,
          ledger.columns.approvedMonths?.values[entry],
        );
        if (fault?.why !== 'outside') continue;
        const { least, most, formula } = fault;
        const data = { actual: value * perUnit, expected: least === most ? least : `${least} 至 ${most}`, formula };
        yield { message: 'outside', data, at: { ledger, entry, field: 'approvedGrain' } };
      }
    }
  },
});
