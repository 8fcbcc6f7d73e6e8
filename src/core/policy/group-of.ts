import type { Group } from './scheme';

/** The words by which households are grouped, as they stand in the ledger. */
export interface GroupWords {
  readonly householdType?: string;
  readonly severity?: string;
  readonly disasterType?: string;
}

/** True where one of the group's words stands in one of its columns; several types in a cell are parted by 、 or / and the like. */
export function inGroup(group: Group, household: GroupWords): boolean {
  const known = new Set([group.name, ...(group.also ?? [])].map(tidy));
  return group.columns.some((column) => wordsIn(household[column]).some((word) => known.has(word)));
}

/** The single words of a cell that may name several types (rules.md TYP-02). */
export const wordsIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[、,，;；/／+＋\n]/)
    .map(tidy)
    .filter((word) => word !== '');

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[“”"']/g, '');
