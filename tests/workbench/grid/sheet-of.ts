import type { CellValue } from '../../../src/core/workbook/cell';
import { cellKey } from '../../../src/core/workbook/cell';
import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { plainStyle } from '../../../src/core/workbook/snapshot';

export interface SheetSketch extends Partial<Omit<SheetSnapshot, 'rows' | 'formulas' | 'styleRows'>> {
  readonly rows: readonly (readonly CellValue[])[];
  /** By row and column. */
  readonly formulas?: readonly (readonly [number, number, string])[];
  readonly styleRows?: readonly (readonly number[])[];
}

/** A snapshot of one or more sheets with little to write. */
export function workbookOf(
  sheets: readonly SheetSketch[],
  styles: readonly Partial<CellStyle>[] = [{}],
): WorkbookSnapshot {
  return {
    name: '台账.xlsx',
    date1904: false,
    remarks: [],
    styles: styles.map((style) => ({ ...plainStyle, ...style })),
    sheets: sheets.map(({ rows, formulas = [], styleRows = [], ...rest }, at) => ({
      name: `表${at + 1}`,
      visibility: 'visible',
      rowCount: rows.length,
      columnCount: Math.max(0, ...rows.map((row) => row.length)),
      notes: new Map(),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      columnWidths: new Map(),
      rowHeights: new Map(),
      defaultColumnWidth: 10,
      defaultRowHeight: 15,
      frozen: { rows: 0, columns: 0 },
      isProtected: false,
      marks: [],
      ...rest,
      rows,
      styleRows,
      formulas: new Map(formulas.map(([row, column, formula]) => [cellKey(row, column), formula])),
    })),
  };
}
