import type { Finding } from '../findings/finding';
import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { Fill } from './fill';
import { fillEntry, prepareFill, type Proposed } from './fill-entry';
import type { Collected } from './fill-result';
import { whyNot } from './why-not';

/** Where typed values of these entries disagree with the computed ones: what a whole run finds there, since each row stands for itself. */
export function fillFindings(
  ledger: Ledger,
  policy: Policy,
  fills: readonly Fill[],
  entries: readonly number[],
): readonly Finding[] {
  const result: Collected = { edits: [], findings: [], notFilled: [], notChecked: [] };
  const proposed: Proposed = new Map();
  for (const fill of fills) {
    if (!ledger.columns[fill.target] || whyNot(ledger, policy, fill) !== undefined) continue;
    const prepared = prepareFill(ledger, fill, policy, proposed);
    for (const entry of entries) fillEntry(prepared, entry, result);
  }
  return result.findings;
}
