import type { Household } from './household';
import { nameOrBlank } from './occasion';
import type { Portion } from './portion';
import type { SheetInput } from './sheet-kind';
import { sectionsOf } from './table';

export interface Village {
  /** As the ledger writes it; what the occasion says where the ledger has no village; else empty. */
  readonly name: string;
  /** Told where there are several. */
  readonly township?: string;
  readonly households: readonly Household[];
}

/**
 * The households by village, villages in the order of the ledger; two townships may each have a village of one name. Without
 * any household: one village without a name.
 */
export function villagesOf(input: SheetInput): readonly Village[] {
  const { households, occasion } = input;
  const named = (household: Household): string => household.village || (occasion.village ?? '');
  if (households.length === 0) return [{ name: occasion.village ?? '', households }];
  return townshipsOf(input).flatMap(({ name: township, rows, areSeveral }) =>
    sectionsOf(rows, named).map(({ name, rows: own }) => ({ name, households: own, ...(areSeveral && { township }) })),
  );
}

/** The households by township; one without a name where none is told. */
function townshipsOf({ households }: SheetInput) {
  const townships = sectionsOf(households, ({ township }) => township ?? '');
  return townships.map((township) => ({ ...township, areSeveral: townships.length > 1 }));
}

/** One line for each township, where there are several. */
export const portionsByTownship = (input: SheetInput): readonly Portion[] =>
  townshipsOf(input).flatMap(({ name, rows, areSeveral }) =>
    areSeveral ? [{ name: townshipWords(name), households: rows }] : [],
  );

/** One line for each village, under its township where there are several; none where there is no household. */
export const portionsByVillage = (input: SheetInput): readonly Portion[] =>
  input.households.length === 0
    ? []
    : villagesOf(input).map(({ name, township, households }) => ({
        name: villageWords(name),
        households,
        ...(township !== undefined && { of: townshipWords(township) }),
      }));

/** Who reports: the township, or the county where several townships are counted together. */
export function reportingPlace(input: SheetInput): string {
  const townships = townshipsOf(input);
  return townships.length > 1
    ? nameOrBlank(input.occasion.county, '＿＿＿＿县（市、区）')
    : nameOrBlank(input.occasion.township ?? townships[0]?.name, '＿＿＿＿乡（镇）');
}

const townshipWords = (name: string): string => name || '（未写乡镇）';

/** The village's name for a title, or room for it. */
export const villageWords = (name: string): string => name || '＿＿＿＿村（社区）';
