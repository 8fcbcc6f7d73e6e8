import type { Finding } from '../../core/findings/finding';
import type { CheckReport } from '../../tasks/check-workbooks';
import { isSame } from './use-findings';

/**
 * The report with the findings that the panel has just put right, each in its place: they are gone from the ledger, but the
 * list stays as it was under the person's hands, and shows them as done, until the next 检查.
 */
export function withSettled(report: CheckReport, settled: readonly Finding[]): CheckReport {
  const gone = settled.filter((finding) => !report.findings.some((other) => isSame(other, finding)));
  if (gone.length === 0) return report;
  const findings = [...report.findings];
  for (const finding of gone) {
    const at = findings.findIndex((other) => isBehind(other, finding));
    findings.splice(at < 0 ? findings.length : at, 0, finding);
  }
  return { ...report, findings };
}

function isBehind({ at: [other] }: Finding, { at: [at] }: Finding): boolean {
  if (other.sheet !== at.sheet) return false;
  return other.row > at.row || (other.row === at.row && other.column > at.column);
}
