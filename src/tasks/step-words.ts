import { daysBetween, type IsoDate } from '../core/ledger/dates';
import type { CalendarStep } from '../core/policy/season-calendar';

/** How a step of the calendar stands on the day, in few words. */
export function stepWords({ state, latest }: CalendarStep, today: IsoDate): string {
  if (state === 'unknown' || latest === undefined) return '没有日期';
  if (state === 'impossible') return '来不及';
  const days = daysBetween(today, latest);
  return days < 0 ? `已过 ${-days} 天` : days === 0 ? '就是今天' : `还有 ${days} 天`;
}
