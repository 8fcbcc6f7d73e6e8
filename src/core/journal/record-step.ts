import type { CellEdit, WorkbookChange } from '../workbook/change';
import { finish, type Step } from '../workbook/port';
import { isKept, type Journal, type JournalStep } from './journal';
import { rowsOfStep } from './journal-cells';
import { cellsOneByOne, journalLimits, rowsAtOnce } from './journal-columns';
import { blocksOf } from './journal-blocks';
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
  const kept = yield* asKept(step);
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
    if (row % rowsAtOnce === 0) yield { doing: '正在登记改动', done: row - journal.lastRow, total: rowsIn(kept) };
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

/** The step as it is written down: cell by cell, in blocks, or, beyond what is kept, by its name alone. */
function* asKept(step: JournalStep): Generator<Step, JournalStep> {
  if (step.cells.length <= cellsOneByOne) return step;
  if (step.cells.length > journalLimits.cells) return { ...step, cells: [] };
  const gathering = blocksOf(step.cells);
  for (let next = gathering.next(); ; next = gathering.next()) {
    if (next.done) return { ...step, cells: next.value.alone, blocks: next.value.blocks };
    yield { doing: '正在登记改动', done: 0, total: step.cells.length };
  }
}

/** Whether a step of so many cells is too large to be kept, so that it cannot be taken back once the panel was closed. */
export const isTooLargeToKeep = (cells: number): boolean => cells > journalLimits.cells;

const rowsIn = ({ cells, blocks = [] }: JournalStep): number => Math.max(1, cells.length + blocks.length);

const keptCells = (step: JournalStep): number => (isKept(step) ? step.count : 0);

const sumOf = (steps: readonly JournalStep[], what: (step: JournalStep) => number): number =>
  steps.reduce((sum, step) => sum + what(step), 0);

const isFull = (steps: readonly JournalStep[]): boolean => isBeyond(steps, 1);

const isBeyond = (steps: readonly JournalStep[], share: number): boolean =>
  steps.length > journalLimits.steps * share ||
  sumOf(steps, keptCells) > journalLimits.cells * share ||
  sumOf(steps, rowsIn) > journalLimits.rows * share;

/** The last steps, to three quarters of the limits, so that the sheet is not drawn anew with every further step. */
function lastOf(steps: readonly JournalStep[]): readonly JournalStep[] {
  let from = steps.length - 1;
  while (from > 0 && !isBeyond(steps.slice(from - 1), 0.75)) from -= 1;
  return steps.slice(from);
}
