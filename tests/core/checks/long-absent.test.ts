import longAbsent from '../../../src/core/checks/long-absent';
import { runChecks } from '../../../src/core/checks/run';
import { finish } from '../../../src/core/workbook/port';
import { ledgerOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';

const sixMonths = policyWith({ absentMonths: { value: 6, source: '示例' } });

const found = (answer: string, since: string, remark: string, policy = sixMonths) => {
  const table = `| 户主姓名 | 身份证号 | 是否长期外出 | 外出时间 | 备注 |\n| 甲 | 无 | ${answer} | ${since} | ${remark} |`;
  const { findings } = finish(runChecks([ledgerOf(table)], policy, {}, [longAbsent]));
  return findings.map(({ message, data }) => [message, ...Object.values(data)]);
};

// The day of the check is 2026-01-15.
test.each([
  ['是', '', '', [['answered']]],
  ['是', 'd:2025-12-01', '', [['answered']]],
  ['否', '', '', []],
  ['', '', '', []],
  ['', 'd:2025-07-15', '', [['since', '2025年7月15日', 6, 6]]],
  ['', 'd:2025-07-16', '', []],
  ['否', 'd:2024-01-01', '', [['since', '2024年1月1日', 24, 6]]],
  ['', 'd:2026-05-01', '', []],
])('%s %s %s', (answer, since, remark, expected) => {
  expect(found(answer, since, remark)).toEqual(expected);
});

test('without the months of the scheme the date decides nothing', () => {
  expect(found('', 'd:2020-01-01', '', policyWith())).toEqual([]);
  expect(found('是', 'd:2020-01-01', '', policyWith())).toEqual([['answered']]);
});

test.each([
  '外出务工',
  '常年外出',
  '长期在外',
  '在广东打工',
  '务工',
  '人在外地',
  '常年不在家',
  '全家外出，未返乡',
  '2024年外出至今没有返回',
  '儿子在外务工',
])('“%s” speaks of absence', (remark) => {
  expect(found('', '', remark).map(([message]) => message)).toEqual(['remark']);
});

test.each([
  '已返乡',
  '外出务工，2025年10月已返乡',
  '外出已回',
  '打工受伤回家休养',
  '务工返回',
  '无外出',
  '无外出人员',
  '未外出',
  '没有外出务工',
  '从未外出',
  '外出就医',
  '外出住院治疗',
  '因灾房屋倒塌',
  '室外出水口被冲毁',
  '此外出现裂缝',
  '存在外债',
  '残疾人，独居',
  '不得外出',
])('“%s” does not', (remark) => {
  expect(found('', '', remark)).toEqual([]);
});

test('a person who is back is not absent, whatever the other columns say', () => {
  expect(found('是', 'd:2020-01-01', '2025年9月返乡')).toEqual([]);
});

test('an answer of no outweighs a remark that does not speak of a long time', () => {
  expect(found('否', '', '农闲时外出务工')).toEqual([]);
  expect(found('否', '', '常年外出务工')).toEqual([['remark', '常年外出务工']]);
});
