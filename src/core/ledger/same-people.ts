import type { CellValue } from '../workbook/cell';
import { comparableIdNumber } from './id-number';
import { valueOf, type Ledger } from './ledger';

/** One entry among several ledgers. */
export interface LedgerEntry {
  readonly ledger: Ledger;
  readonly entry: number;
}

/** The numbers of a column by which people are compared, told once per column. `undefined` where nothing can be compared. */
export function comparableIdNumbers(typed: readonly CellValue[]): readonly (string | undefined)[] {
  let known = byColumn.get(typed);
  if (!known) {
    known = typed.map(comparableIdNumber);
    byColumn.set(typed, known);
  }
  return known;
}

/**
 * The entries that share a value, in reading order; values that stand alone are left out. A bare `yield` between two
 * pieces of work lets a page breathe.
 */
export function* entriesByValue(
  ledgers: readonly Ledger[],
  valueIn: (ledger: Ledger) => (entry: number) => string | undefined,
): Generator<undefined, ReadonlyMap<string, readonly LedgerEntry[]>> {
  const first = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const [index, ledger] of ledgers.entries()) {
    const valueAt = valueIn(ledger);
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 4096 === 4095) yield;
      const value = valueAt(entry);
      if (value === undefined) continue;
      const here = index * placesPerLedger + entry;
      const before = first.get(value);
      const group = groups.get(value);
      if (before === undefined) first.set(value, here);
      else if (group) group.push(here);
      else groups.set(value, [before, here]);
    }
  }
  return new Map(
    [...groups].map(([value, places]) => [
      value,
      places.map((place) => ({ ledger: ledgers[Math.floor(place / placesPerLedger)], entry: place % placesPerLedger })),
    ]),
  );
}

/** Entries of one identity number. */
export const idNumberIn = (ledger: Ledger): ((entry: number) => string | undefined) => {
  const column = ledger.columns.idNumber;
  const numbers = column && comparableIdNumbers(column.typed);
  return (entry) => numbers?.[entry];
};

/** Whom an entry is about: the member in a roster, else the head. */
export const personName = ({ ledger, entry }: LedgerEntry): string | undefined =>
  (ledger.entryIs === 'person' ? valueOf(ledger, entry, 'memberName') : undefined) ??
  valueOf(ledger, entry, 'householdHead');

// A row and its ledger in one number, so that nothing is made for the many rows that stand alone.
const placesPerLedger = 2 ** 21;

const byColumn = new WeakMap<readonly CellValue[], readonly (string | undefined)[]>();
