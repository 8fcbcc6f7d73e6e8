import { coveredSum, figureWords, isSameFigure } from '../ledger/covered-sum';
import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger, TotalRow } from '../ledger/ledger';
import { defineCheck } from './check';

export default defineCheck({
  id: 'total-row-differs',
  title: '合计不符',
  why: '合计、小计是上报和拨款的依据，与各行相加不一致时，资金会多拨或少拨。',
  source: '冬春救助工作通知：台账信息要填写齐全、不漏项，纸质版与电子版一致',
  severity: 'error',
  messages: {
    typed: '{label}的“{name}”填 {actual}，上面各行相加为 {expected}，请核对各行后改正。',
    formula: '{label}的“{name}”由公式算得 {actual}，上面各行相加为 {expected}，请检查公式是否包括了所有的行。',
    text: '{label}的“{name}”由公式算得 {actual}，上面各行相加为 {expected}，因为有 {value} 格的数字存成了文字，公式没有计入，请改成数字。',
    households: '这里写明 {actual} 户，上面各行实有 {expected} 户，请核对户数。',
  },
  examples: {
    good: [
      '| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 陈龙祥 | 2 | 300.5 |\n| 合计 | 5 | 750.5 |',
      '| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 小计 | 3 | 450 |\n| 陈龙祥 | 2 | 300 |\n| 小计 | 2 | 300 |\n| 总计 | 5 | 750 |',
      '| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 陈龙祥 | 三 | 300 |\n| 合计 | 6 | =SUM(C2:C3) -> 450 |',
    ],
    bad: [
      '| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 陈龙祥 | 2 | 300 |\n| 合计 | 5 | 700 |',
      '| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 陈龙祥 | 2 | 300 |\n| 合计 | 5 | =SUM(C2:C2) -> 450 |',
      "| 户主姓名 | 家庭人口 | 救助金额（元） |\n| 林旺满 | 3 | 450 |\n| 陈龙祥 | 2 | '300 |\n| 合计 | 5 | =SUM(C2:C3) -> 450 |",
      '| 户主姓名 | 家庭人口 |\n| 林旺满 | 3 |\n| 陈龙祥 | 2 |\n| 合计 3 户 | 5 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      for (const [total, row] of ledger.totals.entries()) {
        yield;
        for (const field of Object.keys(row.cells) as FieldKey[]) {
          const problem = differenceIn(ledger, row, field);
          if (problem) yield { ...problem, at: { ledger, total, field } };
        }
        const field = (Object.keys(ledger.columns) as FieldKey[])[0];
        const [actual, expected] = [row.households, row.to - row.from];
        if (ledger.entryIs !== 'household' || actual === undefined || actual === expected) continue;
        yield { message: 'households', data: { actual, expected }, at: { ledger, total, field } };
      }
    }
  },
});

function differenceIn(ledger: Ledger, row: TotalRow, field: FieldKey) {
  const { value, formula } = row.cells[field] ?? {};
  const covered = value === undefined ? undefined : coveredSum(ledger, field, row);
  if (value === undefined || !covered || isSameFigure(covered.sum, value)) return undefined;
  const [actual, expected] = [value, covered.sum].map((figure) => figureWords(ledger, field, figure));
  const data = { label: row.label, name: fields[field].zh, actual, expected };
  const { entries, sum } = covered.asText;
  if (formula !== undefined && entries.length > 0 && isSameFigure(value + sum, covered.sum)) {
    const also = entries.slice(0, mostShown).map((entry) => ({ ledger, entry, field }));
    return { message: 'text', data: { ...data, value: entries.length }, also } as const;
  }
  return { message: formula === undefined ? 'typed' : 'formula', data } as const;
}

const mostShown = 20;
