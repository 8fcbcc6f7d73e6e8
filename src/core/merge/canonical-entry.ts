import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import { tidyText } from '../ledger/tidy';
import { converted, kilogramsOf } from './quantity';

/** The fields by which two ledgers are compared, in fixed order. A serial number says nothing of the household. */
export const comparedFields: readonly FieldKey[] = (Object.keys(fields) as FieldKey[])
  .filter((field) => field !== 'serialNumber')
  .sort();

/**
 * What a cell means, as text that does not depend on form, unit, spelling of dates or position: money in 分, weights in
 * 公斤. A cell that could not be read stands as typed. `undefined` where it is empty.
 */
export function canonicalCell(ledger: Ledger, entry: number, field: FieldKey): string | undefined {
  const column = ledger.columns[field];
  if (!column) return undefined;
  const value = column.values[entry];
  if (value === undefined) {
    const typed = column.typed[entry] ?? null;
    if (typed === null) return undefined;
    return (typeof typed === 'object' ? typed.error : tidyText(String(typed))) || undefined;
  }
  const { kind } = fields[field];
  if (kind === 'quantity') {
    const unit = column.unit ?? '公斤';
    const weight = converted(Number(value), unit, '公斤');
    return weight === undefined || kilogramsOf(unit) === undefined ? `${value} ${unit}` : String(weight);
  }
  if (typeof value === 'string' && (kind === 'text' || kind === 'name')) return tidyText(value) || undefined;
  return String(value);
}

/** All that an entry of the ledger says, as one text. */
export function canonicalEntries(ledger: Ledger): (entry: number) => string {
  const present = comparedFields.filter((field) => ledger.columns[field]);
  const marks = present.map((field) => `\u001e${field}\u001f`);
  return (entry) => {
    let text: string = ledger.entryIs;
    for (let at = 0; at < present.length; at += 1) {
      const cell = canonicalCell(ledger, entry, present[at]);
      if (cell !== undefined) text += marks[at] + cell;
    }
    return text;
  };
}
