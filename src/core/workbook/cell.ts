/** What a cell holds besides text, numbers and truth values: an error such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** A cell's raw value. Dates are serial numbers; rich text is its plain text; `null` is an empty cell. */
export type CellValue = string | number | boolean | CellError | null;

/** A cell within one workbook. Rows and columns count from 1, as a person counts them. */
export interface CellAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell among several workbooks. `workbook` is the file's name as the person knows it. */
export interface CellRef extends CellAt {
  readonly workbook: string;
}

/** A rectangle of cells, both corners included, counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows of a sheet, both ends included, counted from 1. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Excel's own limits: rows and columns of a sheet, characters of a cell. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

/** One number for a cell, to key maps by. */
export const cellKey = (row: number, column: number): number => row * sheetLimits.columns + (column - 1);

/** The cell that `cellKey` was made from. */
export const cellOfKey = (key: number): { readonly row: number; readonly column: number } => ({
  row: Math.floor(key / sheetLimits.columns),
  column: (key % sheetLimits.columns) + 1,
});

/** `28` → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The address a person sees: row 3, column 2 → `B3`. */
export const a1 = (row: number, column: number): string => `${columnName(column)}${row}`;

/** `B3` → row 3, column 2; `$` signs are allowed. Gives `undefined` for anything else. */
export function parseA1(address: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row > sheetLimits.rows || column > sheetLimits.columns ? undefined : { row, column };
}

/** `B3:D9` or `B3` → the rectangle, corners put in order. Gives `undefined` for anything else. */
export function parseArea(reference: string): Area | undefined {
  const [first, second = first, ...more] = reference.split(':');
  const from = parseA1(first);
  const to = parseA1(second);
  if (!from || !to || more.length > 0) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** `B3:D9`, or `B3` for a single cell. */
export const areaName = (area: Area): string =>
  area.top === area.bottom && area.left === area.right
    ? a1(area.top, area.left)
    : `${a1(area.top, area.left)}:${a1(area.bottom, area.right)}`;

export const isCellError = (value: CellValue): value is CellError => typeof value === 'object' && value !== null;

/** Same type and same content; an empty text and an empty cell are not the same. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (isCellError(left) && isCellError(right)) return left.error === right.error;
  return left === right;
}
