import { readReferenceList } from '../../../src/core/read/read-reference-list';
import { people } from '../../support/people';
import { workbookOf } from '../../support/table';

const [one, two] = people(2);
const listOf = (table: string) => readReferenceList(workbookOf(table));

test('names, numbers, days and words are found by their headings, below a title, totals left out', () => {
  const { entries, notRead } = listOf(
    `| 2025年死亡人员名单 | < | < | < |\n| 序号 | 姓名 | 身份证号码 | 死亡日期 |\n| 1 | ${one.name} | ${one.idNumber} | d:2025-03-01 |\n| 2 | ${two.name} | ${two.idNumber} | 2025年4月2日 |\n| 合计 | 合计 | | |`,
  );
  expect(entries).toEqual([
    { name: one.name, idNumber: one.idNumber, date: '2025-03-01' },
    { name: two.name, idNumber: two.idNumber, date: '2025-04-02' },
  ]);
  expect(notRead).toEqual([]);
});

test('members are listed under their heads; a list of heads alone lists the heads', () => {
  expect(
    listOf(`| 户主身份证号 | 成员姓名 | 成员身份证号 |\n| ${one.idNumber} | ${two.name} | ${two.idNumber} |`).entries,
  ).toEqual([{ headIdNumber: one.idNumber, name: two.name, idNumber: two.idNumber }]);
  expect(listOf(`| 户主姓名 | 户主身份证号 | 家庭类型 |\n| ${one.name} | ${one.idNumber} | 低保户 |`).entries).toEqual([
    { name: one.name, idNumber: one.idNumber, words: '低保户' },
  ]);
});

test('a bare column of numbers is a list', () => {
  expect(listOf(`| ${one.idNumber} |\n| ${two.idNumber} |`).entries).toEqual([
    { idNumber: one.idNumber },
    { idNumber: two.idNumber },
  ]);
});

test('money shared out to villages, in 元 and in 万元', () => {
  expect(listOf('| 行政村 | 分配金额（万元） |\n| 青石村 | 1.5 |\n| 合计 | 1.5 |').entries).toEqual([
    { village: '青石村', amount: 1_500_000 },
  ]);
});

test('a number that cannot be compared leaves the name to go by, and an empty row is none', () => {
  expect(listOf(`| 姓名 | 身份证号 |\n| ${one.name} | 109901********0001 |\n| | |\n| | 无 |`).entries).toEqual([
    { name: one.name },
  ]);
});

test('a sheet without names and numbers is said to be none', () => {
  const { entries, notRead } = listOf('| 项目 | 数量 |\n| 棉被 | 30 |');
  expect(entries).toEqual([]);
  expect(notRead).toEqual([{ sheet: 'Sheet1', why: '没有找到姓名、身份证号或村名的列，请核对是不是名单。' }]);
});

test('what was read is told: the columns, rows looked up by name only, and each row set aside with its reason', () => {
  const { entries, sheets } = listOf(
    `| 姓名 | 身份证号 | 死亡日期 | 村 |
| ${one.name} | ${one.idNumber} | | 青石村 |
| ${two.name} | 109901********0001 | | 青石村 |
| | | | |
| 姓名 | 身份证号 | 死亡日期 | 村 |
| | | | 青石村 |
| 合计 | 2人 | | |`,
  );
  expect(entries).toHaveLength(2);
  expect(sheets).toEqual([
    {
      sheet: 'Sheet1',
      headings: ['姓名', '身份证号', '死亡日期', '村'],
      entries: 2,
      withoutNumber: 1,
      setAside: [
        { row: 5, why: '重复的表头' },
        { row: 6, why: '没有姓名，也没有能比对的身份证号' },
        { row: 7, why: '合计或落款' },
      ],
    },
  ]);
});
