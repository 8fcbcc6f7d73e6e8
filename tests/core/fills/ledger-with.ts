import type { FieldKey } from '../../../src/core/ledger/fields';
import type { Ledger, LedgerColumn } from '../../../src/core/ledger/ledger';
import type { CellValue } from '../../../src/core/workbook/cell';

/** A column as a test writes it: typed cells, and what they mean where that is not the same. */
export interface TestColumn {
  readonly typed: readonly CellValue[];
  readonly values?: readonly unknown[];
  readonly unit?: string;
  readonly formulas?: readonly number[];
}

/** A ledger with headings in row 3 and entries from row 4 on; columns stand in the order given. */
export function ledgerWith(columns: { readonly [K in FieldKey]?: TestColumn }): Ledger {
  const entries = Object.entries(columns) as [FieldKey, TestColumn][];
  return {
    workbook: '甲村.xlsx',
    sheet: '台账',
    form: 'unlisted',
    entryIs: 'household',
    title: [],
    rows: entries[0][1].typed.map((_, index) => index + 4),
    columns: Object.fromEntries(
      entries.map(([field, { typed, values, unit, formulas }], index) => [
        field,
        {
          field,
          heading: field,
          column: index + 1,
          unit,
          required: false,
          typed,
          values: values ?? typed.map((value) => value ?? undefined),
          formulas: formulas && new Set(formulas),
        } as LedgerColumn,
      ]),
    ),
    otherColumns: [],
    totals: [],
    setAside: [],
    headingRows: { top: 3, bottom: 3 },
    hiddenEntries: [],
    hiddenColumns: [],
  };
}
