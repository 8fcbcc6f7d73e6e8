import { addDays, monthOf, yearOf, type IsoDate } from '../ledger/dates';
import { holidayYears, missingTable, springFestival, type HolidayYear } from './holidays';
import type { Policy } from './policy';
import { addWorkingDays, endOfPeriod, latestStart, type ComputedDay } from './working-days';

/** The steps of a season in their order (rules.md DAT-04). */
export const seasonSteps = [
  '村级公示开始',
  '村级公示结束',
  '村级上报',
  '乡镇公示开始',
  '乡镇公示结束',
  '乡镇上报',
  '县级审批',
  '发放完毕',
] as const;

export type SeasonStep = (typeof seasonSteps)[number];

/** One step of the timeline. A day that cannot be told is missing. */
export interface CalendarStep {
  readonly step: SeasonStep;
  /** The day the notice itself sets. */
  readonly set?: { readonly date: IsoDate; readonly source: string };
  /** Counted on from the first village notice: no sooner than this day. */
  readonly earliest?: IsoDate;
  /** Counted back from the days that are set: no later than this day. */
  readonly latest?: IsoDate;
  /** `late`: the latest day is past. `impossible`: it lies before the earliest. */
  readonly state: 'open' | 'late' | 'impossible' | 'unknown';
}

export interface SeasonCalendar {
  /** The year in which the winter begins. */
  readonly season: number;
  readonly steps: readonly CalendarStep[];
  /** Chinese sentences on holiday tables that are missing and days that cannot be told. */
  readonly remarks: readonly string[];
}

/**
 * The season's timeline, forward from the first day of the village notice and backward from the last day of payment, as
 * of `policy.asOf`. `begin` is that first day where the office knows it better than the scheme.
 */
export function seasonCalendar(policy: Policy, begin?: IsoDate): SeasonCalendar {
  const season = seasonOf(policy.asOf);
  const holidays = policy.holidays ?? holidayYears;
  const missing = new Set<number>();
  const remarks: string[] = [];
  const told = (day: ComputedDay): IsoDate => {
    day.missingYears.forEach((year) => missing.add(year));
    return day.date;
  };
  const set = setDays(policy, season, holidays, remarks);
  const notices = noticesOf(policy);
  const workingDays = policy.payment?.workingDays?.value;

  const start = begin ?? set.get('村级公示开始')?.date;
  const earliest = new Map<SeasonStep, IsoDate>();
  if (start) {
    const end = notices.village ? told(endOfPeriod(start, notices.village, holidays)) : undefined;
    const townshipStart = notices.together ? start : end;
    const townshipEnd =
      townshipStart && notices.township && told(endOfPeriod(townshipStart, notices.township, holidays));
    const approval = townshipEnd ?? end;
    const days: readonly (IsoDate | undefined)[] = [
      start,
      end,
      end,
      townshipStart,
      townshipEnd,
      approval,
      approval,
      approval,
    ];
    seasonSteps.forEach((step, index) => {
      const day = days[index];
      if (day) earliest.set(step, day);
    });
  }

  const latest = new Map<SeasonStep, IsoDate>();
  let bound: IsoDate | undefined;
  for (const step of [...seasonSteps].reverse()) {
    // The village notice of a scheme that posts both lists at once is bound by the village report alone.
    const isOwnEnd = step === '村级公示开始' || step === '乡镇公示开始';
    const period = step === '村级公示开始' ? notices.village : notices.township;
    if (step === '县级审批' && bound && workingDays !== undefined)
      bound = told(addWorkingDays(bound, -workingDays, holidays));
    if (isOwnEnd && bound && period) bound = told(latestStart(bound, period, holidays));
    const fixed = isOwnEnd ? undefined : set.get(step)?.date;
    bound = earlier(bound, fixed);
    if (bound) latest.set(step, bound);
    // Where both notices hang at once, the township's first day does not bind the village's report.
    if (step === '乡镇公示开始' && notices.together) bound = latest.get('乡镇上报');
  }

  for (const year of missing) remarks.push(missingTable(year));
  return {
    season,
    steps: seasonSteps.map((step) => {
      const [first, last] = [earliest.get(step), latest.get(step)];
      const state =
        last === undefined ? 'unknown' : first && first > last ? 'impossible' : last < policy.asOf ? 'late' : 'open';
      return { step, set: set.get(step), earliest: first, latest: last, state };
    }),
    remarks,
  };
}

/** The year in which the winter of a day begins: from August on its own year, before that the year before. */
export const seasonOf = (date: IsoDate): number => (monthOf(date) >= 8 ? yearOf(date) : yearOf(date) - 1);

/** `01-08` in the season that begins in the year: months from August on lie in that year, the others in the next. */
export const dayInSeason = (monthDay: string, season: number): IsoDate =>
  `${Number(monthDay.slice(0, 2)) >= 8 ? season : season + 1}-${monthDay}` as IsoDate;

type Notice = NonNullable<Policy['notices']>[number];

/** The notice of each level; `together` where one notice hangs in both places. */
export function noticesOf(policy: Policy): {
  readonly village?: Notice;
  readonly township?: Notice;
  readonly together: boolean;
} {
  const known = (policy.notices ?? []).filter((notice) => notice.days !== undefined || notice.months !== undefined);
  const both = known.find((notice) => notice.level === '村和乡镇');
  const of = (level: Notice['level']) => known.find((notice) => notice.level === level);
  return { village: of('村') ?? both, township: of('乡镇') ?? both, together: both !== undefined };
}

function setDays(policy: Policy, season: number, holidays: readonly HolidayYear[], remarks: string[]) {
  const days = new Map<SeasonStep, { readonly date: IsoDate; readonly source: string }>();
  const { village } = noticesOf(policy);
  if (village?.from) days.set('村级公示开始', { date: dayInSeason(village.from, season), source: village.source });
  for (const { what, date, source } of policy.deadlines ?? []) {
    if (date !== '春节前') {
      days.set(what, { date: dayInSeason(date, season), source });
      continue;
    }
    const festival = springFestival(season + 1, holidays);
    if (festival) days.set(what, { date: addDays(festival, -1), source });
    else remarks.push(`“春节前”要按 ${season + 1} 年的节假日安排推算，现在缺少这一年的安排，请补充。`);
  }
  return days;
}

const earlier = (left: IsoDate | undefined, right: IsoDate | undefined): IsoDate | undefined =>
  left === undefined || right === undefined ? (left ?? right) : left < right ? left : right;
