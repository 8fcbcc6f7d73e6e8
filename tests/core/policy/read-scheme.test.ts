import { readScheme, readSchemeText, schemeText } from '../../../src/core/policy/read-scheme';
import { schemes } from '../../../src/schemes';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';

const [rulings] = shangzhai.rulings;
const sentencesOf = (given: unknown) => {
  const read = readScheme(given);
  return 'problems' in read ? read.problems.map(({ sentence }) => sentence) : [];
};
const withRulings = (changed: object) => ({ ...shangzhai, rulings: [{ ...rulings, ...changed }] });

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s survives writing and reading', (_, scheme) => {
  expect(readSchemeText(schemeText(scheme))).toEqual({ scheme });
  expect(readSchemeText(`\uFEFF${schemeText(scheme)}`)).toEqual({ scheme });
});

test.each([
  [
    'a figure without a clause',
    { allocation: { yuan: 25000 } },
    '“规定 › 第 1 条 › 下达资金”没有写条款依据，请写明出自哪份文件的哪一条。',
  ],
  [
    'an empty clause',
    { allocation: { yuan: 1, source: ' ' } },
    '“规定 › 第 1 条 › 下达资金”没有写条款依据，请写明出自哪份文件的哪一条。',
  ],
  [
    'a figure typed as text',
    { allocation: { yuan: '25000', source: '甲' } },
    '“规定 › 第 1 条 › 下达资金 › 金额（元）”应填数字，请改正。',
  ],
  [
    'a negative amount',
    { allocation: { yuan: -1, source: '甲' } },
    '“规定 › 第 1 条 › 下达资金 › 金额（元）”小于 0，请核对。',
  ],
  [
    'parts of a 分',
    { allocation: { yuan: 0.001, source: '甲' } },
    '“规定 › 第 1 条 › 下达资金 › 金额（元）”小数过多，金额最多写到分，请改正。',
  ],
  [
    'a word off the list',
    { perCapitaBase: { value: '人口', source: '甲' } },
    '“规定 › 第 1 条 › 人均所按人口 › 数值”只能是“家庭人口”、“需救助人口”、“未明确”之一，请改正。',
  ],
  [
    'a day that is none',
    { deadlines: [{ what: '村级上报', date: '13-40', source: '甲' }] },
    '“规定 › 第 1 条 › 时限 › 第 1 条 › 日期”的写法认不出来，请写成 2025-01-08 或 01-08 的样子。',
  ],
  [
    'an unknown shape',
    { standard: { shape: 'other' } },
    '“规定 › 第 1 条 › 救助标准 › 标准形式”不在已有的标准形式之中，请从中选一种。',
  ],
  ['an unknown key', { bonus: 1 }, '“规定 › 第 1 条”里有用不上的项目“bonus”，请删去或改用合适的项目。'],
  [
    'a range the wrong way round',
    {
      inKind: [
        { grain: { jinPerPersonDay: { value: 1, source: '甲' }, months: { value: { min: 6, max: 4 }, source: '甲' } } },
      ],
    },
    '“规定 › 第 1 条 › 实物标准 › 第 1 条 › 口粮 › 月数”中最少的数大于最多的数，请核对两个数。',
  ],
])('%s is refused in one sentence', (_, changed, sentence) => {
  expect(sentencesOf(withRulings(changed))).toEqual([sentence]);
});

test('what is missing at the top is named', () => {
  expect(sentencesOf({ id: 'a', title: '甲', rulings: [{}] })).toEqual(['“文件”没有填写，请补上。']);
  expect(sentencesOf({ id: 'a', title: '甲', document: '乙', rulings: [] })).toEqual(['“规定”没有填写，请补上。']);
  expect(sentencesOf('scheme')).toEqual(['方案应填一组项目，请改正。']);
});

test('a text that is no scheme file is refused, not thrown', () => {
  const read = readSchemeText('{ "id": ');
  expect('problems' in read && read.problems).toHaveLength(1);
});
