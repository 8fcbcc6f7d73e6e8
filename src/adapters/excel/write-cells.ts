import { areaName } from '../../core/workbook/cell';
import type { CellEdit } from '../../core/workbook/change';
import { rectanglesOf } from '../../core/workbook/rectangles';
import { sheetNamed, styleAt, type WorkbookSnapshot } from '../../core/workbook/snapshot';

/**
 * Queues the writing of cells. Number formats go before values, or Excel would turn an 18-digit text into a number.
 * `keepsFormats` tells sheets whose protection forbids formatting: there an apostrophe keeps text text.
 */
export function writeCells(
  context: Excel.RequestContext,
  wanted: readonly CellEdit[],
  now: WorkbookSnapshot,
  keepsFormats: (sheet: string) => boolean,
): void {
  const edits = wanted.map(({ numberFormat, ...edit }) =>
    numberFormat === undefined || keepsFormats(edit.at.sheet) ? edit : { ...edit, numberFormat },
  );
  for (const { sheet, format, cells } of groupedByFormat(edits)) {
    for (const area of rectanglesOf(cells)) {
      // One code for a whole range is far less to send than one for each cell; the typings know only the array.
      context.workbook.worksheets.getItem(sheet).getRange(areaName(area)).numberFormat =
        format as unknown as string[][];
    }
  }
  const last = new Map<string, CellEdit>();
  for (const edit of edits) last.set(`${edit.at.sheet}\n${edit.at.row}\n${edit.at.column}`, edit);
  for (const run of verticalRuns([...last.values()], now)) {
    const sheet = context.workbook.worksheets.getItem(run.sheet);
    sheet.getRangeByIndexes(run.row - 1, run.column - 1, run.values.length, 1).values = run.values.map((value) => [
      asExcelTakesIt(value, run.isText),
    ]);
  }
}

/** Excel would read `=…`, `+…`, `00123` or a date typed into a General cell as something else; an apostrophe keeps text text. */
function asExcelTakesIt(value: CellEdit['to'], isText: boolean): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string' || isText) return value;
  return /^[=+\-@']/.test(value) || /\d/.test(value) || /^\s*(true|false)\s*$/i.test(value) ? `'${value}` : value;
}

interface Run {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly isText: boolean;
  readonly values: CellEdit['to'][];
}

/** Neighbours in a column become one write. */
function verticalRuns(edits: readonly CellEdit[], now: WorkbookSnapshot): readonly Run[] {
  const sorted = [...edits].sort(
    (left, right) =>
      (left.at.sheet < right.at.sheet ? -1 : left.at.sheet > right.at.sheet ? 1 : 0) ||
      left.at.column - right.at.column ||
      left.at.row - right.at.row,
  );
  const runs: Run[] = [];
  for (const edit of sorted) {
    const sheet = sheetNamed(now, edit.at.sheet);
    const before = sheet && styleAt(now, sheet, edit.at.row, edit.at.column).numberFormat;
    const isText = (edit.numberFormat ?? before) === '@';
    const run = runs[runs.length - 1];
    const joins =
      run &&
      run.sheet === edit.at.sheet &&
      run.column === edit.at.column &&
      run.row + run.values.length === edit.at.row &&
      run.isText === isText;
    if (joins) run.values.push(edit.to);
    else runs.push({ ...edit.at, isText, values: [edit.to] });
  }
  return runs;
}

interface FormatGroup {
  readonly sheet: string;
  readonly format: string;
  readonly cells: CellEdit['at'][];
}

function groupedByFormat(edits: readonly CellEdit[]): readonly FormatGroup[] {
  const groups = new Map<string, FormatGroup>();
  for (const { at, numberFormat } of edits) {
    if (numberFormat === undefined) continue;
    const key = `${at.sheet}\n${numberFormat}`;
    const group = groups.get(key) ?? { sheet: at.sheet, format: numberFormat, cells: [] };
    group.cells.push(at);
    groups.set(key, group);
  }
  return [...groups.values()];
}
