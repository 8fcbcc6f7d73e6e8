import fc from 'fast-check';
import { applyInSteps, applyToSnapshot, whyNotEditable } from '../../../src/core/workbook/apply-to-snapshot';
import { cellKey, type CellValue } from '../../../src/core/workbook/cell';
import { Cancelled, drive } from '../../../src/core/workbook/port';
import { plainStyle, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';

const sheet = (rows: CellValue[][], more: Partial<SheetSnapshot> = {}): SheetSnapshot => ({
  name: '表',
  visibility: 'visible',
  rowCount: rows.length,
  columnCount: Math.max(0, ...rows.map((row) => row.length)),
  rows,
  styleRows: [],
  formulas: new Map(),
  notes: new Map(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  columnWidths: new Map(),
  rowHeights: new Map(),
  defaultColumnWidth: 8.43,
  defaultRowHeight: 15,
  frozen: { rows: 0, columns: 0 },
  isProtected: false,
  marks: [],
  ...more,
});

const workbook = (only: SheetSnapshot, styles = [plainStyle]): WorkbookSnapshot => ({
  name: '甲.xlsx',
  date1904: false,
  styles,
  sheets: [only],
  remarks: [],
});
const at = (row: number, column: number) => ({ sheet: '表', row, column });

test('never overwrites a formula', () => {
  const start = workbook(sheet([[1, 2, 3]], { formulas: new Map([[cellKey(1, 3), 'A1+B1']]) }));
  const { snapshot, receipt } = applyToSnapshot(start, [
    { kind: 'edit-cells', edits: [{ at: at(1, 3), from: 3, to: 4 }] },
  ]);
  expect(receipt.refused).toMatchObject([{ reason: 'formula', found: 3 }]);
  expect(snapshot).toBe(start);
  expect(whyNotEditable(start, at(1, 3))).toBe('formula');
});

test('refuses locked cells of a protected sheet and allows unlocked ones', () => {
  const start = workbook(sheet([['锁', '开']], { isProtected: true, styleRows: [[0, 1]] }), [
    plainStyle,
    { ...plainStyle, locked: false },
  ]);
  const { receipt } = applyToSnapshot(start, [
    {
      kind: 'edit-cells',
      edits: [
        { at: at(1, 1), from: '锁', to: '甲' },
        { at: at(1, 2), from: '开', to: '乙' },
      ],
    },
  ]);
  expect(receipt.refused.map((refusal) => refusal.reason)).toEqual(['locked']);
  expect(receipt.applied.map((edit) => edit.to)).toEqual(['乙']);
});

test('leaves the snapshot given as it was', () => {
  const start = workbook(sheet([['甲']]));
  applyToSnapshot(start, [{ kind: 'edit-cells', edits: [{ at: at(1, 1), from: '甲', to: '乙', numberFormat: '@' }] }]);
  expect(start.sheets[0].rows).toEqual([['甲']]);
  expect(start.styles).toEqual([plainStyle]);
});

test('two edits of one cell in one change work one after the other and undo to the start', () => {
  const start = workbook(sheet([['甲']]));
  const { snapshot, receipt } = applyToSnapshot(start, [
    {
      kind: 'edit-cells',
      edits: [
        { at: at(1, 1), from: '甲', to: '乙' },
        { at: at(1, 1), from: '乙', to: '丙' },
      ],
    },
  ]);
  expect(snapshot.sheets[0].rows[0]).toEqual(['丙']);
  expect(applyToSnapshot(snapshot, receipt.undo).snapshot.sheets[0].rows[0]).toEqual(['甲']);
});

test('whatever is typed, undo brings every value and look back', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const edit = fc.record({
    row: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 4 }),
    to: value,
    text: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 4 }),
      fc.array(edit, { maxLength: 12 }),
      (rows, wanted) => {
        const start = workbook(sheet(rows));
        let now = start;
        const undo = [];
        for (const { row, column, to, text } of wanted) {
          const from = now.sheets[0].rows[row - 1]?.[column - 1] ?? null;
          const done = applyToSnapshot(now, [
            { kind: 'edit-cells', edits: [{ at: at(row, column), from, to, ...(text ? { numberFormat: '@' } : {}) }] },
          ]);
          now = done.snapshot;
          undo.unshift(...done.receipt.undo);
        }
        const back = applyToSnapshot(now, undo);
        expect(back.receipt.refused).toEqual([]);
        for (let row = 0; row < 4; row++) {
          for (let column = 0; column < 4; column++) {
            expect(back.snapshot.sheets[0].rows[row]?.[column] ?? null).toEqual(rows[row]?.[column] ?? null);
            expect(back.snapshot.styles[back.snapshot.sheets[0].styleRows[row]?.[column] ?? 0]).toEqual(plainStyle);
          }
        }
      },
    ),
  );
});

test('puts a sheet with more rows than a call may have arguments', () => {
  const plan = {
    name: '大表',
    heading: '大表',
    columnWidths: [],
    rows: Array.from({ length: 200_000 }, (_, row) => ({ cells: [{ value: row === 0 ? '大表' : row }] })),
    merges: [],
    styles: {},
  };
  const { snapshot } = applyToSnapshot(workbook(sheet([['甲']])), [{ kind: 'put-sheet', plan }]);
  expect(snapshot.sheets[1].rowCount).toBe(200_000);
});

test('a hidden sheet of ours is hidden again when its removal is taken back', () => {
  const plan = {
    name: '记录',
    heading: '记录',
    columnWidths: [],
    rows: [{ cells: [{ value: '记录' }] }],
    merges: [],
    styles: {},
    visibility: 'hidden' as const,
  };
  const put = applyToSnapshot(workbook(sheet([['甲']])), [{ kind: 'put-sheet', plan }]).snapshot;
  const later = { ...put, sheets: put.sheets.map((one) => ({ ...one, plan: undefined })) };
  const removed = applyToSnapshot(later, [{ kind: 'remove-sheet', sheet: '记录', heading: '记录' }]);
  const back = applyToSnapshot(removed.snapshot, removed.receipt.undo).snapshot;
  expect(back.sheets[1].visibility).toBe('hidden');
});

test('carries out more edits than a call may have arguments, and takes them back latest first', () => {
  const start = workbook(
    sheet([], { rows: Array.from({ length: 200_000 }, () => ['甲']), rowCount: 200_000, columnCount: 1 }),
  );
  const edits = start.sheets[0].rows.map((_, row) => ({ at: at(row + 1, 1), from: '甲', to: '乙' }));
  const { snapshot, receipt } = applyToSnapshot(start, [{ kind: 'edit-cells', edits }]);
  expect(receipt.applied).toHaveLength(200_000);
  expect(receipt.undo[0]).toMatchObject({ edits: { 0: { at: at(200_000, 1) } } });
  expect(applyToSnapshot(snapshot, receipt.undo).snapshot.sheets[0].rows).toEqual(start.sheets[0].rows);
});

test('knows the cells that merges have swallowed, low ones and tall ones', () => {
  const merges = [
    { top: 1, bottom: 1, left: 1, right: 3 },
    { top: 2, bottom: 400, left: 1, right: 1 },
    { top: 2, bottom: 3, left: 2, right: 3 },
  ];
  const start = workbook(sheet([], { merges }));
  const cells = [at(1, 1), at(1, 3), at(2, 1), at(399, 1), at(2, 2), at(3, 2), at(3, 3), at(4, 2)];
  const { receipt } = applyToSnapshot(start, [
    { kind: 'edit-cells', edits: cells.map((cell) => ({ at: cell, from: null, to: 1 })) },
  ]);
  expect(receipt.refused.map(({ edit, reason }) => [edit.at.row, edit.at.column, reason])).toEqual([
    [1, 3, 'merged-away'],
    [399, 1, 'merged-away'],
    [3, 2, 'merged-away'],
    [3, 3, 'merged-away'],
  ]);
});

test('stops between steps without having changed anything', async () => {
  const start = workbook(sheet(Array.from({ length: 5_000 }, () => ['甲'])));
  const edits = start.sheets[0].rows.map((_, row) => ({ at: at(row + 1, 1), from: '甲', to: '乙' }));
  const work = applyInSteps(start, [{ kind: 'edit-cells', edits }]);
  await expect(drive(work, { cancelled: () => true })).rejects.toThrow(Cancelled);
  expect(start.sheets[0].rows.every((row) => row?.[0] === '甲')).toBe(true);
});
