import type { Finding, FindingKind } from './finding';

/** The sentence a person reads. Throws where the kind or message is unknown: that is broken machinery, not a data problem. */
export function describe(finding: Finding, kinds: ReadonlyMap<string, FindingKind>): string {
  const template = kinds.get(finding.kind)?.messages[finding.message];
  if (template === undefined) throw new Error(`no sentence for ${finding.kind} / ${finding.message}`);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(finding.data[name] ?? whole));
}
