import { formatDate, type IsoDate } from '../ledger/dates';
import type { Fen } from '../ledger/money';
import { endOfPeriod } from '../policy/working-days';
import type { Policy } from '../policy/policy';
import { noticesOf, seasonCalendar, seasonOf } from '../policy/season-calendar';
import { holidayYears } from '../policy/holidays';
import type { Household } from './household';

/** What the ledger does not know of the paper: who issues it, and when. What is missing is left blank for the pen. */
export interface Occasion {
  readonly county?: string;
  readonly township?: string;
  /** For ledgers without a column for the village. */
  readonly village?: string;
  /** `2025—2026`; computed from the day where missing. */
  readonly season?: string;
  readonly villageHotline?: string;
  readonly townshipHotline?: string;
  readonly countyHotline?: string;
  readonly noticeStart?: IsoDate;
  readonly noticeEnd?: IsoDate;
  readonly appraisalDate?: IsoDate;
  readonly preparedBy?: string;
  readonly preparedOn?: IsoDate;
  /** Where the money comes from, in 分. */
  readonly funds?: readonly { readonly source: FundSource; readonly amount: Fen }[];
  /** The word that the bank prints into the passbook. */
  readonly memo?: string;
  /** How many characters the bank's memo may have. */
  readonly memoLength?: number;
}

export const fundSources = ['中央', '省级', '市级', '县级', '其他'] as const;
export type FundSource = (typeof fundSources)[number];

/** A date to be filled in by hand. */
export const blankDate = '　　　　年　　月　　日';

/** The day in words, or room for it. */
export const dateOrBlank = (date: IsoDate | undefined): string => (date ? formatDate(date) : blankDate);

/** A name, or a line to write it on. */
export const nameOrBlank = (name: string | undefined, room = '＿＿＿＿＿＿'): string => name || room;

/** `2025—2026年度`. */
export function seasonWords(occasion: Occasion, policy: Policy): string {
  const begins = seasonOf(policy.asOf);
  return `${occasion.season ?? `${begins}—${begins + 1}`}年度`;
}

/** First and last day of a notice: as the ledger or the occasion has them, else as the scheme sets them; else missing. */
export function noticeDays(
  level: 'village' | 'township',
  households: readonly Household[],
  occasion: Occasion,
  policy: Policy,
): { readonly start?: IsoDate; readonly end?: IsoDate } {
  const inLedger = level === 'village';
  const start =
    occasion.noticeStart ??
    (inLedger ? common(households.map((household) => household.noticeStart)) : undefined) ??
    stepOf(policy, level === 'village' ? '村级公示开始' : '乡镇公示开始');
  const end = occasion.noticeEnd ?? (inLedger ? common(households.map((household) => household.noticeEnd)) : undefined);
  // One day without the other says less than nothing on a notice board: both are left to the pen.
  if (start === undefined) return {};
  if (end !== undefined) return { start, end };
  const notice = noticesOf(policy)[level];
  return { start, end: notice && endOfPeriod(start, notice, policy.holidays ?? holidayYears).date };
}

/** `不少于 7 天`, as the scheme asks; empty where it says nothing. */
export function noticeLength(level: 'village' | 'township', policy: Policy): string {
  const notice = noticesOf(policy)[level];
  if (!notice) return '';
  if (notice.months !== undefined) return `不少于 ${notice.months} 个月`;
  return `不少于 ${notice.days} ${notice.dayType === '工作日' ? '个工作日' : '天'}`;
}

/** The one value that all have; `undefined` where one is missing or differs. */
export function common<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

const stepOf = (policy: Policy, step: '村级公示开始' | '乡镇公示开始'): IsoDate | undefined =>
  seasonCalendar(policy).steps.find((one) => one.step === step)?.set?.date;
