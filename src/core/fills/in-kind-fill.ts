import type { FieldKey, FieldValue } from '../ledger/fields';
import { formatYuan, type Fen } from '../ledger/money';
import { goodsFor, quantityOf, type Good } from '../policy/goods';
import type { Policy } from '../policy/policy';
import { defineFill, type Disagreement, type Fill, type FillEntry, type FillExample } from './fill';

/** The columns that goods in kind go by. */
const columns = [
  'peopleInNeed',
  'householdSize',
  'disasterType',
  'severity',
  'householdType',
  'approvedMonths',
  'heatingMonths',
] as const;

/** What a fill for a good in kind says of itself; the rest is the same for all of them (rules.md AMT-07 to AMT-09). */
export interface InKindColumn<T extends FieldKey> {
  readonly id: string;
  readonly title: string;
  readonly target: T;
  readonly good: Good;
  readonly unit: string;
  readonly basis: string;
  readonly why: string;
  /** The sentence for a typed value, in place of the usual one, by message key. */
  readonly messages?: Readonly<Record<string, string>>;
  readonly judge?: (typed: FieldValue<T>, computed: FieldValue<T>) => Disagreement | undefined;
  readonly examples: readonly FillExample<T>[];
}

/** The fill for one good: of several types the single highest, for the months the row states. */
export function inKindFill<T extends FieldKey>(column: InKindColumn<T>): Fill {
  const { good, title, unit } = column;
  return defineFill<T, never, (typeof columns)[number]>({
    id: column.id,
    title,
    target: column.target,
    basis: column.basis,
    needs: [],
    uses: columns,
    unavailable: (policy) => (givesGood(policy, good) ? undefined : `方案没有规定${title}的标准。`),
    compute(entry, policy) {
      const given = goodsFor(policy, entry);
      if ('reason' in given) return given;
      const range = given.goods[good];
      if (!range) return { reason: `${given.typeName ?? '本户'}的标准里没有${title}。` };
      const show = (quantity: number) => (good === 'heating' ? formatYuan(quantity as Fen) : String(quantity));
      const found = quantityOf(range, monthsFor(good, entry), { name: unit, show });
      if ('reason' in found) return found;
      const type = given.typeName === undefined ? [] : [{ label: '类别', value: given.typeName }];
      const working = found.working;
      return {
        value: found.quantity as FieldValue<T>,
        working: () => ({ ...working(), inputs: [...type, ...working().inputs] }),
      };
    },
    judge: column.judge,
    disagrees: {
      id: `${column.id}-differs`,
      title: `${title}与标准不符`,
      why: column.why,
      source: '救助标准（所用方案的条款）',
      severity: 'error',
      messages: {
        differs: `${title}应为 {expected}（{formula}），现为 {actual}，请核对人数、月数和标准后改正。`,
        ...column.messages,
      },
    },
    examples: column.examples,
  });
}

const monthsFor = (good: Good, entry: FillEntry<never, (typeof columns)[number]>): number | undefined =>
  good === 'heating' ? (entry.heatingMonths ?? entry.approvedMonths) : entry.approvedMonths;

const givesGood = (policy: Policy, good: Good): boolean => policy.inKind?.some((type) => type[good]) ?? false;
