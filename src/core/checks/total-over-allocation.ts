import { formatYuan, type Fen } from '../ledger/money';
import { reliefSum } from '../ledger/relief-sum';
import { defineCheck } from './check';

export default defineCheck({
  id: 'total-over-allocation',
  title: '合计超过下达资金',
  why: '各户救助金额相加不能超过上级下达的资金；超过的部分没有来源，会造成拖欠或挪用别的款项。',
  source: '镇远县尚寨土家族乡冬春救助方案：分配本乡救助资金 2.5 万元；资金分配通知',
  severity: 'error',
  entryIs: 'household',
  needs: ['reliefAmount'],
  parameters: ['allocation'],
  messages: { over: '各户合计 {actual} 元，超过下达资金 {limit} 元，多出 {other} 元，请核减或写明其他资金来源。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |\n| 杜海 | 300 |'],
        policy: { allocation: { value: 75000 as Fen, source: '示例' } },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |\n| 杜海 | 300 |\n| 合计 | 750 |'],
        policy: { allocation: { value: 70000 as Fen, source: '示例' } },
      },
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |', '| 户主姓名 | 救助金额 |\n| 杜海 | 300 |'],
        policy: { allocation: { value: 70000 as Fen, source: '示例' } },
      },
    ],
  },
  *across(ledgers, { allocation }) {
    const found = reliefSum(ledgers);
    yield;
    // Ten thousand times as much is a wrong unit, and said as that.
    if (!found || found.sum <= allocation.value || found.sum > allocation.value * 5_000) return;
    const other = formatYuan((found.sum - allocation.value) as Fen);
    const data = { actual: formatYuan(found.sum), limit: formatYuan(allocation.value), other };
    yield { message: 'over', data, at: found.at };
  },
});
