import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger, TotalCell } from '../ledger/ledger';
import { formatYuan, type Fen } from '../ledger/money';
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
      '| 户主姓名 | 家庭人口 |\n| 林旺满 | 3 |\n| 陈龙祥 | 2 |\n| 合计 3 户 | 5 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      for (const [total, row] of ledger.totals.entries()) {
        yield;
        for (const field of Object.keys(row.cells) as FieldKey[]) {
          const cell = row.cells[field];
          const expected = cell?.value === undefined ? undefined : sumOf(ledger, field, row.from, row.to);
          if (!cell || expected === undefined || agrees(expected, cell)) continue;
          yield {
            message: cell.formula === undefined ? 'typed' : 'formula',
            data: {
              label: row.label,
              name: fields[field].zh,
              actual: shown(ledger, field, cell.value ?? 0),
              expected: shown(ledger, field, expected),
            },
            at: { ledger, total, field },
          };
        }
        const stated = ledger.entryIs === 'household' ? row.households : undefined;
        const field = (Object.keys(ledger.columns) as FieldKey[])[0];
        if (stated === undefined || stated === row.to - row.from) continue;
        yield {
          message: 'households',
          data: { actual: stated, expected: row.to - row.from },
          at: { ledger, total, field },
        };
      }
    }
  },
});

/** The covered rows added up; `undefined` for fields that do not add up, and where a covered cell cannot be read as a number. */
function sumOf(ledger: Ledger, field: FieldKey, from: number, to: number): number | undefined {
  const column = ledger.columns[field];
  if (!column || !adds(field)) return undefined;
  let sum = 0;
  for (let entry = from; entry < to; entry++) {
    const value = column.values[entry];
    if (typeof value === 'number') sum += value;
    else if (column.typed[entry] !== null && column.typed[entry] !== '') return undefined;
  }
  return sum;
}

const adds = (field: FieldKey): boolean =>
  ['count', 'quantity', 'money'].includes(fields[field].kind) && field !== 'age' && field !== 'approvedMonths';

/** Quantities may have fractions that binary numbers cannot hold. */
const agrees = (expected: number, cell: TotalCell): boolean => Math.abs(expected - (cell.value ?? 0)) < 1e-6;

/** The figure as the column shows it, with its unit. */
function shown(ledger: Ledger, field: FieldKey, value: number): string {
  const unit = ledger.columns[field]?.unit;
  if (fields[field].kind !== 'money') return `${Number(value.toFixed(6))}${unit ? ` ${unit}` : ''}`;
  return unit === '万元' ? `${value / 1_000_000} 万元` : `${formatYuan(value as Fen)} 元`;
}
