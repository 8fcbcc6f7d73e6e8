import { hashOfParts, partsOf, type IdNumberColumn, type NumberParts } from './id-number-column';

/**
 * Finds, among numbers of 17 digits and a check character, those one slip away from another: one character exchanged, or two neighbours swapped.
 * A slip inside the region or the year leaves day and serial as they are, one inside the day leaves year and serial, one
 * inside the serial leaves the date; so three look-ups find them all but the swaps over a border, which are tried one by one.
 */
export function oneSlipIndex<T extends { readonly idNumber: string }>(
  numbers: readonly T[],
): (idNumber: string) => readonly T[] {
  const shelves = keys.map(() => new Map<number, T[]>());
  for (const one of numbers) {
    const parts = partsOf(one.idNumber);
    if (!parts) continue;
    keys.forEach((key, at) => {
      const hash = key(parts);
      const known = shelves[at].get(hash);
      if (known) known.push(one);
      else shelves[at].set(hash, [one]);
    });
  }
  return (idNumber) => {
    const parts = partsOf(idNumber);
    const found: T[] = [];
    const take = (shelf: number, hash: number): void => {
      for (const one of shelves[shelf].get(hash) ?? [])
        if (isOneSlip(one.idNumber, idNumber) && !found.includes(one)) found.push(one);
    };
    if (!parts) return found;
    for (let at = 0; at < whole; at++) take(at, keys[at](parts));
    for (const swap of borderSwaps) take(whole, keys[whole](swap(parts)));
    return found;
  };
}

/**
 * Tells of an entry whether any of the numbers may be one slip away from its own: never no where one is, and rarely yes
 * where none is. It looks at bare digits only, so that a whole column is held against the numbers in a few milliseconds.
 */
export function mayBeOneSlipAway(
  numbers: readonly { readonly idNumber: string }[],
): (column: IdNumberColumn, entry: number) => boolean {
  let size = 4096;
  while (size < numbers.length * 64) size *= 2;
  const mask = size - 1;
  const seen = new Uint8Array(size);
  for (const { idNumber } of numbers) {
    const parts = partsOf(idNumber);
    if (parts) keys.forEach((key, at) => (seen[key(parts) & mask] |= 1 << at));
  }
  return ({ regions, births, tails }, entry) => {
    const [region, birth, tail] = [regions[entry], births[entry], tails[entry]];
    if (region === 0) return false;
    return (
      (seen[hashOfParts(0, birth % 10_000, tail) & mask] & 1) !== 0 ||
      (seen[hashOfParts(region, Math.floor(birth / 10_000), tail) & mask] & 2) !== 0 ||
      (seen[hashOfParts(region, birth, 0) & mask] & 4) !== 0 ||
      (seen[hashOfParts(region, birth + yearWithMonth(birth), tail) & mask] & 8) !== 0 ||
      (seen[hashOfParts(region, birth + dayWithSerial(birth, tail), tail - dayWithSerial(birth, tail) * 1100) & mask] &
        8) !==
        0
    );
  };
}

/** What stays as it is where the slip is in region or year, in month or day, in the serial or check character; and all. */
const keys: readonly ((parts: NumberParts) => number)[] = [
  ({ birth, tail }) => hashOfParts(0, birth % 10_000, tail),
  ({ region, birth, tail }) => hashOfParts(region, Math.floor(birth / 10_000), tail),
  ({ region, birth }) => hashOfParts(region, birth, 0),
  ({ region, birth, tail }) => hashOfParts(region, birth, tail),
];
const whole = 3;

/** The swaps of neighbours that stand in different parts: year and month, day and serial. */
const borderSwaps: readonly ((parts: NumberParts) => NumberParts)[] = [
  ({ region, birth, tail }) => ({ region, birth: birth + yearWithMonth(birth), tail }),
  ({ region, birth, tail }) => {
    const by = dayWithSerial(birth, tail);
    return { region, birth: birth + by, tail: tail - by * 1100 };
  },
];

/** What is added to the date where the last digit of its year and the first of its month are swapped. */
const yearWithMonth = (birth: number): number =>
  ((Math.floor(birth / 1000) % 10) - (Math.floor(birth / 10_000) % 10)) * 9000;

/** What is added to the date where its last digit and the first of the serial are swapped. */
const dayWithSerial = (birth: number, tail: number): number => Math.floor(tail / 1100) - (birth % 10);

function isOneSlip(left: string, right: string): boolean {
  let first = 0;
  while (first < 18 && left.charCodeAt(first) === right.charCodeAt(first)) first++;
  if (first === 18) return false;
  const isSwap =
    left.charCodeAt(first) === right.charCodeAt(first + 1) && left.charCodeAt(first + 1) === right.charCodeAt(first);
  let next = first + 1;
  while (next < 18 && left.charCodeAt(next) === right.charCodeAt(next)) next++;
  if (next === 18) return true;
  if (!isSwap || next !== first + 1) return false;
  for (next += 1; next < 18; next++) if (left.charCodeAt(next) !== right.charCodeAt(next)) return false;
  return true;
}
