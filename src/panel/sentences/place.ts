import { a1, type CellAt } from '../../core/workbook/cell';

/** The place as a person names it: `花名册!D7`. */
export const placeOf = (cell: CellAt): string => `${cell.sheet}!${a1(cell.row, cell.column)}`;

/** The first few places of several, and how many there are where not all are named. */
export function someOf(cells: readonly CellAt[], atMost = 3): string {
  const named = cells.slice(0, atMost).map(placeOf).join('、');
  return cells.length > atMost ? `${named}等` : named;
}
