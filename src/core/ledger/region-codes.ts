import { regionTable } from './region-table';

/**
 * What is known of the first six digits of an identity number: a county that there is or was (numbers are not changed when
 * a county is), a county not on our list though its prefecture is, or nowhere at all.
 */
export type RegionKnown = 'county' | 'prefecture' | 'nowhere';

/** Looks six digits up among the codes of GB/T 2260, abolished ones included. */
export function regionKnown(code: string): RegionKnown {
  const counties = (known ??= readTable()).get(code.slice(0, 4));
  if (!counties) return 'nowhere';
  return counties.has(Number(code.slice(4, 6))) ? 'county' : 'prefecture';
}

let known: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** Read when the first code is looked up: the list has some 6,700 counties, and many a ledger asks about two of them. */
function readTable(): ReadonlyMap<string, ReadonlySet<number>> {
  const prefectures = new Map<string, ReadonlySet<number>>();
  for (const [province, text] of Object.entries(regionTable)) {
    for (const part of text.split(',')) {
      const [prefecture, ...ranges] = part.split(' ');
      prefectures.set(province + prefecture, new Set(ranges.flatMap(numbersOf)));
    }
  }
  return prefectures;
}

function numbersOf(range: string): readonly number[] {
  const [first, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
