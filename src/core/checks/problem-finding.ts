import type { Finding, Fix } from '../findings/finding';
import { fields, type FieldKey } from '../ledger/fields';
import { cellOf, typedIn, type Ledger } from '../ledger/ledger';
import type { CellRef } from '../workbook/cell';
import type { Check, CellProblem, EntryProblem, LedgerProblem, Place, Repair } from './check';

/** A problem of one entry with its places, and with its repair as an edit that carries what was typed. */
export function findingOfEntry(check: Check, ledger: Ledger, entry: number, problem: EntryProblem): Finding {
  const also = (problem.also ?? []).filter((field) => ledger.columns[field]);
  const fix = problem.fix && fixOf(ledger, entry, problem.field, problem.fix);
  return {
    ...factsOf(check, problem),
    at: [cellOf(ledger, entry, problem.field), ...also.map((field) => cellOf(ledger, entry, field))],
    ...(fix && { fix }),
  };
}

/** A problem of several entries or of a total row, with its places. */
export function findingOfLedger(check: Check, problem: LedgerProblem): Finding {
  const { at, also = [] } = problem;
  const fix = problem.fix && 'entry' in at ? fixOf(at.ledger, at.entry, at.field, problem.fix) : undefined;
  return { ...factsOf(check, problem), at: [cellAt(at), ...also.map(cellAt)], ...(fix && { fix }) };
}

const factsOf = (check: Check, problem: CellProblem | LedgerProblem) => ({
  kind: check.id,
  message: problem.message,
  data: problem.data ?? {},
  severity: check.severity,
});

function fixOf(ledger: Ledger, entry: number, field: FieldKey, repair: Repair): Fix | undefined {
  // A calculated cell is not overwritten: its formula, or what the formula refers to, needs a person.
  if (ledger.columns[field]?.formulas?.has(entry)) return undefined;
  const { sheet, row, column } = cellOf(ledger, entry, field);
  const edit = { at: { sheet, row, column }, from: typedIn(ledger, entry, field), to: repair.to };
  return { certainty: repair.certainty, edits: [isKeptAsText(field) ? { ...edit, numberFormat: '@' } : edit] };
}

function cellAt(place: Place): CellRef {
  if ('entry' in place) return cellOf(place.ledger, place.entry, place.field);
  const { ledger } = place;
  const field = 'heading' in place ? place.heading : place.field;
  const row = 'heading' in place ? ledger.headingRows.bottom : ledger.totals[place.total].row;
  const column = ledger.columns[field];
  if (!column) throw new Error(`no column ${field} in ${ledger.form}`);
  return { workbook: ledger.workbook, sheet: ledger.sheet, row, column: column.column };
}

/** Digits that a spreadsheet would spoil as a number. */
const isKeptAsText = (field: FieldKey): boolean => ['id-number', 'account', 'phone'].includes(fields[field].kind);
