import { entitlementOf, type Entitlement, type Household } from './entitlement';
import type { Policy } from './policy';
import type { Group } from './scheme';

/** What one class gets at each household size; for the panel, where figures are changed and seen at once. */
export interface ClassAmounts {
  readonly className: string;
  readonly bySize: readonly { readonly size: number; readonly entitled: Entitlement }[];
}

/** Each class of the standard at household sizes 1 to `largest`, everyone in need. Empty where the scheme sets no amounts. */
export function amountsBySize(policy: Policy, largest = 12): readonly ClassAmounts[] {
  return classesOf(policy).map(({ className, words }) => ({
    className,
    bySize: Array.from({ length: largest }, (_, index) => {
      const size = index + 1;
      const household: Household = { ...words, householdSize: size, peopleInNeed: size };
      return { size, entitled: entitlementOf(policy, household) };
    }),
  }));
}

function classesOf({ standard }: Policy): readonly { readonly className: string; readonly words: Household }[] {
  if (!standard) return [];
  const ofGroup = (group: Group) => ({ className: group.name, words: { [group.columns[0]]: group.name } });
  if (standard.shape === 'base-plus-top-up') {
    // Any word that no group knows stands for all the others.
    return [...standard.topUp.value.map(ofGroup), { className: '其他户', words: { householdType: '不在上述各类' } }];
  }
  if (!('classes' in standard)) return [{ className: '各户', words: {} }];
  return standard.classes.map(({ group }) => (group ? ofGroup(group) : { className: '各户', words: {} }));
}
