import { checks } from '../../src/core/checks';
import type { IsoDate } from '../../src/core/ledger/dates';
import { finish } from '../../src/core/workbook/port';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { notCheckedInShort } from '../../src/tasks/not-checked-in-short';
import { titleOfCheck } from '../../src/tasks/title-of-check';
import { person } from '../support/people';
import { workbookOf } from '../support/table';

const [ann, bob] = [person(1), person(2)];
const household = `| 户主姓名 | 身份证号 | 一卡通账号 | 家庭人口 | 需救助人口 |\n| ${ann.name} | ${ann.idNumber} | ${ann.account} | 2 | 2 |`;
const roster = [
  '| 户主姓名 | 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |',
  `| ${ann.name} | ${ann.idNumber} | ${ann.name} | ${ann.idNumber} | 本人 |`,
  `| ${ann.name} | ${ann.idNumber} | ${bob.name} | ${bob.idNumber} | 配偶 |`,
].join('\n');

const reportOf = (sheets: Readonly<Record<string, string>>) =>
  finish(checkWorkbooks({ workbooks: [workbookOf(sheets)], today: '2026-01-10' as IsoDate }));
const groupOf = (short: ReturnType<typeof notCheckedInShort>, reason: RegExp) =>
  short.groups.filter((group) => reason.test(group.reason)).flatMap(({ what }) => what);
const isIn = (notChecked: readonly { readonly check: string }[], id: string) =>
  notChecked.some(({ check }) => check === id);
const rosterGroup = /^“成员”一人一行/;

test('all missing lists stand together, each with its name', () => {
  const report = reportOf({ 台账: household });
  const lists = groupOf(notCheckedInShort(report), /^没有提供名单$/);
  expect(lists).toHaveLength(report.notChecked.filter(({ reason }) => reason.startsWith('没有提供')).length);
  expect(lists).toContain(`${titleOfCheck('deceased-listed')}（死亡、火化或户口注销名单）`);
});

test('what households were checked for is one line for the list of persons, and is not counted', () => {
  const both = reportOf({ 台账: household, 成员: roster });
  const alone = notCheckedInShort(reportOf({ 台账: household }));
  const short = notCheckedInShort(both);
  expect(groupOf(short, rosterGroup)).toContain(titleOfCheck('account-luhn'));
  expect(groupOf(short, rosterGroup)).toContain(titleOfCheck('people-in-need-exceeds-household'));
  expect(short.groups.filter(({ reason }) => reason.includes('“成员”'))).toHaveLength(1);
  const ofPersons = checks.filter(({ id, entryIs }) => entryIs === 'person' && isIn(both.notChecked, id));
  expect(short.count).toBe(alone.count + ofPersons.length);
  expect(short.groups.length).toBe(alone.groups.length + 1);
  expect(both.notChecked.length).toBeGreaterThan(2 * short.groups.length);
});

test('what could not be checked on households either is not said to have been', () => {
  const short = notCheckedInShort(reportOf({ 台账: household, 成员: roster }));
  const title = titleOfCheck('payout-remark-missing') ?? '';
  expect(groupOf(short, rosterGroup)).not.toContain(title);
  expect(groupOf(short, /^“台账”：这张表没有/)).toContain(title);
});

test('a list of persons alone says all that was not checked', () => {
  const report = reportOf({ 成员: roster });
  const short = notCheckedInShort(report);
  expect(groupOf(short, rosterGroup)).toEqual([]);
  expect(groupOf(short, /^“成员”：/)).toContain(titleOfCheck('account-luhn'));
  expect(short.count).toBe(new Set(report.notChecked.map(({ check }) => check)).size);
});

test('no check is lost on the way', () => {
  const report = reportOf({ 台账: household, 成员: roster });
  const named = notCheckedInShort(report).groups.flatMap(({ what }) =>
    what.map((words) => words.replace(/（.*）$/, '')),
  );
  const titles = report.notChecked.map(({ check }) => (titleOfCheck(check) ?? '').replace(/（.*）$/, ''));
  expect(new Set(named)).toEqual(new Set(titles));
  expect(checks.length).toBeGreaterThan(new Set(named).size);
});
