import type { IsoDate } from '../../../src/core/ledger/dates';
import type { Demand } from '../../../src/core/policy/contradiction';
import { contradictionsOf } from '../../../src/core/policy/contradictions';
import type { Scheme } from '../../../src/core/policy/scheme';
import { schemes } from '../../../src/schemes';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { yongle } from '../../../src/schemes/yongle/scheme';
import { zhonggang } from '../../../src/schemes/zhonggang/scheme';

const sentences = (scheme: Scheme, today = '2026-01-01', demand?: Demand) =>
  contradictionsOf(scheme, today as IsoDate, demand).map(({ sentence }) => sentence);

test('the three contradictions of 中岗 are found, with sizes and dates of the season', () => {
  expect(sentences(zhonggang)).toEqual([
    '重点困难户最高 1000 元/户，而 12 人以上的户按人均 90 元至少要 1080 元，两条不能同时满足，请向下达方案的单位问清。',
    '一般困难户最高 500 元/户，而 6 人以上的户按人均 90 元至少要 540 元，两条不能同时满足，请向下达方案的单位问清。',
    '一般困难户最高 500 元，重点困难户最低 600 元，500 元至 600 元之间不属于任何一类，请向下达方案的单位问清。',
    '乡镇上报在 2026年1月17日，再加 5 个工作日是 2026年1月23日，晚于发放完毕的期限 2026年1月20日，请向下达方案的单位问清。',
    '方案没有说明“人均”按家庭人口还是需救助人口计，请向下达方案的单位问清后写入救助标准。',
  ]);
  expect(sentences(zhonggang, '2025-01-05')[3]).toContain('2025年1月24日');
  expect(contradictionsOf(zhonggang, '2026-01-01' as IsoDate)[1].sizes).toEqual([
    6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
  ]);
});

test.each(
  schemes.filter(({ id }) => !['zhonggang', 'yongle'].includes(id)).map((scheme) => [scheme.id, scheme] as const),
)('%s does not contradict itself', (_, scheme) => expect(sentences(scheme)).toEqual([]));

test('what 永乐 leaves open is asked for', () => {
  expect(sentences(yongle)).toEqual(['方案没有说明标准是每人还是每户，请向下达方案的单位问清后写入救助标准。']);
});

test('尚寨: 166 people can be paid, 167 cannot', () => {
  expect(sentences(shangzhai, '2026-01-01', { households: 60, people: 166 })).toEqual([]);
  expect(sentences(shangzhai, '2026-01-01', { households: 60, people: 167 })).toEqual([
    '60 户 167 人按最低标准共需 25050 元，下达资金只有 25000 元，还差 50 元，请核对人数或申请追加资金。',
  ]);
});

const withDates = (changed: Partial<Scheme['rulings'][number]>): Scheme => ({
  ...zhonggang,
  rulings: [{ ...changed }],
});
const notice = { level: '村', dayType: '自然日', from: '01-04', source: '公示' } as const;

test('a notice longer than the time between its dates', () => {
  const deadlines = [{ what: '村级上报', date: '01-15', source: '上报' }] as const;
  expect(sentences(withDates({ notices: [{ ...notice, days: 11 }], deadlines }))).toEqual([]);
  expect(sentences(withDates({ notices: [{ ...notice, days: 12 }], deadlines }))).toEqual([
    '村级公示从 2026年1月4日起要到 2026年1月16日才满，而 2026年1月15日就要上报，请向下达方案的单位问清。',
  ]);
});

test('a township notice that does not fit between the two reports', () => {
  const deadlines = [
    { what: '村级上报', date: '01-08', source: '村' },
    { what: '乡镇上报', date: '01-13', source: '乡' },
  ] as const;
  const township = { level: '乡镇', dayType: '自然日', source: '乡公示' } as const;
  expect(sentences(withDates({ notices: [{ ...township, days: 5 }], deadlines }))).toEqual([]);
  expect(sentences(withDates({ notices: [{ ...township, days: 6 }], deadlines }))).toEqual([
    '村级 2026年1月8日上报后，乡镇公示要到 2026年1月14日才满，而 2026年1月13日就要上报，请向下达方案的单位问清。',
  ]);
});

test('deadlines in the wrong order, and a household floor above a band', () => {
  const source = '举例';
  const deadlines = [
    { what: '村级上报', date: '01-15', source },
    { what: '乡镇上报', date: '01-12', source },
  ] as const;
  const standard = {
    shape: 'household-range',
    classes: [{ min: { yuan: 100, source }, max: { yuan: 150, source } }],
    householdFloor: { yuan: 200, source },
  } as const;
  expect(sentences(withDates({ deadlines, standard }))).toEqual([
    '各户最高 150 元/户，低于每户最低 200 元，请向下达方案的单位问清。',
    '后一步的时限 2026年1月12日早于前一步的时限 2026年1月15日，请向下达方案的单位问清。',
  ]);
});
