import type { Ledger } from '../../core/ledger/ledger';
import type { CellRef } from '../../core/workbook/cell';

/** Answers whose row a cell is in: the name typed there, or `undefined` where the row is no entry or has no name. */
export function whoseRow(ledgers: readonly Ledger[]): (cell: CellRef) => string | undefined {
  const names = new Map<string, string>();
  for (const ledger of ledgers) {
    const column = ledger.columns.memberName ?? ledger.columns.householdHead;
    if (!column) continue;
    ledger.rows.forEach((row, entry) => {
      const name = column.values[entry];
      if (name) names.set(`${ledger.workbook}\n${ledger.sheet}\n${row}`, name);
    });
  }
  return (cell) => names.get(`${cell.workbook}\n${cell.sheet}\n${cell.row}`);
}
