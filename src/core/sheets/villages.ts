import type { Household } from './household';
import type { SheetInput } from './sheet-kind';
import { sectionsOf } from './table';

export interface Village {
  /** As the ledger writes it; what the occasion says where the ledger has no village; else empty. */
  readonly name: string;
  readonly households: readonly Household[];
}

/** The households by village, villages in the order of the ledger. Without any household: one village without a name. */
export function villagesOf({ households, occasion }: SheetInput): readonly Village[] {
  const named = (household: Household): string => household.village || (occasion.village ?? '');
  if (households.length === 0) return [{ name: occasion.village ?? '', households }];
  return sectionsOf(households, named).map(({ name, rows }) => ({ name, households: rows }));
}

/** The village's name for a title, or room for it. */
export const villageWords = (name: string): string => name || '＿＿＿＿村（社区）';
