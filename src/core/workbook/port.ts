import type { CellAt, RowSpan } from './cell';
import type { ApplyReceipt, WorkbookChange } from './change';
import type { WorkbookSnapshot } from './snapshot';

/** The only door: everything comes in through `read` and goes out through `apply`. */
export interface WorkbookPort {
  /**
   * The whole workbook as it stands; sheets for which `only` answers false may be left out where that is quicker.
   * Throws `UnreadableWorkbook`, whose message is a Chinese sentence for the person.
   */
  read(watch?: Watch, only?: (sheet: string) => boolean): Promise<WorkbookSnapshot>;
  /** What was read last, with the edited cells as they stand now; missing where `read` is as quick. */
  readAgain?(edited: EditedCells, watch?: Watch): Promise<WorkbookSnapshot>;
  /** Edits whose `from` no longer matches the cell are refused and reported, never forced. */
  apply(changes: readonly WorkbookChange[], watch?: Watch): Promise<ApplyReceipt>;
  /** Shows the cell to the person, where there is a screen. */
  activate?(cell: CellAt): Promise<void>;
  /** Tells of edits made by the person, not of our own; the answer stops it. */
  onEdited?(listener: (edited: EditedCells) => void): () => void;
  /**
   * Tells where the person's selection begins, and the rows it covers, each time they move it, not where `activate` moved
   * it; the answer stops it.
   */
  onSelected?(listener: (cell: CellAt, rows: readonly RowSpan[]) => void): () => void;
}

export interface EditedCells {
  readonly cells: readonly CellAt[];
  readonly origin: 'typed' | 'pasted' | 'undo' | 'other';
  /** Not all cells are told: there were too many, or rows and columns were moved. */
  readonly more?: boolean;
}

/** Progress out, cancelling in. `done` and `total` are in any one unit; `total` may grow. */
export interface Watch {
  readonly progress?: (step: Step) => void;
  readonly cancelled?: () => boolean;
  /** Called often during long work. Where it answers a promise, the work waits for it, so that a page stays alive. */
  readonly breathe?: () => Promise<void> | undefined;
}

/** What a long pure computation says of itself between two pieces of work. */
export interface Step {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}

/** Runs a stepwise computation to its end, reporting, pausing and stopping between its steps. Throws `Cancelled`. */
export async function drive<T>(work: Generator<Step, T>, watch: Watch = {}): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    watch.progress?.(step.value);
    if (watch.cancelled?.()) throw new Cancelled();
    const pause = watch.breathe?.();
    if (pause) await pause;
  }
}

/** Runs a stepwise computation to its end at once. */
export function finish<T>(work: Generator<Step, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Thrown where a workbook cannot be read or written; `message` is one plain Chinese sentence that says what to do. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

/** Thrown where the person cancelled; nothing was changed. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('已取消，没有改动任何内容。');
  }
}
