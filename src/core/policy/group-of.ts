import { tidyText } from '../ledger/tidy';
import type { Group } from './scheme';

/** The words by which households are grouped, as they stand in the ledger. */
export interface GroupWords {
  readonly householdType?: string;
  readonly severity?: string;
  readonly disasterType?: string;
}

/** True where one of the group's words stands in one of its columns; several types in a cell are parted by 、 or / and the like. */
export function inGroup(group: Group, household: GroupWords): boolean {
  const known = knownWords(group);
  for (const column of group.columns) {
    const text = household[column];
    if (text === undefined) continue;
    // Most cells hold one plain word, which needs no tidying.
    if (known.has(text) || (!/^\p{Script=Han}*$/u.test(text) && wordsIn(text).some((word) => known.has(word))))
      return true;
  }
  return false;
}

/** The single words of a cell that may name several types (rules.md TYP-02). */
export const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；/／+＋\n]/)
    .map(tidyWord)
    .filter((word) => word !== '');

const tidyWord = (text: string): string => tidyText(text).replace(/[“”"']/g, '');

const knownByGroup = new WeakMap<Group, ReadonlySet<string>>();

function knownWords(group: Group): ReadonlySet<string> {
  let known = knownByGroup.get(group);
  if (!known) {
    known = new Set([group.name, ...(group.also ?? [])].map(tidyWord));
    knownByGroup.set(group, known);
  }
  return known;
}
