import { openFile } from '../../src/adapters/file/open-file';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { a1 } from '../../src/core/workbook/cell';
import type { CellEdit, WorkbookChange } from '../../src/core/workbook/change';
import type { WorkbookPort } from '../../src/core/workbook/port';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import { sheetNamed, styleAt, valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { applyRecorded, journalOf, undoOfStep, type StepToRecord } from '../../src/tasks/apply-recorded';
import { workbookOf } from '../support/table';

const table = (): WorkbookSnapshot =>
  workbookOf({
    台账: '| 户主姓名 | 身份证号 | 家庭人口 |\n| 甲 | n:110105194912310000 | 3 |\n| 乙 | 11010519491231002X | 4 |',
  });

const edit = (row: number, column: number, from: CellEdit['from'], to: CellEdit['to'], format?: string): CellEdit => ({
  at: { sheet: '台账', row, column },
  from,
  to,
  ...(format ? { numberFormat: format } : {}),
});
const edits = (...list: readonly CellEdit[]): readonly WorkbookChange[] => [{ kind: 'edit-cells', edits: list }];
const step = (changes: readonly WorkbookChange[], rest: Partial<StepToRecord> = {}): StepToRecord => ({
  name: '修正',
  number: 1,
  when: '2026-01-10 09:30',
  changes,
  ...rest,
});

test('a step and its record go through the door together', async () => {
  const book = memoryWorkbook(table());
  const applied: number[] = [];
  const port: WorkbookPort = {
    ...book,
    read: book.read,
    apply: (changes) => (applied.push(changes.length), book.apply(changes)),
  };
  const done = await applyRecorded(port, step(edits(edit(2, 3, 3, 5))), await journalOf(port));
  expect(applied).toEqual([2]);
  expect(done.receipt.applied.map(({ at }) => a1(at.row, at.column))).toEqual(['C2']);
  expect(done.receipt.undo).toHaveLength(1);
  expect(await journalOf(book)).toEqual(done.journal);
  expect(done.journal.steps).toMatchObject([{ number: 1, name: '修正', count: 1 }]);
});

test('the record says what was done, not what was wanted', async () => {
  const book = memoryWorkbook(table());
  const first = await applyRecorded(book, step(edits(edit(2, 3, 9, 5), edit(3, 3, 4, 5))), await journalOf(book));
  expect(first.receipt.refused).toHaveLength(1);
  expect(first.journal.steps[0].cells.map(({ at }) => at.row)).toEqual([3]);
  expect(await journalOf(book)).toEqual(first.journal);
  const second = await applyRecorded(book, step(edits(edit(2, 3, 9, 5)), { number: 2 }), first.journal);
  expect(second.receipt.applied).toEqual([]);
  expect((await journalOf(book)).steps).toHaveLength(1);
});

test('a workbook in which nothing could be done gets no journal', async () => {
  const book = memoryWorkbook(table());
  await applyRecorded(book, step(edits(edit(2, 3, 9, 5))), await journalOf(book));
  expect(book.snapshot.sheets.map(({ name }) => name)).toEqual(['台账']);
});

test('a step written down elsewhere meanwhile is kept, and ours gets the next number', async () => {
  const book = memoryWorkbook(table());
  const ours = await journalOf(book);
  const begun = await applyRecorded(book, step(edits(edit(2, 3, 3, 5))), ours);
  await applyRecorded(book, step(edits(edit(3, 3, 4, 6)), { number: 2 }), begun.journal);
  const late = await applyRecorded(book, step(edits(edit(2, 1, '甲', '丙')), { number: 2 }), begun.journal);
  expect(late).toMatchObject({ number: 3, isRecorded: true });
  expect((await journalOf(book)).steps.map(({ number, count }) => [number, count])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test('where the journal is protected the step is done and said to be unrecorded', async () => {
  const book = memoryWorkbook(table());
  const begun = await applyRecorded(book, step(edits(edit(2, 3, 3, 5))), await journalOf(book));
  const locked = memoryWorkbook({
    ...book.snapshot,
    sheets: book.snapshot.sheets.map((sheet) => (sheet.name === '操作记录' ? { ...sheet, isProtected: true } : sheet)),
  });
  const done = await applyRecorded(locked, step(edits(edit(3, 3, 4, 6)), { number: 2 }), begun.journal);
  expect(done.isRecorded).toBe(false);
  expect(valueAt(locked.snapshot.sheets[0], 3, 3)).toBe(6);
});

test('steps are taken back from the file that was saved and opened again, values, kinds and formats alike', async () => {
  const options = { codec: nodeCodec };
  const before = await openFile(await newWorkbook([ledgerPlan], nodeCodec), '台账.xlsx', options);
  const workbook = before.snapshot;
  const one = step(edits(edit(2, 2, 110105194912310000, '110105194912310021', '@'), edit(3, 3, 4, 6)), { workbook });
  const first = await applyRecorded(before, one, await journalOf(before));
  const saved = await openFile(await before.save(), '台账.xlsx', options);
  const two = step(edits(edit(3, 3, 6, 7)), { number: 2, workbook: saved.snapshot });
  await applyRecorded(saved, two, await journalOf(saved));
  const last = await openFile(await saved.save(), '台账.xlsx', options);
  const { steps } = await journalOf(last);
  expect(steps.map(({ number, count }) => [number, count])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(steps[0]).toEqual(first.journal.steps[0]);
  for (const recorded of [...steps].reverse()) {
    const receipt = await last.apply(undoOfStep(recorded));
    expect(receipt.refused).toEqual([]);
  }
  const sheet = sheetNamed(last.snapshot, '台账')!;
  expect([2, 3].map((row) => [2, 3].map((column) => valueAt(sheet, row, column)))).toEqual([
    [110105194912310000, 3],
    ['11010519491231002X', 4],
  ]);
  expect(styleAt(last.snapshot, sheet, 2, 2).numberFormat).toBe('0');
});

const ledgerPlan: SheetPlan = {
  name: '台账',
  heading: '户主姓名',
  columnWidths: [12, 24, 10],
  rows: [
    { cells: [{ value: '户主姓名' }, { value: '身份证号' }, { value: '家庭人口' }] },
    { cells: [{ value: '甲' }, { value: 110105194912310000, style: 'whole' }, { value: 3 }] },
    { cells: [{ value: '乙' }, { value: '11010519491231002X', style: 'text' }, { value: 4 }] },
  ],
  merges: [],
  styles: { whole: { numberFormat: '0' }, text: { numberFormat: '@' } },
};
