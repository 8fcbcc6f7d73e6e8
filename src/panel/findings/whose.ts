import type { Ledger } from '../../core/ledger/ledger';
import type { CellRef } from '../../core/workbook/cell';

/** Answers whose row a cell is in: the name typed there, or `undefined` where the row is no entry or has no name. */
export function whoseRow(ledgers: readonly Ledger[]): (cell: CellRef) => string | undefined {
  return (cell) => {
    for (const ledger of ledgers) {
      if (ledger.sheet !== cell.sheet || ledger.workbook !== cell.workbook) continue;
      const entry = placeIn(ledger.rows, cell.row);
      const name = entry < 0 ? undefined : (ledger.columns.memberName ?? ledger.columns.householdHead)?.values[entry];
      if (name) return name;
    }
    return undefined;
  };
}

/** Where the number stands in the ascending list, or -1. */
function placeIn(ascending: readonly number[], wanted: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] === wanted) return middle;
    if (ascending[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
