import { fields } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { knowsUnit } from './cell-value';
import type { Fill } from './fill';
import { needsOf } from './fill-entry';

/** Why the fill cannot run on the ledger at all, though the ledger has its column. */
export function whyNot(ledger: Ledger, policy: Policy, fill: Fill): string | undefined {
  const unavailable = fill.unavailable?.(policy);
  if (unavailable !== undefined) return unavailable;
  const missing = needsOf(fill, policy).filter((field) => !ledger.columns[field]);
  if (missing.length > 0) {
    return `台账没有“${missing.map((field) => fields[field].zh).join('”“')}”一列，不能计算。`;
  }
  const target = ledger.columns[fill.target];
  return !target || knowsUnit(fill.target, target.unit)
    ? undefined
    : `“${target.heading}”没有写明斤还是公斤，不能计算。`;
}
