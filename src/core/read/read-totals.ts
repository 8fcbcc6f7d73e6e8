import { fields, type FieldKey } from '../ledger/fields';
import type { TotalCell, TotalRow } from '../ledger/ledger';
import type { Step } from '../workbook/port';
import { formulaAt, valueAt } from '../workbook/snapshot';
import { malformed, parserFor } from './parse-cell';
import type { ColumnContext } from './read-columns';
import type { TotalFound } from './read-rows';

/** The total rows with the entries each one covers and the value of each of its cells. `entries`: how many there are. */
export function* readTotals(
  context: ColumnContext,
  found: readonly TotalFound[],
  entries: number,
): Generator<Step, readonly TotalRow[]> {
  // Totals may stand over their entries: a first subtotal with nothing above it shows that they do.
  const subtotalsFirst = found.find((total) => total.kind === 'subtotal')?.entriesAbove === 0;
  const totals: TotalRow[] = [];
  for (const [index, { row, label, kind, households }] of found.entries()) {
    const cells = yield* cellsOf(context, row);
    const covered = coverage(found, index, entries, subtotalsFirst);
    totals.push({ row, label, kind, ...covered, cells, ...(households === undefined ? {} : { households }) });
  }
  return totals;
}

function coverage(
  found: readonly TotalFound[],
  index: number,
  entries: number,
  subtotalsFirst: boolean,
): { readonly from: number; readonly to: number } {
  const { kind, entriesAbove } = found[index];
  const before = found.slice(0, index);
  if (kind === 'subtotal' && subtotalsFirst) {
    return {
      from: entriesAbove,
      to: found.slice(index + 1).find((total) => total.entriesAbove > entriesAbove)?.entriesAbove ?? entries,
    };
  }
  if (entriesAbove === 0) return { from: 0, to: entries };
  if (kind === 'subtotal') return { from: before.at(-1)?.entriesAbove ?? 0, to: entriesAbove };
  const totalsBefore = before.filter((total) => total.kind === 'total' && total.entriesAbove > 0);
  // 合计 right under another 合计 is the whole; 总计 and 累计 always are. Otherwise each 合计 closes its own block.
  const last = totalsBefore.at(-1);
  const isWhole =
    last === undefined || last.entriesAbove === entriesAbove || /^(总计|总合计|累计|共计|全)/.test(found[index].label);
  return { from: isWhole ? 0 : last.entriesAbove, to: entriesAbove };
}

function* cellsOf(context: ColumnContext, row: number): Generator<Step, TotalRow['cells']> {
  const { workbook, sheet, layout, lineUnit, recompute } = context;
  const cells: Partial<Record<FieldKey, TotalCell>> = {};
  for (const [field, { heading }] of layout.columns) {
    const { kind } = fields[field];
    if (kind !== 'count' && kind !== 'quantity' && kind !== 'money') continue;
    const typed = valueAt(sheet, row, heading.column);
    const formula = formulaAt(sheet, row, heading.column);
    if (typed === null && formula === undefined) continue;
    // Recomputing one formula may mean adding up a whole column.
    if (formula !== undefined) yield { doing: `读取“${sheet.name}”`, done: row, total: sheet.rowCount };
    const unit = heading.unit ?? (kind === 'money' ? lineUnit : undefined);
    const parse = parserFor({
      field,
      kind,
      unit,
      date1904: workbook.date1904,
      choices: undefined,
      isDateCell: () => false,
    });
    const parsed = parse(formula === undefined ? typed : (recompute(row, heading.column) ?? null), row);
    if (formula === undefined && (parsed === undefined || parsed === malformed)) continue;
    cells[field] = {
      typed,
      value: typeof parsed === 'number' ? parsed : undefined,
      ...(formula === undefined ? {} : { formula }),
    };
  }
  return cells;
}
