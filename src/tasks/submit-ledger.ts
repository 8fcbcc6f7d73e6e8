import { checks } from '../core/checks';
import { removeJournals } from '../core/journal/apart-from-journal';
import { sealLines } from '../core/merge/seal';
import type { IsoDate } from '../core/ledger/dates';
import type { WorkbookChange } from '../core/workbook/change';
import { finish } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { findingsOf, recordWithoutSeal, withSeal } from './record-plan';

export interface Submission {
  readonly changes: readonly WorkbookChange[];
  /** How many findings stand, and how many of them bear a decision. */
  readonly found: number;
  readonly explained: number;
}

/**
 * 报送: the changes that write 核查记录 with a seal under it: who checked when, by which scheme and checks, what was found and
 * explained, and the print of the ledgers' contents, so that the bureau can tell offline whether anything was changed since.
 * 操作记录 holds what was typed before, numbers included, and is taken out.
 */
export function submitLedger(workbook: WorkbookSnapshot, report: CheckReport, by: string, today: IsoDate): Submission {
  const { standing, settled } = findingsOf(workbook, report);
  const explained = settled.length;
  const skipped = new Set(report.notChecked.filter(({ sheet }) => sheet === undefined).map(({ check }) => check));
  const lines = sealLines(report.ledgers, {
    by,
    on: today,
    scheme: report.scheme.scheme.title,
    checks: checks.filter(({ id }) => !skipped.has(id)).map(({ title }) => title),
    notChecked: report.notChecked.length,
    found: report.summary,
    explained,
  });
  const plan = finish(recordWithoutSeal(workbook, report, today));
  const changes: readonly WorkbookChange[] = [
    { kind: 'put-sheet', plan: withSeal(plan, lines) },
    ...removeJournals(workbook),
  ];
  return { changes, found: standing.length + explained, explained };
}
