import type { SheetSnapshot } from '../../core/workbook/snapshot';
import { valueAt } from '../../core/workbook/snapshot';
import type { KeyCommand } from './key-command';
import { lastPlace, leap, page, step, type Place, type Selection } from './selection';
import type { SheetLayout } from './sheet-layout';

/** Where a key takes the selection, or `undefined` where the key is for something else. `viewport` is in pixels. */
export function selectionMove(
  command: KeyCommand,
  { from, to, runColumn }: Selection,
  sheet: SheetSnapshot,
  layout: SheetLayout,
  viewport: number,
): Selection | undefined {
  const { rows, columns } = layout;
  const go = (place: Place, extend: boolean): Selection => (extend ? { from, to: place } : { from: place, to: place });
  switch (command.kind) {
    case 'move': {
      const start = command.extend ? to : from;
      const place = command.far
        ? leap(start, command.direction, sheet, layout)
        : step(start, command.direction, layout);
      return go(place, command.extend);
    }
    case 'page':
      return go(page(command.extend ? to : from, command.direction, viewport, layout), command.extend);
    case 'row-start':
      return go({ row: (command.extend ? to : from).row, column: columns.shown[0] ?? 1 }, command.extend);
    case 'row-end': {
      const { row } = command.extend ? to : from;
      let { column } = lastPlace(sheet);
      while (column > 1 && (columns.isHidden(column) || valueAt(sheet, row, column) === null)) column--;
      return go({ row, column }, command.extend);
    }
    case 'sheet-start':
      return go({ row: rows.next(rows.frozen, 1) || 1, column: columns.next(columns.frozen, 1) || 1 }, command.extend);
    case 'sheet-end':
      return go(lastPlace(sheet), command.extend);
    case 'tab': {
      const place = step(from, command.back ? 'left' : 'right', layout);
      return { from: place, to: place, runColumn: runColumn ?? from.column };
    }
    case 'enter': {
      const below = step(from, command.back ? 'up' : 'down', layout);
      // After a run of Tab the next row begins where the run began.
      return go({ row: below.row, column: runColumn ?? below.column }, false);
    }
    default:
      return undefined;
  }
}
