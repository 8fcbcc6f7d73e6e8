import { regionKnown } from '../../../src/core/ledger/region-codes';

test.each([
  ['110105', '北京市朝阳区'],
  ['110110', '燕山区, abolished in 1986'],
  ['132101', '邯郸市 under its 地区, abolished in 1983'],
  ['152428', '昭乌达盟 喀喇沁旗, abolished in 1983'],
  ['512921', '南充县, abolished in 1993'],
  ['460001', '通什市, later 五指山'],
  ['460037', '西沙群岛 in the edition of 1999'],
  ['362502', '临川市, abolished in 2000'],
  ['419003', '济源市 under the province'],
  ['659012', '白杨市, of 2023'],
  ['440310', '坪山区, of 2016'],
  ['441900', '东莞市, which has no counties'],
  ['442000', '中山市, which has no counties'],
  ['810000', '香港, on a residence permit'],
])('%s is known: %s', (code) => {
  expect(regionKnown(code)).toBe('county');
});

test.each([
  ['110199', 'prefecture'],
  ['110188', 'prefecture'],
  ['513499', 'prefecture'],
  ['109901', 'nowhere'],
  ['119801', 'nowhere'],
  ['660101', 'nowhere'],
  ['710000', 'nowhere'],
  ['000000', 'nowhere'],
  ['999999', 'nowhere'],
])('%s is told as %s', (code, told) => {
  expect(regionKnown(code)).toBe(told);
});

test('each prefecture has a county, each county two digits', () => {
  const codes = Array.from({ length: 1_000_000 }, (_, code) => String(code).padStart(6, '0'));
  const counties = codes.filter((code) => regionKnown(code) === 'county');
  const prefectures = new Set(counties.map((code) => code.slice(0, 4)));
  expect(counties.length).toBe(6706);
  expect(codes.filter((code) => regionKnown(code) !== 'nowhere' && !prefectures.has(code.slice(0, 4)))).toEqual([]);
});
