import type { Ledger } from '../ledger/ledger';
import type { Part } from './part';

/** The ledgers of a part; where it took only some rows of a sheet, a ledger of these rows without its totals. */
export function ledgersOf(part: Part): readonly Ledger[] {
  return part.pieces.map(({ returned: { ledger }, entries }) =>
    entries.length === ledger.rows.length ? ledger : rowsOf(ledger, entries),
  );
}

function rowsOf(ledger: Ledger, entries: readonly number[]): Ledger {
  const place = new Map(entries.map((entry, index) => [entry, index]));
  const columns = Object.fromEntries(
    Object.entries(ledger.columns).map(([field, column]) => {
      const formulas = new Set([...(column.formulas ?? [])].flatMap((entry) => place.get(entry) ?? []));
      const { formulas: _, ...rest } = column;
      return [
        field,
        {
          ...rest,
          typed: entries.map((entry) => column.typed[entry]),
          values: entries.map((entry) => column.values[entry]),
          ...(formulas.size > 0 && { formulas }),
        },
      ];
    }),
  ) as Ledger['columns'];
  return {
    ...ledger,
    rows: entries.map((entry) => ledger.rows[entry]),
    columns,
    totals: [],
    hiddenEntries: ledger.hiddenEntries.flatMap((entry) => place.get(entry) ?? []),
  };
}
