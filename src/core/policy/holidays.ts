import * as z from 'zod/mini';
import { weekdayOf, type IsoDate } from '../ledger/dates';

const day = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** One year's days off and make-up working days, as the State Council office announces them each November. */
export const holidayYearSchema = z.strictObject({
  year: z.int().check(z.minimum(1900), z.maximum(9999)),
  /** First and last day of each holiday, `01-28`. */
  off: z.array(z.tuple([day, day])).check(z.minLength(1)),
  /** Weekend days that are worked. */
  worked: z.array(day),
  /** 正月初一. */
  springFestival: day,
  source: z.string().check(z.trim(), z.minLength(1)),
});

export interface HolidayYear {
  readonly year: number;
  readonly off: readonly (readonly [string, string])[];
  readonly worked: readonly string[];
  readonly springFestival: string;
  readonly source: string;
}

/** The years that ship. A scheme may bring further ones (`Scheme.holidays`). */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2025,
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    springFestival: '01-29',
    source: '国办发明电〔2024〕12号',
  },
  {
    year: 2026,
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    springFestival: '02-17',
    source: '国务院办公厅关于 2026 年部分节假日安排的通知',
  },
];

/** What kind of day it is. `guessed`: the year's table is missing, so only weekends are known. */
export interface DayKind {
  readonly isWorking: boolean;
  readonly isHoliday: boolean;
  readonly isGuessed: boolean;
}

/** Tells working days by the tables (rules.md DAT-03); years without a table fall back to Monday to Friday. */
export function dayKind(date: IsoDate, years: readonly HolidayYear[]): DayKind {
  const table = years.find(({ year }) => year === Number(date.slice(0, 4)));
  const monthDay = date.slice(5);
  const isHoliday = table?.off.some(([first, last]) => first <= monthDay && monthDay <= last) ?? false;
  const isWorked = table?.worked.includes(monthDay) ?? false;
  return { isWorking: isWorked || (!isHoliday && !isWeekend(date)), isHoliday, isGuessed: table === undefined };
}

/** 正月初一 of the year, where its table is known. */
export function springFestival(year: number, years: readonly HolidayYear[]): IsoDate | undefined {
  const table = years.find((one) => one.year === year);
  return table && (`${year}-${table.springFestival}` as IsoDate);
}

/** The sentence a person reads where a year's table is missing. */
export const missingTable = (year: number): string =>
  `缺少 ${year} 年的节假日安排，暂按周一至周五为工作日计算，请补充当年安排后再核对日期。`;

const isWeekend = (date: IsoDate): boolean => [0, 6].includes(weekdayOf(date));
