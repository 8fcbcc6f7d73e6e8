import { formatDate } from '../ledger/dates';
import type { Contradiction } from './contradiction';
import { holidayYears } from './holidays';
import type { Policy } from './policy';
import { noticesOf, seasonCalendar } from './season-calendar';
import { askOffice } from './scheme-words';
import { addWorkingDays, endOfPeriod } from './working-days';

/** Notices that do not fit between their dates, deadlines out of order, payment that ends after the last day (rules.md PRO-24). */
export function dateContradictions(policy: Policy): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const holidays = policy.holidays ?? holidayYears;
  const set = new Map(seasonCalendar(policy).steps.flatMap(({ step, set: day }) => (day ? [[step, day]] : [])));
  const [village, township, approval, paid] = (['村级上报', '乡镇上报', '县级审批', '发放完毕'] as const).map((step) =>
    set.get(step),
  );
  const { village: notice, township: second, together } = noticesOf(policy);
  const begin = set.get('村级公示开始');
  const report = village ?? township;
  if (notice && begin && report) {
    const { date: end } = endOfPeriod(begin.date, notice, holidays);
    if (end > report.date) {
      found.push({
        kind: 'notice-too-long',
        sentence: `村级公示从 ${formatDate(begin.date)}起要到 ${formatDate(end)}才满，而 ${formatDate(report.date)}就要上报，${askOffice}`,
        sources: [notice.source, report.source],
      });
    }
  }
  if (second && !together && village && township) {
    const { date: end } = endOfPeriod(village.date, second, holidays);
    if (end > township.date) {
      found.push({
        kind: 'notice-too-long',
        sentence: `村级 ${formatDate(village.date)}上报后，乡镇公示要到 ${formatDate(end)}才满，而 ${formatDate(township.date)}就要上报，${askOffice}`,
        sources: [second.source, township.source],
      });
    }
  }
  const inOrder = [village, township, approval, paid].flatMap((day) => (day ? [day] : []));
  inOrder.slice(1).forEach((later, index) => {
    const sooner = inOrder[index];
    if (later.date >= sooner.date) return;
    found.push({
      kind: 'deadlines-out-of-order',
      sentence: `后一步的时限 ${formatDate(later.date)}早于前一步的时限 ${formatDate(sooner.date)}，${askOffice}`,
      sources: [sooner.source, later.source],
    });
  });
  const workingDays = policy.payment?.workingDays;
  const last = approval ?? township;
  if (workingDays && last && paid) {
    const { date: end } = addWorkingDays(last.date, workingDays.value, holidays);
    if (end > paid.date) {
      found.push({
        kind: 'payment-after-deadline',
        sentence:
          `${approval ? '县级审批' : '乡镇上报'}在 ${formatDate(last.date)}，再加 ${workingDays.value} 个工作日是 ${formatDate(end)}，` +
          `晚于发放完毕的期限 ${formatDate(paid.date)}，${askOffice}`,
        sources: [last.source, workingDays.source, paid.source],
      });
    }
  }
  return found;
}
