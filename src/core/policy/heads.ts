import type { Policy } from './policy';

/** The head count that 每人 and 人均 mean: 需救助人口 unless the scheme says otherwise (rules.md AMT-01); of an open floor the lower reading. */
export const headsOf = (policy: Policy, household: HeadCounts): number | undefined =>
  policy.perCapitaBase?.value === '家庭人口' ? household.householdSize : household.peopleInNeed;

/** The word for what `headsOf` counts. */
export const headWord = (policy: Policy): '家庭人口' | '需救助人口' =>
  policy.perCapitaBase?.value === '家庭人口' ? '家庭人口' : '需救助人口';

/** The two head counts of a household. */
export interface HeadCounts {
  readonly householdSize?: number;
  readonly peopleInNeed?: number;
}
