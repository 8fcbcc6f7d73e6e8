import { recordColumns } from '../../src/core/decisions/record-columns';
import { isRecordSheet } from '../../src/core/decisions/record-sheet';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import type { WorkbookChange } from '../../src/core/workbook/change';
import { finish } from '../../src/core/workbook/port';
import { valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { checkWorkbooks, type CheckReport } from '../../src/tasks/check-workbooks';
import { decideFinding, takeDecisionBack } from '../../src/tasks/decide-finding';
import { markChanges } from '../../src/tasks/mark-ledger';
import { reportAfterDeciding } from '../../src/tasks/settled-report';
import { undoKeepingDecisions } from '../../src/tasks/undo-decisions';
import { idNumberFrom, people } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);
const table = (...rows: readonly string[]) => `| 行政村 | 户主姓名 | 身份证号 | 家庭人口 | 备注 |\n${rows.join('\n')}`;
const first = `| 一村 | ${one.name} | ${one.idNumber} | 3 | |`;
const second = `| 一村 | ${one.name} | ${twin} | 2 | |`;
const away = `| 一村 | ${two.name} | ${two.idNumber} | 2 | 常年在外务工 |`;
const plain = `| 一村 | ${three.name} | ${three.idNumber} | 2 | |`;
const given = { decision: '不是同一人', reason: '同名不同人', by: '张三', on: '2026-01-10 15:04' };

const check = (workbook: WorkbookSnapshot): CheckReport =>
  finish(checkWorkbooks({ workbooks: [workbook], today: testDay }));
const applied = (workbook: WorkbookSnapshot, changes: readonly WorkbookChange[]) => {
  const { snapshot, receipt } = applyToSnapshot(workbook, changes);
  expect([receipt.refused, receipt.refusedSheets]).toEqual([[], []]);
  return { workbook: snapshot, undo: receipt.undo };
};
const kinds = ({ findings }: CheckReport) => findings.map(({ kind }) => kind).sort();

function decided(workbook: WorkbookSnapshot, kind: string, words = given) {
  const report = check(workbook);
  const finding = report.findings.find((each) => each.kind === kind);
  if (!finding) throw new Error(`no ${kind}`);
  const step = finish(decideFinding(workbook, report, finding, words, testDay));
  return { ...applied(workbook, step.changes), step, report };
}

const marked = (workbook: WorkbookSnapshot) =>
  applied(workbook, markChanges(workbook, check(workbook), testDay)).workbook;
/** The rows of the record in which something is decided. */
const written = (workbook: WorkbookSnapshot) => {
  const sheet = workbook.sheets.find(isRecordSheet);
  return (sheet?.rows ?? []).slice(4).flatMap((row) => {
    const at = (heading: string) => row?.[recordColumns.findIndex((each) => each.heading === heading)] ?? null;
    return at('处理') === null ? [] : [[at('单元格'), at('处理'), at('理由'), at('处理人'), at('处理日期')]];
  });
};

const book = workbookOf({ 台账: table(first, second, away) });

test('the first decision draws the record and settles the finding', () => {
  const { workbook, step } = decided(book, 'person-listed-twice');
  expect(step.name).toBe('处理：台账!B3');
  expect(written(workbook)).toEqual([['B3', '不是同一人', '同名不同人', '张三', '2026-01-10 15:04']]);
  expect(kinds(check(workbook))).toEqual(['long-absent']);
});

test('the next one writes into the record as it is, cell by cell', () => {
  const { workbook } = decided(book, 'person-listed-twice');
  const again = decided(workbook, 'long-absent', { ...given, decision: '核实无误', reason: '已返乡' });
  expect(again.step.changes.map(({ kind }) => kind)).toEqual(['edit-cells']);
  expect(written(again.workbook).map(([, decision]) => decision)).toEqual(['不是同一人', '核实无误']);
  expect(kinds(check(again.workbook))).toEqual([]);
});

test('what the report says after deciding is what a new check says', () => {
  const { workbook, report } = decided(book, 'person-listed-twice');
  const replayed = finish(reportAfterDeciding(report, workbook));
  const { ledgers: _, sheetsNotRead: __, ...checked } = check(workbook);
  expect(replayed).toMatchObject(checked);
  expect(finish(reportAfterDeciding(replayed, workbook))).toEqual(replayed);
});

test('where rows have moved since, the record is drawn anew at the places of today, and nothing decided is lost', () => {
  const { workbook } = decided(book, 'person-listed-twice');
  const record = workbook.sheets.filter(isRecordSheet);
  const sorted = workbookOf({ 台账: table(plain, away, second, first) });
  const moved = decided({ ...sorted, sheets: [...sorted.sheets, ...record] }, 'long-absent', {
    ...given,
    decision: '暂缓处理',
  });
  expect(written(moved.workbook).map(([cell, decision]) => [cell, decision])).toEqual([
    ['E3', '暂缓处理'],
    ['B5', '不是同一人'],
  ]);
});

test('是同一人 stands in the record and leaves the finding until it is corrected', () => {
  const { workbook } = decided(book, 'person-listed-twice', {
    ...given,
    decision: '是同一人',
    reason: '重复登记，待删',
  });
  const report = check(workbook);
  expect(kinds(report)).toEqual(['long-absent', 'person-listed-twice']);
  expect(report.noted.map(({ finding, decision }) => [finding.kind, decision.decision])).toEqual([
    ['person-listed-twice', '是同一人'],
  ]);
  const corrected = { ...workbookOf({ 台账: table(first, away) }).sheets[0] };
  expect(check({ ...workbook, sheets: [corrected, ...workbook.sheets.slice(1)] }).noted).toEqual([]);
});

test('a decision is taken back by its key, wherever its row is now', () => {
  const { workbook } = decided(book, 'person-listed-twice');
  const [{ finding, decision }] = check(workbook).decided;
  const back = takeDecisionBack(workbook, decision.key, finding);
  expect(back.name).toBe('取消处理：台账!B3');
  const after = applied(workbook, back.changes).workbook;
  expect(written(after)).toEqual([]);
  expect(kinds(check(after))).toEqual(['long-absent', 'person-listed-twice']);
  expect(takeDecisionBack(after, 'gone', finding).changes).toEqual([]);
});

describe('undo', () => {
  test('taking the first decision back leaves the sheet, for others may be decided in it', () => {
    const one = decided(book, 'person-listed-twice');
    const two_ = decided(one.workbook, 'long-absent', { ...given, decision: '暂缓处理' });
    const safe = undoKeepingDecisions(two_.workbook, one.undo);
    expect(safe.kept).toBeUndefined();
    expect(written(applied(two_.workbook, safe.changes).workbook).map(([, decision]) => decision)).toEqual([
      '暂缓处理',
    ]);
  });

  test('it finds its row after the record was drawn anew, and never another', () => {
    const rows = [first, second, away, `| 二村 | ${three.name} | ${three.idNumber} | 2 | 常年在外务工 |`];
    const marks = marked(workbookOf({ 台账: table(...rows.slice(1)) }));
    const one = decided(marks, 'long-absent', { ...given, decision: '核实无误' });
    const both = decided(one.workbook, 'long-absent', { ...given, decision: '核实无误' });
    const record = both.workbook.sheets.filter(isRecordSheet);
    const longer = workbookOf({ 台账: table(...rows) });
    const anew = marked({ ...longer, sheets: [...longer.sheets, ...record] });
    const safe = undoKeepingDecisions(anew, one.undo);
    expect(written(applied(anew, safe.changes).workbook).map(([cell]) => cell)).toEqual(['E5']);
  });

  test('a decision that is in the record no more is left, and said', () => {
    const one = decided(book, 'long-absent', { ...given, decision: '核实无误' });
    const safe = undoKeepingDecisions(marked(workbookOf({ 台账: table(first, second) })), one.undo);
    expect(safe.changes.map(({ kind }) => kind)).toEqual(['remove-sheet']);
    expect(safe.kept).toBe('“核查记录”重新生成过，其中已没有这一项，没有撤销。');
  });

  test('taking marks back does not take what was decided since', () => {
    const marks = applied(book, markChanges(book, check(book), testDay));
    const { workbook } = decided(marks.workbook, 'long-absent', { ...given, decision: '核实无误' });
    const safe = undoKeepingDecisions(workbook, marks.undo);
    expect(safe.kept).toBe('“核查记录”里有处理意见或报送封签，予以保留。');
    const after = applied(workbook, safe.changes).workbook;
    expect(written(after)).toHaveLength(1);
    expect(after.sheets[0].marks).toEqual([]);
    const nothingDecided = undoKeepingDecisions(marks.workbook, marks.undo);
    expect(applied(marks.workbook, nothingDecided.changes).workbook.sheets).toHaveLength(1);
  });
});

test('no number is written that the record does not show already', () => {
  const { workbook } = decided(book, 'person-listed-twice');
  const texts = workbook.sheets
    .find(isRecordSheet)
    ?.rows.flatMap((row) => row ?? [])
    .join('\n');
  for (const number of [one.idNumber, twin]) expect(texts).not.toContain(number);
  expect(valueAt(workbook.sheets[0], 2, 3)).toBe(one.idNumber);
});
