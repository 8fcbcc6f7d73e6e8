import { fields } from '../ledger/fields';
import type { Ledger, LedgerColumn } from '../ledger/ledger';
import { asComputed, asShown, asTyped } from './cell-value';
import type { Fill } from './fill';
import type { Proposed } from './fill-entry';
import type { Collected } from './fill-result';

/**
 * Empty 小计 and 合计 cells of a column that a fill has just filled: they become edits too, once every row they sum has a
 * value. Typed totals and formulas are left to the checks.
 */
export function fillTotals(ledger: Ledger, fill: Fill, proposed: Proposed, result: Collected): void {
  const filled = proposed.get(fill.target);
  const column = ledger.columns[fill.target] as LedgerColumn | undefined;
  if (
    !filled ||
    !column ||
    !['money', 'quantity', 'count'].includes(fields[fill.target].kind) ||
    fill.target === 'age'
  ) {
    return;
  }
  for (const total of ledger.totals) {
    if (total.cells[fill.target]) continue;
    const count = total.to - total.from;
    let sum = 0;
    let missing = 0;
    for (let entry = total.from; entry < total.to; entry++) {
      const value = asComputed(fill.target, column.values[entry], column.unit) ?? filled.get(entry);
      if (typeof value === 'number') sum += value;
      else missing += 1;
    }
    const at = { sheet: ledger.sheet, row: total.row, column: column.column };
    if (missing > 0) {
      const reason = `${total.label}所含的行里还有 ${missing} 行没有${fill.title}，先不合计。`;
      result.notFilled.push({ at: { workbook: ledger.workbook, ...at }, fill: fill.id, reason });
      continue;
    }
    const value = sum as never;
    const shown = asShown(fill.target, value, column.unit);
    const unit = fields[fill.target].kind === 'money' ? ' 元' : '';
    result.edits.push({
      workbook: ledger.workbook,
      fill: fill.id,
      edit: { at, from: null, to: asTyped(fill.target, value, column.unit) },
      working: {
        inputs: [{ label: total.label, value: `${count} 行` }],
        clause: '各行相加',
        formula: `${count} 行相加 = ${shown}${unit}`,
      },
    });
  }
}
