import { accountDigits } from '../ledger/accounts';
import { slipsOf } from '../ledger/id-number';
import type { Ledger } from '../ledger/ledger';
import { nameKey } from '../ledger/names';
import { phonesIn } from '../ledger/phones';
import { placeIndex, type PlaceIndex } from '../ledger/place-index';
import { comparableIdNumbers, personName } from '../ledger/same-people';
import { follows } from '../ledger/serial-runs';
import { tidyText } from '../ledger/tidy';
import type { ComparedBy } from './check';
import { placesIn, type Places } from './places';

/** Which entries an edit concerns, and which a check must see besides to judge those. Both by place. */
export interface Concerned {
  readonly touched: ReadonlySet<number>;
  readonly seen: ReadonlySet<number>;
}

/** Who shares a value, by what is shared: made where first asked for, and moved along with each edit. */
export type Sharers = Map<Sharing, { readonly stand: { ledgers: readonly Ledger[] }; readonly index: PlaceIndex }>;

/**
 * The entries compared with the edited ones by each of these relations, before the edit or after it. To be asked before the
 * edit; the answer is then asked with the ledgers after it, and moves the sharers along. A bare `yield` between two pieces
 * of work lets a page breathe.
 */
export function* concernedBy(
  relations: ReadonlySet<ComparedBy>,
  edited: readonly number[],
  before: readonly Ledger[],
  sharers: Sharers,
): Generator<undefined, (after: readonly Ledger[]) => Generator<undefined, ReadonlyMap<ComparedBy, Concerned>>> {
  const places = placesIn(before);
  function* around(by: ComparedBy, ledgers: readonly Ledger[], of: Iterable<number>): Generator<undefined, number[]> {
    const found: number[] = [];
    let looked = 0;
    for (const place of of) {
      if (looked++ % 32 === 0) yield;
      for (const other of comparedWith(by, place, ledgers, places, sharers)) found.push(other);
    }
    return found;
  }
  const was = new Map<ComparedBy, readonly number[]>();
  for (const by of relations) was.set(by, yield* around(by, before, edited));
  const held = [...sharers].filter(([, { stand }]) => stand.ledgers === before);
  const keys = held.map(([by]) => edited.map((place) => keyOf(by, before, places, place)));
  return function* (after) {
    sharers.clear();
    for (const [at, [by, sharer]] of held.entries()) {
      sharers.set(by, sharer);
      sharer.stand.ledgers = after;
      edited.forEach((place, index) => sharer.index.move(place, keys[at][index], keyOf(by, after, places, place)));
    }
    const concerned = new Map<ComparedBy, Concerned>();
    for (const by of relations) {
      const touched = new Set([...(was.get(by) ?? []), ...(yield* around(by, after, edited))]);
      // Who shares a value shares it with all of his group; slips and runs have neighbours of their own.
      const hasOwn = by === 'oneSlip' || isRun(by);
      const seen = hasOwn ? new Set([...touched, ...(yield* around(by, after, touched))]) : touched;
      concerned.set(by, { touched, seen });
    }
    return concerned;
  };
}

type Sharing = 'idNumber' | 'phone' | 'cardAccount' | 'name' | 'villageName';

const isRun = (by: ComparedBy): by is 'nextNumber' | 'nextAccount' => by === 'nextNumber' || by === 'nextAccount';

/** The entry itself and those that a check holds against it. */
function comparedWith(
  by: ComparedBy,
  place: number,
  ledgers: readonly Ledger[],
  places: Places,
  sharers: Sharers,
): readonly number[] {
  if (by === 'entry') return [place];
  if (isRun(by)) return runAround(by, place, ledgers, places);
  const key = keyOf(by === 'oneSlip' ? 'idNumber' : by, ledgers, places, place);
  if (key === undefined) return [place];
  if (by !== 'oneSlip') return [place, ...indexOf(by, ledgers, places, sharers).placesOf(key)];
  const { placesOf } = indexOf('idNumber', ledgers, places, sharers);
  return key.length === 18 ? [place, ...slipsOf(key).flatMap(({ to }) => placesOf(to))] : [place];
}

function indexOf(by: Sharing, ledgers: readonly Ledger[], places: Places, sharers: Sharers): PlaceIndex {
  const known = sharers.get(by);
  if (known?.stand.ledgers === ledgers) return known.index;
  const stand = { ledgers };
  const index = placeIndex(places.count, (place) => keyOf(by, stand.ledgers, places, place));
  sharers.set(by, { stand, index });
  return index;
}

/** The run of numbers counted up that the entry stands in or beside, and one entry more at either end. */
function runAround(
  by: 'nextNumber' | 'nextAccount',
  place: number,
  ledgers: readonly Ledger[],
  { ledgerOf, entryOf, placeOf }: Places,
): readonly number[] {
  const ledger = ledgerOf(place);
  const typed = ledgers[ledger].columns[by === 'nextNumber' ? 'idNumber' : 'cardAccount']?.typed;
  if (!typed) return [place];
  let from = Math.max(0, entryOf(place) - 1);
  let to = Math.min(typed.length - 1, entryOf(place) + 1);
  while (from > 0 && follows(typed[from - 1], typed[from])) from--;
  while (to + 1 < typed.length && follows(typed[to], typed[to + 1])) to++;
  [from, to] = [Math.max(0, from - 1), Math.min(typed.length - 1, to + 1)];
  return Array.from({ length: to - from + 1 }, (_, index) => placeOf(ledger, from + index));
}

/** The value that the entry may share with others, as the checks compare it. */
function keyOf(
  by: Sharing,
  ledgers: readonly Ledger[],
  { ledgerOf, entryOf }: Places,
  place: number,
): string | undefined {
  const [ledger, entry] = [ledgers[ledgerOf(place)], entryOf(place)];
  switch (by) {
    case 'idNumber':
      return ledger.columns.idNumber && comparableIdNumbers(ledger.columns.idNumber.typed)[entry];
    case 'phone': {
      const phone = ledger.columns.phone?.values[entry];
      return phone === undefined || phone.length < 7 ? undefined : phonesIn(phone)[0];
    }
    case 'cardAccount': {
      const account = ledger.columns.cardAccount?.values[entry];
      return account === undefined ? undefined : accountDigits(account);
    }
    case 'name': {
      const name = personName({ ledger, entry });
      return name === undefined ? undefined : nameKey(name);
    }
    case 'villageName':
      return tidyText(ledger.columns.villageName?.values[entry] ?? '');
  }
}
