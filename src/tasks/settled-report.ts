import { isRecordSheet, readDecisions, type Decision } from '../core/decisions/decisions';
import { replayDecisions } from '../core/decisions/replay';
import type { Finding } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { inFixedOrder } from './in-fixed-order';

/** What decisions make of a check's findings: the parts of a report that change with them and with nothing else. */
export type SettledReport = Pick<CheckReport, 'findings' | 'decided' | 'lapsed' | 'noted' | 'remarks' | 'summary'>;

/** Replays decisions on all that was found. `remarks` are only those about decisions. */
export function* settledReport(
  found: readonly Finding[],
  ledgers: readonly Ledger[],
  decisions: readonly Decision[],
  workbooks: readonly WorkbookSnapshot[],
): Generator<Step, SettledReport> {
  const { standing, ...replayed } = yield* replayDecisions(found, ledgers, decisions);
  const findings = yield* inFixedOrder(standing, workbooks);
  const count = (severity: Finding['severity']) => standing.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    ...replayed,
    remarks: [
      ...(replayed.decided.length > 0 ? [`有 ${replayed.decided.length} ${decidedRemark}`] : []),
      ...(replayed.lapsed.length > 0 ? [`有 ${replayed.lapsed.length} ${lapsedRemark}`] : []),
    ],
    summary: {
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      entries: ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0),
    },
  };
}

/** The report after something was decided or taken back: the ledgers are as they were, so nothing is checked again. */
export function* reportAfterDeciding(report: CheckReport, workbook: WorkbookSnapshot): Generator<Step, CheckReport> {
  const found = [...report.findings, ...report.decided.map(({ finding }) => finding)];
  const settled = yield* settledReport(found, report.ledgers, decisionsIn(workbook), [workbook]);
  const others = report.remarks.filter((remark) => !remark.endsWith(decidedRemark) && !remark.endsWith(lapsedRemark));
  return { ...report, ...settled, remarks: [...others, ...settled.remarks] };
}

/** All that is decided in the records of a workbook. */
export const decisionsIn = ({ sheets }: WorkbookSnapshot): readonly Decision[] => sheets.flatMap(readDecisions);

/** The sheets to be read where only decisions may have changed; all of them where nothing is known. */
export const mayBeRecord =
  (known: WorkbookSnapshot | undefined) =>
  (name: string): boolean =>
    !known || name.startsWith('核查记录') || known.sheets.some((sheet) => sheet.name === name && isRecordSheet(sheet));

/** The workbook as it was read, with its records as they were read since. */
export const withRecordsOf = (known: WorkbookSnapshot, fresh: WorkbookSnapshot): WorkbookSnapshot => ({
  ...known,
  sheets: [...known.sheets.filter((sheet) => !isRecordSheet(sheet)), ...fresh.sheets.filter(isRecordSheet)],
});

const decidedRemark = '项已在核查记录里写明处理结果和理由，没有再列出。';
const lapsedRemark = '项的处理结果所依据的内容已变，不再有效，请重新处理。';
