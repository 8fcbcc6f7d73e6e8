import type { CellValue } from '../workbook/cell';
import type { CellEdit } from '../workbook/change';
import { valueAt, type SheetSnapshot } from '../workbook/snapshot';
import { decisionHeadings, headingRowOf, isRecordSheet } from './decisions';

/** What a person decides about a finding. */
export interface DecisionGiven {
  /** One of `decisionWords`. */
  readonly decision: string;
  readonly reason: string;
  readonly by: string;
  /** As a person reads it: a day, or a day and a minute. */
  readonly on: string;
}

/** A record as far as writing into it goes: its name, and a cell by row and heading. */
export interface RecordCells {
  readonly sheet: string;
  /** The row of the finding of that key; missing where it has none. */
  readonly rowOf: (key: string) => number | undefined;
  readonly valueAt: (row: number, heading: string) => CellValue;
  /** Counts from 1; 0 where the record has no such column. */
  readonly columnOf: (heading: string) => number;
}

/** The edits that write a decision behind the finding of that key, or take it away; none where the record has no such row. */
export function decisionEdits(record: RecordCells, key: string, given: DecisionGiven | undefined): readonly CellEdit[] {
  const row = record.rowOf(key);
  if (row === undefined) return [];
  const { decision, reason, by, on } = given ?? { decision: null, reason: null, by: null, on: null };
  const texts = { 处理: decision, 理由: reason, 处理人: by, 处理日期: on, 标识: key };
  // The key is written over itself: by it the step knows its row again after the record was drawn anew.
  return [...decisionHeadings, '标识' as const].flatMap((heading): CellEdit[] => {
    const column = record.columnOf(heading);
    if (column === 0) return [];
    const from = record.valueAt(row, heading);
    const edit = { at: { sheet: record.sheet, row, column }, from, to: texts[heading] };
    return [heading === '标识' ? edit : { ...edit, numberFormat: '@' }];
  });
}

/** The record in a workbook, to be written into. `undefined` where the sheet is none, or has lost its headings. */
export function recordCells(sheet: SheetSnapshot): RecordCells | undefined {
  const headingRow = isRecordSheet(sheet) ? headingRowOf(sheet) : undefined;
  if (headingRow === undefined) return undefined;
  const columns = new Map<CellValue, number>();
  for (let column = sheet.columnCount; column > 0; column--) columns.set(valueAt(sheet, headingRow, column), column);
  const columnOf = (heading: string) => columns.get(heading) ?? 0;
  const keyColumn = columnOf('标识');
  const rows = new Map<CellValue, number>();
  for (let row = sheet.rowCount; row > headingRow; row--) rows.set(valueAt(sheet, row, keyColumn), row);
  return {
    sheet: sheet.name,
    rowOf: (key) => rows.get(key),
    valueAt: (row, heading) => valueAt(sheet, row, columnOf(heading)),
    columnOf,
  };
}
