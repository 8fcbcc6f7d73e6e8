import { formatYuan, type Fen } from '../ledger/money';
import type { Entitlement, Household } from './entitlement';
import { inGroup } from './group-of';
import { headWord } from './heads';
import type { Policy, Ruling, Standard } from './policy';
import type { Group } from './scheme';
import { askOffice } from './scheme-words';
import type { Explain } from './working';

/** What the standard gives an eligible household with so many heads; `heads` may be missing where a range per household stands without. */
export function byShape(
  standard: Standard,
  policy: Policy,
  household: Household,
  heads: number | undefined,
): Entitlement {
  const people = heads ?? 0;
  const explain = explainer(policy, household, heads);
  switch (standard.shape) {
    case 'fixed': {
      const found = classOf(standard.classes, household, policy, (one) => one.amount.value);
      if ('reason' in found) return unclear(found.reason);
      const { amount, group } = found.class;
      if (standard.per.value === '每户') {
        const working = explain([amount], () => `每户 ${formatYuan(amount.value)} 元`, group);
        return { kind: 'exact', amount: amount.value, working };
      }
      const working = explain([amount], () => product(people, amount.value), group);
      return { kind: 'exact', amount: times(people, amount.value), heads, working };
    }
    case 'person-floor': {
      const { floor } = standard;
      const working = explain([floor], () => `不低于 ${product(people, floor.value)}`);
      return { kind: 'range', least: times(people, floor.value), heads, working };
    }
    case 'base-plus-top-up': {
      const { base, topUp } = standard;
      const least = times(people, base.value);
      if (topUp.value.some((group) => inGroup(group, household))) {
        const working = explain([base, topUp], () => `不低于 ${product(people, base.value)}`);
        return { kind: 'range', least, heads, working };
      }
      if (!topUp.value.some((group) => group.columns.some((column) => household[column]))) {
        return unclear('没有填写类别，看不出是否属于可以提高标准的人员。');
      }
      return { kind: 'exact', amount: least, heads, working: explain([base], () => product(people, base.value)) };
    }
    case 'person-range': {
      const found = classOf(standard.classes, household, policy, (one) => one.max.value);
      if ('reason' in found) return unclear(found.reason);
      const { min, max, group } = found.class;
      const cap = standard.householdCap;
      const uncapped = times(people, max.value);
      const most = cap && cap.value < uncapped ? cap.value : uncapped;
      const isCapped = most < uncapped;
      const working = explain(
        isCapped && cap ? [min, max, cap] : [min, max],
        () => {
          const rate = `${people} 人 × ${formatYuan(min.value)} 至 ${formatYuan(max.value)} 元/人`;
          return isCapped ? `${rate}，每户不超过 ${formatYuan(most)} 元` : rate;
        },
        group,
      );
      return between(times(people, min.value), most, working, heads, group);
    }
    case 'household-range': {
      const found = classOf(standard.classes, household, policy, (one) => one.max.value);
      if ('reason' in found) return unclear(found.reason);
      const { min, max, group } = found.class;
      const { householdFloor, personFloor } = standard;
      const perHousehold = Math.max(min.value, householdFloor?.value ?? 0) as Fen;
      const perPerson = personFloor ? times(people, personFloor.value) : (0 as Fen);
      const raised = personFloor && perPerson > perHousehold ? personFloor : undefined;
      const working = explain(
        raised ? [min, max, raised] : [min, max],
        () => {
          const band = `每户 ${formatYuan(min.value)} 至 ${formatYuan(max.value)} 元`;
          return raised ? `${band}，且不低于 ${product(people, raised.value)}` : band;
        },
        group,
      );
      return between(raised ? perPerson : perHousehold, max.value, working, heads, group);
    }
  }
}

/** Puts a working into words when it is asked for. */
const explainer =
  (policy: Policy, household: Household, heads: number | undefined) =>
  (rulings: readonly Ruling<unknown>[], formula: () => string, group?: Group): Explain =>
  () => ({
    inputs: [
      ...(heads !== undefined && policy.perCapitaBase?.value === '未明确'
        ? [{ label: '人均所按人口', value: '方案未明确，先按较少的需救助人口计' }]
        : []),
      ...(heads === undefined ? [] : [{ label: headWord(policy), value: `${heads} 人` }]),
      ...(group ? [{ label: '类别', value: group.name }] : []),
      ...(policy.ruralOnly?.value
        ? [{ label: '户口类型', value: household.registrationType ?? '未填，先按农村户计，请核实' }]
        : []),
    ],
    clause: [...new Set(rulings.map((ruling) => ruling.source))].join('；'),
    formula: formula(),
  });

/** The one class of a household. A class with a group goes before the class of everyone; the highest counts where the scheme says so. */
function classOf<C extends { readonly group?: Group }>(
  classes: readonly C[],
  household: Household,
  policy: Policy,
  figure: (one: C) => Fen,
): { readonly class: C } | { readonly reason: string } {
  if (classes.length === 1 && !classes[0].group) return { class: classes[0] };
  const named = classes.filter((one) => one.group && inGroup(one.group, household));
  const [first, ...more] = named.length > 0 ? named : classes.filter((one) => !one.group);
  if (!first) {
    const names = classes.map((one) => one.group?.name).join('、');
    return { reason: `看不出属于方案的哪一类（${names}），请先填写类别。` };
  }
  const highest = more.reduce((best, one) => (figure(one) > figure(best) ? one : best), first);
  if (policy.stacking?.value === '就高不叠加' || more.every((one) => figure(one) === figure(first)))
    return { class: highest };
  return { reason: `同时属于${named.map((one) => one.group?.name).join('、')}，各类标准不同，请先确定按哪一类。` };
}

function between(least: Fen, most: Fen, working: Explain, heads?: number, group?: Group): Entitlement {
  if (least <= most) return { kind: 'range', least, most, heads, className: group?.name, working };
  const reason = `方案的标准在这一户上相互矛盾：不低于 ${formatYuan(least)} 元，又不超过 ${formatYuan(most)} 元，${askOffice}`;
  return { kind: 'none', why: 'contradiction', reason };
}

const times = (count: number, amount: Fen): Fen => (count * amount) as Fen;

const product = (people: number, rate: Fen): string =>
  `${people} 人 × ${formatYuan(rate)} 元/人 = ${formatYuan(times(people, rate))} 元`;

const unclear = (reason: string): Entitlement => ({ kind: 'none', why: 'unclear', reason });
