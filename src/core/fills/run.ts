import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { Step } from '../workbook/port';
import type { Fill } from './fill';
import { fillEntry, prepareFill, type Proposed } from './fill-entry';
import type { Collected, FillResult } from './fill-result';
import { fillTotals } from './fill-totals';
import { whyNot } from './why-not';

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
