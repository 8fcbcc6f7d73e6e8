import type { Finding, NotChecked } from '../findings/finding';
import type { Ledger } from '../ledger/ledger';
import { kindsInColumn } from '../ledger/same-people';
import type { Policy } from '../policy/policy';
import type { CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { checks as allChecks } from '.';
import { abilityOf } from './ability';
import type { Check, EntryProblem } from './check';
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
  const cursor = entryCursor();
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
  cursor: EntryCursor,
): Generator<Finding | undefined> {
  if (check.across) {
    for (const problem of check.across(ledgers, policy, references)) yield problem && findingOfLedger(check, problem);
    return;
  }
  for (const ledger of ledgers) {
    if (check.cell) yield* cellByCell(check, ledger, policy);
    else yield* entryByEntry(check, ledger, policy, cursor);
  }
}

function* cellByCell(check: Check, ledger: Ledger, policy: Policy): Generator<Finding | undefined> {
  for (const field of check.cells) {
    const column = ledger.columns[field];
    if (!column) continue;
    const entries = entriesWanted(check, column.typed);
    const kinds = check.idNumbersThatAre && kindsInColumn(column.typed).kinds;
    const count = entries?.length ?? ledger.rows.length;
    for (let index = 0; index < count; index++) {
      if (index % rowsPerBreath === rowsPerBreath - 1) yield;
      const entry = entries ? entries[index] : index;
      if (kinds && !entries && !check.idNumbersThatAre?.includes(kinds[entry])) continue;
      const value = column.typed[entry];
      if (value === null || value === undefined || value === '') continue;
      const problem = check.cell?.(value, policy);
      if (problem) yield findingOfEntry(check, ledger, entry, { ...problem, field });
    }
  }
}

/** The entries whose identity number is of a kind that the check looks at; `undefined` where those are most of them. */
function entriesWanted(check: Check, typed: readonly CellValue[]): readonly number[] | undefined {
  const wanted = check.idNumbersThatAre;
  if (!wanted || wanted.includes('citizen')) return undefined;
  const { entries } = kindsInColumn(typed);
  return wanted.flatMap((kind) => entries.get(kind) ?? []).sort((left, right) => left - right);
}

function* entryByEntry(
  check: Check,
  ledger: Ledger,
  policy: Policy,
  cursor: EntryCursor,
): Generator<Finding | undefined> {
  const needed = check.needs.map((field) => ledger.columns[field]?.values ?? []);
  cursor.open(ledger);
  for (let entry = 0; entry < ledger.rows.length; entry++) {
    if (entry % rowsPerBreath === rowsPerBreath - 1) yield;
    if (!isFilled(needed, entry)) continue;
    cursor.move(entry);
    const found = check.each?.(cursor.view, policy);
    if (found === undefined) continue;
    for (const problem of isList(found) ? found : [found]) yield findingOfEntry(check, ledger, entry, problem);
  }
}

function isFilled(needed: readonly (readonly unknown[])[], entry: number): boolean {
  for (let index = 0; index < needed.length; index++) if (needed[index][entry] === undefined) return false;
  return true;
}

const isList = (found: EntryProblem | readonly EntryProblem[]): found is readonly EntryProblem[] =>
  Array.isArray(found);
