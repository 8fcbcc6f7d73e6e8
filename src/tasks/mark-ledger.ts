import type { Decision } from '../core/decisions/decisions';
import { holdsDecision, isRecordSheet, recordHeading } from '../core/decisions/record-sheet';
import { marksInSteps } from '../core/marks/marks-for';
import type { IsoDate } from '../core/ledger/dates';
import { sealLinesIn } from '../core/merge/seal-lines';
import type { WorkbookChange } from '../core/workbook/change';
import { finish, type Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { findingsOf, recordPlan } from './record-plan';
import { isAboutScheme } from './scheme-findings';

/** 标记: the changes that put marks over the guilty cells and write the sheet 核查记录, keeping decisions already there. */
export const markChanges = (
  workbook: WorkbookSnapshot,
  report: CheckReport,
  today: IsoDate,
  earlier: readonly Decision[] = [],
): readonly WorkbookChange[] => finish(markChangesInSteps(workbook, report, today, earlier));

/** The same in steps, for whoever must not be held up by ten thousand findings. */
export function* markChangesInSteps(
  workbook: WorkbookSnapshot,
  report: CheckReport,
  today: IsoDate,
  earlier: readonly Decision[] = [],
): Generator<Step, readonly WorkbookChange[]> {
  // What is settled bears no mark, but its decision stays in the record.
  const { standing } = findingsOf(workbook, report);
  return [
    // A ledger's heading is not at fault where the scheme is.
    ...(yield* marksInSteps(
      standing.filter((finding) => !isAboutScheme(finding) || finding.at[0].sheet === report.scheme.sheet?.sheet),
      workbook,
    )),
    { kind: 'put-sheet', plan: yield* recordPlan(workbook, report, today, earlier) },
  ];
}

export interface ClearPlan {
  readonly changes: readonly WorkbookChange[];
  /** True where 核查记录 stays because it holds a person's decision or a seal. */
  readonly recordKept: boolean;
}

/** 清除标记: the changes that take our marks away, and 核查记录 too unless it holds a person's decision or a seal. */
export function clearMarkChanges(workbook: WorkbookSnapshot): ClearPlan {
  const record = workbook.sheets.find(isRecordSheet);
  const recordKept = record !== undefined && (holdsDecision(record) || sealLinesIn(record.rows) !== undefined);
  return {
    changes: [
      ...workbook.sheets
        .filter((sheet) => sheet.marks.length > 0)
        .map((sheet): WorkbookChange => ({ kind: 'replace-marks', sheet: sheet.name, marks: [] })),
      ...(record && !recordKept ? [{ kind: 'remove-sheet', sheet: record.name, heading: recordHeading } as const] : []),
    ],
    recordKept,
  };
}
