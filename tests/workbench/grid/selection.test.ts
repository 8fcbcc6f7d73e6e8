import { areaOf, leap, mergedPlace, step } from '../../../src/workbench/grid/selection';
import { layoutOf } from '../../../src/workbench/grid/sheet-layout';
import { workbookOf } from './sheet-of';

const workbook = workbookOf([
  {
    rows: [
      ['标题', null, null, null],
      ['a', 'b', null, 'd'],
      ['a', null, null, 'd'],
      [null, null, null, null],
      ['a', 'b', 'c', 'd'],
    ],
    merges: [
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 2, left: 2, bottom: 3, right: 3 },
    ],
    hiddenRows: new Set([4]),
  },
]);
const [sheet] = workbook.sheets;
const layout = layoutOf(workbook, sheet);
const at = (row: number, column: number) => ({ row, column });

describe('moving and selecting', () => {
  test('arrows leave a merge at its far side and skip hidden rows', () => {
    expect(step(at(1, 1), 'right', layout)).toEqual(at(1, 5));
    expect(step(at(2, 2), 'down', layout)).toEqual(at(5, 2));
    expect(step(at(3, 1), 'down', layout)).toEqual(at(5, 1));
    expect(step(at(5, 1), 'up', layout)).toEqual(at(3, 1));
    expect(step(at(1, 1), 'up', layout)).toEqual(at(1, 1));
  });

  test('a place inside a merge is its first cell', () => {
    expect(mergedPlace(at(3, 3), layout)).toEqual(at(2, 2));
    expect(mergedPlace(at(5, 3), layout)).toEqual(at(5, 3));
  });

  test('a selection grows until it cuts no merge', () => {
    expect(areaOf({ from: at(3, 1), to: at(3, 2) }, layout)).toEqual({ top: 2, left: 1, bottom: 3, right: 3 });
    expect(areaOf({ from: at(1, 2), to: at(2, 2) }, layout)).toEqual({ top: 1, left: 1, bottom: 3, right: 4 });
  });

  test('Ctrl and arrow goes to the end of a run, or over empty cells to the next', () => {
    expect(leap(at(5, 1), 'right', sheet, layout)).toEqual(at(5, 4));
    expect(leap(at(5, 4), 'up', sheet, layout)).toEqual(at(2, 4));
    expect(leap(at(3, 4), 'left', sheet, layout)).toEqual(at(3, 1));
    expect(leap(at(5, 4), 'down', sheet, layout)).toEqual(at(layout.rows.count, 4));
  });
});
