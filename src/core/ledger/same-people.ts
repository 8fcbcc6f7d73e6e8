import type { CellValue } from '../workbook/cell';
import { hashOfNumber, idNumberColumn } from './id-number-column';
import { isDigits } from './accounts';
import { valueOf, type Ledger } from './ledger';
import { phonesIn } from './phones';
import { repeatedValues } from './repeated-values';

/** One entry among several ledgers. */
export interface LedgerEntry {
  readonly ledger: Ledger;
  readonly entry: number;
}

/** The numbers of a column by which people are compared, told once per column. `undefined` where nothing can be compared. */
export const comparableIdNumbers = (typed: readonly CellValue[]): readonly (string | undefined)[] =>
  idNumberColumn(typed).numbers;

/**
 * The entries that share a value, in reading order; values that stand alone are left out. `hashIn` may tell a value's hash
 * cheaper than from the value itself, 0 for none. A bare `yield` between two pieces of work lets a page breathe.
 */
export function* entriesByValue<K extends string | number>(
  ledgers: readonly Ledger[],
  valueIn: (ledger: Ledger) => (entry: number) => K | undefined,
  hashIn?: (ledger: Ledger) => (entry: number) => number,
): Generator<undefined, ReadonlyMap<K, readonly LedgerEntry[]>> {
  const placeOf = placesIn(ledgers);
  const count = ledgers.reduce((sum, { rows }) => sum + rows.length, 0);
  const shared = yield* repeatedValues(count, inAll(ledgers, valueIn), hashIn && inAll(ledgers, hashIn));
  return new Map(shared.map(([value, indexes]) => [value, indexes.map(placeOf)]));
}

/** All entries of the ledgers counted through: what each has, asked for from the first to the last or anew from the first. */
function inAll<V>(ledgers: readonly Ledger[], valueIn: (ledger: Ledger) => (entry: number) => V): (index: number) => V {
  const [first] = ledgers;
  const valueAt = ledgers.map(valueIn);
  if (ledgers.length === 1) return valueAt[0];
  let [own, start, end] = [0, 0, first?.rows.length ?? 0];
  return (index) => {
    if (index < start) [own, start, end] = [0, 0, first.rows.length];
    while (index >= end) {
      own += 1;
      start = end;
      end += ledgers[own].rows.length;
    }
    return valueAt[own](index - start);
  };
}

/** The ledger and entry of an index counted through all ledgers. */
function placesIn(ledgers: readonly Ledger[]): (index: number) => LedgerEntry {
  const starts: number[] = [];
  let count = 0;
  for (const { rows } of ledgers) {
    starts.push(count);
    count += rows.length;
  }
  return (index) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= index) low = middle;
      else high = middle - 1;
    }
    return { ledger: ledgers[low], entry: index - starts[low] };
  };
}

/** The entries that share an identity number; built once for the same ledgers, since many checks ask. */
export function* entriesByIdNumber(
  ledgers: readonly Ledger[],
): Generator<undefined, ReadonlyMap<string, readonly LedgerEntry[]>> {
  return yield* remembered(byNumber, ledgers, idNumberIn, ({ columns }) => {
    const column = columns.idNumber && idNumberColumn(columns.idNumber.typed);
    return (entry) => (column ? hashOfNumber(column, entry) : 0);
  });
}

/** The entries that share the first phone of their cell; built once for the same ledgers. */
export function* entriesByPhone(
  ledgers: readonly Ledger[],
): Generator<undefined, ReadonlyMap<string, readonly LedgerEntry[]>> {
  return yield* remembered(
    byPhone,
    ledgers,
    ({ columns }) =>
      (entry) =>
        firstPhone(columns.phone?.values[entry]),
  );
}

function* remembered(
  known: WeakMap<Ledger, { readonly ledgers: readonly Ledger[]; readonly groups: Groups }>,
  ledgers: readonly Ledger[],
  valueIn: (ledger: Ledger) => (entry: number) => string | undefined,
  hashIn?: (ledger: Ledger) => (entry: number) => number,
): Generator<undefined, Groups> {
  if (ledgers.length === 0) return new Map();
  const before = known.get(ledgers[0]);
  if (
    before &&
    before.ledgers.length === ledgers.length &&
    before.ledgers.every((one, index) => one === ledgers[index])
  ) {
    return before.groups;
  }
  const groups = yield* entriesByValue(ledgers, valueIn, hashIn);
  known.set(ledgers[0], { ledgers, groups });
  return groups;
}

type Groups = ReadonlyMap<string, readonly LedgerEntry[]>;

const byNumber = new WeakMap<Ledger, { readonly ledgers: readonly Ledger[]; readonly groups: Groups }>();
const byPhone = new WeakMap<Ledger, { readonly ledgers: readonly Ledger[]; readonly groups: Groups }>();
function firstPhone(phone: string | undefined): string | undefined {
  if (phone === undefined || phone.length < 7) return undefined;
  // Eleven digits are one mobile number.
  return phone.length === 11 && isDigits(phone) ? phone : phonesIn(phone)[0];
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
