import { checks } from '../../src/core/checks';
import { readReference, referenceCatalogue } from '../../src/tasks/reference-list';
import { people } from '../support/people';
import { workbookOf } from '../support/table';

const [one, two] = people(2);

test('each kind of list says which checks wait for it, and each check that waits for one is named', () => {
  const waiting = checks.filter(({ lists }) => lists.length > 0).map(({ title }) => title);
  expect(referenceCatalogue.filter(({ checks: fed }) => fed.length === 0)).toEqual([]);
  expect([...new Set(referenceCatalogue.flatMap(({ checks: fed }) => fed))].sort()).toEqual(waiting.sort());
});

test('what was read and what was not is said, without a number of anybody', () => {
  const read = readReference(
    workbookOf({
      名单: `| 姓名 | 身份证号 |\n| ${one.name} | ${one.idNumber} |\n| ${two.name} | 无 |\n| 合计 | 2 |\n| | 2人 |`,
      说明: '| 由民政所提供 |',
    }),
  );
  if ('reason' in read) throw new Error(read.reason);
  expect(read.entries).toHaveLength(2);
  expect(read.remarks).toEqual([
    '工作表“名单”读取 2 行，按“姓名”、“身份证号”。',
    '工作表“名单”有 1 行的身份证号不完整，按姓名比对。',
    '工作表“名单”有 2 行没有读取：第 4 行是合计或落款；第 5 行没有姓名，也没有能比对的身份证号。',
    '工作表“说明”没有读取：没有找到姓名、身份证号或村名的列，请核对是不是名单。',
  ]);
  expect(read.remarks.join()).not.toMatch(/\d{6}/);
});

test('a bare column of numbers, and many rows set aside', () => {
  const bare = readReference(workbookOf(`| ${one.idNumber} |\n| ${two.idNumber} |`));
  expect('remarks' in bare && bare.remarks).toEqual(['读取 2 行，按没有表头的身份证号列。']);
  const odd = Array.from({ length: 8 }, () => '| | 见附件 |').join('\n');
  const many = readReference(workbookOf(`| 姓名 | 身份证号 |\n| ${one.name} | ${one.idNumber} |\n${odd}`));
  expect('remarks' in many && many.remarks[1]).toBe(
    '有 8 行没有读取：第 3、4、5、6、7 等 8 行没有姓名，也没有能比对的身份证号。',
  );
});
