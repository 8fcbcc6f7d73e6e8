import { daysBetween, formatDate, type IsoDate } from '../ledger/dates';
import { holidayYears } from '../policy/holidays';
import { noticesOf } from '../policy/season-calendar';
import type { Policy } from '../policy/policy';
import { endOfPeriod, type Period } from '../policy/working-days';
import { defineCheck } from './check';

const week = { notices: [{ level: '村', days: 7, dayType: '未明确', source: '示例' }] } as const;

export default defineCheck({
  id: 'notice-too-short',
  title: '公示天数不够',
  why: '公示不满规定的天数，群众来不及提出异议，程序就不完整；头一天算不算在内各地理解不一，这里按算在内从宽。',
  source: '救助方案的公示条款；尚寨乡方案：村级公示不少于 7 天；中岗镇方案：不少于 10 天',
  severity: 'error',
  needs: ['noticeStart', 'noticeEnd'],
  parameters: ['notices'],
  messages: { short: '村级公示到{date}结束，共 {actual} 天，方案要求到{expected}才满，请核对日期或补足公示。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 公示开始日期 | 公示结束日期 |\n| 林旺满 | d:2025-12-11 | d:2025-12-17 |\n| 杜海 | d:2025-12-20 | d:2025-12-11 |',
        ],
        policy: week,
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 公示开始日期 | 公示结束日期 |\n| 林旺满 | d:2025-12-11 | d:2025-12-14 |'],
        policy: week,
      },
    ],
  },
  each({ noticeStart, noticeEnd }, policy) {
    // A notice that ends before it begins is reported as that.
    if (noticeEnd < noticeStart) return undefined;
    const { village } = noticesOf(policy);
    if (!village) return undefined;
    const ifFirstDayCounts = lastDayOf(policy, village, noticeStart);
    if (noticeEnd >= ifFirstDayCounts) return undefined;
    const data = {
      date: formatDate(noticeEnd),
      actual: daysBetween(noticeStart, noticeEnd) + 1,
      expected: formatDate(ifFirstDayCounts),
    };
    return { message: 'short', data, field: 'noticeEnd', also: ['noticeStart'] };
  },
});

/** A ledger has few first days of notice: each is counted on from once. */
function lastDayOf(policy: Policy, period: Period, start: IsoDate): IsoDate {
  let known = lastDays.get(policy);
  if (!known) lastDays.set(policy, (known = new Map()));
  let last = known.get(start);
  if (!last) known.set(start, (last = endOfPeriod(start, period, policy.holidays ?? holidayYears).ifFirstDayCounts));
  return last;
}

const lastDays = new WeakMap<Policy, Map<IsoDate, IsoDate>>();
