import type { Area } from '../../core/workbook/cell';
import type { SheetSnapshot } from '../../core/workbook/snapshot';
import { valueAt } from '../../core/workbook/snapshot';
import type { SheetLayout } from './sheet-layout';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `from` is the active cell, where typing goes; `to` is the corner that moves with Shift or the mouse. */
export interface Selection {
  readonly from: Place;
  readonly to: Place;
  /** The column where a run of Tab began; Enter goes back below it. */
  readonly runColumn?: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export const selectionAt = (row: number, column: number): Selection => ({ from: { row, column }, to: { row, column } });

/** The selected rectangle, grown so that it cuts no merge. */
export const areaOf = (selection: Selection, layout: SheetLayout): Area =>
  layout.merges.grow({
    top: Math.min(selection.from.row, selection.to.row),
    left: Math.min(selection.from.column, selection.to.column),
    bottom: Math.max(selection.from.row, selection.to.row),
    right: Math.max(selection.from.column, selection.to.column),
  });

/** A merge is one cell: its first one. */
export function mergedPlace(place: Place, layout: SheetLayout): Place {
  const merge = layout.merges.at(place.row, place.column);
  return merge ? { row: merge.top, column: merge.left } : place;
}

/** One step with an arrow key, over hidden lines and out of merges. */
export function step(place: Place, direction: Direction, layout: SheetLayout): Place {
  const merge = layout.merges.at(place.row, place.column);
  const { rows, columns } = layout;
  switch (direction) {
    case 'up':
      return { row: rows.next(merge?.top ?? place.row, -1), column: place.column };
    case 'down':
      return { row: rows.next(merge?.bottom ?? place.row, 1), column: place.column };
    case 'left':
      return { row: place.row, column: columns.next(merge?.left ?? place.column, -1) };
    case 'right':
      return { row: place.row, column: columns.next(merge?.right ?? place.column, 1) };
  }
}

/** Ctrl and an arrow key: to the end of a run of filled cells, or over empty ones to the next filled cell. */
export function leap(place: Place, direction: Direction, sheet: SheetSnapshot, layout: SheetLayout): Place {
  const isFilled = (at: Place): boolean => valueAt(sheet, at.row, at.column) !== null;
  let at = step(place, direction, layout);
  if (same(at, place)) return place;
  const run = isFilled(place) && isFilled(at);
  for (;;) {
    const beyond = step(at, direction, layout);
    if (same(beyond, at)) return at;
    if (run ? !isFilled(beyond) : isFilled(at)) return at;
    at = beyond;
  }
}

/** As many rows up or down as fit into the window. */
export function page(place: Place, direction: 'up' | 'down', viewport: number, layout: SheetLayout): Place {
  const { rows } = layout;
  const room = Math.max(40, viewport - rows.frozenSize - rows.size(place.row));
  const row = rows.lineAt(Math.max(0, rows.start(place.row) + (direction === 'down' ? room : -room)));
  return { row: row === place.row ? rows.next(row, direction === 'down' ? 1 : -1) : row, column: place.column };
}

/** The last cell that holds anything. */
export const lastPlace = (sheet: SheetSnapshot): Place => ({
  row: Math.max(1, sheet.rowCount),
  column: Math.max(1, sheet.columnCount),
});

export const same = (left: Place, right: Place): boolean => left.row === right.row && left.column === right.column;
