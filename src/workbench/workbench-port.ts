import type { CellAt, RowSpan } from '../core/workbook/cell';
import type { ApplyReceipt, CellEdit, WorkbookChange } from '../core/workbook/change';
import { drive, type EditedCells, type Watch, type WorkbookPort } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { staleAfter, type StaleFormulas } from './grid/stale-formulas';
import { refusedSentence } from './refusal-sentence';

/** An opened file as the page needs it; the file adapter answers one. */
export interface SavableWorkbook extends WorkbookPort {
  readonly canSave: boolean;
  /** The sentence for the person where it cannot be saved. */
  readonly cannotSaveBecause?: string;
  /** The file's name with the ending that fits what `save` gives. */
  readonly saveName: string;
  save(watch?: Watch): Promise<Uint8Array>;
}

/** What the page draws. Each change makes a new object. */
export interface WorkbenchState {
  readonly snapshot: WorkbookSnapshot;
  /** The name of the sheet in view. */
  readonly sheet: string;
  readonly stale: StaleFormulas;
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The latest sentence for the person, numbered so that the same one can be said twice. */
  readonly said?: { readonly sentence: string; readonly number: number };
}

/** The workbook on screen: the file's port, redrawn after every change, with the person's own edits and their undo. */
export interface WorkbenchPort extends WorkbookPort {
  activate(cell: CellAt): Promise<void>;
  onEdited(listener: (edited: EditedCells) => void): () => void;
  onSelected(listener: (cell: CellAt, rows: readonly RowSpan[]) => void): () => void;
  /** The person moved to this cell of the sheet in view, with these rows selected. */
  readonly selected: (place: { readonly row: number; readonly column: number; readonly rows: RowSpan }) => void;
  readonly canSave: boolean;
  readonly cannotSaveBecause?: string;
  readonly saveName: string;
  /** It was made here and never was a file of the person's. */
  readonly isNew: boolean;
  readonly state: () => WorkbenchState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onActivated: (listener: (cell: CellAt) => void) => () => void;
  /** The person's edits. What was refused is said, not thrown. */
  readonly edit: (edits: readonly CellEdit[], origin: EditedCells['origin']) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly showSheet: (sheet: string) => void;
  readonly say: (sentence: string) => void;
  /** The whole file as it stands; the changes count as saved once `saved` is called. */
  readonly save: (watch?: Watch) => Promise<Uint8Array>;
  readonly saved: () => void;
}

/** One step of the person's; without `changes`, a break where the panel changed something in between. */
interface Step {
  readonly number: number;
  readonly changes?: readonly WorkbookChange[];
}

/** Puts a file on screen. `snapshot` is what `file.read()` answered; a new one counts as unsaved from the start. */
export function workbenchPort(
  file: SavableWorkbook,
  snapshot: WorkbookSnapshot,
  watch: Watch = {},
  isNew = false,
): WorkbenchPort {
  const watchers = new Set<() => void>();
  const editListeners = new Set<(edited: EditedCells) => void>();
  const selections = new Set<(cell: CellAt, rows: readonly RowSpan[]) => void>();
  let standing: (CellAt & { readonly rows?: RowSpan }) | undefined;
  const activations = new Set<(cell: CellAt) => void>();
  const undoSteps: Step[] = [];
  let redoSteps: Step[] = [];
  let lastNumber = 0;
  let savedNumber = isNew ? -1 : 0;
  let saidNumber = 0;
  // The panel's step that the person has been told about once.
  let warnedAt = 0;
  let state: WorkbenchState = {
    snapshot,
    sheet: (snapshot.sheets.find((sheet) => sheet.visibility === 'visible') ?? snapshot.sheets[0])?.name ?? '',
    stale: new Map(),
    unsaved: isNew,
    canUndo: false,
    canRedo: false,
  };

  const become = (change: Partial<WorkbenchState>): void => {
    const top = undoSteps.length > 0 ? undoSteps[undoSteps.length - 1].number : 0;
    state = {
      ...state,
      ...change,
      unsaved: top !== savedNumber,
      canUndo: undoSteps.length > 0,
      canRedo: redoSteps.length > 0,
    };
    for (const listener of watchers) listener();
  };
  const say = (sentence: string): void => become({ said: { sentence, number: ++saidNumber } });

  // Edits come faster than a large file answers; each waits for the one before.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work, work);
    tail = turn.catch(() => undefined);
    return turn;
  };

  async function change(changes: readonly WorkbookChange[], during: Watch): Promise<ApplyReceipt> {
    const receipt = await file.apply(changes, during);
    const now = await file.read(during);
    const cells = receipt.applied.map((edit) => edit.at);
    // What is done is done: finding the formulas it touches takes turns with the page, but is not cancelled.
    const stale = await drive(staleAfter(now, cells, state.stale), { breathe: watch.breathe });
    const sheet = now.sheets.some((candidate) => candidate.name === state.sheet)
      ? state.sheet
      : (now.sheets[0]?.name ?? '');
    state = { ...state, snapshot: now, sheet, stale };
    return receipt;
  }

  const tell = (receipt: ApplyReceipt, origin: EditedCells['origin']): void => {
    if (receipt.applied.length === 0) return;
    const edited = { cells: receipt.applied.map((edit) => edit.at), origin };
    for (const listener of editListeners) listener(edited);
  };

  const isNothing = (receipt: ApplyReceipt): boolean => receipt.undo.length === 0;

  /** Takes the top step of one pile back and puts its opposite on the other. */
  const takeBack = (from: 'undo' | 'redo'): Promise<void> =>
    inTurn(async () => {
      const pile = from === 'undo' ? undoSteps : redoSteps;
      const top = pile[pile.length - 1];
      if (top && !top.changes && warnedAt !== top.number) {
        warnedAt = top.number;
        return say('上一步是在右侧面板里做的，请在面板里撤销；再按一次可撤销更早的填写。');
      }
      const at = lastIndex(pile, (step) => step.changes !== undefined);
      if (at < 0) return say(from === 'undo' ? '没有可以撤销的填写。' : '没有可以恢复的填写。');
      const [step] = pile.splice(at, 1);
      const receipt = await change(step.changes ?? [], watch);
      if (!isNothing(receipt)) {
        const number = receipt.refused.length === 0 ? step.number : ++lastNumber;
        (from === 'undo' ? redoSteps : undoSteps).push({ number, changes: receipt.undo });
      }
      const place = receipt.applied[receipt.applied.length - 1]?.at;
      const refused = refusedSentence(receipt);
      become({
        ...(place ? { sheet: place.sheet } : {}),
        said: {
          sentence: refused ?? (from === 'undo' ? '已撤销上一步填写。' : '已恢复上一步填写。'),
          number: ++saidNumber,
        },
      });
      tell(receipt, 'undo');
      if (place) for (const listener of activations) listener(place);
    });

  return {
    canSave: file.canSave,
    cannotSaveBecause: file.cannotSaveBecause,
    saveName: file.saveName,
    isNew,
    state: () => state,
    subscribe: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    onActivated: (listener) => {
      activations.add(listener);
      return () => activations.delete(listener);
    },
    read: (during = watch) => inTurn(() => file.read(during)),
    apply: (changes, during = watch) =>
      inTurn(async () => {
        const receipt = await change(changes, during);
        if (!isNothing(receipt)) {
          if (undoSteps.length > 0 && !undoSteps[undoSteps.length - 1].changes) undoSteps.pop();
          undoSteps.push({ number: ++lastNumber });
          redoSteps = [];
        }
        become({});
        return receipt;
      }),
    activate: async (cell) => {
      if (!state.snapshot.sheets.some((sheet) => sheet.name === cell.sheet)) return;
      standing = cell;
      if (cell.sheet !== state.sheet) become({ sheet: cell.sheet });
      for (const listener of activations) listener(cell);
    },
    onEdited: (listener) => {
      editListeners.add(listener);
      return () => editListeners.delete(listener);
    },
    onSelected: (listener) => {
      selections.add(listener);
      return () => selections.delete(listener);
    },
    selected: ({ row, column, rows }) => {
      const { sheet } = state;
      // The grid tells with every letter typed; the place is news only once.
      const isThere = standing?.sheet === sheet && standing.row === row && standing.column === column;
      if (isThere && (standing?.rows === undefined || sameRows(standing.rows, rows))) return;
      standing = { sheet, row, column, rows };
      for (const listener of selections) listener({ sheet, row, column }, [rows]);
    },
    edit: (edits, origin) =>
      inTurn(async () => {
        try {
          const receipt = await change([{ kind: 'edit-cells', edits }], watch);
          if (!isNothing(receipt)) {
            undoSteps.push({ number: ++lastNumber, changes: receipt.undo });
            redoSteps = [];
          }
          const refused = refusedSentence(receipt);
          const sentence = refused ?? (edits.length > 1 ? `已改动 ${receipt.applied.length} 个单元格。` : undefined);
          become(sentence === undefined ? {} : { said: { sentence, number: ++saidNumber } });
          tell(receipt, origin);
        } catch (error) {
          say(error instanceof Error ? error.message : '没有写入；请再试一次。');
        }
      }),
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    showSheet: (sheet) => become({ sheet }),
    say,
    save: (during = watch) => inTurn(() => file.save(during)),
    saved: () => {
      savedNumber = undoSteps.length > 0 ? undoSteps[undoSteps.length - 1].number : 0;
      become({});
    },
  };
}

const sameRows = (one: RowSpan, other: RowSpan): boolean => one.from === other.from && one.to === other.to;

function lastIndex<T>(list: readonly T[], wanted: (item: T) => boolean): number {
  for (let at = list.length - 1; at >= 0; at--) if (wanted(list[at])) return at;
  return -1;
}
