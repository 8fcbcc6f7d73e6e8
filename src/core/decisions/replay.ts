import type { Finding } from '../findings/finding';
import type { Ledger } from '../ledger/ledger';
import type { Step } from '../workbook/port';
import type { Decision } from './decisions';
import { findingKeysInSteps, subjectPart } from './finding-keys';
import { isSettledBy } from './decision-choices';

/** A finding and what a person decided about it. */
export interface DecidedFinding {
  readonly finding: Finding;
  readonly decision: Decision;
}

export interface Replayed {
  /** What nobody has decided, or decided without effect. */
  readonly standing: readonly Finding[];
  /** Looked at and settled: 核实无误, 不是同一人, 暂缓处理, each with a reason. */
  readonly decided: readonly DecidedFinding[];
  /** Standing findings about which something was decided that no longer holds, because the facts have changed. */
  readonly lapsed: readonly DecidedFinding[];
  /** Standing findings about which something is written that settles nothing: a correction is due, or the reason is missing. */
  readonly noted: readonly DecidedFinding[];
}

/**
 * Sets aside the findings that a decision holds for; of two about one finding the later in the list counts. A decision holds only with a reason, and only while
 * the facts it rested on are the same; where rows were sorted, inserted or merged it is found again by whom it is about.
 */
export function* replayDecisions(
  findings: readonly Finding[],
  ledgers: readonly Ledger[],
  written: readonly Decision[],
): Generator<Step, Replayed> {
  if (written.length === 0) return { standing: findings, decided: [], lapsed: [], noted: [] };
  const byKey = new Map(written.map((decision) => [decision.key, decision]));
  const bySubject = new Map(written.map((decision) => [subjectPart(decision.key), decision]));
  const keys = yield* findingKeysInSteps(findings, ledgers);
  const found = new Set(keys.map(({ key }) => key));
  const standing: Finding[] = [];
  const [decided, lapsed, noted]: [DecidedFinding[], DecidedFinding[], DecidedFinding[]] = [[], [], []];
  for (const [index, finding] of findings.entries()) {
    const { key } = keys[index];
    const decision = byKey.get(key);
    if (decision && isSettledBy(finding.kind, decision)) {
      decided.push({ finding, decision });
      continue;
    }
    standing.push(finding);
    if (decision) {
      noted.push({ finding, decision });
      continue;
    }
    const before = bySubject.get(subjectPart(key));
    if (before && !found.has(before.key) && isSettledBy(finding.kind, before))
      lapsed.push({ finding, decision: before });
  }
  return { standing, decided, lapsed, noted };
}
