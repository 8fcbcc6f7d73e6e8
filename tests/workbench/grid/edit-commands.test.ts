import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { editForTyping, editsForClearing, editsForPaste, valuesOf } from '../../../src/workbench/grid/edit-commands';
import { mergeIndex } from '../../../src/workbench/grid/merge-index';
import { workbookOf } from './sheet-of';

const id = '109901195203071234';
const workbook = workbookOf(
  [
    {
      rows: [
        ['张三', id, 3],
        ['李四', null, 2],
        [null, null, 5],
      ],
      styleRows: [
        [0, 1, 0],
        [0, 1, 0],
      ],
      merges: [{ top: 3, left: 1, bottom: 3, right: 2 }],
      formulas: [[3, 3, 'SUM(C1:C2)']],
    },
  ],
  [{}, { numberFormat: '@' }],
);
const [sheet] = workbook.sheets;
const merges = mergeIndex(sheet.merges);
const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const briefly = (edits: readonly { at: { row: number; column: number }; to: unknown }[]) =>
  edits.map(({ at, to }) => [at.row, at.column, to]);

describe('typing', () => {
  test('carries what the cell holds now, so that a stale edit is refused', () => {
    expect(editForTyping(workbook, sheet, { row: 1, column: 3 }, '4')).toEqual({
      at: { sheet: '表1', row: 1, column: 3 },
      from: 3,
      to: 4,
    });
  });
  test('the same content again is no edit', () => {
    expect(editForTyping(workbook, sheet, { row: 1, column: 2 }, id)).toBeUndefined();
    expect(editForTyping(workbook, sheet, { row: 1, column: 3 }, '3')).toBeUndefined();
    expect(editForTyping(workbook, sheet, { row: 3, column: 2 }, '')).toBeUndefined();
  });
});

describe('pasting', () => {
  test('a block goes where it is put, each cell by its own rule', () => {
    const other = '109901196305012345';
    const pasted = editsForPaste(
      workbook,
      sheet,
      area(1, 2),
      {
        texts: [
          [other, '4'],
          [id, '6'],
        ],
      },
      merges,
    );
    expect(briefly(pasted.edits)).toEqual([
      [1, 2, other],
      [1, 3, 4],
      [2, 2, id],
      [2, 3, 6],
    ]);
    expect(pasted.area).toEqual(area(1, 2, 2, 3));
  });
  test('one cell fills the selection, and a block repeats where it fits a whole number of times', () => {
    expect(briefly(editsForPaste(workbook, sheet, area(5, 1, 6, 2), { texts: [['是']] }, merges).edits)).toEqual([
      [5, 1, '是'],
      [5, 2, '是'],
      [6, 1, '是'],
      [6, 2, '是'],
    ]);
    const once = editsForPaste(workbook, sheet, area(5, 1, 7, 1), { texts: [['甲'], ['乙']] }, merges);
    expect(briefly(once.edits)).toEqual([
      [5, 1, '甲'],
      [6, 1, '乙'],
    ]);
  });
  test('an empty pasted cell leaves the inside of a merge alone; a filled one is left to the port to refuse', () => {
    expect(briefly(editsForPaste(workbook, sheet, area(3, 1), { texts: [['合计', '']] }, merges).edits)).toEqual([
      [3, 1, '合计'],
    ]);
    const { edits } = editsForPaste(workbook, sheet, area(3, 1), { texts: [['合计', '多']] }, merges);
    expect(applyToSnapshot(workbook, [{ kind: 'edit-cells', edits }]).receipt.refused.map((r) => r.reason)).toEqual([
      'merged-away',
    ]);
  });
  test('values copied here come back as they were', () => {
    const { edits } = editsForPaste(workbook, sheet, area(6, 1), { values: valuesOf(sheet, area(1, 1, 1, 3)) }, merges);
    expect(briefly(edits)).toEqual([
      [6, 1, '张三'],
      [6, 2, id],
      [6, 3, 3],
    ]);
  });
});

describe('clearing', () => {
  test('empties what is filled and leaves formulas among other cells alone', () => {
    expect(briefly(editsForClearing(sheet, area(1, 1, 9, 9)))).toEqual([
      [1, 1, null],
      [1, 2, null],
      [1, 3, null],
      [2, 1, null],
      [2, 3, null],
    ]);
  });
  test('a formula alone is asked for, so that the refusal is said', () => {
    const edits = editsForClearing(sheet, area(3, 3));
    expect(applyToSnapshot(workbook, [{ kind: 'edit-cells', edits }]).receipt.refused[0].reason).toBe('formula');
  });
});
