import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfSerial,
  daysBetween,
  formatDate,
  isoDate,
  isValidDay,
  parseDate,
  serialOfDate,
  weekdayOf,
  wholeMonthsBetween,
  type IsoDate,
} from '../../../src/core/ledger/dates';

const day = (text: string) => text as IsoDate;

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, undefined],
  [61, false, '1900-03-01'],
  [46026, false, '2026-01-04'],
  [46026.75, false, '2026-01-04'],
  [2958465, false, '9999-12-31'],
  [2958466, false, undefined],
  [0, false, undefined],
  [-1, false, undefined],
  [NaN, false, undefined],
  [0, true, '1904-01-01'],
  [44564, true, '2026-01-04'],
])('serial %p (1904: %p) is %p', (serial, date1904, expected) => {
  expect(dateOfSerial(serial, date1904)).toBe(expected);
});

test('a day’s serial number gives the day back, in both systems', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_900_000 }), fc.boolean(), (serial, date1904) => {
      fc.pre(date1904 || serial !== 60);
      const date = dateOfSerial(serial, date1904);
      expect(date && serialOfDate(date, date1904)).toBe(serial);
    }),
  );
});

test.each([
  ['2026.1.4', '2026-01-04', 'day'],
  ['2026年1月4日', '2026-01-04', 'day'],
  ['2026年01月04号', '2026-01-04', 'day'],
  ['20260104', '2026-01-04', 'day'],
  ['2026-01-04', '2026-01-04', 'day'],
  ['2026/1/4', '2026-01-04', 'day'],
  ['2026.1.4.', '2026-01-04', 'day'],
  ['2026、1、4', '2026-01-04', 'day'],
  ['2026 年 1 月 4 日', '2026-01-04', 'day'],
  ['２０２６／１／４', '2026-01-04', 'day'],
  ['2026-01-04 08:30:00', '2026-01-04', 'day'],
  ['2024-02-29', '2024-02-29', 'day'],
  ['2025年9月', '2025-09-01', 'month'],
  ['2025年09月份', '2025-09-01', 'month'],
  ['2025.9', '2025-09-01', 'month'],
  ['2025-09', '2025-09-01', 'month'],
])('%s is %s (%s)', (text, date, precision) => {
  expect(parseDate(text)).toEqual({ date, precision });
});

test.each([
  '1月4日',
  '26.1.4',
  '4.1.2026',
  '1/4/2026',
  '2026-13-01',
  '2025-02-29',
  '2026.1/4',
  '2026',
  '202601',
  '2026年',
  '',
  '昨天',
  '20260104-20260110',
  '2026-1-4至2026-1-10',
])('%j is not guessed at', (text) => expect(parseDate(text)).toBeUndefined());

test('days are valid or not', () => {
  expect(['2026-01-04', '2026-1-4', '2026-02-30', '1899-12-31'].map(isValidDay)).toEqual([true, false, false, false]);
  expect(isoDate(2000, 2, 29)).toBe('2000-02-29');
  expect(isoDate(2100, 2, 29)).toBeUndefined();
});

test('days are added and counted', () => {
  expect(addDays(day('2025-12-31'), 1)).toBe('2026-01-01');
  expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
  expect(daysBetween(day('2021-11-21'), day('2022-03-15'))).toBe(114);
  expect(formatDate(day('2026-01-04'))).toBe('2026年1月4日');
});

test.each([
  ['2025-06-15', '2025-12-15', 6],
  ['2025-06-15', '2025-12-14', 5],
  ['2025-08-31', '2025-09-30', 0],
  ['2025-08-31', '2025-10-01', 1],
  ['2025-12-15', '2025-06-15', -6],
  ['2025-01-01', '2025-01-01', 0],
])('from %s to %s: %p whole months', (from, to, months) => {
  expect(wholeMonthsBetween(day(from), day(to))).toBe(months);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-15', 0, '2026-01-15'],
  ['2026-01-15', 12, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -13, '2025-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.each([
  ['2026-01-04', 0],
  ['2026-01-15', 4],
  ['2026-01-17', 6],
  ['1969-12-28', 0],
  ['1900-01-01', 1],
])('%s is weekday %i, Sunday being 0', (text, weekday) => {
  expect(weekdayOf(day(text))).toBe(weekday);
});
