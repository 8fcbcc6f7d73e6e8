import type { Ledger } from './ledger';
import type { Fen } from './money';

/** The relief money of all households, and where a reader looks for it: the last 合计, else the heading of its column. */
export interface ReliefSum {
  readonly sum: Fen;
  readonly households: number;
  readonly at:
    | { readonly ledger: Ledger; readonly total: number; readonly field: 'reliefAmount' }
    | { readonly ledger: Ledger; readonly heading: 'reliefAmount' };
}

/** Adds up the household ledgers; `undefined` where none has amounts. */
export function reliefSum(ledgers: readonly Ledger[]): ReliefSum | undefined {
  let [sum, households] = [0, 0];
  let last: Ledger | undefined;
  for (const ledger of ledgers) {
    const amounts = ledger.entryIs === 'household' ? ledger.columns.reliefAmount?.values : undefined;
    if (!amounts) continue;
    const own = sumOf(amounts);
    sum += own.sum;
    households += own.count;
    last = ledger;
  }
  if (!last || households === 0) return undefined;
  const total = last.totals.reduce(
    (found, { kind, cells }, index) => (kind === 'total' && cells.reliefAmount !== undefined ? index : found),
    -1,
  );
  const at =
    total < 0
      ? ({ ledger: last, heading: 'reliefAmount' } as const)
      : ({ ledger: last, total, field: 'reliefAmount' } as const);
  return { sum: sum as Fen, households, at };
}

/** Told once per column, since several checks ask. */
function sumOf(amounts: readonly (Fen | undefined)[]): { readonly sum: number; readonly count: number } {
  let known = byColumn.get(amounts);
  if (known) return known;
  let [sum, count] = [0, 0];
  for (let entry = 0; entry < amounts.length; entry++) {
    const amount = amounts[entry];
    if (amount === undefined) continue;
    sum += amount;
    count += 1;
  }
  byColumn.set(amounts, (known = { sum, count }));
  return known;
}

const byColumn = new WeakMap<readonly (Fen | undefined)[], { readonly sum: number; readonly count: number }>();
