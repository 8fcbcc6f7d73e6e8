import type { CellRef, CellValue } from '../workbook/cell';
import type { FieldKey, FieldValue } from './fields';

/** One ledger sheet, read: one array per column, one index per entry. Plain data. */
export interface Ledger {
  readonly workbook: string;
  readonly sheet: string;
  /** The form's id, or `unlisted` for a layout we do not know with headings we do. */
  readonly form: string;
  readonly entryIs: 'household' | 'person';
  /** The text above the headings, top line first. */
  readonly title: readonly string[];
  /** The sheet row of each entry, ascending. Its length is the number of entries. */
  readonly rows: readonly number[];
  readonly columns: LedgerColumns;
  /** Headings that no field claims: text and column. Their cells are left alone. */
  readonly otherColumns: readonly { readonly heading: string; readonly column: number }[];
  readonly totals: readonly TotalRow[];
  /** Rows under the headings that are not entries. entries + set aside + blank = rows. */
  readonly setAside: readonly SetAsideRow[];
  readonly headingRows: { readonly top: number; readonly bottom: number };
  /** Entries in hidden or filtered rows, by index. They are checked like all others. */
  readonly hiddenEntries: readonly number[];
  readonly hiddenColumns: readonly FieldKey[];
}

export type LedgerColumns = { readonly [K in FieldKey]?: LedgerColumn<K> };

export interface LedgerColumn<K extends FieldKey = FieldKey> {
  readonly field: K;
  /** The heading as printed, upper and lower heading joined by `/`. */
  readonly heading: string;
  /** The sheet column, from 1. */
  readonly column: number;
  /** The unit read from the heading (`元`, `万元`, `斤`, `公斤`, `人`, `件`…). Money values are 分 whatever it says. */
  readonly unit?: string;
  readonly required: boolean;
  /** What was typed, by entry. */
  readonly typed: readonly CellValue[];
  /** What it means, by entry; `undefined` where empty or malformed. */
  readonly values: readonly (FieldValue<K> | undefined)[];
  /** By entry: cells whose value a formula calculates. Missing where there is none. */
  readonly formulas?: ReadonlySet<number>;
}

export interface SetAsideRow {
  readonly row: number;
  readonly why: 'total' | 'subtotal' | 'repeated-heading' | 'signature' | 'note' | 'section';
  readonly text: string;
}

/** A 小计, 合计 or 总计 row: kept aside, verified, never taken for a household. */
export interface TotalRow {
  readonly row: number;
  readonly label: string;
  readonly kind: 'subtotal' | 'total';
  /** The entries it sums: from the index `from` up to, but without, `to`. */
  readonly from: number;
  readonly to: number;
  readonly cells: { readonly [K in FieldKey]?: TotalCell };
  /** A number of households stated in words, such as 合计 35 户; `undefined` where none is stated. */
  readonly households?: number;
}

export interface TotalCell {
  readonly typed: CellValue;
  /** In the field's own measure (分 for money). A formula is recomputed from the sheet; `undefined` where that cannot be done. */
  readonly value: number | undefined;
  readonly formula?: string;
}

/** The cell of an entry's field. The field must be one of the ledger's columns. */
export function cellOf(ledger: Ledger, entry: number, field: FieldKey): CellRef {
  const column = ledger.columns[field];
  if (!column) throw new Error(`no column ${field} in ${ledger.form}`);
  return { workbook: ledger.workbook, sheet: ledger.sheet, row: ledger.rows[entry], column: column.column };
}

/** What the field means in the entry; `undefined` where the column is missing, the cell empty or malformed. */
export const valueOf = <K extends FieldKey>(ledger: Ledger, entry: number, field: K): FieldValue<K> | undefined =>
  (ledger.columns[field] as LedgerColumn<K> | undefined)?.values[entry];

/** What was typed in the entry's field; `null` where the column is missing. */
export const typedIn = (ledger: Ledger, entry: number, field: FieldKey): CellValue =>
  ledger.columns[field]?.typed[entry] ?? null;
