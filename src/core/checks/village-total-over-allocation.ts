import { valueOf, type Ledger } from '../ledger/ledger';
import { formatYuan, type Fen } from '../ledger/money';
import { tidyText } from '../ledger/tidy';
import { defineCheck } from './check';

export default defineCheck({
  id: 'village-total-over-allocation',
  title: '村合计超过分配的资金',
  why: '资金分配到村，各户相加不能超过本村的数；超过的部分没有来源。',
  source: '冬春救助资金分配表；镇远县尚寨土家族乡冬春救助方案',
  severity: 'error',
  entryIs: 'household',
  needs: ['villageName', 'reliefAmount'],
  lists: ['allocation'],
  comparedBy: 'villageName',
  messages: { over: '{name}各户合计 {actual} 元，超过分配的 {limit} 元，请核减或核对分配表。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 行政村 | 救助金额 |\n| 林旺满 | 青石村 | 450 |\n| 杜海 | 柳溪村 | 300 |'],
        lists: { allocation: [{ village: '青石村', amount: 45000 as Fen }] },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 行政村 | 救助金额 |\n| 林旺满 | 青石村 | 450 |\n| 杜海 | 青石村 | 300 |'],
        lists: { allocation: [{ village: '青石村', amount: 45000 as Fen }] },
      },
      {
        tables: [
          '| 户主姓名 | 行政村 | 救助金额 |\n| 林旺满 | 青石村 | 450 |',
          '| 户主姓名 | 行政村 | 救助金额 |\n| 杜海 | 青石村 | 300 |',
        ],
        lists: { allocation: [{ village: '青石村', amount: 45000 as Fen }] },
      },
    ],
  },
  *across(ledgers, _, { allocation }) {
    const limits = new Map<string, number>();
    for (const { village, amount } of allocation) {
      if (village === undefined || amount === undefined) continue;
      limits.set(tidyText(village), (limits.get(tidyText(village)) ?? 0) + amount);
    }
    // A village may stand on several sheets; the last of them is where its sum is complete.
    const sums = new Map<string, { sum: number; ledger: Ledger }>();
    for (const ledger of ledgers) {
      for (const [entry, amount] of ledger.columns.reliefAmount.values.entries()) {
        if (entry % 4096 === 4095) yield;
        const village = valueOf(ledger, entry, 'villageName');
        if (village === undefined || amount === undefined) continue;
        const name = tidyText(village);
        sums.set(name, { sum: (sums.get(name)?.sum ?? 0) + amount, ledger });
      }
    }
    for (const [name, { sum, ledger }] of sums) {
      const limit = limits.get(name);
      if (limit === undefined || sum <= limit) continue;
      const data = { name, actual: formatYuan(sum as Fen), limit: formatYuan(limit as Fen) };
      yield { message: 'over', data, at: { ledger, heading: 'reliefAmount' } };
    }
  },
});
