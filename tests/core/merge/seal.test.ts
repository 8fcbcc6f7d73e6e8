import fc from 'fast-check';
import type { IsoDate } from '../../../src/core/ledger/dates';
import type { CellValue } from '../../../src/core/workbook/cell';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../../src/core/workbook/port';
import { valueAt, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { checkWorkbooks } from '../../../src/tasks/check-workbooks';
import { clearMarkChanges, markChanges } from '../../../src/tasks/mark-ledger';
import { readReturned } from '../../../src/tasks/read-returned';
import { recordStep } from '../../../src/core/journal/record-step';
import { readJournal } from '../../../src/core/journal/read-journal';
import { submitLedger } from '../../../src/tasks/submit-ledger';
import { person } from '../../support/people';
import { householdsFrom, returnedPlan, workbookOfPlans } from '../../support/returned-plan';
import { mergeOf } from './merge-of';

const day = '2026-01-08' as IsoDate;

function submitted(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const report = finish(checkWorkbooks({ workbooks: [workbook], today: day }));
  return applyToSnapshot(workbook, submitLedger(workbook, report, '张审核', day).changes).snapshot;
}

function edited(
  workbook: WorkbookSnapshot,
  sheet: string,
  edits: readonly (readonly [row: number, column: number, to: string | number | null])[],
): WorkbookSnapshot {
  const from = workbook.sheets.find(({ name }) => name === sheet);
  if (!from) throw new Error(`no sheet ${sheet}`);
  const { snapshot, receipt } = applyToSnapshot(workbook, [
    {
      kind: 'edit-cells',
      edits: edits.map(([row, column, to]) => ({ at: { sheet, row, column }, from: valueAt(from, row, column), to })),
    },
  ]);
  expect(receipt.refused).toEqual([]);
  return snapshot;
}

function sealOf(workbook: WorkbookSnapshot) {
  const { file } = finish(readReturned(workbook));
  return 'seal' in file ? file.seal : undefined;
}

const plain = workbookOfPlans('青石村.xlsx', returnedPlan('青石村', householdsFrom(0, 12)));
const sealed = submitted(plain);
const sheet = '冬春救助台账';
const columnOf = (heading: string) =>
  Math.max(
    ...[2, 3].map((row) => plain.sheets[0].rows[row]?.findIndex((value) => String(value).startsWith(heading)) ?? -1),
  ) + 1;

test('a file without a seal has none', () => expect(sealOf(plain)).toBeUndefined());

test('an untouched file is as it was checked, and the merge says by whom', () => {
  expect(sealOf(sealed)).toEqual({ by: '张审核', on: '2026年1月8日', state: 'unchanged', changes: [] });
  const [verdict] = mergeOf([sealed]).verdicts;
  expect(verdict).toMatchObject({
    verdict: 'taken',
    sentences: ['张审核于2026年1月8日核查报送以后，台账内容没有改动。'],
  });
});

test('what was typed before is not handed on, and a sheet of the person’s own by that name is', () => {
  const before = person(90).idNumber;
  const step = {
    number: 1,
    when: '',
    name: '修正',
    cells: [{ at: { sheet, row: 7, column: 6 }, from: before, to: '' }],
    count: 1,
  };
  const own = { ...workbookOfPlans('x', returnedPlan('青石村', [])).sheets[0], name: '操作记录', rows: [['自己记的']] };
  const withOwn = { ...plain, sheets: [...plain.sheets, own] };
  const withJournal = applyToSnapshot(withOwn, recordStep(readJournal(withOwn), step).changes).snapshot;
  expect(withJournal.sheets.map(({ name }) => name)).toContain('操作记录2');
  const away = submitted(withJournal);
  expect(away.sheets.map(({ name }) => name)).toEqual([sheet, '操作记录', '核查记录']);
  expect(JSON.stringify(away.sheets.map(({ rows }) => rows))).not.toContain(before);
  expect(sealOf(away)?.state).toBe('unchanged');
});

test('each changed cell is named', () => {
  const changed = edited(sealed, sheet, [
    [7, columnOf('救助金额'), 9999],
    [9, columnOf('身份证号'), person(77).idNumber],
    [9, columnOf('联系电话'), null],
  ]);
  const seal = sealOf(changed);
  expect(seal?.state).toBe('changed');
  expect(seal?.changes.map(({ kind, row, name }) => `${kind} ${row} ${name}`)).toEqual([
    'cell 7 救助金额',
    'cell 9 身份证号',
    'cell 9 联系电话',
  ]);
  const [{ verdict, sentences }] = mergeOf([changed]).verdicts;
  expect(verdict).toBe('taken-with-remarks');
  expect(sentences.join('')).toContain('“冬春救助台账”第 7 行“救助金额”（Z7）');
});

test('any one changed cell is noticed, and its row told', () => {
  const columns = ['户主姓名', '身份证号', '一卡通账号', '家庭人口', '需救助人口', '备注', '填报人'].map(columnOf);
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 16 }),
      fc.constantFrom(...columns),
      fc.integer({ min: 20, max: 9e6 }),
      (row, column, value) => {
        const seal = sealOf(edited(sealed, sheet, [[row, column, value]]));
        expect(seal?.changes.map((change) => change.row)).toEqual([row]);
        const [change] = seal?.changes ?? [];
        if (change.kind === 'cell') expect(change.column).toBe(column);
      },
    ),
    { numRuns: 40 },
  );
});

test('rows added and removed are named, rows in another order are no change', () => {
  const households = householdsFrom(0, 12);
  const record = sealed.sheets[1];
  const withRows = (rows: typeof households) => ({
    ...sealed,
    sheets: [workbookOfPlans('x', returnedPlan('青石村', rows)).sheets[0], record],
  });
  expect(sealOf(withRows([...households].reverse()))).toMatchObject({ state: 'unchanged' });
  const seal = sealOf(withRows([...households.slice(0, 4), ...households.slice(5), { head: 500 }]));
  expect(seal?.changes).toEqual([
    { kind: 'added', sheet, row: 16 },
    { kind: 'gone', sheet, row: 9 },
  ]);
});

test('a seal whose own lines were changed is no proof any more', () => {
  const record = sealed.sheets[1];
  const row = record.rows.findIndex((cells) => cells?.includes('核查人')) + 1;
  expect(sealOf(edited(sealed, record.name, [[row, 3, '李四']]))?.state).toBe('broken');
});

test('the record holds no number that could be read or tried out', () => {
  const texts = sealed.sheets[1].rows
    .flatMap((row) => (row ?? []).map((value: CellValue) => String(value ?? '')))
    .join('\n');
  for (const { head } of householdsFrom(0, 12)) {
    const { idNumber, account, phone } = person(head);
    for (const number of [idNumber, account, phone]) expect(texts).not.toContain(number.slice(4, 14));
  }
  expect(texts).toContain('封签指纹');
});

test('submitting again keeps decisions, and seals anew', () => {
  const again = submitted(edited(sealed, sheet, [[7, columnOf('救助金额'), 300]]));
  expect(again.sheets.map(({ name }) => name)).toEqual(sealed.sheets.map(({ name }) => name));
  expect(sealOf(again)?.state).toBe('unchanged');
});

const marked = (workbook: WorkbookSnapshot): WorkbookSnapshot => {
  const report = finish(checkWorkbooks({ workbooks: [workbook], today: '2026-01-12' as IsoDate }));
  return applyToSnapshot(workbook, markChanges(workbook, report, '2026-01-12' as IsoDate)).snapshot;
};

test('marking a sealed file keeps its seal, which still tells what was changed since', () => {
  expect(sealOf(marked(sealed))).toEqual({ by: '张审核', on: '2026年1月8日', state: 'unchanged', changes: [] });
  const changed = marked(edited(sealed, sheet, [[7, columnOf('救助金额'), 9999]]));
  expect(sealOf(changed)?.changes.map(({ row, name }) => [row, name])).toEqual([[7, '救助金额']]);
  expect(marked(marked(sealed)).sheets.at(-1)?.rows).toEqual(marked(sealed).sheets.at(-1)?.rows);
});

test('a broken seal is not mended by marking', () => {
  const record = sealed.sheets[1];
  const row = record.rows.findIndex((cells) => cells?.includes('核查人')) + 1;
  expect(sealOf(marked(edited(sealed, record.name, [[row, 3, '李四']])))?.state).toBe('broken');
});

test('clearing marks leaves a record that bears a seal', () => {
  const cleared = clearMarkChanges(sealed);
  expect(cleared.recordKept).toBe(true);
  expect(sealOf(applyToSnapshot(sealed, cleared.changes).snapshot)?.state).toBe('unchanged');
});
