import type { IsoDate } from '../../../src/core/ledger/dates';
import { dayStated, seasonOfDay, seasonsStated } from '../../../src/core/ledger/season';
import { namesVillage, townshipIn, villageKey } from '../../../src/core/merge/village';

test.each([
  ['松岭乡2025-2026年度冬春救助台账', [2025]],
  ['2025—2026年冬春救助台账', [2025]],
  ['2025年冬2026年春受灾人员救助台账', [2025]],
  ['2025－26年度冬春救助', [2025]],
  ['2025年冬令救助', [2025]],
  ['2026年春荒救助', [2025]],
  ['2026年冬春救助台账', [2026, 2025]],
  ['冬春救助台账', []],
  ['填报时间：2024年1月5日', []],
])('%s', (line, seasons) => expect(seasonsStated([line])).toEqual(seasons));

test('a winter goes from July to June', () => {
  expect(['2025-07-01', '2025-12-31', '2026-06-30', '2026-07-01'].map((day) => seasonOfDay(day as IsoDate))).toEqual([
    2025, 2025, 2025, 2026,
  ]);
});

test('the day of reporting above the table', () => {
  expect(dayStated(['填报单位：青石村 填报时间：2026 年 1 月 5 日'])).toBe('2026-01-05');
  expect(dayStated(['填报时间：　　年　月　日'])).toBeUndefined();
});

test('a township is read from title and unit', () => {
  expect(townshipIn('镇远县上寨乡2025年冬春救助台账')).toBe('上寨乡');
  expect(townshipIn('填报单位（盖章）：样例县松岭乡柳溪村')).toBe('松岭乡');
  expect(townshipIn('乡镇冬春救助台账')).toBeUndefined();
  expect(townshipIn('冬春救助台账')).toBeUndefined();
});

test('a village is one however its name is written', () => {
  expect(['青石村', '青石', '青石村委会', '青 石 村', '青石村村民委员会'].map(villageKey)).toEqual([
    '青石',
    '青石',
    '青石',
    '青石',
    '青石',
  ]);
  expect(villageKey('青石社区居委会')).toBe(villageKey('青石社区'));
  expect(villageKey('青石社区')).not.toBe(villageKey('青石村'));
});

test('a township called like a village does not name the village', () => {
  expect(namesVillage('填报单位：松岭乡', villageKey('松岭村'))).toBe(false);
  expect(namesVillage('填报单位：松岭乡松岭村', villageKey('松岭村'))).toBe(true);
  expect(namesVillage('青石', villageKey('青石村'))).toBe(true);
  expect(namesVillage('松岭镇河西社区台账', villageKey('河西社区'))).toBe(true);
});
