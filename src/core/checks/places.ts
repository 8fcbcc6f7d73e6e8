import type { Ledger } from '../ledger/ledger';

/** The entries of all ledgers counted through: one number for a ledger and an entry. */
export interface Places {
  readonly count: number;
  /** The ledger's index. */
  readonly ledgerOf: (place: number) => number;
  readonly entryOf: (place: number) => number;
  readonly placeOf: (ledger: number, entry: number) => number;
}

/** Counts the entries through, ledger by ledger. Edited ledgers have the same places as before. */
export function placesIn(ledgers: readonly Ledger[]): Places {
  const starts: number[] = [];
  let count = 0;
  for (const { rows } of ledgers) {
    starts.push(count);
    count += rows.length;
  }
  const ledgerOf = (place: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count,
    ledgerOf,
    entryOf: (place) => place - starts[ledgerOf(place)],
    placeOf: (ledger, entry) => starts[ledger] + entry,
  };
}
