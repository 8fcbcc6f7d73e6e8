import * as fc from 'fast-check';
import { addDays, type IsoDate } from '../../../src/core/ledger/dates';
import { dayKind, holidayYears, missingTable, springFestival } from '../../../src/core/policy/holidays';
import { addWorkingDays, endOfPeriod, latestStart } from '../../../src/core/policy/working-days';

const day = (text: string) => text as IsoDate;

// rules.md section J.
test.each([
  ['2025-12-29', 5, '2026-01-06'],
  ['2026-01-17', 5, '2026-01-23'],
  ['2026-02-11', 5, '2026-02-25'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2025-01-17', 5, '2025-01-24'],
  ['2025-01-22', 5, '2025-02-05'],
  ['2025-01-10', 15, '2025-02-07'],
])('%s and %i working days is %s', (start, days, end) => {
  expect(addWorkingDays(day(start), days, holidayYears)).toEqual({ date: end, missingYears: [] });
});

test.each([
  ['2026-01-04', 10, '2026-01-14', '2026-01-14'],
  ['2025-12-25', 7, '2026-01-01', '2026-01-04'],
  ['2026-02-09', 7, '2026-02-16', '2026-02-24'],
])('a notice from %s for %i days is counted to %s and ends on %s', (start, days, counted, end) => {
  expect(endOfPeriod(day(start), { days }, holidayYears)).toEqual({
    date: end,
    counted,
    ifFirstDayCounts: addDays(day(counted), -1),
    missingYears: [],
  });
});

test('a plain weekend moves the end only where asked', () => {
  expect(endOfPeriod(day('2026-01-07'), { days: 3 }, holidayYears).date).toBe('2026-01-10');
  expect(endOfPeriod(day('2026-01-07'), { days: 3 }, holidayYears, { weekendsMove: true }).date).toBe('2026-01-12');
});

test('working days of a notice, and the reading that counts the first day', () => {
  expect(endOfPeriod(day('2026-01-04'), { days: 7, dayType: '工作日' }, holidayYears)).toMatchObject({
    date: '2026-01-13',
    ifFirstDayCounts: '2026-01-12',
  });
});

test('a month ends on the same day of the next month, or on its last day', () => {
  expect(endOfPeriod(day('2026-03-31'), { months: 1 }, holidayYears).date).toBe('2026-04-30');
  expect(endOfPeriod(day('2025-11-15'), { months: 2 }, holidayYears).date).toBe('2026-01-15');
});

test('a year without a table falls back to Monday to Friday, and says so', () => {
  expect(addWorkingDays(day('2027-01-29'), 5, holidayYears)).toEqual({ date: '2027-02-05', missingYears: [2027] });
  expect(addWorkingDays(day('2026-12-30'), 5, holidayYears).missingYears).toEqual([2027]);
  expect(missingTable(2027)).toContain('2027');
  expect(springFestival(2027, holidayYears)).toBeUndefined();
});

test('an office may add a year', () => {
  const own = {
    year: 2027,
    off: [['02-01', '02-03']],
    worked: ['02-06'],
    springFestival: '02-06',
    source: '举例',
  } as const;
  expect(addWorkingDays(day('2027-01-29'), 5, [own, ...holidayYears])).toEqual({
    date: '2027-02-09',
    missingYears: [],
  });
});

test('working a weekend and resting a weekday are both told', () => {
  expect(dayKind(day('2026-01-04'), holidayYears)).toEqual({ isWorking: true, isHoliday: false, isGuessed: false });
  expect(dayKind(day('2026-02-16'), holidayYears)).toEqual({ isWorking: false, isHoliday: true, isGuessed: false });
});

const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2025-01-01'), days));

test('going back undoes going forward from a working day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (start, days) => {
      fc.pre(dayKind(start, holidayYears).isWorking);
      expect(addWorkingDays(addWorkingDays(start, days, holidayYears).date, -days, holidayYears).date).toBe(start);
    }),
  );
});

test('the latest start ends in time, and one day later does not', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 15 }),
      fc.constantFrom('自然日' as const, '工作日' as const),
      (end, days, dayType) => {
        const start = latestStart(end, { days, dayType }, holidayYears).date;
        expect(endOfPeriod(start, { days, dayType }, holidayYears).date <= end).toBe(true);
        expect(endOfPeriod(addDays(start, 1), { days, dayType }, holidayYears).date > end).toBe(true);
      },
    ),
  );
});
