import { formatYuan, type Fen } from '../ledger/money';
import { entitlementOf, type Household } from './entitlement';
import { inGroup } from './group-of';
import { headsOf } from './heads';
import type { Policy } from './policy';

/** A limit of a household's amount, with how it comes about and its clause. */
export interface AmountLimit {
  readonly amount: Fen;
  /** Such as `4 人 × 90 元/人`. */
  readonly formula: string;
  readonly source: string;
}

/** What an amount must keep to where the scheme leaves a choice; where it sets one amount there are no limits here. */
export interface AmountLimits {
  readonly floor?: AmountLimit;
  readonly cap?: AmountLimit;
  /** The amount must lie in one of these; empty where the scheme has no bands or they contradict the floor. */
  readonly bands: readonly { readonly name: string; readonly least: Fen; readonly most: Fen }[];
}

/** The limits for the household (rules.md AMT-02 to AMT-04). */
export function amountLimits(policy: Policy, household: Household): AmountLimits {
  if (!policy.standard || policy.standard.shape === 'fixed') return none;
  let known = byPolicy.get(policy);
  if (!known) byPolicy.set(policy, (known = new Map()));
  const { householdType, severity, disasterType, householdSize, peopleInNeed } = household;
  const ofClass = inner(inner(inner(known, householdType), severity), disasterType);
  // No household has a thousand people.
  const heads = (householdSize ?? 999) * 1000 + (peopleInNeed ?? 999);
  let limits = ofClass.get(heads);
  if (!limits) {
    limits = limitsFor(policy, { householdType, severity, disasterType, householdSize, peopleInNeed });
    ofClass.set(heads, limits);
  }
  return limits;
}

/** Which limit the amount breaks: one only, the floor before the cap before the band. */
export function brokenLimit(limits: AmountLimits, amount: Fen): 'floor' | 'cap' | 'band' | undefined {
  const { floor, cap, bands } = limits;
  if (floor && amount < floor.amount) return 'floor';
  if (cap && amount > cap.amount) return 'cap';
  if (bands.length === 0 || bands.some(({ least, most }) => amount >= least && amount <= most)) return undefined;
  return 'band';
}

type ByWord<V> = Map<string | undefined, V>;

/** By 家庭类型, 困难程度, 受灾类型 and head counts: a ledger holds few combinations of them. */
const byPolicy = new WeakMap<Policy, ByWord<ByWord<ByWord<Map<number, AmountLimits>>>>>();

function inner<K, V>(outer: ByWord<Map<K, V>>, word: string | undefined): Map<K, V> {
  let found = outer.get(word);
  if (!found) outer.set(word, (found = new Map()));
  return found;
}

function limitsFor(policy: Policy, household: Household): AmountLimits {
  const { standard } = policy;
  const heads = headsOf(policy, household);
  const perPerson = (limit: { readonly value: Fen; readonly source: string } | undefined): AmountLimit | undefined =>
    limit && heads
      ? {
          amount: (heads * limit.value) as Fen,
          formula: `${heads} 人 × ${formatYuan(limit.value)} 元/人`,
          source: limit.source,
        }
      : undefined;
  switch (standard?.shape) {
    case 'person-floor':
      return { floor: perPerson(standard.floor), bands: [] };
    case 'base-plus-top-up':
      // Whoever is in no group for more gets exactly the base, which the fill compares.
      return entitlementOf(policy, household).kind === 'exact' ? none : { floor: perPerson(standard.base), bands: [] };
    case 'person-range': {
      const cap = standard.householdCap && asLimit(standard.householdCap, '每户最高');
      const found = heads
        ? standard.classes.map(({ group, min, max }) => bandOf(group?.name, heads * min.value, heads * max.value))
        : [];
      const own = ownBand(policy, household, found);
      return {
        cap,
        bands: cap ? own.map((band) => ({ ...band, least: Math.min(band.least, cap.amount) as Fen })) : own,
      };
    }
    case 'household-range': {
      const found = standard.classes.map(({ group, min, max }) => bandOf(group?.name, min.value, max.value));
      const own = ownBand(policy, household, found);
      const perHousehold = standard.householdFloor && asLimit(standard.householdFloor, '每户最低');
      const byHeads = perPerson(standard.personFloor);
      const fits = byHeads !== undefined && own.some(({ most }) => byHeads.amount <= most);
      const floor = fits && byHeads.amount > (perHousehold?.amount ?? 0) ? byHeads : perHousehold;
      // Where the floor by heads lies above the band, the scheme contradicts itself and no band can be held to.
      return { floor, bands: byHeads !== undefined && !fits ? [] : own };
    }
    default:
      return none;
  }
}

const none: AmountLimits = { bands: [] };

const asLimit = (limit: { readonly value: Fen; readonly source: string }, word: string): AmountLimit => ({
  amount: limit.value,
  formula: `${word} ${formatYuan(limit.value)} 元`,
  source: limit.source,
});

const bandOf = (name: string | undefined, least: number, most: number) => ({
  name: name ?? '各户',
  least: least as Fen,
  most: most as Fen,
});

/** The band of the household's own class, the highest of several where the scheme says so; all of them where it cannot be told. */
function ownBand<B extends { readonly name: string; readonly most: Fen }>(
  policy: Policy,
  household: Household,
  all: readonly B[],
): readonly B[] {
  const { standard, stacking } = policy;
  const classes = standard && 'classes' in standard ? standard.classes : [];
  const own = all.filter((_, index) => {
    const group = classes[index]?.group;
    return group !== undefined && inGroup(group, household);
  });
  const found = own.length > 0 ? own : all.filter((_, index) => classes[index]?.group === undefined);
  if (found.length === 0) return all;
  if (stacking?.value !== '就高不叠加') return found;
  return [found.reduce((best, band) => (band.most > best.most ? band : best))];
}
