import { fields, type FieldKey, type FieldValue } from '../ledger/fields';
import { formatYuan, type Fen } from '../ledger/money';
import type { WritableValue } from '../workbook/change';

/** The value as it goes into a cell of the column: 分 become 元 or 万元 as the heading says. */
export function asTyped<T extends FieldKey>(field: T, value: FieldValue<T>, unit: string | undefined): WritableValue {
  if (fields[field].kind === 'money') return (value as number) / (unit === '万元' ? 1_000_000 : 100);
  return value;
}

/** The value as a sentence shows it; money in 元 whatever the column's unit. */
export const asShown = <T extends FieldKey>(field: T, value: FieldValue<T>): string =>
  fields[field].kind === 'money' ? formatYuan(value as Fen) : String(value);
