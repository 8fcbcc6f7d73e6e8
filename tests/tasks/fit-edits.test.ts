import { finish } from '../../src/core/workbook/port';
import { a1 } from '../../src/core/workbook/cell';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { previewFill } from '../../src/tasks/fill-amounts';
import { sheetOf, workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const fill = (table: string) => finish(previewFill({ workbook: workbookOf(table), today: testDay }));
const edits = (table: string) =>
  fill(table).edits.map(({ edit }) => `${a1(edit.at.row, edit.at.column)} ${String(edit.to)}`);

/** The days that fixes of the check would write, by cell. */
const fixes = (table: string, date1904 = false) =>
  finish(checkWorkbooks({ workbooks: [workbookOf(table, { date1904 })], today: testDay })).findings.flatMap(
    ({ kind, fix }) =>
      kind === 'birth-date-disagrees-with-id'
        ? (fix?.edits ?? []).map(({ at, to }) => [a1(at.row, at.column), to])
        : [],
  );

const people = (typed: string) => `
  | 姓名 | 身份证号           | 出生日期 |
  | 甲乙 | 11010519491231002X | ${typed} |`;

test('a birth date goes into a cell formatted as a date as a day of the workbook, into any other as text', () => {
  expect(fixes(people('d:1950-01-01'))).toEqual([['C2', 18_263]]);
  expect(fixes(people('d:1950-01-01'), true)).toEqual([['C2', 18_263 - 1462]]);
  expect(fixes(people('1950-01-01'))).toEqual([['C2', '1949-12-31']]);
});

test('an empty total gets its sum; one with a stroke, or hidden under a merge, gets nothing', () => {
  const rows = `
    | 户主姓名 | 需救助人口 | 救助金额（元） |
    | 甲乙     | 3          |                |
    | 丙丁     | 2          |                |`;
  expect(edits(`${rows}\n| 合计 | 5 | |`)).toEqual(['C2 450', 'C3 300', 'C4 750']);
  expect(edits(`${rows}\n| 合计 | 5 | — |`)).toEqual(['C2 450', 'C3 300']);
  const merged = fill(`${rows}\n| 合计 | < | < |`);
  expect(merged.edits.map(({ edit }) => a1(edit.at.row, edit.at.column))).toEqual(['C2', 'C3']);
  expect(merged.notFilled).toEqual([]);
});

test('a merge over a whole column hides all but its first cell', () => {
  const sheet = sheetOf(`
    | 户主姓名 | 需救助人口 | 救助金额（元） |
    | 甲乙     | 3          |                |
    | 丙丁     | 2          |                |`);
  const tall = { ...sheet, merges: [{ top: 2, left: 3, bottom: 2000, right: 3 }] };
  const { edits: proposed } = finish(previewFill({ workbook: workbookOf([tall]), today: testDay }));
  expect(proposed.map(({ edit }) => a1(edit.at.row, edit.at.column))).not.toContain('C3');
});
