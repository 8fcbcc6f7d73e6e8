import { addDays, addMonths, yearOf, type IsoDate } from '../ledger/dates';
import { dayKind, type HolidayYear } from './holidays';

/** A computed day, and the years whose holiday tables were missing on the way to it. */
export interface ComputedDay {
  readonly date: IsoDate;
  readonly missingYears: readonly number[];
}

/** The day so many working days after `start`, which is not counted; negative goes back (rules.md DAT-01, DAT-03). */
export function addWorkingDays(start: IsoDate, days: number, holidays: readonly HolidayYear[]): ComputedDay {
  const missing = new Set<number>();
  const step = days < 0 ? -1 : 1;
  let date = start;
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, step);
    const kind = dayKind(date, holidays);
    if (kind.isGuessed) missing.add(yearOf(date));
    if (kind.isWorking) left--;
  }
  return { date, missingYears: [...missing] };
}

/** How long a notice or another period lasts. */
export interface Period {
  readonly days?: number;
  readonly months?: number;
  readonly dayType?: '自然日' | '工作日' | '未明确';
}

export interface PeriodEnd extends ComputedDay {
  /** The day the count itself reaches, before it is moved off a holiday. */
  readonly counted: IsoDate;
  /** The last day if the first day were counted too, as some read it. */
  readonly ifFirstDayCounts: IsoDate;
}

/**
 * The last day of a period that begins with `start`. The first day is not counted, and a last day that is a public holiday
 * moves to the next working day (民法典 201, 203). `未明确` counts calendar days (rules.md DAT-02). `weekendsMove`: a
 * plain weekend is treated as a holiday too.
 */
export function endOfPeriod(
  start: IsoDate,
  period: Period,
  holidays: readonly HolidayYear[],
  { weekendsMove = false }: { readonly weekendsMove?: boolean } = {},
): PeriodEnd {
  const days = period.days ?? 0;
  if (period.dayType === '工作日') {
    const { date, missingYears } = addWorkingDays(start, days, holidays);
    const startWorks = dayKind(start, holidays).isWorking;
    const ifFirstDayCounts = addWorkingDays(start, startWorks ? Math.max(days - 1, 0) : days, holidays).date;
    return { date, counted: date, ifFirstDayCounts, missingYears };
  }
  const counted = addDays(addMonths(start, period.months ?? 0), days);
  const kind = dayKind(counted, holidays);
  const moves = kind.isHoliday || (weekendsMove && !kind.isWorking);
  const moved = moves ? addWorkingDays(counted, 1, holidays) : { date: counted, missingYears: [] };
  const missingYears = [...new Set([...(kind.isGuessed ? [yearOf(counted)] : []), ...moved.missingYears])];
  return { date: moved.date, counted, ifFirstDayCounts: addDays(counted, -1), missingYears };
}

/** The latest first day from which the period still ends on or before `end`. */
export function latestStart(end: IsoDate, period: Period, holidays: readonly HolidayYear[]): ComputedDay {
  const missing = new Set<number>();
  const endFrom = (start: IsoDate): IsoDate => {
    const ends = endOfPeriod(start, period, holidays);
    ends.missingYears.forEach((year) => missing.add(year));
    return ends.date;
  };
  let start = end;
  while (endFrom(start) > end) start = addDays(start, -1);
  return { date: start, missingYears: [...missing] };
}
