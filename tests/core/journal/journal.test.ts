import { memoryWorkbook } from '../../../src/adapters/memory/memory-workbook';
import { readJournal } from '../../../src/core/journal/read-journal';
import { recordStep } from '../../../src/core/journal/record-step';
import { cellsNamed, cellsOfBlock } from '../../../src/core/journal/journal-blocks';
import {
  isJournalSheet,
  isKept,
  undoneSteps,
  undoOfStep,
  type JournalCell,
  type JournalStep,
} from '../../../src/core/journal/journal';
import { removeJournal } from '../../../src/core/journal/apart-from-journal';
import { readWorkbook } from '../../../src/core/read/read-workbook';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { cellKey } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { forms } from '../../../src/forms';
import { workbookOf } from '../../support/table';

const empty = (): WorkbookSnapshot => workbookOf({ 台账: '| 户主姓名 | 家庭人口 |\n| 甲 | 3 |' });

const cell = (row: number, from: JournalCell['from'], to: JournalCell['to']): JournalCell => ({
  at: { sheet: '台账', row, column: 2 },
  from,
  to,
});
const step = (number: number, cells: readonly JournalCell[], rest: Partial<JournalStep> = {}): JournalStep => ({
  number,
  when: '2026-01-10 09:30',
  name: '填列',
  cells,
  count: cells.length,
  ...rest,
});

/** The workbook with these steps written down one after the other, each through what stands in the workbook. */
const withSteps = (workbook: WorkbookSnapshot, ...steps: readonly JournalStep[]): WorkbookSnapshot =>
  steps.reduce((before, one) => {
    const { changes } = recordStep(readJournal(before), one);
    const done = applyToSnapshot(before, changes);
    expect(done.receipt.refused).toEqual([]);
    expect(done.receipt.refusedSheets).toEqual([]);
    return done.snapshot;
  }, workbook);

test('a workbook without a journal begins one, and another sheet of that name is left alone', () => {
  expect(readJournal(empty())).toEqual({ sheet: '操作记录', lastRow: 0, steps: [] });
  const theirs = workbookOf({ 台账: '| a |', 操作记录: '| 我的记录 |' });
  const after = withSteps(theirs, step(1, [cell(2, 3, 4)]));
  expect(after.sheets.map((sheet) => sheet.name)).toEqual(['台账', '操作记录', '操作记录2']);
  expect(readJournal(after).sheet).toBe('操作记录2');
});

test('what was written down is read back the same, kinds and formats of values too', () => {
  const steps = [
    step(1, [cell(2, '000123', '00123'), cell(3, 46_000, '2026-01-01'), cell(4, null, 3)]),
    step(2, [
      { ...cell(2, 110105194912310000, '110105194912310021'), fromFormat: '0', toFormat: '@' },
      { ...cell(3, 46_000, 46_001), fromFormat: 'yyyy-mm-dd' },
      cell(4, true, false),
      cell(5, { error: '#N/A' }, '=1+1'),
      cell(6, '无', null),
    ]),
    step(4, [cell(2, 4, 3)], { name: '撤销“填列”', undoes: 1 }),
  ];
  const journal = readJournal(withSteps(empty(), ...steps));
  expect(journal.steps).toEqual(steps);
  expect([...undoneSteps(journal)]).toEqual([1]);
});

test('a further step only adds rows, so that long journals are not sent again', () => {
  const workbook = withSteps(empty(), step(1, [cell(2, 3, 4)]));
  const { changes } = recordStep(readJournal(workbook), step(2, [cell(2, 4, 5), cell(3, null, 5)]));
  expect(changes).toMatchObject([{ kind: 'edit-cells' }]);
  const rows = changes.flatMap((change) => (change.kind === 'edit-cells' ? change.edits : [])).map(({ at }) => at.row);
  expect([...new Set(rows)]).toEqual([6, 7]);
});

test('rows sorted or removed by a person do no harm, and changed headings have the sheet drawn anew', () => {
  const workbook = withSteps(empty(), step(1, [cell(2, 3, 4), cell(3, 5, 6)]), step(2, [cell(4, 1, 2)]));
  const sheet = sheetNamed(workbook, '操作记录');
  if (!sheet) throw new Error('no journal');
  const [first, second, third] = sheet.rows.slice(4);
  const put = (rows: typeof sheet.rows) => ({
    ...workbook,
    sheets: workbook.sheets.map((other) => (other === sheet ? { ...sheet, rows, rowCount: rows.length } : other)),
  });
  const shuffled = put([...sheet.rows.slice(0, 4), third, ['乱写'], second, first]);
  expect(readJournal(shuffled).steps.map(({ number, count }) => [number, count])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  const renamed = put(
    sheet.rows.map((row, at) => (at === 3 ? row?.map((word) => (word === '时间' ? '日期' : word)) : row)),
  );
  const { changes } = recordStep(readJournal(renamed), step(3, [cell(2, 4, 5)]));
  expect(changes).toMatchObject([{ kind: 'put-sheet' }]);
  expect(readJournal(applyToSnapshot(renamed, changes).snapshot).steps).toHaveLength(3);
});

test('the oldest steps go when there are too many, and the sheet says which', () => {
  let journal = readJournal(empty());
  let workbook = empty();
  for (let number = 1; number <= 201; number++) {
    const recorded = recordStep(journal, step(number, [cell(2, number, number + 1)]));
    workbook = applyToSnapshot(workbook, recorded.changes).snapshot;
    journal = recorded.journal;
  }
  expect(readJournal(workbook)).toEqual(journal);
  expect(journal.steps.length).toBe(150);
  expect(valueAt(sheetNamed(workbook, '操作记录')!, 3, 1)).toContain('第 51 步及更早的登记已删去');
});

test('a step of too many cells is named with its number of cells, and cannot be taken back from the journal', () => {
  const cells = Array.from({ length: 400_001 }, (_, at) => cell(at + 1, null, at));
  const [read] = readJournal(withSteps(empty(), step(1, cells))).steps;
  expect(read).toMatchObject({ name: '填列', count: 400_001, cells: [] });
  expect(isKept(read)).toBe(false);
  expect(undoOfStep(read)).toEqual([]);
});

describe('a step of many cells', () => {
  const undone = (read: JournalStep) =>
    undoOfStep(read).flatMap((change) => (change.kind === 'edit-cells' ? change.edits : []));

  test('is written down many cells in a row, and taken back as exactly', () => {
    // Every seventh row is a subtotal that the step left alone.
    const cells = Array.from({ length: 30_000 }, (_, at) => at + 2)
      .filter((row) => row % 7 > 0)
      .flatMap((row): JournalCell[] => [
        { at: { sheet: '台账', row, column: 7 }, from: null, to: row * 1.5 },
        {
          at: { sheet: '台账', row, column: 8 },
          from: row % 2 ? '“无”,\n' : { error: '#N/A' },
          to: `0${row}`,
          fromFormat: '0',
          toFormat: '@',
        },
      ]);
    const workbook = withSteps(empty(), step(1, cells), step(2, [cell(2, 3, 4)]));
    const sheet = sheetNamed(workbook, '操作记录')!;
    expect(sheet.rowCount).toBeLessThan(cells.length / 100);
    for (const row of sheet.rows)
      for (const value of row ?? []) expect(String(value ?? '').length).toBeLessThan(10_000);
    const [read, small] = readJournal(workbook).steps;
    expect([read.count, small.count]).toEqual([cells.length, 1]);
    const back = new Map(undone(read).map((edit) => [cellKey(edit.at.row, edit.at.column), edit]));
    expect(back.size).toBe(cells.length);
    for (const { at, from, to, fromFormat } of cells) {
      const edit = back.get(cellKey(at.row, at.column))!;
      expect([edit.from, edit.to, edit.numberFormat]).toEqual([to, typeof from === 'object' ? null : from, fromFormat]);
    }
  });

  test('keeps long texts, each in a row of its own', () => {
    const long = '长'.repeat(600);
    const cells = Array.from({ length: 1_500 }, (_, at) => cell(at + 2, at === 700 ? long : null, at));
    const [read] = readJournal(withSteps(empty(), step(1, cells))).steps;
    expect(undone(read)).toHaveLength(1_500);
    expect(undone(read).filter(({ to }) => to === long)).toHaveLength(1);
  });

  test('is not taken back where a person has changed its row, nor is a whole sheet named by mistake', () => {
    const block = { sheet: '台账', areas: 'D2:D4', from: '', to: '[1,2,3]' };
    expect(cellsOfBlock(block).map(({ at, to }) => [at.row, to])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    for (const changed of [
      { to: '[1,2]' },
      { to: '[1,2' },
      { to: '[1,2,[3]]' },
      { areas: 'D2:E4' },
      { areas: 'D2:D4,E5' },
    ])
      expect(cellsOfBlock({ ...block, ...changed })).toEqual([]);
    expect(cellsNamed('A1:A1048576')).toBe(0);
    expect(cellsNamed('见说明')).toBe(0);
  });
});

test('a step is taken back in another session, cell by cell, except where someone typed since', async () => {
  const start = workbookOf({ 台账: '| 户主姓名 | 家庭人口 |\n| 甲 | 4 |\n| 乙 | 6 |' });
  const workbook = withSteps(start, step(1, [cell(2, 3, 4), cell(3, 5, 6)]));
  const book = memoryWorkbook(workbook);
  await book.typeInto({ sheet: '台账', row: 3, column: 2 }, 7);
  const receipt = await book.apply(undoOfStep(readJournal(book.snapshot).steps[0]));
  expect(receipt.applied.map(({ at, to }) => [at.row, to])).toEqual([[2, 3]]);
  expect(receipt.refused).toMatchObject([{ reason: 'changed', found: 7 }]);
});

test('it is never read as a ledger, and can be taken out of a workbook that is handed on', () => {
  const workbook = withSteps(empty(), step(1, [cell(2, 3, 4)]));
  const read = finish(readWorkbook(workbook, forms));
  expect(read.notLedgers).toContainEqual({ sheet: '操作记录', why: '这是本软件写的工作表，不是台账。' });
  const after = applyToSnapshot(workbook, [removeJournal('操作记录')]).snapshot;
  expect(after.sheets.some(isJournalSheet)).toBe(false);
});
