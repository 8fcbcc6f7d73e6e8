import { recordColumns } from '../../../src/core/decisions/record-columns';
import { isRecordSheet } from '../../../src/core/decisions/record-sheet';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { schemeById } from '../../../src/schemes';
import { checkWorkbooks, type CheckReport } from '../../../src/tasks/check-workbooks';
import { markChanges } from '../../../src/tasks/mark-ledger';
import { idNumberFrom, people } from '../../support/people';
import { workbookOf } from '../../support/table';
import { testDay } from '../../support/test-policy';

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);

const report = (workbook: WorkbookSnapshot): CheckReport =>
  finish(checkWorkbooks({ workbooks: [workbook], scheme: schemeById('shangzhai'), today: testDay }));

const marked = (workbook: WorkbookSnapshot): WorkbookSnapshot =>
  applyToSnapshot(workbook, markChanges(workbook, report(workbook), testDay)).snapshot;

/** What a person writes behind the finding whose sentence holds the words. */
function decide(workbook: WorkbookSnapshot, words: string, decision: string, reason: string): WorkbookSnapshot {
  const sheet = workbook.sheets.find(isRecordSheet);
  const row = (sheet?.rows.findIndex((cells) => cells?.some((value) => String(value).includes(words))) ?? -1) + 1;
  if (!sheet || row < 1) throw new Error(`no finding says ${words}`);
  const column = (heading: string) => recordColumns.findIndex((each) => each.heading === heading) + 1;
  const edit = (heading: string, to: string) => ({
    at: { sheet: sheet.name, row, column: column(heading) },
    from: sheet.rows[row - 1]?.[column(heading) - 1] ?? null,
    to,
  });
  return applyToSnapshot(workbook, [{ kind: 'edit-cells', edits: [edit('处理', decision), edit('理由', reason)] }])
    .snapshot;
}

const kinds = ({ findings }: CheckReport): readonly string[] => findings.map(({ kind }) => kind).sort();
const table = (...rows: readonly string[]) => `| 行政村 | 户主姓名 | 身份证号 | 家庭人口 | 备注 |\n${rows.join('\n')}`;
const first = `| 一村 | ${one.name} | ${one.idNumber} | 3 | |`;
const second = `| 一村 | ${one.name} | ${twin} | 2 | |`;
const away = `| 一村 | ${two.name} | ${two.idNumber} | 2 | 常年在外务工 |`;
const plain = `| 一村 | ${three.name} | ${three.idNumber} | 2 | |`;

test('what is settled with a reason is reported as decided and not counted', () => {
  const workbook = marked(workbookOf({ 台账: table(first, second, away, plain) }));
  expect(kinds(report(workbook))).toEqual(['long-absent', 'person-listed-twice']);
  const after = report(decide(workbook, '常年在外', '核实无误', '本人十二月已返乡'));
  expect(kinds(after)).toEqual(['person-listed-twice']);
  expect(after.decided.map(({ finding, decision }) => [finding.kind, decision.decision, decision.reason])).toEqual([
    ['long-absent', '核实无误', '本人十二月已返乡'],
  ]);
  expect(after.summary).toMatchObject({ error: 0, warning: 1, note: 0 });
  expect(after.remarks).toContain('有 1 项已在核查记录里写明处理结果和理由，没有再列出。');
});

test.each([
  ['核实无误', ''],
  ['已改正', '已改'],
  ['是同一人', '重复登记，待删'],
])('%p with the reason %p settles nothing', (decision, reason) => {
  const workbook = marked(workbookOf({ 台账: table(first, second, plain) }));
  expect(kinds(report(decide(workbook, '同一人', decision, reason)))).toEqual(['person-listed-twice']);
});

test('two rows with one number are not settled as two people: one of the numbers is to be corrected', () => {
  const same = `| 一村 | ${one.name} | ${one.idNumber} | 2 | |`;
  const workbook = decide(marked(workbookOf({ 台账: table(first, same) })), '前面已登记过', '不是同一人', '同名不同人');
  const after = report(workbook);
  expect(kinds(after)).toEqual(['id-number-duplicate']);
  expect(after.noted.map(({ decision }) => decision.decision)).toEqual(['不是同一人']);
  expect(kinds(report(decide(workbook, '前面已登记过', '核实无误', '派出所证明号码重复')))).toEqual([]);
});

test('a pair stays settled after the sheet was sorted and rows were put in', () => {
  const workbook = decide(marked(workbookOf({ 台账: table(first, second) })), '同一人', '不是同一人', '同名不同人');
  const record = workbook.sheets.filter(isRecordSheet);
  const sorted = workbookOf({ 台账: table(plain, second, away, first) });
  const again = report({ ...sorted, sheets: [...sorted.sheets, ...record] });
  expect(kinds(again)).toEqual(['long-absent']);
  expect(again.decided).toHaveLength(1);
});

test('a decision whose facts have changed says so, and the finding stands', () => {
  const workbook = decide(marked(workbookOf({ 台账: table(first, second) })), '同一人', '不是同一人', '同名不同人');
  const record = workbook.sheets.filter(isRecordSheet);
  const changed = workbookOf({ 台账: table(first, second.replace(twin, '无').replace('| 2 | |', '| 2 | 补办中 |')) });
  const again = report({ ...changed, sheets: [...changed.sheets, ...record] });
  expect(kinds(again)).toContain('person-listed-twice');
  expect(again.decided).toEqual([]);
  expect(again.lapsed.map(({ finding }) => finding.kind)).toEqual(['person-listed-twice']);
  expect(again.remarks).toContain('有 1 项的处理结果所依据的内容已变，不再有效，请重新处理。');
});

test('marking again leaves the settled cell without a mark and its decision in the record', () => {
  const settled = decide(marked(workbookOf({ 台账: table(away, plain) })), '常年在外', '暂缓处理', '等村里回话');
  const again = marked(settled);
  expect(again.sheets.find(({ name }) => name === '台账')?.marks).toEqual([]);
  expect(report(again).decided.map(({ decision }) => decision.reason)).toEqual(['等村里回话']);
});
