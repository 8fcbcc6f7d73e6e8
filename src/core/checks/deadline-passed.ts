import { formatDate, type IsoDate } from '../ledger/dates';
import { dayInSeason, seasonOf } from '../policy/season-calendar';
import { defineCheck } from './check';

const january = { deadlines: [{ what: '村级上报', date: '01-08', source: '示例' }] } as const;

export default defineCheck({
  id: 'deadline-passed',
  title: '超过上报期限',
  why: '村级公示结束、填报完毕都要赶在上报期限之前；晚了会影响全乡的汇总和春节前发放。',
  source: '救助方案的时限条款；尚寨乡方案：1 月 8 日前报乡；中岗镇方案：1 月 15 日前报镇',
  severity: 'warning',
  needsOneOf: ['preparedOn', 'noticeEnd'],
  parameters: ['deadlines'],
  messages: { late: '“{name}”{actual}晚于村级上报期限 {limit}，请核对日期，确实来不及的及早说明。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 填报日期 | 公示结束日期 |\n| 林旺满 | d:2025-12-26 | d:2026-01-08 |\n| 杜海 | | |'],
        policy: january,
      },
    ],
    bad: [
      { tables: ['| 户主姓名 | 填报日期 |\n| 林旺满 | d:2026-01-12 |'], policy: january },
      { tables: ['| 户主姓名 | 公示结束日期 | 填报日期 |\n| 林旺满 | d:2026-01-10 | d:2025-12-26 |'], policy: january },
    ],
  },
  each({ preparedOn, noticeEnd }, { deadlines }) {
    const date = deadlines.find(({ what }) => what === '村级上报')?.date;
    if (date === undefined || date === '春节前') return undefined;
    for (const [field, name, day] of [
      ['noticeEnd', '公示结束日期', noticeEnd],
      ['preparedOn', '填报日期', preparedOn],
    ] as const) {
      if (day === undefined) continue;
      const limit = limitOf(date, day);
      if (day <= limit) continue;
      return { message: 'late', data: { name, actual: formatDate(day), limit: formatDate(limit) }, field };
    }
    return undefined;
  },
});

/** The deadline in the season of a day; a ledger has few days. */
function limitOf(monthDay: string, day: IsoDate): IsoDate {
  let known = limits.get(monthDay);
  if (!known) limits.set(monthDay, (known = new Map()));
  let limit = known.get(day);
  if (!limit) known.set(day, (limit = dayInSeason(monthDay, seasonOf(day))));
  return limit;
}

const limits = new Map<string, Map<IsoDate, IsoDate>>();
