import { formatYuan, type Fen } from '../ledger/money';
import { reliefSum } from '../ledger/relief-sum';
import { defineCheck } from './check';

export default defineCheck({
  id: 'total-below-allocation',
  title: '下达资金没有用完',
  why: '下达的救助资金要全部发放到户，不得预留；剩余够再救助一人以上的，要说明去向或补充对象。',
  source: '中岗镇冬春救助工作方案：一次性全部发放；安徽省冬春救助资金管理要求：不得平均分配或预留资金',
  severity: 'note',
  entryIs: 'household',
  needs: ['reliefAmount'],
  usesParameters: [],
  parameters: ['allocation'],
  messages: { left: '各户合计 {actual} 元，下达资金 {limit} 元，还剩 {other} 元，请核对是否还有应救助的人。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |\n| 杜海 | 300 |'],
        policy: { allocation: { value: 75000 as Fen, source: '示例' } },
      },
      // One village of a township, not the whole.
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |'],
        policy: { allocation: { value: 2500000 as Fen, source: '示例' } },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |\n| 杜海 | 300 |'],
        policy: { allocation: { value: 100000 as Fen, source: '示例' } },
      },
    ],
  },
  *across(ledgers, { allocation, standard }) {
    const found = reliefSum(ledgers);
    yield;
    if (!found || found.sum >= allocation.value || found.sum < allocation.value / 2) return;
    const left = allocation.value - found.sum;
    const smallest =
      standard?.shape === 'fixed' ? Math.min(...standard.classes.map(({ amount }) => amount.value)) : 10_000;
    if (left < smallest) return;
    const data = { actual: formatYuan(found.sum), limit: formatYuan(allocation.value), other: formatYuan(left as Fen) };
    yield { message: 'left', data, at: found.at };
  },
});
