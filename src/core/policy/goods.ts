import { formatYuan, type Fen } from '../ledger/money';
import type { Household } from './entitlement';
import { inGroup } from './group-of';
import { headsOf, headWord } from './heads';
import type { Policy, Ruling } from './policy';
import type { Explain } from './working';

/** What is given in kind. Heating is money, but goes by the type of disaster like the others. */
export type Good = 'grain' | 'quilts' | 'clothes' | 'bedding' | 'heating';

/** From `min` to `max` of a good: 斤, 床, 套, 件, and 分 for heating. */
export interface GoodRange {
  readonly min: number;
  readonly max: number;
  /** What one month gives, for goods that go by the month. */
  readonly perMonth?: number;
  readonly months?: { readonly min: number; readonly max: number };
  readonly sources: readonly string[];
  /** How one month (or the whole) comes about, such as `3 人 × 1 斤/人/天 × 30 天`. */
  readonly formula: () => string;
}

export interface GoodsEntitlement {
  /** The type that counts, where the scheme has types. */
  readonly typeName?: string;
  readonly goods: { readonly [G in Good]?: GoodRange };
}

/** What the scheme gives a household in kind, of several types the single highest (rules.md AMT-07 to AMT-09), or why nothing. */
export function goodsFor(policy: Policy, household: Household): GoodsEntitlement | { readonly reason: string } {
  const types = policy.inKind;
  if (!types) return { reason: '方案没有规定实物救助标准。' };
  const heads = headsOf(policy, household);
  if (!heads) {
    const word = headWord(policy);
    return { reason: heads === 0 ? `${word}是 0，没有可救助的人。` : `${word}没有填写，不能计算。` };
  }
  const named = types.filter((type) => type.group && inGroup(type.group, household));
  const matching = named.length > 0 ? named : types.filter((type) => !type.group);
  if (matching.length === 0) {
    const names = types.map((type) => type.group?.name).join('、');
    return { reason: `看不出属于方案的哪一类（${names}），请先填写受灾类型。` };
  }
  const given = matching.map((type) => ({ typeName: type.group?.name, goods: goodsOfType(type, policy, heads) }));
  return given.length === 1 ? given[0] : highestOf(given, policy);
}

/** The quantity and working for so many months, or the whole where the good does not go by the month; a reason where it is not one figure. */
export function quantityOf(
  range: GoodRange,
  months: number | undefined,
  unit: { readonly name: string; readonly show: (quantity: number) => string },
): { readonly quantity: number; readonly working: Explain } | { readonly reason: string } {
  const { perMonth, months: allowed, formula } = range;
  if (perMonth === undefined || !allowed) {
    if (range.min !== range.max) {
      return { reason: `方案只给出幅度（${range.min} 至 ${range.max} ${unit.name}），请按程序定下数量后填写。` };
    }
    return {
      quantity: range.min,
      working: () => ({
        inputs: [{ label: '标准', value: formula() }],
        clause: range.sources.join('；'),
        formula: `${formula()} = ${unit.show(range.min)} ${unit.name}`,
      }),
    };
  }
  const chosen = months ?? (allowed.min === allowed.max ? allowed.min : undefined);
  if (chosen === undefined) return { reason: `没有填写救助月数，方案定为 ${allowed.min} 至 ${allowed.max} 个月。` };
  if (chosen < allowed.min || chosen > allowed.max) {
    return { reason: `救助月数是 ${chosen}，不在方案的 ${allowed.min} 至 ${allowed.max} 个月之内，请先核对。` };
  }
  const quantity = perMonth * chosen;
  return {
    quantity,
    working: () => ({
      inputs: [
        { label: '标准', value: formula() },
        { label: '月数', value: `${chosen} 个月` },
      ],
      clause: range.sources.join('；'),
      formula: `${formula()} × ${chosen} 个月 = ${unit.show(quantity)} ${unit.name}`,
    }),
  };
}

type InKind = NonNullable<Policy['inKind']>[number];

function goodsOfType(type: InKind, policy: Policy, heads: number): GoodsEntitlement['goods'] {
  const pieces = (
    per: '每户' | '每人',
    range: Ruling<{ readonly min: number; readonly max: number }>,
    unit: string,
  ): GoodRange => {
    const times = per === '每人' ? heads : 1;
    const { min, max } = range.value;
    const each = min === max ? `${min}` : `${min} 至 ${max}`;
    const formula = () => (per === '每人' ? `${heads} 人 × ${each} ${unit}/人` : `每户 ${each} ${unit}`);
    return { min: min * times, max: max * times, sources: [range.source], formula };
  };
  const { grain, quilts, clothes, bedding, heating } = type;
  const days = policy.daysPerMonth ?? { value: 30, source: '本工具默认：每月按 30 天计' };
  return {
    ...(grain && {
      grain: monthly(
        heads * grain.jinPerPersonDay.value * days.value,
        grain.months,
        [grain.jinPerPersonDay.source, grain.months.source, days.source],
        () => `${heads} 人 × ${grain.jinPerPersonDay.value} 斤/人/天 × ${days.value} 天`,
      ),
    }),
    ...(quilts && { quilts: pieces(quilts.per, quilts.pieces, '床') }),
    ...(clothes && { clothes: pieces(clothes.per, clothes.sets, '套') }),
    ...(bedding && { bedding: pieces(bedding.per, bedding.pieces, '件') }),
    ...(heating && {
      heating: monthly(
        heating.perHouseholdMonth.value,
        heating.months,
        [heating.perHouseholdMonth.source, heating.months.source],
        () => `${formatYuan(heating.perHouseholdMonth.value)} 元/户/月`,
      ),
    }),
  };
}

function monthly(
  perMonth: number,
  months: Ruling<{ readonly min: number; readonly max: number }>,
  sources: readonly string[],
  formula: () => string,
): GoodRange {
  const { min, max } = months.value;
  return {
    min: perMonth * min,
    max: perMonth * max,
    perMonth,
    months: months.value,
    sources: [...new Set(sources)],
    formula,
  };
}

/** Of several types the one that gives no less of anything, or else the one worth more at the scheme's prices; never a sum unless the scheme says so. */
function highestOf(given: readonly GoodsEntitlement[], policy: Policy): GoodsEntitlement | { readonly reason: string } {
  const names = given.map(({ typeName }) => typeName).join('、');
  if (policy.stacking?.value === '可以叠加') {
    return { reason: `同时属于${names}，方案允许叠加，请按各类分别算好后填写。` };
  }
  if (policy.stacking?.value !== '就高不叠加') {
    return { reason: `同时属于${names}，方案没有写明就高还是叠加，请先确定按哪一类。` };
  }
  const all: readonly Good[] = ['grain', 'quilts', 'clothes', 'bedding', 'heating'];
  const dominant = given.find((one) =>
    given.every((other) => all.every((good) => (one.goods[good]?.max ?? 0) >= (other.goods[good]?.max ?? 0))),
  );
  if (dominant) return dominant;
  const values = given.map((one) => worthOf(one, policy));
  if (values.includes(undefined)) {
    return { reason: `同时属于${names}，各类给的东西不同，请在救助标准中写上单价，或先确定按哪一类。` };
  }
  const worth = values as readonly number[];
  return given[worth.indexOf(Math.max(...worth))];
}

/** The most a type gives, in 分; `undefined` where a price is missing. */
function worthOf({ goods }: GoodsEntitlement, { prices }: Policy): Fen | undefined {
  const parts = [
    [goods.grain, prices?.grainPerJin?.value],
    [goods.quilts, prices?.quilt?.value],
    [goods.clothes, prices?.clothesSet?.value],
    [goods.bedding, prices?.quilt?.value],
    [goods.heating, 1],
  ] as const;
  let worth = 0;
  for (const [good, price] of parts) {
    if (!good) continue;
    if (price === undefined) return undefined;
    worth += good.max * price;
  }
  return worth as Fen;
}
