import { findCell } from '../../../src/workbench/grid/find-cell';
import { workbookOf } from './sheet-of';

const workbook = workbookOf(
  [
    {
      rows: [
        ['户主姓名', '身份证号', '日期'],
        ['石有田', '109901 19721216 078x', 46_000],
        ['木成林', '110105194912310021', 3],
        ['石有水', 110105, null],
      ],
      styleRows: [[], [0, 0, 1]],
      hiddenRows: new Set([4]),
    },
  ],
  [{}, { numberFormat: 'yyyy"年"m"月"' }],
);
const [sheet] = workbook.sheets;
const find = (text: string, row = 1, column = 1, direction: 1 | -1 = 1) => {
  const found = findCell(workbook, sheet, text, { row, column }, direction);
  return found && [found.row, found.column];
};

test('goes on row by row, and from the end begins again', () => {
  expect(find('石')).toEqual([2, 1]);
  expect(find('身', 3, 3)).toEqual([1, 2]);
  expect(find('木', 3, 1)).toEqual([3, 1]);
});

test('goes back from right to left', () => {
  expect(find('1', 3, 2, -1)).toEqual([2, 3]);
  expect(find('石', 1, 1, -1)).toEqual([2, 1]);
});

test('finds an ID however it was typed, numbers as they are kept and dates as they are shown', () => {
  expect(find('109901197212160 78X')).toEqual([2, 2]);
  expect(find('46000')).toEqual([2, 3]);
  expect(find('2025年12月')).toEqual([2, 3]);
});

test('passes over hidden rows, and tells where there is nothing', () => {
  expect(find('石有水')).toBeUndefined();
  expect(find('没有的')).toBeUndefined();
  expect(find('  ')).toBeUndefined();
});
