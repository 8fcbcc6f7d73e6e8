import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import { valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { forms } from '../../src/forms';
import { filledSince, newFormChanges } from '../../src/tasks/new-form';
import { person } from '../support/people';
import { readingOf, workbookOf } from '../support/table';

const ledger = workbookOf({ 台账: `| 户主姓名 | 身份证号 |\n| ${person(1).name} | ${person(1).idNumber} |` });

function withForm(workbook: WorkbookSnapshot, id: string) {
  const made = newFormChanges(workbook, id);
  if (!made) throw new Error(`no form ${id}`);
  const { snapshot, receipt } = applyToSnapshot(workbook, made.changes);
  expect(receipt.refusedSheets).toEqual([]);
  return { workbook: snapshot, begin: made.begin, undo: receipt.undo };
}

const put = (workbook: WorkbookSnapshot, sheet: string, row: number, column: number, to: string): WorkbookSnapshot =>
  applyToSnapshot(workbook, [{ kind: 'edit-cells', edits: [{ at: { sheet, row, column }, from: null, to }] }]).snapshot;

const names = ({ sheets }: WorkbookSnapshot) => sheets.map(({ name }) => name);

test.each(forms.map((form) => [form.id, form] as const))(
  '%s comes behind the ledger and reads as itself',
  (id, form) => {
    const { workbook, begin } = withForm(ledger, id);
    expect(names(workbook)).toEqual(['台账', form.sheetName, ...(form.dictionary ? [form.dictionary.sheet] : [])]);
    const sheet = workbook.sheets[1];
    expect(begin.sheet).toBe(form.sheetName);
    expect(form.columns.map((_, index) => valueAt(sheet, begin.row, index + 1))).toEqual(form.columns.map(() => null));
    expect(valueAt(sheet, begin.row - 1, 1) ?? valueAt(sheet, begin.row - 2, 1)).toContain(
      form.columns[0].heading.at(0) ?? '',
    );
    expect(readingOf(workbook).ledgers.map((each) => [each.form, each.rows.length])).toContainEqual([id, 0]);
  },
);

test('a form that someone filled in stays, the new one takes a free name', () => {
  const first = withForm(ledger, 'village-ledger');
  const filled = put(first.workbook, first.begin.sheet, first.begin.row, 2, '大坪村');
  const second = withForm(filled, 'village-ledger');
  const third = withForm(second.workbook, 'village-ledger');
  expect(names(third.workbook)).toEqual(['台账', '冬春救助台账', '字典', '冬春救助台账（2）', '冬春救助台账（3）']);
  expect(third.workbook.sheets.slice(0, 3)).toEqual(filled.sheets);
});

test('a dictionary of other words gets a name of its own, and is still known as a dictionary', () => {
  const first = withForm(ledger, 'village-ledger').workbook;
  const { workbook } = withForm(first, 'member-roster');
  expect(names(workbook)).toEqual(['台账', '冬春救助台账', '字典', '家庭成员名册', '字典（2）']);
  expect(readingOf(workbook).notLedgers.map(({ why }) => why)).toEqual([
    '这是供下拉选择用的字典，不是台账。',
    '这是供下拉选择用的字典，不是台账。',
  ]);
});

test('a dictionary that was shortened is not taken for the form’s own', () => {
  const first = withForm(ledger, 'member-roster').workbook;
  const shortened = applyToSnapshot(first, [
    {
      kind: 'edit-cells',
      edits: [{ at: { sheet: '字典', row: 3, column: 1 }, from: valueAt(first.sheets[2], 3, 1), to: null }],
    },
  ]).snapshot;
  expect(names(withForm(shortened, 'member-roster').workbook)).toContain('字典（2）');
});

test('what was written in since is told, blank forms and other sheets are not', () => {
  const { workbook, begin, undo } = withForm(ledger, 'national-roster');
  expect(filledSince(workbook, undo)).toEqual([]);
  expect(filledSince(put(workbook, '台账', 3, 1, person(2).name), undo)).toEqual([]);
  expect(filledSince(put(workbook, begin.sheet, begin.row, 2, person(2).name), undo)).toEqual([begin.sheet]);
  expect(filledSince(put(workbook, '字典', 40, 1, '其他'), undo)).toEqual(['字典']);
  expect(applyToSnapshot(workbook, undo).snapshot.sheets).toEqual(ledger.sheets);
});

test('no form of that id, nothing to do', () => expect(newFormChanges(ledger, 'no-such-form')).toBeUndefined());
