/**
 * Finds, among 18-character numbers, those one slip away from another: one character exchanged, or two neighbours swapped.
 * A slip inside the region or the year leaves day and serial as they are, one inside the day leaves year and serial, one
 * inside the serial leaves the date; so three look-ups find them all but the swaps over a border, which are tried one by one.
 */
export function oneSlipIndex<T extends { readonly idNumber: string }>(
  numbers: readonly T[],
): (idNumber: string) => readonly T[] {
  const shelves = keys.map(() => new Map<string, T[]>());
  const whole = new Map<string, T[]>();
  const put = (shelf: Map<string, T[]>, key: string, one: T) => {
    const known = shelf.get(key);
    if (known) known.push(one);
    else shelf.set(key, [one]);
  };
  for (const one of numbers) {
    put(whole, one.idNumber, one);
    keys.forEach((key, at) => put(shelves[at], key(one.idNumber), one));
  }
  return (idNumber) => {
    let found: T[] = [];
    for (let at = 0; at < keys.length; at++) {
      for (const one of shelves[at].get(keys[at](idNumber)) ?? []) {
        if (isOneSlip(one.idNumber, idNumber) && !found.includes(one)) found = [...found, one];
      }
    }
    for (const border of borders) {
      const swapped = idNumber.slice(0, border) + idNumber[border + 1] + idNumber[border] + idNumber.slice(border + 2);
      if (swapped !== idNumber)
        for (const one of whole.get(swapped) ?? []) if (!found.includes(one)) found = [...found, one];
    }
    return found;
  };
}

/** Region 0–5, year 6–9, day 10–13, serial and check character 14–17. */
const keys: readonly ((idNumber: string) => string)[] = [
  (idNumber) => idNumber.slice(10),
  (idNumber) => idNumber.slice(0, 10) + idNumber.slice(14),
  (idNumber) => idNumber.slice(0, 14),
];

/** The first of two neighbours that stand in different parts: year and day, day and serial. */
const borders = [9, 13] as const;

function isOneSlip(left: string, right: string): boolean {
  let first = 0;
  while (first < 18 && left[first] === right[first]) first++;
  if (first === 18) return false;
  const rest = left.slice(first + 1) === right.slice(first + 1);
  const swap =
    left[first] === right[first + 1] &&
    left[first + 1] === right[first] &&
    left.slice(first + 2) === right.slice(first + 2);
  return rest || swap;
}
