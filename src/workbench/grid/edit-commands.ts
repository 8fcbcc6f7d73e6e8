import type { Area, CellValue } from '../../core/workbook/cell';
import { sameValue, sheetLimits } from '../../core/workbook/cell';
import type { CellEdit, WritableValue } from '../../core/workbook/change';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { formulaAt, styleAt, valueAt } from '../../core/workbook/snapshot';
import type { MergeIndex } from './merge-index';
import type { Place } from './selection';
import { typedValue } from './typed-value';

/** The edit that typing a text into a cell means; none where the cell holds that already. */
export function editForTyping(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  at: Place,
  text: string,
): CellEdit | undefined {
  const from = valueAt(sheet, at.row, at.column);
  const { value, numberFormat } = typedValue(
    text,
    from,
    styleAt(workbook, sheet, at.row, at.column),
    workbook.date1904,
  );
  if (sameValue(from, value)) return undefined;
  return { at: { sheet: sheet.name, ...at }, from, to: value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

/** What a paste brings: texts from elsewhere, or the raw values where it was copied from this grid. */
export type PastedBlock =
  { readonly texts: readonly (readonly string[])[] } | { readonly values: readonly (readonly WritableValue[])[] };

/**
 * The edits of a paste at a selection: the block once, or repeated where the selection holds it a whole number of times.
 * Cells swallowed by a merge take nothing from empty pasted cells. `area` is what the paste covers, to be selected.
 */
export function editsForPaste(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  selected: Area,
  block: PastedBlock,
  merges: MergeIndex,
): { readonly edits: readonly CellEdit[]; readonly area: Area } {
  const rows: readonly (readonly (string | WritableValue)[])[] = 'texts' in block ? block.texts : block.values;
  const height = rows.length;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const down = repeats(selected.bottom - selected.top + 1, height);
  const across = repeats(selected.right - selected.left + 1, width);
  const area: Area = {
    top: selected.top,
    left: selected.left,
    bottom: Math.min(sheetLimits.rows, selected.top + height * down - 1),
    right: Math.min(sheetLimits.columns, selected.left + width * across - 1),
  };
  const edits: CellEdit[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const source = rows[(row - area.top) % height];
    for (let column = area.left; column <= area.right; column++) {
      const pasted = source[(column - area.left) % width] ?? '';
      const merge = merges.at(row, column);
      const isSwallowed = merge !== undefined && (merge.top !== row || merge.left !== column);
      if (isSwallowed && (pasted === '' || pasted === null)) continue;
      const from = valueAt(sheet, row, column);
      const to =
        'texts' in block
          ? typedValue(String(pasted), from, styleAt(workbook, sheet, row, column), workbook.date1904)
          : { value: pasted };
      if (!sameValue(from, to.value)) {
        const { value, ...format } = to;
        edits.push({ at: { sheet: sheet.name, row, column }, from, to: value, ...format });
      }
    }
  }
  return { edits, area };
}

/** The edits that empty every filled cell of a rectangle; cells with formulas are left alone unless one alone is selected. */
export function editsForClearing(sheet: SheetSnapshot, area: Area): readonly CellEdit[] {
  const single = area.top === area.bottom && area.left === area.right;
  const edits: CellEdit[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, sheet.rowCount); row++) {
    for (let column = area.left; column <= Math.min(area.right, sheet.columnCount); column++) {
      const from = valueAt(sheet, row, column);
      if (from === null && !single) continue;
      if (formulaAt(sheet, row, column) !== undefined && !single) continue;
      if (from !== null) edits.push({ at: { sheet: sheet.name, row, column }, from, to: null });
    }
  }
  return edits;
}

/** The raw values of a rectangle, for pasting inside the same grid; errors become empty. */
export const valuesOf = (sheet: SheetSnapshot, area: Area): readonly (readonly WritableValue[])[] =>
  blockOf(area, (row, column) => writable(valueAt(sheet, row, column)));

/** Whatever `cellOf` says of each cell of a rectangle, row by row. */
export function blockOf<T>(area: Area, cellOf: (row: number, column: number) => T): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: T[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(cellOf(row, column));
    rows.push(cells);
  }
  return rows;
}

const writable = (value: CellValue): WritableValue => (typeof value === 'object' ? null : value);

const repeats = (room: number, length: number): number => (room > length && room % length === 0 ? room / length : 1);
