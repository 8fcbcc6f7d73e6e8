import { a1, type CellRef } from '../core/workbook/cell';
import type { DecidedFinding } from '../core/decisions/replay';
import type { Finding, NotChecked } from '../core/findings/finding';
import { dateOfSerial } from '../core/ledger/dates';
import type { LedgerColumn } from '../core/ledger/ledger';
import { findingKinds, sentenceOf, type CheckReport } from '../tasks/check-workbooks';

/** The one JSON object of `check --format json`. Other programs rely on its shape; `row` and `column` count from 1. */
export function reportJson(report: CheckReport): string {
  return JSON.stringify(
    {
      ledgers: report.ledgers.map((ledger) => ({
        workbook: ledger.workbook,
        sheet: ledger.sheet,
        form: ledger.form,
        entries: ledger.rows.length,
        columns: Object.values(ledger.columns as Readonly<Record<string, LedgerColumn>>)
          .map(({ field, heading, column }) => ({ field, heading, column }))
          .sort((left, right) => left.column - right.column),
      })),
      findings: report.findings.map((finding) => ({
        ...found(finding),
        why: findingKinds.get(finding.kind)?.why ?? '',
        also: finding.at.slice(1).map(place),
        fix: fixOf(finding),
      })),
      notChecked: reasonsOf(report.notChecked),
      summary: report.summary,
      decided: report.decided.map(decided),
      lapsed: report.lapsed.map(decided),
    },
    null,
    2,
  );
}

/** What was found, where. */
const found = (finding: Finding) => ({
  check: finding.kind,
  severity: finding.severity,
  ...place(finding.at[0]),
  row: finding.at[0].row,
  message: sentenceOf(finding),
});

/** A finding with what a person wrote about it in 核查记录. */
function decided({ finding, decision: { decision, reason, by, on } }: DecidedFinding) {
  const day = typeof on === 'number' ? dateOfSerial(on, false) : on;
  return { ...found(finding), decision, reason, by, on: typeof day === 'string' ? day : '' };
}

/** What was not checked, each reason once, with the place where it holds only there. */
function reasonsOf(notChecked: readonly NotChecked[]): readonly { readonly check: string; readonly reason: string }[] {
  const reasons = notChecked.map(({ check, workbook, sheet, reason }) => {
    const where = [workbook, sheet].filter((part) => part !== undefined).map((part) => `“${part}”`);
    return { check, reason: where.length > 0 ? `${where.join('的')}：${reason}` : reason };
  });
  return [...new Map(reasons.map((reason) => [`${reason.check}\n${reason.reason}`, reason])).values()];
}

const place = ({ workbook, sheet, row, column }: CellRef) => ({ workbook, sheet, cell: a1(row, column) });

/** The value that the guilty cell itself would get. */
function fixOf({ fix, at: [guilty] }: Finding) {
  if (!fix) return null;
  const own = fix.edits.find(
    ({ at }) => at.sheet === guilty.sheet && at.row === guilty.row && at.column === guilty.column,
  );
  return { certainty: fix.certainty, to: (own ?? fix.edits[0])?.to ?? null };
}
