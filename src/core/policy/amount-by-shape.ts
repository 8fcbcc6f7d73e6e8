import { formatYuan, type Fen } from '../ledger/money';
import type { Entitlement, Household } from './entitlement';
import { inGroup } from './group-of';
import { headWord } from './heads';
import type { Policy, Ruling, Standard } from './policy';
import type { Group } from './scheme';
import { askOffice } from './scheme-words';
import type { Working } from './working';

/** What the standard gives an eligible household with so many heads; `heads` may be missing where a range per household stands without. */
export function byShape(
  standard: Standard,
  policy: Policy,
  household: Household,
  heads: number | undefined,
): Entitlement {
  const people = heads ?? 0;
  const explain = (clause: readonly Ruling<unknown>[], formula: string, className?: string): Working => ({
    inputs: [
      ...(heads !== undefined && policy.perCapitaBase?.value === '未明确'
        ? [{ label: '人均所按人口', value: '方案未明确，先按较少的需救助人口计' }]
        : []),
      ...(heads === undefined ? [] : [{ label: headWord(policy), value: `${heads} 人` }]),
      ...(className === undefined ? [] : [{ label: '类别', value: className }]),
      ...(policy.ruralOnly?.value
        ? [{ label: '户口类型', value: household.registrationType ?? '未填，先按农村户计，请核实' }]
        : []),
    ],
    clause: [...new Set(clause.map((ruling) => ruling.source))].join('；'),
    formula,
  });
  switch (standard.shape) {
    case 'fixed': {
      const found = classOf(standard.classes, household, policy, (one) => one.amount.value);
      if ('reason' in found) return unclear(found.reason);
      const { amount, group } = found.class;
      if (standard.per.value === '每户') {
        const working = explain([amount], `每户 ${formatYuan(amount.value)} 元`, group?.name);
        return { kind: 'exact', amount: amount.value, working };
      }
      const total = times(people, amount.value);
      return {
        kind: 'exact',
        amount: total,
        heads,
        working: explain([amount], product(people, amount.value), group?.name),
      };
    }
    case 'person-floor': {
      const working = explain([standard.floor], `不低于 ${product(people, standard.floor.value)}`);
      return { kind: 'range', least: times(people, standard.floor.value), heads, working };
    }
    case 'base-plus-top-up': {
      const least = times(people, standard.base.value);
      const groups = standard.topUp.value;
      if (groups.some((group) => inGroup(group, household))) {
        const working = explain([standard.base, standard.topUp], `不低于 ${product(people, standard.base.value)}`);
        return { kind: 'range', least, heads, working };
      }
      if (!groups.some((group) => group.columns.some((column) => household[column]))) {
        return unclear('没有填写类别，看不出是否属于可以提高标准的人员。');
      }
      return {
        kind: 'exact',
        amount: least,
        heads,
        working: explain([standard.base], product(people, standard.base.value)),
      };
    }
    case 'person-range': {
      const found = classOf(standard.classes, household, policy, (one) => one.max.value);
      if ('reason' in found) return unclear(found.reason);
      const { min, max, group } = found.class;
      const cap = standard.householdCap;
      const most = Math.min(times(people, max.value), cap?.value ?? Infinity) as Fen;
      const capped = cap && most === cap.value ? `，每户不超过 ${formatYuan(cap.value)} 元` : '';
      const formula = `${people} 人 × ${formatYuan(min.value)} 至 ${formatYuan(max.value)} 元/人${capped}`;
      const rulings = capped && cap ? [min, max, cap] : [min, max];
      return between(times(people, min.value), most, explain(rulings, formula, group?.name), heads, group?.name);
    }
    case 'household-range': {
      const found = classOf(standard.classes, household, policy, (one) => one.max.value);
      if ('reason' in found) return unclear(found.reason);
      const { min, max, group } = found.class;
      const floors = [min, ...(standard.householdFloor ? [standard.householdFloor] : [])];
      const personFloor = standard.personFloor && heads !== undefined ? times(people, standard.personFloor.value) : 0;
      const householdFloor = Math.max(...floors.map((floor) => floor.value));
      const least = Math.max(householdFloor, personFloor) as Fen;
      const raised = personFloor > householdFloor && standard.personFloor ? [standard.personFloor] : [];
      const formula =
        `每户 ${formatYuan(min.value)} 至 ${formatYuan(max.value)} 元` +
        (raised.length > 0 ? `，且不低于 ${product(people, raised[0].value)}` : '');
      return between(least, max.value, explain([min, max, ...raised], formula, group?.name), heads, group?.name);
    }
  }
}

/** The one class of a household. A class with a group goes before the class of everyone; the highest counts where the scheme says so. */
function classOf<C extends { readonly group?: Group }>(
  classes: readonly C[],
  household: Household,
  policy: Policy,
  figure: (one: C) => Fen,
): { readonly class: C } | { readonly reason: string } {
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

function between(least: Fen, most: Fen, working: Working, heads?: number, className?: string): Entitlement {
  if (least <= most) return { kind: 'range', least, most, heads, className, working };
  const reason = `方案的标准在这一户上相互矛盾：不低于 ${formatYuan(least)} 元，又不超过 ${formatYuan(most)} 元，${askOffice}`;
  return { kind: 'none', why: 'contradiction', reason };
}

const times = (count: number, amount: Fen): Fen => (count * amount) as Fen;

const product = (people: number, rate: Fen): string =>
  `${people} 人 × ${formatYuan(rate)} 元/人 = ${formatYuan(times(people, rate))} 元`;

const unclear = (reason: string): Entitlement => ({ kind: 'none', why: 'unclear', reason });
