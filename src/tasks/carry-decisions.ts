import { readDecisions, type Decision } from '../core/decisions/decisions';
import { decisionEdits } from '../core/decisions/decision-edits';
import { findingKeysInSteps, subjectPart } from '../core/decisions/finding-keys';
import { dateOfSerial, type IsoDate } from '../core/ledger/dates';
import type { WorkbookChange } from '../core/workbook/change';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { cellsOfPlan } from './decide-finding';
import { findingsOf, recordPlan } from './record-plan';

export interface Carried {
  readonly changes: readonly WorkbookChange[];
  /** Taken over, with their reasons, and whose facts have changed since, and what is found no more. */
  readonly carried: number;
  readonly lapsed: number;
  readonly gone: number;
}

/**
 * 沿用: the changes that take over what was decided in the record of another workbook, such as the batch before, where the same
 * is found of the same person on the same facts. What this workbook's own record says of a finding stays.
 */
export function* carryDecisions(
  workbook: WorkbookSnapshot,
  report: CheckReport,
  earlier: readonly Decision[],
  today: IsoDate,
): Generator<Step, Carried> {
  const { standing, settled } = findingsOf(workbook, report);
  const keys = (yield* findingKeysInSteps([...standing, ...settled], report.ledgers)).map(({ key }) => key);
  const [found, subjects] = [new Set(keys), new Set(keys.map(subjectPart))];
  const own = new Set(workbook.sheets.flatMap(readDecisions).map(({ key }) => key));
  const open = [...new Map(earlier.map((each) => [each.key, each])).values()].filter(({ key }) => !own.has(key));
  const same = open.filter(({ key, reason }) => found.has(key) && reason !== '');
  const lapsed = open.filter(({ key, reason }) => !found.has(key) && reason !== '' && subjects.has(subjectPart(key)));
  const counts = { carried: same.length, lapsed: lapsed.length, gone: earlier.length - same.length - lapsed.length };
  if (same.length + lapsed.length === 0) return { changes: [], ...counts };
  const plan = yield* recordPlan(workbook, report, today, lapsed);
  const cells = cellsOfPlan(plan);
  const edits = same.flatMap((decision) =>
    decisionEdits(cells, decision.key, { ...decision, reason: carriedReason(decision.reason), on: dayOf(decision) }),
  );
  return {
    changes: [
      { kind: 'put-sheet', plan },
      { kind: 'edit-cells', edits },
    ],
    ...counts,
  };
}

/** Whoever reads it later sees that nobody looked at it anew. */
const carriedReason = (reason: string): string => (reason.endsWith(carriedWords) ? reason : `${reason}${carriedWords}`);
const carriedWords = '（沿用上一批）';

const dayOf = ({ on }: Decision): string =>
  typeof on === 'number' ? (dateOfSerial(on, false) ?? '') : String(on ?? '').trim();
