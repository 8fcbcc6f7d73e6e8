import type { IsoDate } from '../../../src/core/ledger/dates';
import { policyOn } from '../../../src/core/policy/policy';
import { linesOfScheme, type SchemeLine } from '../../../src/core/policy/scheme-lines';
import { schemeOfLines } from '../../../src/core/policy/scheme-of-lines';
import type { Scheme } from '../../../src/core/policy/scheme';
import { schemes } from '../../../src/schemes';

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s survives the sheet', (_, scheme) => {
  expect(schemeOfLines(linesOfScheme(scheme))).toEqual({ scheme });
});

test('rulings by start date and holidays survive the sheet', () => {
  const source = '举例';
  const scheme: Scheme = {
    id: 'two-years',
    title: '两年的标准',
    document: '举例文件',
    rulings: [
      { allocation: { yuan: 100.5, source }, absentMonths: { value: 6, source } },
      { from: '2026-01-01', allocation: { yuan: 200, source } },
    ],
    holidays: [
      {
        year: 2027,
        off: [
          ['01-01', '01-03'],
          ['02-05', '02-11'],
        ],
        worked: ['02-14'],
        springFestival: '02-06',
        source,
      },
    ],
  };
  expect(schemeOfLines(linesOfScheme(scheme))).toEqual({ scheme });
});

/** Lines as a clerk types them: 参数 | 对象 | 数值 | 单位 | 条款依据 | 起始日期. */
const linesOf = (table: string): readonly SchemeLine[] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [word, subject = '', value = '', unit = '', source = '', from = ''] = row
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return { word, subject, value: /^\d+(\.\d+)?$/.test(value) ? Number(value) : value, unit, source, from };
    });

const head = `
  | 方案名称 |  | 清河镇冬春救助 |
  | 文件 |  | 清河镇方案（2025 年） |
`;

const read = (table: string) => schemeOfLines(linesOf(`${head.trim()}\n${table.trim()}`));
const problems = (table: string) => {
  const result = read(table);
  return 'problems' in result ? result.problems.map(({ line, part, sentence }) => `${line} ${part} ${sentence}`) : [];
};

test('a scheme typed by hand: classes by name, days and numbers as people write them', () => {
  const result = read(`
    | 标准形式 |        | 定额 |
    | 计算单位 |        | 每人 |  | 第三条 |
    | 定额     | 低保户 | 300 | 元 | 第三条 |
    | 定额     | 其他户 | 1,200.50元 | | 第三条 |
    | 类别写法 | 低保户 | 低保、低保对象 |
    | 类别所在列 | 低保户 | 家庭类型 |
    | 只限农村 |        | 是 | | 第一条 |
    | 公示天数 | 村     | 7 | 工作日 | 第五条 |
    | 时限     | 村级上报 | 1月8日 | | 第六条 |
    |  |  |  |
    | 下达资金 |        | 50000 | 元 | 第二条 |
    | 下达资金 |        | 60000 | 元 | 追加通知 | 2026-01-01 |
  `);
  if ('problems' in result) throw new Error(result.problems.map(({ sentence }) => sentence).join());
  expect(result.scheme.id).toBe('own');
  expect(policyOn(result.scheme, '2025-12-31' as IsoDate)).toMatchObject({
    standard: {
      shape: 'fixed',
      classes: [
        { group: { name: '低保户', columns: ['householdType'], also: ['低保', '低保对象'] }, amount: { value: 30000 } },
        {
          group: { name: '其他户', columns: ['householdType', 'severity', 'disasterType'] },
          amount: { value: 120050 },
        },
      ],
    },
    ruralOnly: { value: true },
    notices: [{ level: '村', days: 7, dayType: '工作日' }],
    deadlines: [{ what: '村级上报', date: '01-08' }],
    allocation: { value: 5000000, source: '第二条' },
  });
  expect(policyOn(result.scheme, '2026-01-01' as IsoDate).allocation).toEqual({ value: 6000000, source: '追加通知' });
});

test.each([
  ['no clause', '| 下达资金 | | 100 | 元 | |', ['2 source “下达资金”没有写条款依据，请写明出自哪份文件的哪一条。']],
  ['no figure', '| 下达资金 | | | 元 | 甲 |', ['2 value “下达资金”没有填写，请补上。']],
  ['a figure in words', '| 下达资金 | | 两万 | 元 | 甲 |', ['2 value “下达资金”应填数字，请改正。']],
  ['an unknown parameter', '| 奖金 | | 1 | 元 | 甲 |', ['2 word 不认识参数“奖金”，请从参数清单中选择。']],
  [
    'a parameter twice',
    '| 下达资金 | | 1 | 元 | 甲 |\n| 下达资金 | | 2 | 元 | 甲 |',
    ['3 word “下达资金”写了两次，请只留一行。'],
  ],
  [
    'a day that is none',
    '| 时限 | 村级上报 | 2月30日 | | 甲 |',
    ['2 value “时限（村级上报）”的日期认不出来，请写成 1月8日 的样子。'],
  ],
  [
    'a level that is none',
    '| 公示天数 | 省 | 7 | 天 | 甲 |',
    ['2 value “公示天数（省）”只能是“村”、“乡镇”、“村和乡镇”、“县”之一，请改正。'],
  ],
  [
    'a range that a program took for a date',
    '| 标准形式 | | 人均保底 |\n| 保底标准 | | 90 | | 甲 |\n| 口粮每人每天 | 全部 | 1 | 斤 | 甲 |\n| 口粮月数 | 全部 | 45753 | 个月 | 甲 |',
    ['5 value “口粮月数”认不出来，请写成 3 或 4—6 的样子。'],
  ],
  ['neither yes nor no', '| 只限农村 | | 对 | | 甲 |', ['2 value “只限农村”应填是或否，请改正。']],
  [
    'a start that is no day',
    '| 下达资金 | | 1 | 元 | 甲 | 明年 |',
    ['2 from 起始日期认不出来，请写成 2026-01-01 的样子。'],
  ],
  ['an unknown shape', '| 标准形式 | | 随便 |', ['2 value “标准形式”不在已有的标准形式之中，请从中选一种。']],
  [
    'a column that is none',
    '| 标准形式 | | 定额 |\n| 计算单位 | | 每户 | | 甲 |\n| 定额 | 甲类 | 1 | | 甲 |\n| 类别所在列 | 甲类 | 备注 |',
    ['5 value “类别所在列”只能填家庭类型、困难程度、受灾类型，请改正。'],
  ],
  [
    'bands the wrong way round',
    '| 标准形式 | | 按户幅度 |\n| 最低金额 | 甲类 | 500 | | 甲 |\n| 最高金额 | 甲类 | 200 | | 甲 |',
    ['4 value “最高金额（甲类）”中最低金额大于最高金额，请核对两个数。'],
  ],
])('%s is pointed at', (_, table, sentences) => {
  expect(problems(table)).toEqual(sentences);
});

test('what is missing altogether is said without a line', () => {
  expect(schemeOfLines([])).toEqual({
    problems: [
      { line: -1, part: 'value', sentence: '“方案名称”没有填写，请补上。' },
      { line: -1, part: 'value', sentence: '“文件”没有填写，请补上。' },
      { line: -1, part: 'value', sentence: '“规定”没有填写，请补上。' },
    ],
  });
});
