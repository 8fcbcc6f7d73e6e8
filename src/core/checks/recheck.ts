import type { Finding } from '../findings/finding';
import { carryAccounts } from '../ledger/account-column';
import type { FieldKey } from '../ledger/fields';
import { carryIdNumbers } from '../ledger/id-number-column';
import type { Ledger, LedgerColumn, LedgerColumns, TotalRow } from '../ledger/ledger';
import { carrySerials } from '../ledger/serial-column';
import { tidyText } from '../ledger/tidy';
import type { Policy } from '../policy/policy';
import type { CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { checks as allChecks } from '.';
import type { Check, ComparedBy } from './check';
import { concernedBy, type Concerned, type Sharers } from './compared-entries';
import { placesIn } from './places';
import type { References } from './reference-kinds';
import { runChecks } from './run';

/** The outcome of a whole run, kept so that an edit costs only what depends on it. */
export interface CheckState {
  readonly ledgers: readonly Ledger[];
  /** By check. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly policy: Policy;
  readonly references: References;
  readonly checks: readonly Check[];
  /** Moved along with each edit, so that only the newest state is quick to check again. */
  readonly sharers: Sharers;
}

/** One cell of an entry, as it now stands and as it is now read. */
export interface EditedCell {
  /** The ledger's index in the state. */
  readonly ledger: number;
  readonly entry: number;
  readonly field: FieldKey;
  readonly typed: CellValue;
  /** `undefined` where the cell is empty or malformed. */
  readonly value: unknown;
}

/** Runs every check over all ledgers together. */
export function* checkState(
  ledgers: readonly Ledger[],
  policy: Policy,
  references: References = {},
  checks: readonly Check[] = allChecks,
): Generator<Step, CheckState> {
  const { findings } = yield* runChecks(ledgers, policy, references, checks);
  return stateAfter(findings, ledgers, policy, references, checks);
}

/** The state after a whole run that found these. */
export function stateAfter(
  findings: readonly Finding[],
  ledgers: readonly Ledger[],
  policy: Policy,
  references: References = {},
  checks: readonly Check[] = allChecks,
): CheckState {
  return { ledgers, findings: byKind(findings), policy, references, checks, sharers: new Map() };
}

/**
 * The state after the edits: only checks that look at the fields, and only on the entries compared with the edited ones.
 * `totals` are those that have other figures now, by ledger.
 */
export function* recheck(
  state: CheckState,
  edits: readonly EditedCell[],
  totals: ReadonlyMap<number, readonly TotalRow[]> = new Map(),
): Generator<Step, CheckState> {
  const step: Step = { doing: '正在核对改动的行', done: 0, total: 0 };
  const places = placesIn(state.ledgers);
  const edited = [...new Set(edits.map(({ ledger, entry }) => places.placeOf(ledger, entry)))];
  const fields = new Set(edits.map(({ field }) => field));
  const byRelation = new Map<ComparedBy | undefined, Check[]>();
  for (const check of state.checks) {
    const by = check.across ? check.comparedBy : 'entry';
    const seesTotals = totals.size > 0 && by === undefined;
    if (!seesTotals && !looksAt(check, fields)) continue;
    byRelation.set(by, [...(byRelation.get(by) ?? []), check]);
  }
  const relations = new Set([...byRelation.keys()].filter((by) => by !== undefined));
  const concernedAfter = yield* inSteps(concernedBy(relations, edited, state.ledgers, state.sharers), step);
  const ledgers = editedLedgers(state.ledgers, edits).map((ledger, index) => withTotals(ledger, totals.get(index)));
  const concerned = yield* inSteps(concernedAfter(ledgers), step);
  const findings = new Map(state.findings);
  for (const [by, checks] of byRelation) {
    const scope = by && concerned.get(by);
    // Where thousands are concerned, cutting them out costs more than looking at all.
    const isWhole = !scope || scope.seen.size > Math.max(5_000, places.count / 4);
    const seen = isWhole ? ledgers : slicesOf(ledgers, scope);
    const run = (yield* runChecks(seen, state.policy, state.references, checks)).findings;
    const isTouched = isWhole ? () => true : touches(scope, by, [ledgers, state.ledgers]);
    const found = byKind(run.filter(isTouched));
    for (const { id } of checks) {
      const before = findings.get(id) ?? [];
      const left = before.filter((finding) => !isTouched(finding));
      const now = found.get(id) ?? [];
      if (now.length > 0 || left.length !== before.length) findings.set(id, [...left, ...now]);
    }
  }
  return { ...state, ledgers, findings };
}

function* inSteps<T>(work: Generator<undefined, T>, step: Step): Generator<Step, T> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield step;
  }
}

/** What a check looks at; one that names no field looks at all. */
function looksAt({ cells, needs, needsOneOf, reads }: Check, edited: ReadonlySet<FieldKey>): boolean {
  const isEdited = (field: FieldKey): boolean => edited.has(field);
  const isAnyNamed = cells.length + needs.length + needsOneOf.length + reads.length > 0;
  return (
    !isAnyNamed || cells.some(isEdited) || needs.some(isEdited) || needsOneOf.some(isEdited) || reads.some(isEdited)
  );
}

function byKind(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = found.get(finding.kind);
    if (own) own.push(finding);
    else found.set(finding.kind, [finding]);
  }
  return found;
}

function editedLedgers(ledgers: readonly Ledger[], edits: readonly EditedCell[]): readonly Ledger[] {
  return ledgers.map((ledger, index) => {
    const own = edits.filter((edit) => edit.ledger === index);
    if (own.length === 0) return ledger;
    const columns: Record<string, unknown> = { ...ledger.columns };
    for (const field of new Set(own.map((edit) => edit.field)))
      columns[field] = editedColumn(
        ledger,
        field,
        own.filter((edit) => edit.field === field),
      );
    return { ...ledger, columns };
  });
}

const withTotals = (ledger: Ledger, totals: readonly TotalRow[] | undefined): Ledger =>
  totals ? { ...ledger, totals } : ledger;

function editedColumn(ledger: Ledger, field: FieldKey, edits: readonly EditedCell[]): LedgerColumn {
  const column = ledger.columns[field] as LedgerColumn | undefined;
  if (!column) throw new Error(`no column ${field} in ${ledger.form}`);
  const typed = column.typed.slice();
  const values: unknown[] = column.values.slice();
  for (const edit of edits) {
    typed[edit.entry] = edit.typed;
    values[edit.entry] = edit.value;
  }
  const entries = edits.map(({ entry }) => entry);
  carryIdNumbers(column.typed, typed, entries);
  carryAccounts(column.typed, typed, entries);
  if (field === 'serialNumber') carrySerials(column.values, values as (string | undefined)[], entries);
  return { ...column, typed, values: values as LedgerColumn['values'] };
}

/** The ledgers with only the entries that are seen. */
function slicesOf(ledgers: readonly Ledger[], { seen }: Concerned): readonly Ledger[] {
  const { ledgerOf, entryOf } = placesIn(ledgers);
  const entriesOf = new Map<number, number[]>();
  for (const place of [...seen].sort((left, right) => left - right)) {
    const index = ledgerOf(place);
    const entries = entriesOf.get(index);
    if (entries) entries.push(entryOf(place));
    else entriesOf.set(index, [entryOf(place)]);
  }
  return [...entriesOf].map(([index, entries]) => sliceOf(ledgers[index], entries));
}

function sliceOf(ledger: Ledger, entries: readonly number[]): Ledger {
  const columns: LedgerColumns = {};
  for (const column of Object.values(ledger.columns) as LedgerColumn[]) {
    let cut: LedgerColumn | undefined;
    // A check looks at a few columns only: each is cut where it is first looked at.
    Object.defineProperty(columns, column.field, { enumerable: true, get: () => (cut ??= cutColumn(column, entries)) });
  }
  return { ...ledger, rows: entries.map((entry) => ledger.rows[entry]), columns, totals: [] };
}

function cutColumn(column: LedgerColumn, entries: readonly number[]): LedgerColumn {
  const { formulas } = column;
  return {
    ...column,
    typed: entries.map((entry) => column.typed[entry]),
    values: entries.map((entry) => column.values[entry]),
    ...(formulas && { formulas: new Set(entries.flatMap((entry, index) => (formulas.has(entry) ? [index] : []))) }),
  };
}

/** Tells whether a finding is about one of the entries touched, or stands at a heading and is about a village of theirs. */
function touches(
  { touched }: Concerned,
  by: ComparedBy,
  states: readonly (readonly Ledger[])[],
): (finding: Finding) => boolean {
  const { ledgerOf, entryOf } = placesIn(states[0]);
  const rows = new Map<string, Set<number>>();
  const villages = new Set<unknown>();
  for (const place of touched) {
    const [index, entry] = [ledgerOf(place), entryOf(place)];
    const { workbook, sheet, rows: own, headingRows } = states[0][index];
    const key = `${workbook}\n${sheet}`;
    const known = rows.get(key) ?? new Set();
    rows.set(key, known.add(own[entry]));
    if (by !== 'villageName') continue;
    known.add(headingRows.bottom);
    for (const ledgers of states) {
      const name = ledgers[index].columns.villageName?.values[entry];
      villages.add(name ?? '本表').add(tidyText(name ?? ''));
    }
  }
  const headings = new Set(by === 'villageName' ? states[0].map(({ headingRows }) => headingRows.bottom) : []);
  const anyRow = new Set([...rows.values()].flatMap((own) => [...own]));
  return ({ at: [{ workbook, sheet, row }], data }) =>
    anyRow.has(row) &&
    rows.get(`${workbook}\n${sheet}`)?.has(row) === true &&
    (!headings.has(row) || villages.has(data.name));
}
