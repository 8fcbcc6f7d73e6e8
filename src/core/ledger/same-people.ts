import type { CellValue } from '../workbook/cell';
import { comparableIdNumber, kindOfIdNumber, type IdNumberKind } from './id-number';
import { isDigits } from './accounts';
import { valueOf, type Ledger } from './ledger';
import { phonesIn } from './phones';

/** One entry among several ledgers. */
export interface LedgerEntry {
  readonly ledger: Ledger;
  readonly entry: number;
}

/** The numbers of a column by which people are compared, told once per column. `undefined` where nothing can be compared. */
export function comparableIdNumbers(typed: readonly CellValue[]): readonly (string | undefined)[] {
  let known = byColumn.get(typed);
  if (!known) {
    const { kinds } = kindsInColumn(typed);
    // A sound number in its ordinary writing is its own key.
    known = typed.map((value, entry) =>
      kinds[entry] === 'citizen' && isOrdinary(value) ? value : comparableIdNumber(value),
    );
    byColumn.set(typed, known);
  }
  return known;
}

/** The column with one cell changed. What is known of the other cells is taken along. */
export function withCell(typed: readonly CellValue[], entry: number, value: CellValue): readonly CellValue[] {
  const changed = typed.slice();
  changed[entry] = value;
  const known = kindsByColumn.get(typed);
  if (known) {
    const [kinds, entries] = [known.kinds.slice(), new Map(known.entries)];
    const [before, after] = [kinds[entry], kindOfIdNumber(value)];
    entries.set(
      before,
      (entries.get(before) ?? []).filter((place) => place !== entry),
    );
    if (after !== 'citizen' && after !== 'empty') {
      entries.set(
        after,
        [...(entries.get(after) ?? []), entry].sort((left, right) => left - right),
      );
    }
    kinds[entry] = after;
    kindsByColumn.set(changed, { kinds, entries });
  }
  const numbers = byColumn.get(typed);
  if (numbers) {
    const copy = numbers.slice();
    copy[entry] = comparableIdNumber(value);
    byColumn.set(changed, copy);
  }
  return changed;
}

/** What a column of identity numbers holds, told once per column. */
export interface KindsInColumn {
  readonly kinds: readonly IdNumberKind[];
  /** The entries of each kind but the usual `citizen` and `empty`. */
  readonly entries: ReadonlyMap<IdNumberKind, readonly number[]>;
}

/** Nearly all cells of a column are of the usual kind, so that the others are best known by their places. */
export function kindsInColumn(typed: readonly CellValue[]): KindsInColumn {
  let known = kindsByColumn.get(typed);
  if (!known) {
    const kinds = typed.map(kindOfIdNumber);
    const entries = new Map<IdNumberKind, number[]>();
    for (let entry = 0; entry < kinds.length; entry++) {
      const kind = kinds[entry];
      if (kind === 'citizen' || kind === 'empty') continue;
      const places = entries.get(kind);
      if (places) places.push(entry);
      else entries.set(kind, [entry]);
    }
    kindsByColumn.set(typed, (known = { kinds, entries }));
  }
  return known;
}

/**
 * The entries that share a value, in reading order; values that stand alone are left out. A bare `yield` between two
 * pieces of work lets a page breathe.
 */
export function* entriesByValue<K extends string | number>(
  ledgers: readonly Ledger[],
  valueIn: (ledger: Ledger) => (entry: number) => K | undefined,
): Generator<undefined, ReadonlyMap<K, readonly LedgerEntry[]>> {
  // One look-up for each of the many rows that stand alone, and nothing made for them.
  const seen = new Map<K, number | number[]>();
  const shared: (readonly [K, readonly number[]])[] = [];
  for (const [index, ledger] of ledgers.entries()) {
    const valueAt = valueIn(ledger);
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 4096 === 4095) yield;
      const value = valueAt(entry);
      if (value === undefined) continue;
      const here = index * placesPerLedger + entry;
      const before = seen.get(value);
      if (before === undefined) seen.set(value, here);
      else if (typeof before !== 'number') before.push(here);
      else {
        const group = [before, here];
        seen.set(value, group);
        shared.push([value, group]);
      }
    }
  }
  return new Map(
    shared.map(([value, places]) => [
      value,
      places.map((place) => ({ ledger: ledgers[Math.floor(place / placesPerLedger)], entry: place % placesPerLedger })),
    ]),
  );
}

/** The entries that share an identity number; built once for the same ledgers, since many checks ask. */
export function* entriesByIdNumber(
  ledgers: readonly Ledger[],
): Generator<undefined, ReadonlyMap<string, readonly LedgerEntry[]>> {
  return yield* remembered(byNumber, ledgers, idNumberIn);
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
  const groups = yield* entriesByValue(ledgers, valueIn);
  known.set(ledgers[0], { ledgers, groups });
  return groups;
}

type Groups = ReadonlyMap<string, readonly LedgerEntry[]>;

const byNumber = new WeakMap<Ledger, { readonly ledgers: readonly Ledger[]; readonly groups: Groups }>();
const byPhone = new WeakMap<Ledger, { readonly ledgers: readonly Ledger[]; readonly groups: Groups }>();
const kindsByColumn = new WeakMap<readonly CellValue[], KindsInColumn>();

/** 18 characters of digits, the last perhaps an X: nothing to tidy, upgrade or cut. */
function isOrdinary(value: CellValue): value is string {
  if (typeof value !== 'string' || value.length !== 18) return false;
  for (let place = 0; place < 18; place++) {
    const code = value.charCodeAt(place);
    if ((code < 48 || code > 57) && !(code === 88 && place === 17)) return false;
  }
  return true;
}

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

// A row and its ledger in one number.
const placesPerLedger = 2 ** 21;

const byColumn = new WeakMap<readonly CellValue[], readonly (string | undefined)[]>();
