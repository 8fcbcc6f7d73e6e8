import type { Finding } from '../findings/finding';
import type { Form } from '../ledger/form';
import type { Ledger, LedgerColumn } from '../ledger/ledger';
import { cellOfKey } from '../workbook/cell';
import { finish } from '../workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { readWorkbook } from './read-workbook';

/** Rows of a sheet's ledgers, read anew. */
export interface RowsAgain {
  /** As the sheet's ledgers before, in their order, but with those rows only; their totals and all rows set aside are there. */
  readonly ledgers: readonly Ledger[];
  /** The reader's findings in those rows. */
  readonly findings: readonly Finding[];
  readonly rows: ReadonlySet<number>;
}

/**
 * Reads the changed rows of a sheet anew, and those whose formulas or merged cells depend on them, by reading the sheet with
 * all other households left out. `undefined` where that does not tell: the edit changes what the sheet is, or which of its
 * rows are households, or too many formulas depend on it.
 */
export function readRowsAgain(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  before: readonly Ledger[],
  changed: readonly number[],
  forms: readonly Form[],
): RowsAgain | undefined {
  const entryRows = new Set(before.flatMap((ledger) => entriesAt(ledger, changed)));
  if (changed.some((row) => !entryRows.has(row))) return undefined;
  const far = farFormulas(sheet);
  if (far.length > mostFar) return undefined;
  const rows = withMerged(sheet, new Set([...changed, ...far]));
  if (!rows) return undefined;
  const sparse = new Array<SheetSnapshot['rows'][number]>(sheet.rows.length);
  for (const row of keptRows(before, rows)) if (row <= sparse.length) sparse[row - 1] = sheet.rows[row - 1];
  const read = finish(readWorkbook({ ...workbook, sheets: [{ ...sheet, rows: sparse }] }, forms, workbook));
  const { ledgers } = read;
  const isSame =
    ledgers.length === before.length && ledgers.every((ledger, at) => factsOf(ledger) === factsOf(before[at]));
  if (!isSame) return undefined;
  const nowEntries = new Set(ledgers.flatMap((ledger) => ledger.rows));
  if ([...entryRows].some((row) => !nowEntries.has(row))) return undefined;
  return { ledgers, rows, findings: read.findings.filter(({ at: [{ row }] }) => rows.has(row) && nowEntries.has(row)) };
}

/** Formulas that look beyond their own row: with more of them than this, a whole reading is quicker. */
const mostFar = 500;
/** A merge over more rows than this is read with the whole sheet. */
const tallMerge = 500;
/** Rows under a heading that may still belong to it, or tell what it is. */
const underHeading = 12;

function entriesAt({ rows }: Ledger, wanted: readonly number[]): readonly number[] {
  return wanted.filter((row) => {
    let [low, high] = [0, rows.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle] < row) low = middle + 1;
      else high = middle;
    }
    return rows[low] === row;
  });
}

/** Rows of formulas that look at other rows or sheets; what looks at its own row only is read with that row. */
function farFormulas({ formulas }: SheetSnapshot): readonly number[] {
  const rows = new Set<number>();
  for (const [key, formula] of formulas) {
    const { row } = cellOfKey(key);
    if (rows.has(row)) continue;
    const others = formula
      .replace(/"[^"]*"/g, '')
      .replace(/\$?[A-Z]{1,3}\$?(\d+)/gi, (whole, of: string) => (Number(of) === row ? '' : whole));
    // What is left may be figures, signs and names of functions.
    if (!/^([\d.+\-*/^&<>=(),;:%\s]|[A-Z][A-Z.]*(?=\())*$/i.test(others) || /:\s*[A-Z]/i.test(others)) rows.add(row);
    if (rows.size > mostFar) break;
  }
  return [...rows];
}

/** The rows and those merged with them. */
function withMerged({ merges }: SheetSnapshot, rows: Set<number>): Set<number> | undefined {
  for (const { top, bottom } of merges) {
    if (bottom === top) continue;
    let isTouched = false;
    for (let row = top; row <= bottom && !isTouched; row++) isTouched = rows.has(row);
    if (!isTouched) continue;
    if (bottom - top > tallMerge) return undefined;
    for (let row = top; row <= bottom; row++) rows.add(row);
  }
  return rows;
}

/** The rows wanted, and all that tells what they are: titles, headings, what is set aside, the first and last household, neighbours. */
function keptRows(before: readonly Ledger[], wanted: ReadonlySet<number>): readonly number[] {
  const kept = new Set(wanted);
  for (const row of wanted) for (let back = 1; back <= 3; back++) kept.add(row - back);
  let from = 1;
  for (const { headingRows, rows, setAside } of before) {
    for (let row = from; row <= headingRows.bottom + underHeading; row++) kept.add(row);
    for (const { row } of setAside) kept.add(row);
    for (const row of [rows[0], rows[rows.length - 1]]) if (row !== undefined) kept.add(row);
    from = Math.max(headingRows.bottom, rows[rows.length - 1] ?? 0, ...setAside.slice(-200).map(({ row }) => row));
  }
  return [...kept].filter((row) => row > 0);
}

/** What must be as before for the other rows to hold. */
const factsOf = ({ form, entryIs, title, headingRows, otherColumns, setAside, columns }: Ledger): string =>
  JSON.stringify([
    ...[form, entryIs, title, headingRows, otherColumns, setAside],
    (Object.values(columns) as LedgerColumn[]).map(({ field, heading, column, unit, required }) => [
      ...[field, heading, column, unit, required],
    ]),
  ]);
