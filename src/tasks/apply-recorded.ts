import { apartFromJournal } from '../core/journal/apart-from-journal';
import {
  isKept,
  mayBeJournal,
  nextNumber,
  undoneSteps,
  undoOfStep,
  type Journal,
  type JournalCell,
  type JournalStep,
} from '../core/journal/journal';
import { readJournal } from '../core/journal/read-journal';
import { isTooLargeToKeep, recordInSteps, type Recorded } from '../core/journal/record-step';
import type { ApplyReceipt, CellEdit, WorkbookChange } from '../core/workbook/change';
import { drive, type Step, type Watch, type WorkbookPort } from '../core/workbook/port';
import { sheetNamed, styleAt, type WorkbookSnapshot } from '../core/workbook/snapshot';

export { isKept, isTooLargeToKeep, nextNumber, undoneSteps, undoOfStep, type Journal, type JournalStep };

/** A step to be carried out and written down. */
export interface StepToRecord {
  readonly name: string;
  readonly changes: readonly WorkbookChange[];
  readonly number: number;
  /** As a person reads it, such as `2026-01-10 15:04`. */
  readonly when: string;
  /** The step that is taken back by this one. */
  readonly undoes?: number;
  /** The workbook as the changes were made for it, so that number formats can be put back too. */
  readonly workbook?: WorkbookSnapshot;
}

export interface RecordedReceipt {
  /** The step's number, higher than asked for where another one was written down meanwhile. */
  readonly number: number;
  /** Of the step alone, without what was written into the journal. */
  readonly receipt: ApplyReceipt;
  readonly journal: Journal;
  /** False where cells were changed but the journal could not be written: the sheet or the workbook is protected. */
  readonly isRecorded: boolean;
}

/** The journal of the open workbook. */
export const journalOf = async (port: WorkbookPort, watch?: Watch): Promise<Journal> =>
  readJournal(await port.read(watch, mayBeJournal));

/**
 * Carries a step out together with its record: both go into one `apply`, the record first, so that no cell is changed
 * without it. Where something was refused, the record is put right to say what was really done.
 */
export async function applyRecorded(
  port: WorkbookPort,
  step: StepToRecord,
  journal: Journal,
  watch?: Watch,
): Promise<RecordedReceipt> {
  const edits = step.changes.flatMap((change) => (change.kind === 'edit-cells' ? change.edits : []));
  const { number } = step;
  if (edits.length === 0) return { number, receipt: await port.apply(step.changes, watch), journal, isRecorded: true };
  const recorded = await drive(record(journal, step, edits), watch);
  const done = apartFromJournal(await port.apply([...recorded.changes, ...step.changes], watch), journal.sheet);
  if (done.step.refused.length === 0 && isWhole(done.journal))
    return { number, receipt: done.step, journal: recorded.journal, isRecorded: true };
  // Cells have been changed: what remains is done to its end.
  const onwards: Watch = { progress: watch?.progress, breathe: watch?.breathe };
  if (done.journal.undo.length > 0) await port.apply(done.journal.undo, onwards);
  const now = await journalOf(port, onwards);
  if (done.step.applied.length === 0) return { number, receipt: done.step, journal: now, isRecorded: true };
  const free = Math.max(number, nextNumber(now));
  const again = await drive(record(now, { ...step, number: free }, done.step.applied), onwards);
  const written = await port.apply(again.changes, onwards);
  if (isWhole(written)) return { number: free, receipt: done.step, journal: again.journal, isRecorded: true };
  if (written.undo.length > 0) await port.apply(written.undo, onwards);
  return { number, receipt: done.step, journal: now, isRecorded: false };
}

const isWhole = (receipt: ApplyReceipt): boolean => receipt.refused.length === 0 && receipt.refusedSheets.length === 0;

/** The step written down, in steps of its own: it may have changed ten thousand cells. */
function* record(
  journal: Journal,
  { name, number, when, undoes, workbook }: StepToRecord,
  edits: readonly CellEdit[],
): Generator<Step, Recorded> {
  const cells: JournalCell[] = [];
  for (const { at, from, to, numberFormat } of edits) {
    const sheet = workbook && sheetNamed(workbook, at.sheet);
    const before = sheet ? styleAt(workbook, sheet, at.row, at.column).numberFormat : 'General';
    const length = cells.push({
      at,
      from,
      to,
      ...(before === 'General' ? {} : { fromFormat: before }),
      ...(numberFormat === undefined || numberFormat === before ? {} : { toFormat: numberFormat }),
    });
    if (length % 2048 === 0) yield { doing: '正在登记改动', done: length, total: edits.length };
  }
  return yield* recordInSteps(journal, {
    name,
    number,
    when,
    cells,
    count: cells.length,
    ...(undoes === undefined ? {} : { undoes }),
  });
}
