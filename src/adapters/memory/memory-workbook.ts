import { applyToSnapshot } from '../../core/workbook/apply-to-snapshot';
import type { CellAt, RowSpan } from '../../core/workbook/cell';
import type { EditedCells, WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

export interface MemoryWorkbook extends WorkbookPort {
  /** The workbook as it stands, without waiting. */
  readonly snapshot: WorkbookSnapshot;
  /** The cells shown so far by `activate`, oldest first. */
  readonly activated: readonly CellAt[];
  /** Acts as the person at the keyboard: the change is made and listeners are told. */
  typeInto(at: CellAt, to: string | number | boolean | null): Promise<void>;
  /** Acts as the person moving to a cell, or selecting rows from it on: listeners are told. */
  moveTo(at: CellAt, rows?: readonly RowSpan[]): void;
}

/** A workbook that lives in memory: the reference that the other adapters are tested against. */
export function memoryWorkbook(start: WorkbookSnapshot): MemoryWorkbook {
  let snapshot = start;
  const activated: CellAt[] = [];
  const listeners = new Set<(edited: EditedCells) => void>();
  const selections = new Set<(cell: CellAt, rows: readonly RowSpan[]) => void>();
  return {
    get snapshot() {
      return snapshot;
    },
    activated,
    read: async () => snapshot,
    apply: async (changes) => {
      const done = applyToSnapshot(snapshot, changes);
      snapshot = done.snapshot;
      return done.receipt;
    },
    activate: async (cell) => {
      activated.push(cell);
    },
    onEdited: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSelected: (listener) => {
      selections.add(listener);
      return () => selections.delete(listener);
    },
    moveTo: (at, rows = [{ from: at.row, to: at.row }]) => {
      for (const listener of selections) listener(at, rows);
    },
    typeInto: async (at, to) => {
      const from = snapshot.sheets.find((sheet) => sheet.name === at.sheet)?.rows[at.row - 1]?.[at.column - 1] ?? null;
      snapshot = applyToSnapshot(snapshot, [{ kind: 'edit-cells', edits: [{ at, from, to }] }]).snapshot;
      for (const listener of listeners) listener({ cells: [at], origin: 'typed' });
    },
  };
}
