import { fields, type FieldKey, type FieldValue } from '../ledger/fields';
import { formatYuan, type Fen } from '../ledger/money';
import type { WritableValue } from '../workbook/change';

/** The value as it goes into a cell of the column: 分 become 元 or 万元, 斤 become 公斤, as the heading says. */
export function asTyped<T extends FieldKey>(field: T, value: FieldValue<T>, unit: string | undefined): WritableValue {
  const { kind } = fields[field];
  if (kind === 'money') return (value as number) / (unit === '万元' ? 1_000_000 : 100);
  if (kind === 'quantity') return (value as number) / jinIn(unit);
  // Row numbers are text for reading but are typed as numbers.
  if (field === 'serialNumber') return Number(value);
  return value as WritableValue;
}

/** What the cell means in the measure fills compute in: quantities become 斤. */
export const asComputed = (field: FieldKey, value: unknown, unit: string | undefined): unknown =>
  fields[field].kind === 'quantity' && typeof value === 'number' ? value * jinIn(unit) : value;

/** The value as a sentence shows it, with its unit; money in 元 whatever the column's unit. */
export function asShown<T extends FieldKey>(field: T, value: FieldValue<T>, unit: string | undefined): string {
  const { kind } = fields[field];
  if (kind === 'money') return formatYuan(value as Fen);
  return kind === 'quantity' ? `${(value as number) / jinIn(unit)} ${unit ?? '斤'}` : String(value);
}

/** Whether the heading says what a quantity is counted in. */
export const knowsUnit = (field: FieldKey, unit: string | undefined): boolean =>
  fields[field].kind !== 'quantity' || (unit !== undefined && unit in jin);

const jin: Readonly<Record<string, number>> = { 斤: 1, 市斤: 1, 公斤: 2, 千克: 2, kg: 2, KG: 2 };
const jinIn = (unit: string | undefined): number => jin[unit ?? '斤'] ?? 1;
