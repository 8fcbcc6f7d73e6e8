import type { KeyCommand } from '../../../src/workbench/grid/key-command';
import type { Selection } from '../../../src/workbench/grid/selection';
import { selectionMove } from '../../../src/workbench/grid/selection-move';
import { layoutOf } from '../../../src/workbench/grid/sheet-layout';
import { toldCell } from '../../../src/workbench/grid/told-cell';
import { workbookOf } from './sheet-of';

const workbook = workbookOf([
  {
    rows: Array.from({ length: 60 }, (_, row) => [`户${row + 1}`, row + 1, row === 2 ? 'c' : null]),
    frozen: { rows: 2, columns: 1 },
    hiddenColumns: new Set([2]),
    formulas: [[5, 3, 'B1+B2']],
  },
]);
const [sheet] = workbook.sheets;
const layout = layoutOf(workbook, sheet);
const at = (row: number, column: number): Selection => ({ from: { row, column }, to: { row, column } });
const move = (command: KeyCommand, from: Selection) => selectionMove(command, from, sheet, layout, 200);

describe('where keys take the selection', () => {
  test('Shift moves one corner and leaves the active cell', () => {
    expect(move({ kind: 'move', direction: 'down', far: false, extend: true }, at(4, 1))).toEqual({
      from: { row: 4, column: 1 },
      to: { row: 5, column: 1 },
    });
  });
  test('Enter after a run of Tab begins the next row where the run began', () => {
    const tabbed = move({ kind: 'tab', back: false }, at(4, 1));
    expect(tabbed?.from).toEqual({ row: 4, column: 3 });
    const again = move({ kind: 'tab', back: false }, tabbed ?? at(1, 1));
    expect(move({ kind: 'enter', back: false }, again ?? at(1, 1))).toEqual(at(5, 1));
  });
  test('Ctrl+Home goes to the first cell that scrolls, End to the last filled cell of the row', () => {
    expect(move({ kind: 'sheet-start', extend: false }, at(40, 3))).toEqual(at(3, 3));
    expect(move({ kind: 'row-end', extend: false }, at(3, 1))).toEqual(at(3, 3));
    expect(move({ kind: 'row-end', extend: false }, at(4, 3))).toEqual(at(4, 1));
    expect(move({ kind: 'sheet-end', extend: false }, at(1, 1))).toEqual(at(60, 3));
  });
  test('a page is what fits beside the frozen rows, and comes back', () => {
    const down = move({ kind: 'page', direction: 'down', extend: false }, at(3, 1));
    expect(down?.from.row).toBe(10);
    expect(move({ kind: 'page', direction: 'up', extend: false }, down ?? at(1, 1))).toEqual(at(3, 1));
  });
  test('other keys are not about moving', () => {
    expect(move({ kind: 'undo' }, at(1, 1))).toBeUndefined();
  });
});

test('what is told of a cell: its whole content, why it cannot be typed into, and the size of a selection', () => {
  const scene = { workbook, sheet, stale: new Set<number>() };
  expect(toldCell(scene, layout, at(5, 3))).toMatchObject({ address: 'C5', content: '=B1+B2', readOnly: 'formula' });
  expect(toldCell(scene, layout, { from: { row: 3, column: 1 }, to: { row: 4, column: 3 } })).toMatchObject({
    address: 'A3',
    content: '户3',
    size: '2 行 × 3 列',
  });
});
