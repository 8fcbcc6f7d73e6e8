import type { Finding, NotChecked } from '../findings/finding';
import type { Ledger } from '../ledger/ledger';
import { idNumberColumn } from '../ledger/id-number-column';
import { rowSorts, type RowSorts } from '../ledger/row-sorts';
import type { Policy } from '../policy/policy';
import type { CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { checks as allChecks } from '.';
import { abilityOf } from './ability';
import type { CellProblem, Check, EntryProblem } from './check';
import { entryCursor, type EntryCursor } from './entry-cursor';
import { findingOfEntry, findingOfLedger } from './problem-finding';
import type { References } from './reference-kinds';

export interface CheckResult {
  /** By check, then by ledger and row. */
  readonly findings: readonly Finding[];
  /** Per check and ledger; without workbook and sheet where the reason lies in the scheme or in a list not given. */
  readonly notChecked: readonly NotChecked[];
}

/** Runs every check over all ledgers together. A check that lacks a column, a parameter or a list is said to be not checked. */
export function* runChecks(
  ledgers: readonly Ledger[],
  policy: Policy,
  references: References = {},
  checks: readonly Check[] = allChecks,
): Generator<Step, CheckResult> {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  const cursor = checks.some(({ each }) => each) ? entryCursor() : undefined;
  const rows = ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0);

  for (const [index, check] of checks.entries()) {
    const step = { doing: `核对：${check.title}`, done: rows * index, total: rows * checks.length };
    yield step;
    const ability = abilityOf(check, ledgers, policy, references);
    notChecked.push(...ability.notChecked);
    if (ability.able.length === 0) continue;
    for (const finding of piecesOf(check, ability.able, policy, references, cursor)) {
      if (finding) findings.push(finding);
      else yield step;
    }
  }
  return { findings, notChecked };
}

/** How many rows are looked at between two breaths: about a millisecond's work. */
const rowsPerBreath = 4096;

/** What the check finds, with `undefined` between two pieces of work. */
function* piecesOf(
  check: Check,
  ledgers: readonly Ledger[],
  policy: Policy,
  references: References,
  cursor: EntryCursor | undefined,
): Generator<Finding | undefined> {
  if (check.across) {
    for (const problem of check.across(ledgers, policy, references)) yield problem && findingOfLedger(check, problem);
    return;
  }
  for (const ledger of ledgers) {
    if (check.cell) yield* cellByCell(check, ledger, policy);
    else if (cursor) yield* entryByEntry(check, ledger, policy, cursor);
  }
}

function* cellByCell(check: Check, ledger: Ledger, policy: Policy): Generator<Finding | undefined> {
  for (const field of check.cells) {
    const column = ledger.columns[field];
    if (!column) continue;
    const { typed } = column;
    const judge = (entry: number): CellProblem | undefined => {
      const value = typed[entry];
      return value === null || value === undefined || value === '' ? undefined : check.cell?.(value, policy);
    };
    const entries = check.suspects?.(typed, policy) ?? entriesOfKinds(check, typed);
    for (const found of guilty(ledger, entries, entries ? undefined : rowSorts(ledger, [field]), judge))
      yield found && findingOfEntry(check, ledger, found.entry, { ...found.problem, field });
  }
}

/** The entries whose identity number is of a kind that the check looks at; `undefined` where it looks at all. */
function entriesOfKinds(check: Check, typed: readonly CellValue[]): readonly number[] | undefined {
  const wanted = check.idNumbersThatAre;
  if (!wanted) return undefined;
  const { entries } = idNumberColumn(typed);
  return wanted.flatMap((kind) => entries.get(kind) ?? []).sort((left, right) => left - right);
}

function* entryByEntry(
  check: Check,
  ledger: Ledger,
  policy: Policy,
  cursor: EntryCursor,
): Generator<Finding | undefined> {
  const needed = check.needs.map((field) => ledger.columns[field]?.values ?? []);
  const judge = (entry: number): EntryProblem | readonly EntryProblem[] | undefined => {
    if (!isFilled(needed, entry)) return undefined;
    cursor.move(entry);
    return check.each?.(cursor.view, policy);
  };
  const entries = entriesOfKinds(check, ledger.columns.idNumber?.typed ?? []);
  // What a check says of a row depends on the columns it has named and on nothing else: each sort of row is judged once.
  const sorts = entries ? undefined : rowSorts(ledger, [...check.needs, ...check.needsOneOf, ...check.reads]);
  cursor.open(ledger);
  for (const found of guilty(ledger, entries, sorts, judge)) {
    if (!found) yield undefined;
    else if (!isList(found.problem)) yield findingOfEntry(check, ledger, found.entry, found.problem);
    else for (const problem of found.problem) yield findingOfEntry(check, ledger, found.entry, problem);
  }
}

/** The entries in which something is wrong: of those given, or else of all. `undefined` between two pieces of work. */
function* guilty<P>(
  { rows }: Ledger,
  entries: readonly number[] | undefined,
  sorts: RowSorts | undefined,
  judge: (entry: number) => P | undefined,
): Generator<{ readonly entry: number; readonly problem: P } | undefined> {
  const wrong = sorts && new Uint8Array(sorts.size);
  let isAnyWrong = !sorts;
  for (const [index, first] of (sorts?.firsts ?? []).entries()) {
    if (index % rowsPerBreath === rowsPerBreath - 1) yield undefined;
    if (!wrong || judge(first) === undefined) continue;
    wrong[sorts?.sorts[first] ?? 0] = 1;
    isAnyWrong = true;
  }
  if (!isAnyWrong) return;
  const count = entries?.length ?? rows.length;
  for (let from = 0; from < count; from += rowsPerBreath) {
    if (from > 0) yield undefined;
    yield* wrongIn(entries, from, Math.min(from + rowsPerBreath, count), sorts, wrong, judge);
  }
}

/** A stretch of entries at once, out of the generator, in which loops are slow. */
function wrongIn<P>(
  entries: readonly number[] | undefined,
  from: number,
  to: number,
  sorts: RowSorts | undefined,
  wrong: Uint8Array | undefined,
  judge: (entry: number) => P | undefined,
): readonly { readonly entry: number; readonly problem: P }[] {
  const found: { readonly entry: number; readonly problem: P }[] = [];
  for (let index = from; index < to; index++) {
    const entry = entries ? entries[index] : index;
    if (sorts && wrong?.[sorts.sorts[entry]] !== 1) continue;
    const problem = judge(entry);
    if (problem !== undefined) found.push({ entry, problem });
  }
  return found;
}

function isFilled(needed: readonly (readonly unknown[])[], entry: number): boolean {
  for (let index = 0; index < needed.length; index++) if (needed[index][entry] === undefined) return false;
  return true;
}

const isList = (found: EntryProblem | readonly EntryProblem[]): found is readonly EntryProblem[] =>
  Array.isArray(found);
