import { readWorkbook, type ReadResult } from '../../src/core/read/read-workbook';
import { serialOfDate, isValidDay } from '../../src/core/ledger/dates';
import type { Ledger } from '../../src/core/ledger/ledger';
import { cellKey, type Area, type CellValue } from '../../src/core/workbook/cell';
import { finish } from '../../src/core/workbook/port';
import {
  plainStyle,
  type CellStyle,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/core/workbook/snapshot';
import { forms } from '../../src/forms';

/**
 * A sheet written as a table, one line a row, cells between `|`. A line without `|` is a blank row only if it is `--`.
 *
 * | in the table            | in the sheet                                          |
 * | ----------------------- | ----------------------------------------------------- |
 * | `3`, `1.5`, `-2`        | a number (at most 11 digits, no leading zero)         |
 * | `11010519491231002X`    | text, as all other digits are                         |
 * | `'3`                    | the text `3`; `''3` is the text `'3`                  |
 * | `n:110101199001011234`  | a number whatever its length                          |
 * | `d:2026-01-04`          | a day's serial number, formatted `yyyy-mm-dd`         |
 * | `=C3*150 -> 450`        | a formula and its last calculated value, if any       |
 * | `#N/A`                  | an error                                              |
 * | `TRUE`, `FALSE`         | a truth value                                         |
 * | `<`                     | merged with the cell at its left                      |
 * | `^`                     | merged with the cell above                            |
 * | `\n`, `\s`, `\|`        | a line break, a blank, a `|` within a cell            |
 */
export function sheetOf(table: string, options: SheetOptions = {}): SheetSnapshot {
  const lines = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cells = lines.map((line) => (line === '--' ? [] : cellsOf(line)));
  const formulas = new Map<number, string>();
  const styleRows: (number[] | undefined)[] = [];
  const rows = cells.map((row, rowIndex) =>
    row.map((source, columnIndex): CellValue => {
      const { value, formula, style } = cellOfSource(source, options.date1904 ?? false);
      if (formula !== undefined) formulas.set(cellKey(rowIndex + 1, columnIndex + 1), formula);
      if (style !== undefined) (styleRows[rowIndex] ??= row.map(() => 0))[columnIndex] = style;
      return value;
    }),
  );
  return {
    name: options.name ?? 'Sheet1',
    visibility: options.visibility ?? 'visible',
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    rows,
    styleRows,
    formulas,
    notes: new Map(),
    merges: mergesOf(cells),
    hiddenRows: new Set(options.hiddenRows),
    hiddenColumns: new Set(options.hiddenColumns),
    columnWidths: new Map(),
    rowHeights: new Map(),
    defaultColumnWidth: 8.43,
    defaultRowHeight: 13.5,
    frozen: { rows: 0, columns: 0 },
    isProtected: false,
    marks: [],
  };
}

export interface SheetOptions {
  readonly name?: string;
  readonly visibility?: SheetSnapshot['visibility'];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly date1904?: boolean;
}

/** A workbook of one table, or of several by sheet name. Its name is `台账.xlsx` unless another is given. */
export function workbookOf(
  tables: string | Readonly<Record<string, string>> | readonly SheetSnapshot[],
  options: { readonly name?: string; readonly date1904?: boolean } = {},
): WorkbookSnapshot {
  const date1904 = options.date1904 ?? false;
  const sheets =
    typeof tables === 'string'
      ? [sheetOf(tables, { date1904 })]
      : isSheets(tables)
        ? tables
        : Object.entries(tables).map(([name, table]) => sheetOf(table, { name, date1904 }));
  return { name: options.name ?? '台账.xlsx', date1904, styles: testStyles, sheets, remarks: [] };
}

/** Everything read from a workbook or a table, with the built-in forms. */
export const readingOf = (source: string | WorkbookSnapshot): ReadResult =>
  finish(readWorkbook(typeof source === 'string' ? workbookOf(source) : source, forms));

/** The one ledger of a table. Throws where there is none or more than one. */
export function ledgerOf(source: string | WorkbookSnapshot): Ledger {
  const { ledgers, notLedgers } = readingOf(source);
  if (ledgers.length !== 1) {
    throw new Error(`expected one ledger, found ${ledgers.length}; ${notLedgers.map(({ why }) => why).join(' ')}`);
  }
  return ledgers[0];
}

/** The styles of test workbooks: 0 plain, 1 a day, 2 text. */
export const testStyles: readonly CellStyle[] = [
  plainStyle,
  { ...plainStyle, numberFormat: 'yyyy-mm-dd' },
  { ...plainStyle, numberFormat: '@' },
];

const isSheets = (
  tables: Readonly<Record<string, string>> | readonly SheetSnapshot[],
): tables is readonly SheetSnapshot[] => Array.isArray(tables);

function cellsOf(line: string): string[] {
  if (!line.startsWith('|') || !line.endsWith('|')) throw new Error(`a table line must begin and end with |: ${line}`);
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\([|ns])/g, (_, sign: string) => ({ '|': '|', n: '\n', s: ' ' })[sign] ?? ''));
}

function cellOfSource(
  source: string,
  date1904: boolean,
): { readonly value: CellValue; readonly formula?: string; readonly style?: number } {
  if (source === '' || source === '<' || source === '^') return { value: null };
  if (source.startsWith('=')) {
    const [formula, result = ''] = source.slice(1).split(/\s*->\s*/);
    return { value: cellOfSource(result, date1904).value, formula };
  }
  if (source.startsWith("'")) return { value: source.slice(1), style: 2 };
  if (source.startsWith('n:')) return { value: Number(source.slice(2)) };
  if (source.startsWith('d:')) {
    const day = source.slice(2);
    if (!isValidDay(day)) throw new Error(`no such day: ${day}`);
    return { value: serialOfDate(day, date1904), style: 1 };
  }
  if (source.startsWith('#')) return { value: { error: source } };
  if (source === 'TRUE' || source === 'FALSE') return { value: source === 'TRUE' };
  if (/^-?(0|[1-9]\d{0,10})(\.\d+)?$/.test(source)) return { value: Number(source) };
  return { value: source };
}

function mergesOf(cells: readonly (readonly string[])[]): readonly Area[] {
  const owner = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  cells.forEach((row, rowIndex) =>
    row.forEach((source, columnIndex) => {
      const [top, left] = [rowIndex + 1, columnIndex + 1];
      if (source !== '<' && source !== '^')
        return void owner.set(cellKey(top, left), { top, left, bottom: top, right: left });
      const area = owner.get(source === '<' ? cellKey(top, left - 1) : cellKey(top - 1, left));
      if (!area) throw new Error(`nothing to merge with in row ${top}, column ${left}`);
      area.bottom = Math.max(area.bottom, top);
      area.right = Math.max(area.right, left);
      owner.set(cellKey(top, left), area);
    }),
  );
  return [...new Set(owner.values())].filter((area) => area.bottom > area.top || area.right > area.left);
}
