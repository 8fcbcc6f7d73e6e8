import { birthDateOf, isNameOnly } from './agreement';
import { entriesWhere } from './entries-where';
import { idNumberColumn } from './id-number-column';
import type { Ledger } from './ledger';
import { nameKey } from './names';
import { mixed } from './repeated-values';
import { entriesByValue, personName, type LedgerEntry } from './same-people';

/** The entries that share a name and may be one person: born on one day, or with no number that tells them apart. */
export function* namesakes(ledgers: readonly Ledger[]): Generator<undefined, Iterable<readonly LedgerEntry[]>> {
  const open = yield* openNames(ledgers);
  return (yield* entriesByValue(ledgers, (ledger) => keyIn(ledger, open))).values();
}

/**
 * For each row of a group, in its order, the earlier rows that could be the same person, nearest first: those born on the
 * same day, and those of which nothing but the name is known. Looking at all pairs of a common name would take minutes.
 */
export function earlierLike(group: readonly LedgerEntry[]): (index: number) => readonly number[] {
  const bornOn = new Map<string, number[]>();
  const nameOnly: number[] = [];
  return (index) => {
    const place = group[index];
    if (isNameOnly(place)) {
      nameOnly.push(index);
      return Array.from({ length: Math.min(index, nearest) }, (_, back) => index - 1 - back);
    }
    const born = birthDateOf(place);
    const sameDay = born === undefined ? undefined : bornOn.get(born);
    const earlier = [...(sameDay ?? []).slice(-nearest), ...nameOnly.slice(-nearest)];
    if (sameDay) sameDay.push(index);
    else if (born !== undefined) bornOn.set(born, [index]);
    return earlier.sort((left, right) => right - left).slice(0, nearest);
  };
}

/** Of a very common name, so many of the nearest rows are enough: each likely pair shows at its later row. */
const nearest = 100;

/** The names of entries that no number tells apart from their namesakes. */
function* openNames(ledgers: readonly Ledger[]): Generator<undefined, ReadonlySet<string>> {
  const open = new Set<string>();
  for (const ledger of ledgers) {
    const regions = ledger.columns.idNumber && idNumberColumn(ledger.columns.idNumber.typed).regions;
    const unnumbered = yield* entriesWhere(ledger.rows.length, (entry) => !regions || regions[entry] === 0);
    for (const entry of unnumbered) {
      const name = personName({ ledger, entry });
      if (name !== undefined) open.add(nameKey(name));
    }
  }
  return open;
}

/** Namesakes are worth comparing where they were born on one day, or where one of them has no number. */
function keyIn(ledger: Ledger, open: ReadonlySet<string>): (entry: number) => string | number | undefined {
  const { idNumber, memberName, householdHead } = ledger.columns;
  const births = idNumber && idNumberColumn(idNumber.typed).births;
  const regions = idNumber && idNumberColumn(idNumber.typed).regions;
  const own = ledger.entryIs === 'person' ? memberName?.values : undefined;
  return (entry) => {
    const name = own?.[entry] ?? householdHead?.values[entry];
    if (name === undefined) return undefined;
    const key = nameKey(name);
    return !births || regions?.[entry] === 0 || (open.size > 0 && open.has(key))
      ? key
      : nameAndBirth(key, births[entry]);
  };
}

/** As one small number, which is much cheaper to look up than a text; two may rarely share it, and are then told apart. */
function nameAndBirth(name: string, birth: number): number {
  let hash = birth;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return mixed(hash) >>> 2;
}
