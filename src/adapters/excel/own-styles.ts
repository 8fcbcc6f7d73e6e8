import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Sheets read a second time, their styles told by the table of the first reading, which grows where a look is new to it. */
export function withOwnStyles(
  styles: readonly CellStyle[],
  fresh: WorkbookSnapshot,
): { readonly styles: readonly CellStyle[]; readonly sheets: readonly SheetSnapshot[] } {
  const own = [...styles];
  const known = new Map(own.map((style, index) => [JSON.stringify(style), index]));
  const moved = fresh.styles.map((style) => {
    const key = JSON.stringify(style);
    const index = known.get(key) ?? own.push(style) - 1;
    known.set(key, index);
    return index;
  });
  // Rows of equal looks share one array; they still do afterwards.
  const rows = new Map<ArrayLike<number>, readonly number[]>();
  const movedRow = (row: ArrayLike<number> | undefined) => {
    if (!row) return undefined;
    const before = rows.get(row);
    if (before) return before;
    const after = Array.from(row, (index) => moved[index] ?? 0);
    rows.set(row, after);
    return after;
  };
  return {
    styles: own,
    sheets: fresh.sheets.map((sheet) => ({ ...sheet, styleRows: sheet.styleRows.map(movedRow) })),
  };
}
