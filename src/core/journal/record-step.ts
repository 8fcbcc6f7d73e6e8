import type { CellEdit, WorkbookChange } from '../workbook/change';
import { finish, type Step } from '../workbook/port';
import type { Journal, JournalStep } from './journal';
import { rowsOfStep } from './journal-cells';
import { journalLimits, rowsAtOnce } from './journal-columns';
import { journalPlan } from './journal-plan';

export interface Recorded {
  /** Writes the step into the journal; to be applied together with the step, before it. */
  readonly changes: readonly WorkbookChange[];
  /** The journal once they were applied. */
  readonly journal: Journal;
}

/**
 * A step written down: new rows under the last ones, or the whole sheet where there is none yet or where the oldest steps
 * have to go. A step of more cells than the journal keeps is named with its number of cells, but not listed.
 */
export const recordStep = (journal: Journal, step: JournalStep): Recorded => finish(recordInSteps(journal, step));

/** The same in steps, for whoever must not be held up by ten thousand cells. */
export function* recordInSteps(journal: Journal, step: JournalStep): Generator<Step, Recorded> {
  const kept = step.cells.length > journalLimits.cells ? { ...step, cells: [] } : step;
  const steps = [...journal.steps, kept];
  if (journal.lastRow === 0 || isFull(steps)) {
    const left = isFull(steps) ? lastOf(steps) : steps;
    const plan = yield* journalPlan(journal.sheet, left, steps[steps.length - left.length - 1]?.number);
    return {
      changes: [{ kind: 'put-sheet', plan }],
      journal: { sheet: journal.sheet, lastRow: plan.rows.length, steps: left },
    };
  }
  const edits: CellEdit[] = [];
  let row = journal.lastRow;
  for (const cells of rowsOfStep(kept)) {
    row += 1;
    if (row % rowsAtOnce === 0) yield { doing: '正在登记改动', done: row - journal.lastRow, total: kept.cells.length };
    for (const [across, { value, numberFormat }] of cells.entries()) {
      if (value === null) continue;
      edits.push({ at: { sheet: journal.sheet, row, column: across + 1 }, from: null, to: value, numberFormat });
    }
  }
  return {
    changes: [{ kind: 'edit-cells', edits }],
    journal: { ...journal, lastRow: row, steps },
  };
}

const cellsIn = (steps: readonly JournalStep[]): number => steps.reduce((sum, { cells }) => sum + cells.length, 0);

const isFull = (steps: readonly JournalStep[]): boolean =>
  steps.length > journalLimits.steps || cellsIn(steps) > journalLimits.cells;

/** The last steps, to three quarters of the limits, so that the sheet is not drawn anew with every further step. */
function lastOf(steps: readonly JournalStep[]): readonly JournalStep[] {
  let cells = 0;
  let from = steps.length;
  while (from > 0 && steps.length - from < journalLimits.steps * 0.75) {
    cells += steps[from - 1].cells.length;
    if (cells > journalLimits.cells * 0.75 && from < steps.length) break;
    from -= 1;
  }
  return steps.slice(from);
}
