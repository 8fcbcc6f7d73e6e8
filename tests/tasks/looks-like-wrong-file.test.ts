import { finish } from '../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { looksLikeWrongFile, type ExpectedFile } from '../../src/tasks/looks-like-wrong-file';
import { people } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const signs = (workbooks: readonly WorkbookSnapshot[], expected?: ExpectedFile) =>
  looksLikeWrongFile(finish(checkWorkbooks({ workbooks, today: testDay })), expected);

const rows = people(8).map(({ name, idNumber }) => `| 青石村 | ${name} | ${idNumber} | 3 |`);
const table = (title = '') => `${title}| 行政村 | 户主姓名 | 身份证号 | 家庭人口 |\n${rows.join('\n')}`;

test('an ordinary file raises no question', () => {
  const titled = table('| 2025—2026年度冬春救助台账 | < | < | < |\n');
  expect(signs([workbookOf(titled)], { village: '青石村民委员会', season: 2025 })).toEqual([]);
  expect(signs([workbookOf(table())])).toEqual([]);
});

test('the same file twice, another year, another village, another form', () => {
  const [first, second] = ['甲.xlsx', '乙.xlsx'].map((name) => workbookOf(table(), { name }));
  expect(signs([first, second])).toEqual([
    '“乙.xlsx”的工作表“Sheet1”共 8 行，有 8 行前面已经登记过，可能是同一份表交了两次，请核对是不是这份文件。',
  ]);
  const old = workbookOf(table('| 2023年冬春救助台账 | < | < | < |\n'));
  expect(signs([old], { season: 2025 })).toEqual([
    '“台账.xlsx”的工作表“Sheet1”的标题写的是 2023 年，本次是 2025—2026 年度，请核对是不是这份文件。',
  ]);
  expect(signs([workbookOf(table())], { village: '柳溪村' })).toEqual([
    '“台账.xlsx”的工作表“Sheet1”多数行的行政村是“青石村”，应为“柳溪村”，请核对是不是这份文件。',
  ]);
  expect(signs([workbookOf(table())], { form: 'member-roster' })).toEqual([
    '这份文件是“别的表样”，应为“冬春救助家庭成员名册”，请核对是不是这份文件。',
  ]);
});

test('a column that slid by one', () => {
  const slid = people(8).map(({ name, idNumber }) => `| ${name} | ${idNumber} | 低保户 | 3 |`);
  expect(signs([workbookOf(`| 行政村 | 户主姓名 | 身份证号 | 家庭人口 |\n${slid.join('\n')}`)])).toEqual([
    '“台账.xlsx”的工作表“Sheet1”的身份证号填在“户主姓名”一列，整列错开了一格，请改正后再处理。',
  ]);
});
