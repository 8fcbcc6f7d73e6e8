import { finish } from '../../src/core/workbook/port';
import type { Scheme } from '../../src/core/policy/scheme';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { looksLikeWrongFile, type ExpectedFile } from '../../src/tasks/looks-like-wrong-file';
import { schemes } from '../../src/schemes';
import { people } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const signs = (workbooks: readonly WorkbookSnapshot[], expected?: ExpectedFile, scheme?: Scheme) =>
  looksLikeWrongFile(finish(checkWorkbooks({ workbooks, scheme, today: testDay })), expected).map(
    ({ sentence }) => sentence,
  );

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
    '“台账.xlsx”的工作表“Sheet1”的标题写的是 2023 年，本次应为 2025—2026年度，请核对是不是这份文件。',
  ]);
  expect(signs([workbookOf(table())], { village: '柳溪村' })).toEqual([
    '“台账.xlsx”的工作表“Sheet1”多数行的行政村是“青石村”，应为“柳溪村”，请核对是不是这份文件。',
  ]);
  expect(signs([workbookOf(table())], { form: 'member-roster' })).toEqual([
    '“台账.xlsx”的工作表“Sheet1”不是固定表样，应为“冬春救助家庭成员名册”，请核对是不是这份文件。',
  ]);
});

test('a column that slid by one', () => {
  const slid = people(8).map(({ name, idNumber }) => `| ${name} | ${idNumber} | 低保户 | 3 |`);
  expect(signs([workbookOf(`| 行政村 | 户主姓名 | 身份证号 | 家庭人口 |\n${slid.join('\n')}`)])).toEqual([
    '“台账.xlsx”的工作表“Sheet1”的身份证号填在“户主姓名”一列，整列错开了一格，请核对后改正。',
  ]);
});

test('phones that slid by one, the numbers beside them still in their place', () => {
  const slid = people(8).map(({ name, idNumber, phone }) => `| ${name} | ${idNumber} | 石湾村一组 | ${phone} |`);
  expect(signs([workbookOf(`| 户主姓名 | 身份证号 | 联系电话 | 家庭住址 |\n${slid.join('\n')}`)])).toEqual([
    '“台账.xlsx”的工作表“Sheet1”的联系电话填在“家庭住址”一列，整列错开了一格，请核对后改正。',
  ]);
});

test('the year of the scheme is what is expected, where it names one and nothing else was said', () => {
  const titled = workbookOf(table('| 2025—2026年度冬春救助台账 | < | < | < |\n'));
  const lastYear: Scheme = { ...schemes[0], title: '去年的方案', season: '2024—2025' };
  expect(signs([titled], {}, lastYear)).toEqual([
    '“台账.xlsx”的工作表“Sheet1”的标题写的是 2025—2026年度，现在按“去年的方案”（2024—2025）核算，请核对是不是这份文件。',
  ]);
  expect(signs([titled], {}, { ...lastYear, season: '2025' })).toEqual([]);
  expect(signs([titled], { season: 2025 }, lastYear)).toEqual([]);
  expect(signs([titled], {}, schemes[0])).toEqual([]);
});

test('heads who stand in the household ledger and again in the roster of members are not there twice', () => {
  const members = people(8).map(({ name, idNumber }) => `| ${name} | ${idNumber} | 户主 |`);
  const roster = workbookOf(`| 成员姓名 | 身份证号 | 与户主关系 |\n${members.join('\n')}`, { name: '成员.xlsx' });
  expect(signs([workbookOf(table()), roster])).toEqual([]);
});

test('the same number in less than half of the rows, or rows without a number, raise no question', () => {
  const [first] = rows;
  const some = [...rows, first, first, first].join('\n');
  expect(signs([workbookOf(`| 行政村 | 户主姓名 | 身份证号 | 家庭人口 |\n${some}`)])).toEqual([]);
  const none = people(8).map(({ name }) => `| 青石村 | ${name} | 无 | 3 |`);
  expect(signs([workbookOf(`| 行政村 | 户主姓名 | 身份证号 | 家庭人口 |\n${none.join('\n')}`)])).toEqual([]);
});

test('an empty column beside one that is rightly filled is no sign', () => {
  const filled = people(8).map(({ name, idNumber, phone }) => `| ${name} | ${idNumber} | ${phone} | |`);
  expect(signs([workbookOf(`| 户主姓名 | 身份证号 | 联系电话 | 备注 |\n${filled.join('\n')}`)])).toEqual([]);
});
