import { fills } from '../core/fills';
import { explainEntry, type ExplainedFill } from '../core/fills/explain-entry';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { Ledger } from '../core/ledger/ledger';
import { holidayYears } from '../core/policy/holidays';
import { policyOn, type Policy } from '../core/policy/policy';
import { noticesOf, seasonCalendar, type SeasonCalendar, type SeasonStep } from '../core/policy/season-calendar';
import { endOfPeriod } from '../core/policy/working-days';
import type { CheckReport } from './check-workbooks';

/** All there is to say of one row of a ledger. */
export interface RowExplained {
  readonly ledger: Ledger;
  readonly entry: number;
  readonly findings: readonly Finding[];
  /** How its money and goods come about. */
  readonly amounts: readonly ExplainedFill[];
  /** The last day of its village notice, while that hangs and the row does not say it itself. */
  readonly noticeUntil?: IsoDate;
  /** The season's steps, counted from the row's own notice where it names one; missing where the scheme sets no day. */
  readonly calendar?: SeasonCalendar;
  /** The steps that the row shows to be behind it, with their days. */
  readonly past: ReadonlyMap<SeasonStep, IsoDate>;
}

/** What a report says of the row that a person stands in; `undefined` where the row is no entry of a ledger. */
export function explainRow(
  report: CheckReport,
  place: { readonly workbook: string; readonly sheet: string; readonly row: number },
  today: IsoDate,
): RowExplained | undefined {
  const isHere = (at: Finding['at'][number]) =>
    at.row === place.row && at.sheet === place.sheet && at.workbook === place.workbook;
  for (const ledger of report.ledgers) {
    if (ledger.sheet !== place.sheet || ledger.workbook !== place.workbook) continue;
    const entry = ledger.rows.indexOf(place.row);
    if (entry < 0) continue;
    const policy = policyOn(report.scheme.scheme, today);
    const noticeUntil = endOfNotice(ledger, entry, policy);
    const calendar = seasonCalendar(policy, ledger.columns.noticeStart?.values[entry]);
    return {
      ledger,
      entry,
      ...(noticeUntil === undefined ? {} : { noticeUntil }),
      past: pastSteps(ledger, entry, calendar, today),
      ...(calendar.steps.some(({ earliest, latest }) => earliest ?? latest) ? { calendar } : {}),
      findings: report.findings.filter((finding) => finding.at.some(isHere)),
      amounts: explainEntry(ledger, entry, policy, fills),
    };
  }
  return undefined;
}

function endOfNotice({ columns }: Ledger, entry: number, policy: Policy): IsoDate | undefined {
  const start = columns.noticeStart?.values[entry];
  const { village } = noticesOf(policy);
  const isEndTyped = (columns.noticeEnd?.typed[entry] ?? null) !== null;
  if (start === undefined || village === undefined || isEndTyped || start > policy.asOf) return undefined;
  const { date, missingYears } = endOfPeriod(start, village, policy.holidays ?? holidayYears);
  // Without that year's holidays the day would be a guess.
  return missingYears.length === 0 && date >= policy.asOf ? date : undefined;
}

/** The village notice is behind a household once its own days are: the one it was posted on, and its last. */
function pastSteps(
  { columns }: Ledger,
  entry: number,
  { steps }: SeasonCalendar,
  today: IsoDate,
): ReadonlyMap<SeasonStep, IsoDate> {
  const start = columns.noticeStart?.values[entry];
  const end = columns.noticeEnd?.values[entry] ?? steps.find(({ step }) => step === '村级公示结束')?.earliest;
  return new Map<SeasonStep, IsoDate>([
    ...(start !== undefined && start <= today ? [['村级公示开始', start] as const] : []),
    ...(start !== undefined && end !== undefined && end < today ? [['村级公示结束', end] as const] : []),
  ]);
}

/** The findings of several rows of a sheet, in the report's order. */
export function findingsInRows(
  report: CheckReport,
  { workbook, sheet, rows }: { readonly workbook: string; readonly sheet: string; readonly rows: ReadonlySet<number> },
): readonly Finding[] {
  return report.findings.filter(({ at: [at] }) => at.workbook === workbook && at.sheet === sheet && rows.has(at.row));
}
