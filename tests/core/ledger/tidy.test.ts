import {
  headingKey,
  isBlankText,
  isUnitAlone,
  tidyDigits,
  tidyIdNumber,
  tidyText,
  trimText,
  unitOfHeading,
  unitOfLine,
} from '../../../src/core/ledger/tidy';
import { fields } from '../../../src/core/ledger/fields';
import * as fc from 'fast-check';

test.each([
  ['张　三', '张三'],
  ['\u00a0张\u200b三\ufeff\t\r\n', '张三'],
  ["'123", '123'],
  ['１２３Ｘ', '123X'],
  ['（元）', '(元)'],
  ["O'Neil", "O'Neil"],
  ['⼤', '大'],
  ['', ''],
])('tidyText(%j)', (text, expected) => expect(tidyText(text)).toBe(expected));

test.each([
  ['\u3000 张 三\u00a0', '张 三'],
  ['张三', '张三'],
  [' \t', ''],
  ['', ''],
])('trimText(%j)', (text, expected) => expect(trimText(text)).toBe(expected));

test.each([
  ['11010519491231002x', '11010519491231002X'],
  ['１１０１０５ 19491231 002Ｘ', '11010519491231002X'],
  ['11010519491231002×', '11010519491231002×'],
])('tidyIdNumber(%j)', (text, expected) => expect(tidyIdNumber(text)).toBe(expected));

test.each([
  ['6200-0000 0000', '620000000000'],
  ['023-1234', '0231234'],
  ['ab-12', 'AB-12'],
  ['-', '-'],
])('tidyDigits(%j)', (text, expected) => expect(tidyDigits(text)).toBe(expected));

test.each([
  ['核准救助金额（元）', '核准救助金额', '元'],
  ['核准救助\n金额 (万 元)', '核准救助金额', '万元'],
  ['金额/元', '金额', '元'],
  ['救助金额（单位：元）', '救助金额', '元'],
  ['口粮（kg）', '口粮', '公斤'],
  ['时段（个月）', '时段', '月'],
  ['行政村（社区）名称', '行政村社区名称', undefined],
  ['“一卡（折）通”号码', '一卡折通号码', undefined],
  ['*户主姓名：', '户主姓名', undefined],
  ['1.户主姓名', '户主姓名', undefined],
  ['（2）身份证号', '身份证号', undefined],
  ['身份证号码（18位）', '身份证号码', undefined],
  ['出生日期（yyyy-mm-dd）', '出生日期', undefined],
  ['救助标准（元/人）', '救助标准元/人', undefined],
  ['金额（大写）', '金额大写', undefined],
  ['（元）', '', '元'],
])('a heading %j', (heading, key, unit) => {
  expect(headingKey(heading)).toBe(key);
  expect(unitOfHeading(heading)).toBe(unit);
});

test.each([
  ['单位：元', '元'],
  ['填报单位：上寨村　　金额单位：万元', '万元'],
  ['单位:人、元、公斤', '元'],
  ['填报单位：元谋县', undefined],
  ['单位：户、人', undefined],
])('a line %j', (line, unit) => expect(unitOfLine(line)).toBe(unit));

test('a unit alone', () => {
  expect(['元', '（人）', '( 公 斤 )', '金额（元）', '口粮'].map(isUnitAlone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text));
      expect(trimText(trimText(text))).toBe(trimText(text));
      expect(isBlankText(text)).toBe(trimText(text) === '');
    }),
  );
});

test('no two fields share a Chinese word, and no alias is another field’s word but where a person’s list needs it', () => {
  const words = Object.entries(fields).map(([key, { zh }]) => [headingKey(zh), key] as const);
  expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
  const clashes = Object.entries(fields).flatMap(([key, { aliases }]) =>
    aliases.filter((alias) => words.some(([word, owner]) => word === headingKey(alias) && owner !== key)),
  );
  expect(clashes).toEqual(['户主身份证号']);
  const owners = new Map<string, string>();
  for (const [key, { aliases }] of Object.entries(fields)) {
    for (const alias of aliases) {
      expect([alias, owners.get(headingKey(alias)) ?? key]).toEqual([alias, key]);
      owners.set(headingKey(alias), key);
    }
  }
});
