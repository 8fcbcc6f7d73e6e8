import { formatYuan, type Fen } from '../ledger/money';
import type { Contradiction, Demand } from './contradiction';
import type { Policy } from './policy';
import { askOffice } from './scheme-words';

/** Floors that do not fit under a band or a cap for some household sizes, and gaps between bands (rules.md AMT-03, AMT-05). */
export function amountContradictions(policy: Policy): readonly Contradiction[] {
  const standard = policy.standard;
  if (standard?.shape === 'household-range') {
    const { classes, householdFloor, personFloor } = standard;
    const found: Contradiction[] = [];
    for (const { group, min, max } of classes) {
      const name = group?.name ?? '各户';
      if (householdFloor && householdFloor.value > max.value) {
        found.push({
          kind: 'floor-above-band',
          sentence: `${name}最高 ${formatYuan(max.value)} 元/户，低于每户最低 ${formatYuan(householdFloor.value)} 元，${askOffice}`,
          sources: [max.source, householdFloor.source],
        });
      }
      const sizes = personFloor ? allSizes.filter((size) => size * personFloor.value > max.value) : [];
      if (personFloor && sizes.length > 0) {
        const least = formatYuan((sizes[0] * personFloor.value) as Fen);
        found.push({
          kind: 'floor-above-band',
          sentence:
            `${name}最高 ${formatYuan(max.value)} 元/户，而 ${sizes[0]} 人以上的户按人均 ${formatYuan(personFloor.value)} 元` +
            `至少要 ${least} 元，两条不能同时满足，${askOffice}`,
          sources: [min.source, personFloor.source],
          sizes,
        });
      }
    }
    const bands = [...classes].sort((left, right) => left.min.value - right.min.value);
    bands.slice(1).forEach((upper, index) => {
      const lower = bands[index];
      if (lower.max.value >= upper.min.value) return;
      const [from, to] = [formatYuan(lower.max.value), formatYuan(upper.min.value)];
      found.push({
        kind: 'band-gap',
        sentence: `${lower.group?.name ?? '低档'}最高 ${from} 元，${upper.group?.name ?? '高档'}最低 ${to} 元，${from} 元至 ${to} 元之间不属于任何一类，${askOffice}`,
        sources: [lower.max.source, upper.min.source],
      });
    });
    return found;
  }
  if (standard?.shape === 'person-range' && standard.householdCap) {
    const cap = standard.householdCap;
    return standard.classes.flatMap(({ group, min }): Contradiction[] => {
      const sizes = allSizes.filter((size) => size * min.value > cap.value);
      if (sizes.length === 0) return [];
      const sentence =
        `${group?.name ?? '各户'}每人至少 ${formatYuan(min.value)} 元，${sizes[0]} 人以上的户至少要 ` +
        `${formatYuan((sizes[0] * min.value) as Fen)} 元，超过每户最高 ${formatYuan(cap.value)} 元，${askOffice}`;
      return [{ kind: 'floor-above-band', sentence, sources: [min.source, cap.source], sizes }];
    });
  }
  return [];
}

/** Money that is not enough for the least that so many households and people cost. */
export function allocationContradictions(policy: Policy, demand: Demand | undefined): readonly Contradiction[] {
  const { allocation, standard } = policy;
  if (!allocation || !standard || !demand) return [];
  const floor = leastFor(policy, demand);
  if (floor === undefined || floor.amount <= allocation.value) return [];
  const short = formatYuan((floor.amount - allocation.value) as Fen);
  return [
    {
      kind: 'allocation-below-floor',
      sentence: `${demand.households} 户 ${demand.people} 人按最低标准共需 ${formatYuan(floor.amount)} 元，下达资金只有 ${formatYuan(allocation.value)} 元，还差 ${short} 元，请核对人数或申请追加资金。`,
      sources: [floor.source, allocation.source],
    },
  ];
}

/** The least that so many households and people cost, whatever their classes. */
function leastFor(
  { standard }: Policy,
  { households, people }: Demand,
): { readonly amount: Fen; readonly source: string } | undefined {
  const least = (per: number, figures: readonly { readonly value: Fen; readonly source: string }[]) => {
    const lowest = figures.reduce((low, figure) => (figure.value < low.value ? figure : low));
    return { amount: (per * lowest.value) as Fen, source: lowest.source };
  };
  switch (standard?.shape) {
    case 'fixed':
      return standard.per.value === '未明确'
        ? undefined
        : least(
            standard.per.value === '每人' ? people : households,
            standard.classes.map(({ amount }) => amount),
          );
    case 'person-floor':
      return least(people, [standard.floor]);
    case 'base-plus-top-up':
      return least(people, [standard.base]);
    case 'person-range':
      return least(
        people,
        standard.classes.map(({ min }) => min),
      );
    case 'household-range': {
      const perHousehold = least(
        households,
        standard.classes.map(({ min }) => min),
      );
      const perPerson = standard.personFloor && least(people, [standard.personFloor]);
      return perPerson && perPerson.amount > perHousehold.amount ? perPerson : perHousehold;
    }
    default:
      return undefined;
  }
}

const allSizes: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);
