import { formatYuan, type Fen } from '../ledger/money';
import { reliefSum } from '../ledger/relief-sum';
import { jinPerUnit } from '../ledger/units';
import { goodFault } from '../policy/good-limits';
import { householdOf } from '../policy/household-of';
import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

const inKind: Partial<Policy> = {
  inKind: [
    { grain: { jinPerPersonDay: { value: 1, source: '示例' }, months: { value: { min: 4, max: 6 }, source: '示例' } } },
  ],
};

export default defineCheck({
  id: 'unit-confused',
  title: '单位可能弄混',
  why: '斤和公斤差一倍，元和万元差一万倍；数字本身看不出错，单位混了就整列都错。',
  source: '应急统表10 计量单位；口粮按斤核定、按公斤上报',
  severity: 'warning',
  entryIs: 'household',
  needsOneOf: ['approvedGrain', 'reliefAmount'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType', 'approvedMonths'],
  usesParameters: ['inKind', 'allocation'],
  messages: {
    grain: '口粮填 {actual} {unit}，加倍或减半就在标准之内，请核对是斤还是公斤。',
    money: '各户合计 {actual} 元，与下达资金 {limit} 元相差约一万倍，请核对金额的单位是元还是万元。',
  },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 需救助人口 | 核准救助口粮（公斤） |\n| 林旺满 | 3 | 200 |\n| 杜海 | 3 | 900 |'],
        policy: inKind,
      },
      {
        tables: ['| 户主姓名 | 救助金额（元） |\n| 林旺满 | 450 |'],
        policy: { allocation: { value: 50000 as Fen, source: '示例' } },
      },
    ],
    bad: [
      { tables: ['| 户主姓名 | 需救助人口 | 核准救助口粮（公斤） |\n| 林旺满 | 3 | 400 |'], policy: inKind },
      {
        tables: ['| 户主姓名 | 救助金额（万元） |\n| 林旺满 | 450 |\n| 杜海 | 300 |'],
        policy: { allocation: { value: 80000 as Fen, source: '示例' } },
      },
    ],
  },
  *across(ledgers, policy) {
    for (const ledger of ledgers) {
      const column = ledger.columns.approvedGrain;
      const perUnit = jinPerUnit(column?.unit);
      if (!column || perUnit === undefined || !policy.inKind) continue;
      for (const [entry, value] of column.values.entries()) {
        if (entry % 1024 === 1023) yield;
        if (value === undefined) continue;
        const months = ledger.columns.approvedMonths?.values[entry];
        if (goodFault(policy, householdOf(ledger, entry), 'grain', value * perUnit, months)?.why !== 'unit') continue;
        const data = { actual: value, unit: column.unit ?? '' };
        yield { message: 'grain', data, at: { ledger, entry, field: 'approvedGrain' } };
      }
    }
    const found = policy.allocation && reliefSum(ledgers);
    if (!found || !policy.allocation || found.sum === 0) return;
    const ratio = found.sum / policy.allocation.value;
    // Half to double of ten thousand times, either way.
    if (!((ratio >= 5_000 && ratio <= 20_000) || (ratio >= 1 / 20_000 && ratio <= 1 / 5_000 && found.households >= 10)))
      return;
    const data = { actual: formatYuan(found.sum), limit: formatYuan(policy.allocation.value) };
    yield { message: 'money', data, at: found.at };
  },
});
