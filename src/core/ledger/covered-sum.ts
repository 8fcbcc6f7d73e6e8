import { fields, type FieldKey } from './fields';
import type { Ledger, LedgerColumn, TotalRow } from './ledger';
import { formatYuan, type Fen } from './money';

/** The entries that a total row covers, added up in the field's own measure. */
export interface CoveredSum {
  readonly sum: number;
  /** What a spreadsheet's SUM leaves out of it: entries whose number is stored as text, with what they come to. */
  readonly asText: { readonly entries: readonly number[]; readonly sum: number };
}

/** The covered entries added up; `undefined` for fields that do not add up, and where a covered cell is no number. */
export function coveredSum(ledger: Ledger, field: FieldKey, { from, to }: TotalRow): CoveredSum | undefined {
  const column: LedgerColumn | undefined = ledger.columns[field];
  if (!column || !adds(field)) return undefined;
  let known = byColumn.get(column);
  if (!known) byColumn.set(column, (known = new Map()));
  const stretch = `${from}-${to}`;
  if (!known.has(stretch)) known.set(stretch, addedUp(column, from, to));
  return known.get(stretch);
}

// After an edit only the totals of the edited column are added up again.
const byColumn = new WeakMap<LedgerColumn, Map<string, CoveredSum | undefined>>();

function addedUp(column: LedgerColumn, from: number, to: number): CoveredSum | undefined {
  const entries: number[] = [];
  let [sum, ofText] = [0, 0];
  for (let entry = from; entry < to; entry++) {
    const value = column.values[entry];
    const typed = column.typed[entry];
    if (typeof value !== 'number') {
      if (typed !== null && typed !== '') return undefined;
      continue;
    }
    sum += value;
    if (typeof typed !== 'string') continue;
    entries.push(entry);
    ofText += value;
  }
  return { sum, asText: { entries, sum: ofText } };
}

/** Whether two figures are the same: quantities may have fractions that binary numbers cannot hold. */
export const isSameFigure = (left: number, right: number): boolean => Math.abs(left - right) < 1e-6;

/** The figure as its column shows it, with its unit. */
export function figureWords(ledger: Ledger, field: FieldKey, value: number): string {
  const unit = ledger.columns[field]?.unit;
  if (fields[field].kind !== 'money') return `${Number(value.toFixed(6))}${unit ? ` ${unit}` : ''}`;
  return unit === '万元' ? `${value / 1_000_000} 万元` : `${formatYuan(value as Fen)} 元`;
}

const adds = (field: FieldKey): boolean =>
  ['count', 'quantity', 'money'].includes(fields[field].kind) && field !== 'age' && field !== 'approvedMonths';
