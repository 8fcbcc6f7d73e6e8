import { entriesWhere } from '../ledger/entries-where';
import { formatYuan, type Fen } from '../ledger/money';
import { defineCheck } from './check';

const sources = ['centralFund', 'provinceFund', 'cityFund', 'countyFund', 'otherFund'] as const;

export default defineCheck({
  id: 'fund-sources-differ',
  title: '资金来源相加与金额不符',
  why: '各级资金相加应当等于发放金额；对不上，就会有钱没有来源，或有来源没有发出去。',
  source: '冬春救助资金发放确认：批次金额等于各笔资金来源之和',
  severity: 'error',
  needs: ['reliefAmount'],
  needsOneOf: sources,
  messages: { differs: '各级资金相加 {actual} 元，救助金额 {expected} 元，请核对各笔来源和金额。' },
  examples: {
    good: [
      '| 户主姓名 | 救助金额 | 中央资金 | 省级资金 |\n| 林旺满 | 450 | 400 | 50 |\n| 杜海 | 300 | 300 | |\n| 宋兰 | 300 | | |',
    ],
    bad: [
      '| 户主姓名 | 救助金额 | 中央资金 | 省级资金 |\n| 林旺满 | 450 | 400 | 100 |',
      '| 户主姓名 | 救助金额 | 中央资金 | 省级资金 |\n| 林旺满 | 450 | 400 | 50 |\n| 合计 | 450 | 300 | 50 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const given = sources.filter((field) => ledger.columns[field]);
      const isWrong = (parts: readonly (number | undefined)[], expected: number | undefined): expected is number => {
        const filled = parts.filter((part) => part !== undefined);
        return expected !== undefined && filled.length > 0 && filled.reduce((sum, part) => sum + part, 0) !== expected;
      };
      const told = (parts: readonly (number | undefined)[], expected: number) => ({
        actual: formatYuan(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) as Fen),
        expected: formatYuan(expected as Fen),
      });
      const { values } = ledger.columns.reliefAmount;
      const partsOf = (entry: number) => given.map((field) => ledger.columns[field]?.values[entry]);
      for (const entry of yield* entriesWhere(values.length, (one) => isWrong(partsOf(one), values[one]))) {
        const [parts, expected] = [partsOf(entry), values[entry] ?? 0];
        yield { message: 'differs', data: told(parts, expected), at: { ledger, entry, field: 'reliefAmount' } };
      }
      for (const [total, { cells }] of ledger.totals.entries()) {
        const parts = given.map((field) => cells[field]?.value);
        const expected = cells.reliefAmount?.value;
        if (!isWrong(parts, expected)) continue;
        yield { message: 'differs', data: told(parts, expected), at: { ledger, total, field: 'reliefAmount' } };
      }
    }
  },
});
