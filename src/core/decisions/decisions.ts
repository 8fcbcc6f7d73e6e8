import type { CellValue } from '../workbook/cell';
import { valueAt, type SheetSnapshot } from '../workbook/snapshot';
import { recordColumns, recordHeading } from './record-columns';

/** What a person decided about a finding, as the sheet 核查记录 keeps it. */
export interface Decision {
  /** A `FindingKey.key`. */
  readonly key: string;
  /** What was chosen; one of `decisionWords` unless the person wrote something else. */
  readonly decision: string;
  readonly reason: string;
  readonly by: string;
  /** The day as typed: text, or a serial number. */
  readonly on: CellValue;
  /** The whole row as it stands, by column of the record. */
  readonly row: readonly CellValue[];
}

/** True for a sheet that holds our record; known by its heading, whatever the sheet's name. */
export const isRecordSheet = (sheet: SheetSnapshot): boolean => valueAt(sheet, 1, 1) === recordHeading;

/** True where a person has written anything into the columns for decisions. */
export const holdsDecision = (sheet: SheetSnapshot): boolean => readDecisions(sheet).length > 0;

/** The rows of the record in which a person has written something. Columns are found by their headings. */
export function readDecisions(sheet: SheetSnapshot): readonly Decision[] {
  if (!isRecordSheet(sheet)) return [];
  const headingRow = headingRowOf(sheet);
  if (headingRow === undefined) return [];
  const headings = Array.from({ length: sheet.columnCount }, (_, index) => valueAt(sheet, headingRow, index + 1));
  const columns = recordColumns.map(({ heading }) => headings.indexOf(heading) + 1);
  const decisions: Decision[] = [];
  for (let row = headingRow + 1; row <= sheet.rowCount; row++) {
    const values = columns.map((column) => (column === 0 ? null : valueAt(sheet, row, column)));
    const at = (heading: string): CellValue => values[recordColumns.findIndex((column) => column.heading === heading)];
    const written = decisionHeadings.map(at);
    if (written.every((value) => value === null || value === '')) continue;
    const [decision, reason, by] = written.map((value) =>
      typeof value === 'string' ? value.trim() : String(value ?? ''),
    );
    decisions.push({ key: String(at('标识') ?? ''), decision, reason, by, on: written[3], row: values });
  }
  return decisions;
}

/** The columns that a person writes into. */
export const decisionHeadings = ['处理', '理由', '处理人', '处理日期'] as const;

/** The row of the headings; `undefined` where they are gone. */
export function headingRowOf(sheet: SheetSnapshot): number | undefined {
  for (let row = 2; row <= Math.min(sheet.rowCount, 10); row++) {
    if (sheet.rows[row - 1]?.includes('标识')) return row;
  }
  return undefined;
}
