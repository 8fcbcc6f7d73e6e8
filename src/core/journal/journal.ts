import type { CellAt, CellValue } from '../workbook/cell';
import type { WorkbookChange } from '../workbook/change';
import type { SheetSnapshot } from '../workbook/snapshot';
import { valueAt } from '../workbook/snapshot';
import { cellsOfBlock, type JournalBlock } from './journal-blocks';

/** The text of A1 by which the journal is known again. */
export const journalHeading = '操作记录（冬春救助台账助手）';

/** One cell of a step: what it held and what it was given. */
export interface JournalCell {
  readonly at: CellAt;
  readonly from: CellValue;
  readonly to: CellValue;
  /** The number format before, where it says more than General. */
  readonly fromFormat?: string;
  /** The number format that the step gave; missing where it left the format alone. */
  readonly toFormat?: string;
}

/** One step as the journal keeps it. */
export interface JournalStep {
  /** Counts up through the life of the workbook; steps that changed no cell leave gaps. */
  readonly number: number;
  /** When, as a person reads it; empty where nobody knew. */
  readonly when: string;
  readonly name: string;
  readonly cells: readonly JournalCell[];
  /** Cells of a large step, many in a row. */
  readonly blocks?: readonly JournalBlock[];
  /** How many cells it changed; `cells` and `blocks` are empty where there were too many to keep. */
  readonly count: number;
  /** The step that this one took back. */
  readonly undoes?: number;
}

/** The journal as it stands in a workbook, or as it would be begun there. */
export interface Journal {
  /** The sheet's name. */
  readonly sheet: string;
  /** The last row in use; 0 where the sheet has to be drawn (anew). */
  readonly lastRow: number;
  /** Oldest first. */
  readonly steps: readonly JournalStep[];
}

/** True for a sheet that holds a journal; known by its heading, whatever the sheet's name. */
export const isJournalSheet = (sheet: SheetSnapshot): boolean => valueAt(sheet, 1, 1) === journalHeading;

/** Whether a sheet of that name may be a journal, for readers that can leave the others out. */
export const mayBeJournal = (name: string): boolean => name.startsWith('操作记录');

/** The numbers of the steps that were taken back later. */
export const undoneSteps = ({ steps }: Journal): ReadonlySet<number> =>
  new Set(steps.flatMap(({ undoes }) => undoes ?? []));

/** The number for a step that comes next. */
export const nextNumber = ({ steps }: Journal): number =>
  steps.reduce((most, { number }) => Math.max(most, number), 0) + 1;

/** Whether the journal still holds what takes the step back. */
export const isKept = ({ cells, blocks = [] }: JournalStep): boolean => cells.length + blocks.length > 0;

/** The changes that take a recorded step back. Cells typed into since are refused when they are applied, one by one. */
export function undoOfStep({ cells, blocks = [] }: JournalStep): readonly WorkbookChange[] {
  const edits = [...cells, ...blocks.flatMap(cellsOfBlock)].map(
    ({ at, from, to, fromFormat = 'General', toFormat }) => ({
      at,
      from: to,
      // An error value cannot be typed back.
      to: typeof from === 'object' ? null : from,
      ...(toFormat === undefined ? {} : { numberFormat: fromFormat }),
    }),
  );
  return edits.length > 0 ? [{ kind: 'edit-cells', edits: edits.reverse() }] : [];
}
