import type { Finding } from '../../core/findings/finding';
import type { CheckReport } from '../../tasks/check-workbooks';
import { sameKey } from './use-findings';

/**
 * The report with the findings that the panel has just put right, each in its place: they are gone from the ledger, but the
 * list stays as it was under the person's hands, and shows them as done, until the next 检查.
 */
export function withSettled(report: CheckReport, settled: readonly Finding[]): CheckReport {
  if (settled.length === 0) return report;
  const standing = new Set(report.findings.map(sameKey));
  const gone = new Map<string, Finding[]>();
  for (const finding of settled) {
    const key = sameKey(finding);
    // What was taken back and put right once more is shown once.
    if (standing.has(key)) continue;
    standing.add(key);
    const { sheet } = finding.at[0];
    const here = gone.get(sheet);
    if (here) here.push(finding);
    else gone.set(sheet, [finding]);
  }
  if (gone.size === 0) return report;
  for (const here of gone.values()) here.sort(byPlace);
  return { ...report, findings: inPlace(report.findings, gone) };
}

/** Both lists are in the order of rows and columns, sheet by sheet, so that one walk puts them together. */
function inPlace(findings: readonly Finding[], gone: ReadonlyMap<string, readonly Finding[]>): readonly Finding[] {
  const all: Finding[] = [];
  const told = new Map<string, number>();
  const tellOf = (sheet: string, isDue: (finding: Finding) => boolean): void => {
    const here = gone.get(sheet) ?? [];
    let at = told.get(sheet) ?? 0;
    for (; at < here.length && isDue(here[at]); at++) all.push(here[at]);
    told.set(sheet, at);
  };
  let last: string | undefined;
  for (const finding of findings) {
    const { sheet } = finding.at[0];
    if (last !== undefined && last !== sheet) tellOf(last, () => true);
    last = sheet;
    tellOf(sheet, (one) => byPlace(one, finding) < 0);
    all.push(finding);
  }
  if (last !== undefined) tellOf(last, () => true);
  for (const sheet of gone.keys()) tellOf(sheet, () => true);
  return all;
}

const byPlace = ({ at: [one] }: Finding, { at: [other] }: Finding): number =>
  one.row - other.row || one.column - other.column;
