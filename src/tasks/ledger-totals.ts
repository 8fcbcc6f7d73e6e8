import { totalsBy, type Subtotal } from '../core/fills/totals-by';
import { fields, type FieldKey } from '../core/ledger/fields';
import type { Ledger } from '../core/ledger/ledger';
import { formatYuan, type Fen } from '../core/ledger/money';

const groupings = ['villageName', 'villagerGroup', 'householdType'] as const satisfies readonly FieldKey[];

/** Households, people in need and relief money by village, group and class, one line each; columns that no ledger has are left out. */
export function ledgerTotals(
  ledgers: readonly Ledger[],
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const households = ledgers.filter(({ entryIs, columns }) => entryIs === 'household' && columns.reliefAmount);
  return groupings.flatMap((by) => {
    const having = households.filter(({ columns }) => columns[by]);
    const lines = totalsBy(having, by === 'villagerGroup' ? ['villageName', by] : by, [
      'peopleInNeed',
      'reliefAmount',
    ]).map(inWords);
    return lines.length > 0 ? [{ title: `按${fields[by].zh}`, lines }] : [];
  });
}

function inWords({ name, entries, sums, without }: Subtotal): string {
  const people = sums.peopleInNeed === undefined ? '' : `，需救助 ${sums.peopleInNeed} 人`;
  const money = sums.reliefAmount === undefined ? '' : `，${formatYuan(sums.reliefAmount as Fen)} 元`;
  const lacking = without.reliefAmount ? `（${without.reliefAmount} 户没有金额）` : '';
  return `${name || '没有填写'}：${entries} 户${people}${money}${lacking}`;
}
