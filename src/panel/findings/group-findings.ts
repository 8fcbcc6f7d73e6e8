import type { Finding, FindingKind, Severity } from '../../core/findings/finding';

/** All findings of one kind that pass the filter. */
export interface FindingGroup {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings by kind: gravest first, then in the order in which a kind first occurs. Within a kind the order stays. */
export function groupFindings(
  findings: readonly Finding[],
  kinds: ReadonlyMap<string, FindingKind>,
): readonly FindingGroup[] {
  const groups = new Map<string, { kind: FindingKind; severity: Severity; findings: Finding[] }>();
  for (const finding of findings) {
    const kind = kinds.get(finding.kind);
    if (!kind) throw new Error(`no kind ${finding.kind}`);
    const key = `${finding.severity} ${finding.kind}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { kind, severity: finding.severity, findings: [finding] });
  }
  return [...groups.values()].sort(
    (left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity),
  );
}

/** How many findings of each severity there are. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
