import { checks } from '../../src/core/checks';
import { decisionChoices, samePersonKinds } from '../../src/core/decisions/decision-choices';
import { finish } from '../../src/core/workbook/port';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { compareEntries } from '../../src/tasks/compare-entries';
import { isComparable } from '../../src/tasks/is-comparable';
import { idNumberFrom, people } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);

const found = (sheets: Readonly<Record<string, string>>, kind: string) => {
  const report = finish(checkWorkbooks({ workbooks: [workbookOf(sheets)], today: testDay }));
  const finding = report.findings.find((each) => each.kind === kind);
  if (!finding) throw new Error(`no ${kind} among ${report.findings.map((each) => each.kind).join(' ')}`);
  return { finding, comparison: compareEntries(finding, report.ledgers) };
};

const head = '| 行政村 | 户主姓名 | 身份证号 | 联系电话 | 家庭人口 | 救助金额（元） |';
const first = `| 一村 | ${one.name} | ${one.idNumber} | ${one.phone} | 3 | 450 |`;

test('the rows stand side by side, and each column says whether they agree', () => {
  const { finding, comparison } = found(
    { 台账: `${head}\n${first}\n| 一村 | ${one.name} | ${twin} | | 2 | 300 |` },
    'person-listed-twice',
  );
  expect(isComparable(finding)).toBe(true);
  expect(comparison?.rows.map(({ at, name }) => [at.row, name])).toEqual([
    [3, one.name],
    [2, one.name],
  ]);
  expect(comparison?.fields.map(({ title, is }) => `${title} ${is}`)).toEqual([
    '姓名 same',
    '身份证号 different',
    '出生日期 same',
    '行政村 same',
    '联系电话 partly',
    '家庭人口 different',
    '救助金额 different',
  ]);
  expect(comparison?.fields.find(({ title }) => title === '救助金额')?.values).toEqual(['300 元', '450 元']);
  expect(comparison?.band).toBe('很可能是同一人');
  expect(comparison?.reason).toBe('姓名、出生日期、行政村相同；身份证号、家庭人口、救助金额不同。');
});

test('a number one slip away says where', () => {
  const digits = [...one.idNumber];
  digits[14] = digits[14] === '9' ? '8' : String(Number(digits[14]) + 1);
  const { comparison } = found(
    { 台账: `${head}\n${first}\n| 一村 | ${one.name} | ${digits.join('')} | | 2 | 300 |` },
    'id-number-near-duplicate',
  );
  expect(comparison?.fields.find(({ field }) => field === 'idNumber')?.where).toBe('第 15 位不同');
});

test('what is typed differently and means the same agrees', () => {
  const spaced = `\\s${one.idNumber.slice(0, 6)}\\s${one.idNumber.slice(6)}`;
  const { comparison } = found(
    { 台账: `${head}\n${first}\n| 一村 | ${one.name} | ${spaced} | ${one.phone} | 3 | 450 |` },
    'id-number-duplicate',
  );
  expect(comparison?.fields.filter(({ is }) => is !== 'same')).toEqual([]);
  expect(comparison?.band).toBe('身份证号完全相同');
});

test('a household and a member of another sheet are compared as persons', () => {
  const { comparison } = found(
    {
      台账: `${head}\n${first}`,
      成员: `| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| ${two.name} | ${two.idNumber} | ${three.name} | ${one.idNumber} |`,
    },
    'head-is-member-elsewhere',
  );
  expect(comparison?.fields.slice(0, 2).map(({ title, values }) => [title, ...values])).toEqual([
    ['姓名', one.name, three.name],
    ['身份证号', one.idNumber, one.idNumber],
  ]);
});

test('a finding about one row is not compared, and still can be decided', () => {
  const crowded = `| 户主姓名 | 家庭人口 | 需救助人口 |\n| ${one.name} | 2 | 4 |`;
  const { finding, comparison } = found({ 台账: crowded }, 'people-in-need-exceeds-household');
  expect([isComparable(finding), comparison]).toEqual([false, undefined]);
  expect(decisionChoices(finding.kind).map(({ word }) => word)).toEqual(['核实无误', '暂缓处理']);
});

test('the kinds that ask for one person are kinds there are', () => {
  const ids = checks.map(({ id }) => id);
  expect([...samePersonKinds].filter((kind) => !ids.includes(kind))).toEqual([]);
  expect(decisionChoices('person-listed-twice')).toContainEqual({ word: '不是同一人', settles: true });
});
