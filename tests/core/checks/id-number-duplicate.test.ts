import duplicate from '../../../src/core/checks/id-number-duplicate';
import { runChecks } from '../../../src/core/checks/run';
import type { Ledger } from '../../../src/core/ledger/ledger';
import { a1 } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { people } from '../../support/people';
import { readingOf, workbookOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';

const [one, two] = people(2);

const found = (...ledgers: readonly Ledger[]) =>
  finish(runChecks(ledgers, policyWith(), {}, [duplicate])).findings.map(({ message, at }) => [
    message,
    ...at.map(({ workbook, sheet, row, column }) => `${workbook} ${sheet} ${a1(row, column)}`),
  ]);

const ledgersOf = (tables: Readonly<Record<string, string>>, name = '甲村.xlsx') =>
  readingOf(workbookOf(tables, { name })).ledgers;

test('every later row points to the first and lists the others', () => {
  const table = `| 户主姓名 | 身份证号 |\n| 甲 | ${one.idNumber} |\n| 乙 | ${two.idNumber} |\n| 甲 | ${one.idNumber} |\n| 甲 | ${one.idNumber} |`;
  expect(found(...ledgersOf({ 台账: table }))).toEqual([
    ['sameName', '甲村.xlsx 台账 B4', '甲村.xlsx 台账 B2', '甲村.xlsx 台账 B5'],
    ['sameName', '甲村.xlsx 台账 B5', '甲村.xlsx 台账 B2', '甲村.xlsx 台账 B4'],
  ]);
});

test('across sheets and across files', () => {
  const table = `| 户主姓名 | 身份证号 |\n| 甲 | ${one.idNumber} |`;
  expect(found(...ledgersOf({ 一组: table, 二组: table }), ...ledgersOf({ 台账: table }, '乙村.xlsx'))).toEqual([
    ['sameName', '甲村.xlsx 二组 B2', '甲村.xlsx 一组 B2', '乙村.xlsx 台账 B2'],
    ['sameName', '乙村.xlsx 台账 B2', '甲村.xlsx 一组 B2', '甲村.xlsx 二组 B2'],
  ]);
});

test('a head in the ledger and in the roster of members is one person, not two', () => {
  const ledgers = ledgersOf({
    台账: `| 户主姓名 | 身份证号 | 家庭人口 |\n| 甲 | ${one.idNumber} | 2 |`,
    成员: `| 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |\n| ${one.idNumber} | 甲 | ${one.idNumber} | 本人 |\n| ${one.idNumber} | 乙 | ${two.idNumber} | 配偶 |`,
  });
  expect(ledgers.map(({ entryIs }) => entryIs)).toEqual(['household', 'person']);
  expect(found(...ledgers)).toEqual([]);
});

test('a member listed twice is found', () => {
  const row = `| ${one.idNumber} | 乙 | ${two.idNumber} | 配偶 |`;
  expect(found(...ledgersOf({ 成员: `| 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |\n${row}\n${row}` }))).toEqual([
    ['sameName', '甲村.xlsx 成员 C3', '甲村.xlsx 成员 C2'],
  ]);
});

test('the number inside a 残疾人证号 is the same person', () => {
  const table = `| 户主姓名 | 身份证号 |\n| 甲 | ${one.idNumber} |\n| 甲 | ${one.idNumber}44 |`;
  expect(found(...ledgersOf({ 台账: table }))).toEqual([['sameName', '甲村.xlsx 台账 B3', '甲村.xlsx 台账 B2']]);
});

test('a number that fills a column names twenty others at most', () => {
  const rows = Array.from({ length: 300 }, () => `| 甲 | ${one.idNumber} |`);
  const places = found(...ledgersOf({ 台账: `| 户主姓名 | 身份证号 |\n${rows.join('\n')}` }));
  expect(places).toHaveLength(299);
  expect(places.every((place) => place.length === 22)).toBe(true);
});
