import type { Area, CellValue } from './cell';
import { cellKey } from './cell';
import type { Mark } from './change';
import type { SheetPlan } from './sheet-plan';

/** A workbook as it stood at one moment: plain, immutable data. */
export interface WorkbookSnapshot {
  /** The file's name without folders, as the person knows it. */
  readonly name: string;
  /** True where day 0 is 1904-01-01 (workbooks begun on old Macs). */
  readonly date1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetSnapshot[];
  /** Plain Chinese sentences about how the file was read (an encoding that was guessed, say). */
  readonly remarks: readonly string[];
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** The last row and column that hold a value or a note, or belong to a merge; styles alone do not count. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** `rows[row - 1]?.[column - 1]`. Rows may be missing or shorter than `columnCount`. */
  readonly rows: readonly (readonly CellValue[] | undefined)[];
  /** `styleRows[row - 1]?.[column - 1]`: an index into the workbook's `styles`; missing means 0. Equal rows share one array. */
  readonly styleRows: readonly (ArrayLike<number> | undefined)[];
  /** By `cellKey`: the formula without `=`. The value in `rows` is then only what was last calculated. */
  readonly formulas: ReadonlyMap<number, string>;
  /** By `cellKey`: the text of the classic note (批注). */
  readonly notes: ReadonlyMap<number, string>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** In characters of the default font, by column; missing means `defaultColumnWidth`. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** In points, by row; missing means `defaultRowHeight`. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  /** How many rows and columns stay in place while scrolling. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** A protected sheet refuses edits of cells whose style is `locked`. */
  readonly isProtected: boolean;
  /** Our own marks that stand in the sheet now. */
  readonly marks: readonly Mark[];
  /** By `cellKey`: what the screen shows, where the host told us and it differs from what the value and format give. */
  readonly texts?: ReadonlyMap<number, string>;
  /** The plan the sheet was drawn from, where we put it in this session. */
  readonly plan?: SheetPlan;
}

/** How a cell looks, as far as we draw it or decide by it. Colours are `#rrggbb`; sizes are points. */
export interface CellStyle {
  /** Excel's invariant code, such as `General`, `@`, `0.00`, `yyyy-mm-dd`. */
  readonly numberFormat: string;
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  /** Which edges carry a line. */
  readonly border?: {
    readonly top?: boolean;
    readonly right?: boolean;
    readonly bottom?: boolean;
    readonly left?: boolean;
  };
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** How far the text stands in from its edge, in steps of about one character. */
  readonly indent?: number;
  readonly locked: boolean;
}

/** The style of a cell nobody has styled. */
export const plainStyle: CellStyle = { numberFormat: 'General', locked: true };

export const valueAt = (sheet: SheetSnapshot, row: number, column: number): CellValue =>
  sheet.rows[row - 1]?.[column - 1] ?? null;

export const formulaAt = (sheet: SheetSnapshot, row: number, column: number): string | undefined =>
  sheet.formulas.get(cellKey(row, column));

export const styleAt = (workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number, column: number): CellStyle =>
  workbook.styles[sheet.styleRows[row - 1]?.[column - 1] ?? 0] ?? plainStyle;

export const sheetNamed = (workbook: WorkbookSnapshot, name: string): SheetSnapshot | undefined =>
  workbook.sheets.find((sheet) => sheet.name === name);
