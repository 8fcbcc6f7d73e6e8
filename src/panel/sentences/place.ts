import { a1, areaName, type CellAt } from '../../core/workbook/cell';
import { rectanglesOf } from '../../core/workbook/rectangles';

/** The place as a person names it: `花名册!D7`. */
export const placeOf = (cell: CellAt): string => `${cell.sheet}!${a1(cell.row, cell.column)}`;

/** The first few places of several, neighbours named as one range, and that there are more where not all are named. */
export function someOf(cells: readonly CellAt[], atMost = 3): string {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  const ranges = sheets.flatMap((sheet) =>
    rectanglesOf(cells.filter((cell) => cell.sheet === sheet)).map((area) => `${sheet}!${areaName(area)}`),
  );
  const named = ranges.slice(0, atMost).join('、');
  return ranges.length > atMost ? `${named}等` : named;
}
