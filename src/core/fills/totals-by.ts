import type { FieldKey } from '../ledger/fields';
import type { Ledger, LedgerColumn } from '../ledger/ledger';
import { asComputed } from './cell-value';

/** One village, group or class summed. Money is 分, quantities 斤. */
export interface Subtotal {
  /** The word as first typed; empty for rows that leave the column empty. */
  readonly name: string;
  readonly entries: number;
  /** By field; a field in which no row has a value is missing. */
  readonly sums: { readonly [K in FieldKey]?: number };
  /** By field: rows that hold no value, so that a sum is never taken for complete when it is not. */
  readonly without: { readonly [K in FieldKey]?: number };
}

/**
 * The ledgers' rows summed by a column (行政村, 家庭类型…), or by several together (行政村 and 村民小组: every village has a
 * first group), in the order in which its words first come.
 */
export function totalsBy(
  ledgers: readonly Ledger[],
  by: FieldKey | readonly FieldKey[],
  wanted: readonly FieldKey[],
): readonly Subtotal[] {
  const found = new Map<string, { entries: number; sums: Counts; without: Counts }>();
  for (const ledger of ledgers) {
    const names = [by].flat().map((field) => ledger.columns[field as FieldKey] as LedgerColumn | undefined);
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      const name = names.map((column) => String(column?.values[entry] ?? '')).join('');
      const subtotal = found.get(name) ?? { entries: 0, sums: {}, without: {} };
      found.set(name, subtotal);
      subtotal.entries += 1;
      for (const field of wanted) {
        const column = ledger.columns[field] as LedgerColumn | undefined;
        const value = asComputed(field, column?.values[entry], column?.unit);
        if (typeof value === 'number') subtotal.sums[field] = (subtotal.sums[field] ?? 0) + value;
        else subtotal.without[field] = (subtotal.without[field] ?? 0) + 1;
      }
    }
  }
  return [...found].map(([name, subtotal]) => ({ name, ...subtotal }));
}

type Counts = { [K in FieldKey]?: number };
