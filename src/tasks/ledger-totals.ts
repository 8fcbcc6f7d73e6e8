import { totalsBy, type Subtotal } from '../core/fills/totals-by';
import { fields, type FieldKey } from '../core/ledger/fields';
import type { Ledger } from '../core/ledger/ledger';
import { formatYuan, type Fen } from '../core/ledger/money';

const groupings = ['villageName', 'villagerGroup', 'householdType'] as const satisfies readonly FieldKey[];

/** One village, group or class. A sum is missing where no row of it has a value. */
export interface LedgerTotal {
  readonly name: string;
  readonly households: number;
  readonly people?: number;
  readonly amount?: Fen;
  /** Households without an amount, so that a sum is never taken for complete when it is not. */
  readonly lacking: number;
}

export interface LedgerTotals {
  readonly title: string;
  readonly rows: readonly LedgerTotal[];
  readonly all: LedgerTotal;
}

/** Households, people in need and relief money by village, group and class; columns that no ledger has are left out. */
export function ledgerTotals(ledgers: readonly Ledger[]): readonly LedgerTotals[] {
  const households = ledgers.filter(({ entryIs, columns }) => entryIs === 'household' && columns.reliefAmount);
  return groupings.flatMap((by) => {
    const having = households.filter(({ columns }) => columns[by]);
    const rows = totalsBy(having, by === 'villagerGroup' ? ['villageName', by] : by, [
      'peopleInNeed',
      'reliefAmount',
    ]).map(totalOf);
    return rows.length > 0 ? [{ title: `按${fields[by].zh}`, rows, all: rows.reduce(together) }] : [];
  });
}

/** `青石村：2 户，需救助 5 人，300 元（1 户没有金额）`. */
export function totalInWords({ name, households, people, amount, lacking }: LedgerTotal): string {
  const inNeed = people === undefined ? '' : `，需救助 ${people} 人`;
  const money = amount === undefined ? '' : `，${formatYuan(amount)} 元`;
  return `${name}：${households} 户${inNeed}${money}${lackingWords(lacking)}`;
}

const lackingWords = (lacking: number): string => (lacking > 0 ? `（${lacking} 户没有金额）` : '');

const totalOf = ({ name, entries, sums, without }: Subtotal): LedgerTotal => ({
  name: name || '没有填写',
  households: entries,
  ...(sums.peopleInNeed === undefined ? {} : { people: sums.peopleInNeed }),
  ...(sums.reliefAmount === undefined ? {} : { amount: sums.reliefAmount as Fen }),
  lacking: without.reliefAmount ?? 0,
});

const together = (one: LedgerTotal, other: LedgerTotal): LedgerTotal => {
  const [people, amount] = [plus(one.people, other.people), plus(one.amount, other.amount)];
  return {
    name: '合计',
    households: one.households + other.households,
    ...(people === undefined ? {} : { people }),
    ...(amount === undefined ? {} : { amount: amount as Fen }),
    lacking: one.lacking + other.lacking,
  };
};

const plus = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
