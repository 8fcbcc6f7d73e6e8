import { cellOfKey, isCellError, type CellValue } from './cell';
import type { SheetSnapshot } from './snapshot';

/**
 * The rows, rising, in which a cell's value, formula or style is another than before. `undefined` where more than cells has
 * changed: merges, hidden rows or columns, the sheet's visibility.
 */
export function changedRows(before: SheetSnapshot, after: SheetSnapshot): readonly number[] | undefined {
  if (before === after) return [];
  if (before.visibility !== after.visibility) return undefined;
  if (!sameMembers(before.hiddenRows, after.hiddenRows)) return undefined;
  if (!sameMembers(before.hiddenColumns, after.hiddenColumns)) return undefined;
  if (before.merges !== after.merges && JSON.stringify(before.merges) !== JSON.stringify(after.merges))
    return undefined;
  const rows = new Set<number>();
  const count = Math.max(before.rows.length, after.rows.length, before.styleRows.length, after.styleRows.length);
  for (let index = 0; index < count; index++) {
    const isSame =
      (before.rows[index] === after.rows[index] || sameCells(before.rows[index], after.rows[index])) &&
      (before.styleRows[index] === after.styleRows[index] ||
        sameStyles(before.styleRows[index], after.styleRows[index]));
    if (!isSame) rows.add(index + 1);
  }
  if (before.formulas !== after.formulas) {
    for (const [key, formula] of after.formulas) if (before.formulas.get(key) !== formula) rows.add(cellOfKey(key).row);
    for (const key of before.formulas.keys()) if (!after.formulas.has(key)) rows.add(cellOfKey(key).row);
  }
  return [...rows].sort((left, right) => left - right);
}

const sameMembers = (left: ReadonlySet<number>, right: ReadonlySet<number>): boolean =>
  left === right || (left.size === right.size && [...left].every((one) => right.has(one)));

function sameCells(left: readonly CellValue[] = [], right: readonly CellValue[] = []): boolean {
  for (let index = Math.max(left.length, right.length) - 1; index >= 0; index--) {
    const [one, other] = [left[index] ?? null, right[index] ?? null];
    if (one === other || Object.is(one, other)) continue;
    if (!isCellError(one) || !isCellError(other) || one.error !== other.error) return false;
  }
  return true;
}

function sameStyles(left: ArrayLike<number> = [], right: ArrayLike<number> = []): boolean {
  for (let index = Math.max(left.length, right.length) - 1; index >= 0; index--)
    if ((left[index] ?? 0) !== (right[index] ?? 0)) return false;
  return true;
}
