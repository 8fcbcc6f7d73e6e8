import { decisionEdits, recordCells, type DecisionGiven, type RecordCells } from '../core/decisions/decision-edits';
import { findingKeysInSteps } from '../core/decisions/finding-keys';
import { isRecordSheet } from '../core/decisions/record-sheet';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import { a1 } from '../core/workbook/cell';
import type { WorkbookChange } from '../core/workbook/change';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { findingsOf, recordPlan } from './record-plan';

export { decisionChoices, type DecisionChoice } from '../core/decisions/decision-choices';
export type { DecisionGiven } from '../core/decisions/decision-edits';

/** One step that decides, and its changes. */
export interface DecisionStep {
  readonly name: string;
  readonly changes: readonly WorkbookChange[];
}

/**
 * 处理: the changes that write what a person decided about a finding into 核查记录. The record is drawn first where there is
 * none, or where it does not show the finding at its place any more.
 */
export function* decideFinding(
  workbook: WorkbookSnapshot,
  report: CheckReport,
  finding: Finding,
  given: DecisionGiven,
  today: IsoDate,
): Generator<Step, DecisionStep> {
  const { standing, settled } = findingsOf(workbook, report);
  const own = [...standing, ...settled];
  const keys = yield* findingKeysInSteps(own, report.ledgers);
  const { key } = keys[own.indexOf(finding)];
  const name = `处理：${placeOf(finding)}`;
  const sheet = workbook.sheets.find(isRecordSheet);
  const there = sheet && recordCells(sheet);
  if (there && isShown(there, key, finding)) {
    return { name, changes: [{ kind: 'edit-cells', edits: decisionEdits(there, key, given) }] };
  }
  const plan = yield* recordPlan(workbook, report, today);
  const edits = decisionEdits(cellsOfPlan(plan), key, given);
  return {
    name,
    changes: [
      { kind: 'put-sheet', plan },
      { kind: 'edit-cells', edits },
    ],
  };
}

/** 取消处理: the changes that empty the decision of that key in 核查记录; none where the record does not hold it. */
export function takeDecisionBack(workbook: WorkbookSnapshot, key: string, finding: Finding): DecisionStep {
  const edits = workbook.sheets
    .filter(isRecordSheet)
    .flatMap((sheet) => recordCells(sheet) ?? [])
    .flatMap((record) => decisionEdits(record, key, undefined));
  return {
    name: `取消处理：${placeOf(finding)}`,
    changes: edits.length > 0 ? [{ kind: 'edit-cells', edits }] : [],
  };
}

/** True where the record shows the finding at the place where it is found now. */
function isShown(record: RecordCells, key: string, { at: [at] }: Finding): boolean {
  const row = record.rowOf(key);
  return (
    row !== undefined &&
    record.valueAt(row, '工作表') === at.sheet &&
    record.valueAt(row, '单元格') === a1(at.row, at.column)
  );
}

/** A record about to be drawn, to be written into. */
export function cellsOfPlan({ name, rows }: SheetPlan): RecordCells {
  const headingRow = rows.findIndex(({ cells }) => cells.some(({ value }) => value === '标识'));
  const columnOf = (heading: string) => rows[headingRow].cells.findIndex(({ value }) => value === heading) + 1;
  const valueIn = (row: number, heading: string) => rows[row - 1].cells[columnOf(heading) - 1]?.value ?? null;
  return {
    sheet: name,
    rowOf: (key) => {
      const at = rows.findIndex(({ cells }) => cells[columnOf('标识') - 1]?.value === key);
      return at < 0 ? undefined : at + 1;
    },
    valueAt: valueIn,
    columnOf,
  };
}

const placeOf = ({ at: [at] }: Finding): string => `${at.sheet}!${a1(at.row, at.column)}`;
