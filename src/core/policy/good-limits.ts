import type { Household } from './entitlement';
import { goodsFor, quantityOf, type Good, type GoodRange } from './goods';
import type { Policy } from './policy';

/** What is wrong with a quantity that the scheme leaves a choice in. */
export interface GoodFault {
  /** `stacked`: two types added up; `unit`: right after doubling or halving, as 斤 and 公斤 are. */
  readonly why: 'outside' | 'stacked' | 'unit';
  readonly least: number;
  readonly most: number;
  readonly formula: string;
}

/**
 * Compares a quantity (斤, 床, 套, 件, 分) with the scheme's range. Where the months make it one figure the fill compares
 * that, and nothing is said here; nor where the scheme does not say enough.
 */
export function goodFault(
  policy: Policy,
  household: Household,
  good: Good,
  quantity: number,
  months: number | undefined,
): GoodFault | undefined {
  const given = goodsFor(policy, household);
  if ('reason' in given) return undefined;
  const range = given.goods[good];
  if (!range || quantity === 0) return undefined;
  if (!('reason' in quantityOf(range, months, { name: '', show: String }))) return undefined;
  const { min: least, max: most } = range;
  if (quantity >= least && quantity <= most) return undefined;
  const formula = formulaOf(range);
  const isUnit = good === 'grain' && [quantity * 2, quantity / 2].some((other) => other >= least && other <= most);
  const why =
    quantity > most && quantity <= sumOfTypes(policy, household, good) ? 'stacked' : isUnit ? 'unit' : 'outside';
  return { why, least, most, formula };
}

const formulaOf = ({ months, formula }: GoodRange): string =>
  months
    ? `${formula()} × ${months.min === months.max ? months.min : `${months.min} 至 ${months.max}`} 个月`
    : formula();

/** What all types of the household would give together; 0 where it has but one. */
function sumOfTypes(policy: Policy, household: Household, good: Good): number {
  const single = (policy.inKind ?? []).flatMap((type) => {
    const given = type.group ? goodsFor({ ...policy, inKind: [type] }, household) : { reason: '' };
    return 'reason' in given ? [] : [given.goods[good]?.max ?? 0];
  });
  return single.length < 2 ? 0 : single.reduce((sum, most) => sum + most, 0);
}
