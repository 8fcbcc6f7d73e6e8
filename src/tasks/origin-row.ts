import { formatDate, type IsoDate } from '../core/ledger/dates';
import { fields } from '../core/ledger/fields';
import type { Ledger, LedgerColumn } from '../core/ledger/ledger';
import { isRead, type OtherColumn } from '../core/merge/returned-file';
import { isCellError, type CellRef, type CellValue } from '../core/workbook/cell';
import type { Returned } from './read-returned';

/** A row as it came back: where it stands, and what each column of it says. Empty cells are left out. */
export interface OriginRow {
  readonly workbook: string;
  readonly sheet: string;
  readonly row: number;
  /** In the order of the sheet. */
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
}

/** The household or person that a place lies in; `undefined` for headings, totals and rows that are none. */
export function originRow(returns: readonly Returned[], at: Omit<CellRef, 'column'>): OriginRow | undefined {
  for (const { file } of returns) {
    if (file.workbook !== at.workbook || !isRead(file)) continue;
    for (const { ledger, others } of file.ledgers) {
      const entry = ledger.sheet === at.sheet ? ledger.rows.indexOf(at.row) : -1;
      if (entry >= 0) return { ...at, cells: cellsOf(ledger, others, entry) };
    }
  }
  return undefined;
}

function cellsOf(ledger: Ledger, others: readonly OtherColumn[], entry: number): OriginRow['cells'] {
  const known = Object.values(ledger.columns as Readonly<Record<string, LedgerColumn>>).map((column) => ({
    heading: column.heading,
    column: column.column,
    text: textIn(column, entry),
  }));
  const unknown = others.map(({ heading, typed }) => ({
    heading,
    column: ledger.otherColumns.find((other) => other.heading === heading)?.column ?? Infinity,
    text: textOf(typed[entry]),
  }));
  return [...known, ...unknown]
    .filter(({ text }) => text !== '')
    .sort((left, right) => left.column - right.column)
    .map(({ heading, text }) => ({ heading: heading.split('/').pop() ?? heading, text }));
}

/** A day is a bare number in the cell: it is shown as a day. */
function textIn({ field, typed, values }: LedgerColumn, entry: number): string {
  const value = values[entry];
  if (fields[field].kind === 'date' && typeof typed[entry] === 'number' && typeof value === 'string')
    return formatDate(value as IsoDate);
  return textOf(typed[entry]);
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? '是' : '否';
  // What a formula calculated may end in a long tail of nines.
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : value.trim();
}
