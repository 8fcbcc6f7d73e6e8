import type { Household } from './household';
import type { Line } from './layout';

/** Of which of the ledger's households a sheet is made, where it is not all of them. */
export interface Scope {
  /** As the sheet says it: `大坪村`, `选中的户`. */
  readonly words: string;
  /** Households of the ledger that are left out. */
  readonly leftOut: number;
  /** They are left out because they belong to other villages; a village's own households are all here. */
  readonly isVillage: boolean;
}

/** What a sheet of some households says at its foot, so that nobody takes it for the whole; none where nothing is left out. */
export const scopeLines = (scope: Scope | undefined, listed: readonly Household[]): readonly Line[] =>
  scope === undefined || scope.leftOut === 0
    ? []
    : [{ parts: [`${begin}${scope.words}：共 ${listed.length} 户，${elsewhere(scope)}。`], style: 'note' }];

/** `另有 48 户属其他村，未列入`. */
export const elsewhere = ({ leftOut, isVillage }: Scope): string =>
  isVillage ? `另有 ${leftOut} 户属其他村，未列入` : `台账另有 ${leftOut} 户未列入`;

/** Whether a line of a printed sheet says that households of its own villages are left out on purpose. */
export const saysPartly = (text: string): boolean => text.startsWith(begin) && !text.includes('属其他村');

const begin = '只列';
