import type { Finding, NotChecked } from '../findings/finding';
import { fields } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { Working } from '../policy/working';
import type { CellRef } from '../workbook/cell';
import type { CellEdit } from '../workbook/change';
import type { Step } from '../workbook/port';
import { knowsUnit } from './cell-value';
import type { Fill } from './fill';
import { fillTotals } from './fill-totals';
import { fillEntry, needsOf, prepareFill, type Proposed } from './fill-entry';

/** An empty cell that would get a value, before consent. */
export interface ProposedEdit {
  readonly workbook: string;
  readonly edit: CellEdit;
  /** The fill's id. */
  readonly fill: string;
  readonly working: Working;
}

export interface FillResult {
  readonly edits: readonly ProposedEdit[];
  /** Typed values that disagree with the computed ones. */
  readonly findings: readonly Finding[];
  /** Empty cells that stay empty, and why. */
  readonly notFilled: readonly { readonly at: CellRef; readonly fill: string; readonly reason: string }[];
  /** Columns that cannot be computed at all, and why, by the id of the fill's finding. A ledger without the column is left out. */
  readonly notChecked: readonly NotChecked[];
}

/**
 * Computes every fill for every row: empty cells become edits, differing ones findings. A formula is never overwritten.
 * A fill sees what the fills before it would put into the same row.
 */
export function* runFills(
  ledgers: readonly Ledger[],
  policy: Policy,
  fills: readonly Fill[],
): Generator<Step, FillResult> {
  const result: Collected = { edits: [], findings: [], notFilled: [], notChecked: [] };
  const total = ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0) * fills.length;
  let done = 0;
  for (const ledger of ledgers) {
    const proposed: Proposed = new Map();
    for (const fill of fills) {
      // A form without the column does not ask for the value.
      const isAsked = ledger.columns[fill.target] !== undefined;
      const reason = isAsked ? whyNot(ledger, policy, fill) : undefined;
      if (reason !== undefined) {
        result.notChecked.push({ check: fill.disagrees.id, workbook: ledger.workbook, sheet: ledger.sheet, reason });
      }
      if (!isAsked || reason !== undefined) {
        done += ledger.rows.length;
        continue;
      }
      const prepared = prepareFill(ledger, fill, policy, proposed);
      for (let entry = 0; entry < ledger.rows.length; entry++, done++) {
        if (done % 500 === 0) yield { doing: `正在计算${fill.title}`, done, total };
        fillEntry(prepared, entry, result);
      }
      fillTotals(ledger, fill, proposed, result);
    }
  }
  return result;
}

/** What the runner gathers. */
export type Collected = { readonly [K in keyof FillResult]: FillResult[K][number][] };

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
