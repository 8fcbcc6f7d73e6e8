import type { CellValue } from '../../core/workbook/cell';
import { textOf } from '../../core/workbook/display-text';
import { styleAt, type SheetSnapshot, type WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Place } from './selection';

/**
 * The next cell (1) or the one before (-1) that holds the text, row by row, from `from` on and then from the other end;
 * `from` itself comes last. Blanks and capitals do not count, so that an ID is found however it was typed. Hidden rows and
 * columns are passed over.
 */
export function findCell(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  wanted: string,
  from: Place,
  direction: 1 | -1,
): Place | undefined {
  const text = plain(wanted);
  if (text === '') return undefined;
  const holds = (row: number, column: number): boolean => {
    const value = sheet.rows[row - 1]?.[column - 1] ?? null;
    if (value === null || sheet.hiddenColumns.has(column)) return false;
    if (plain(typed(value)).includes(text)) return true;
    // A date or an amount reads otherwise than it is kept; formatting all that could not would take a second.
    return typeof value === 'number' && styleAt(workbook, sheet, row, column).numberFormat !== 'General'
      ? plain(textOf(workbook, sheet, row, column)).includes(text)
      : false;
  };
  const rows = sheet.rowCount;
  for (let step = 0; step <= rows; step++) {
    const row = ((from.row - 1 + direction * step + rows * 2) % rows) + 1;
    if (sheet.hiddenRows.has(row)) continue;
    for (let at = 1; at <= sheet.columnCount; at++) {
      const column = direction === 1 ? at : sheet.columnCount + 1 - at;
      const isBeyond = (column - from.column) * direction > 0;
      // Of the first row only what lies beyond; what lies before comes at the very end.
      if ((step === 0 && !isBeyond) || (step === rows && isBeyond)) continue;
      if (holds(row, column)) return { row, column };
    }
  }
  return undefined;
}

const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase();

const typed = (value: CellValue): string => (typeof value === 'object' ? (value?.error ?? '') : String(value));
