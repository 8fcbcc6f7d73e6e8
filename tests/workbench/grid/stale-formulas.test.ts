import { cellOfKey } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { staleAfter } from '../../../src/workbench/grid/stale-formulas';
import { workbookOf } from './sheet-of';

const stale = (
  formulas: readonly (readonly [number, number, string])[],
  ...cells: readonly (readonly [number, number])[]
) => {
  const workbook = workbookOf([
    { name: '台账', rows: [[1]], formulas },
    { name: '附表', rows: [[1]], formulas: [[1, 1, "'台账'!C3+1"]] },
  ]);
  const after = finish(
    staleAfter(
      workbook,
      cells.map(([row, column]) => ({ sheet: '台账', row, column })),
      new Map(),
    ),
  );
  return [...after].flatMap(([sheet, keys]) =>
    [...keys].map((key) => `${sheet} ${cellOfKey(key).row},${cellOfKey(key).column}`),
  );
};

describe('formulas that an edit leaves behind', () => {
  test('a sum over the edited cell, and what builds on it; not a sum elsewhere', () => {
    const formulas = [
      [9, 1, 'SUM(A1:A8)'],
      [9, 2, 'SUM(B1:B8)'],
      [10, 1, 'A9*150'],
      [11, 1, 'ROUND($A$10/2,0)'],
    ] as const;
    expect(stale(formulas, [3, 1])).toEqual(['台账 9,1', '台账 10,1', '台账 11,1']);
    expect(stale(formulas, [3, 7])).toEqual([]);
  });
  test('whole columns, whole rows and other sheets', () => {
    expect(stale([[9, 9, 'SUM(C:C)']], [3, 3])).toEqual(['台账 9,9', '附表 1,1']);
    expect(stale([[9, 9, 'SUM(3:3)']], [3, 5])).toEqual(['台账 9,9']);
  });
  test('a formula that cannot be followed counts as left behind', () => {
    expect(stale([[9, 9, 'INDIRECT("A1")']], [3, 7])).toEqual(['台账 9,9']);
    expect(stale([[9, 9, '总人数*2']], [3, 7])).toEqual(['台账 9,9']);
  });
  test('words in quotes and functions whose names look like cells are no references', () => {
    expect(stale([[9, 9, 'IF(B1="A1",LOG10(B2),TRUE)']], [1, 1])).toEqual([]);
  });
  test('many edited cells reach at least every formula that reads one of them', () => {
    const formulas = Array.from({ length: 200 }, (_, at) => [at + 1, 5, `A${at + 1}+B${at + 1}`] as const);
    const cells = Array.from({ length: 200 }, (_, at) => [at + 1, 1] as const);
    expect(stale(formulas, ...cells)).toHaveLength(200);
  });
});
