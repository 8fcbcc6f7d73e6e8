import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import { Cancelled, type EditedCells } from '../../core/workbook/port';
import type { CellAt, RowSpan } from '../../core/workbook/cell';
import { explainRow, findingsInRows, type RowExplained } from '../../tasks/explain-row';
import { editedTogether, type Check } from '../check/use-check';
import type { PanelHost } from '../panel-host';

export interface Live {
  /** The findings of the rows that were edited last; missing while nothing was edited, or once put away. */
  readonly touched?: {
    readonly sheet: string;
    readonly rows: ReadonlySet<number>;
    readonly findings: readonly Finding[];
  };
  /** The row that the person stands in. */
  readonly row?: RowExplained;
  /** The rows that the person has selected. */
  readonly selection?: { readonly sheet: string; readonly rows: readonly RowSpan[] };
  /** Edits are about to be checked, or being checked. */
  readonly isPending: boolean;
  readonly putAway: () => void;
  /** The panel itself shows another cell: the row the person stood in is left. */
  readonly leaveRow: () => void;
}

/** Where an edit needs a whole check, ledgers of more rows wait for the button: it would be felt while typing. */
const rowsChecked = 20_000;
/** Then a small ledger is checked at once, a larger one when the person pauses. */
const rowsAtOnce = 3_000;
const pauseMs = 400;

/**
 * Checks again while the person types or pastes, and knows the row they stand in. Marks are left as they are: they change
 * only when asked. The one place that decides how much is checked again after an edit.
 */
export function useLive({ port, today, pause }: PanelHost, check: Check, isBusy: boolean): Live {
  const [rows, setRows] = useState<EditedRows>();
  const [selected, setSelected] = useState<CellAt>();
  const [selection, setSelection] = useState<Live['selection']>();
  const [isPending, setPending] = useState(false);
  const { noteChange, recheck, result, ownEdits, forgetOwnEdits } = check;
  const known = useRef({ check, isBusy });
  const queue = useRef<EditQueue>(undefined);
  useEffect(() => {
    known.current = { check, isBusy };
  });

  useEffect(() => {
    if (!port) return undefined;
    const own = editQueue(
      (edited, isCancelled, mayBeWhole) =>
        recheck(port, edited, { breathe: pause, cancelled: isCancelled }, mayBeWhole),
      (edited) => waitsFor(known.current.check, known.current.isBusy, edited),
      setPending,
    );
    queue.current = own;
    const stop = port.onEdited?.((edited) => {
      noteChange();
      if (edited.origin !== 'other' && edited.cells.length > 0) setRows(rowsOf(edited));
      own.add(edited);
    });
    return () => {
      stop?.();
      own.stop();
    };
  }, [port, pause, noteChange, recheck]);

  // What the panel itself has changed is looked at as soon as it is done; without a check before there is nothing to renew.
  useEffect(() => {
    if (!ownEdits || isBusy) return;
    forgetOwnEdits();
    if (result) queue.current?.add(ownEdits);
  }, [ownEdits, isBusy, result, forgetOwnEdits]);

  useEffect(
    () =>
      port?.onSelected?.((cell, rows) => {
        setSelected(cell);
        setSelection({ sheet: cell.sheet, rows });
      }),
    [port],
  );

  const workbook = result?.workbook.name ?? '';
  const touched = useMemo(
    () => rows && result && { ...rows, findings: findingsInRows(result.report, { ...rows, workbook }) },
    [rows, result, workbook],
  );
  const row = useMemo(
    () => selected && result && explainRow(result.report, { ...selected, workbook }, today),
    [selected, result, workbook, today],
  );
  return {
    touched: touched && touched.findings.length > 0 ? touched : undefined,
    row,
    selection,
    isPending,
    putAway: () => setRows(undefined),
    leaveRow: () => setSelected(undefined),
  };
}

interface EditedRows {
  readonly sheet: string;
  readonly rows: ReadonlySet<number>;
}

function rowsOf({ cells }: EditedCells): EditedRows {
  const { sheet } = cells[0];
  return { sheet, rows: new Set(cells.filter((cell) => cell.sheet === sheet).map(({ row }) => row)) };
}

/** How long to wait until checking again what depends on an edit, and until checking all where that does not tell. */
interface Waits {
  /** Missing where only a whole check would do. */
  readonly quick?: number;
  /** Missing where the ledger is too large. */
  readonly whole?: number;
}

function waitsFor({ result }: Check, isBusy: boolean, edited: EditedCells): Waits | 'busy' {
  if (isBusy) return 'busy';
  if (!result) return { whole: pauseMs };
  const { entries } = result.report.summary;
  if (entries <= rowsAtOnce) return { quick: 0, whole: 0 };
  if (entries <= rowsChecked) return { quick: 0, whole: pauseMs };
  // A large ledger is not read anew as a whole behind the person's back.
  return edited.more ? {} : { quick: 0 };
}

interface EditQueue {
  readonly add: (edited: EditedCells) => void;
  readonly stop: () => void;
}

/** Gathers edits and works on them together; an edit that comes meanwhile stops the work and begins it anew with both. */
function editQueue(
  work: (edited: EditedCells, isCancelled: () => boolean, mayBeWhole: boolean) => Promise<boolean>,
  waitsOf: (edited: EditedCells) => Waits | 'busy',
  tellPending: (isPending: boolean) => void,
): EditQueue {
  let waiting: EditedCells | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let isStopped = false;
  const drop = (): void => {
    waiting = undefined;
    tellPending(false);
  };
  const begin = async (isPaused: boolean): Promise<void> => {
    if (!waiting) return;
    const waits = waitsOf(waiting);
    if (waits === 'busy') return plan(pauseMs, isPaused);
    const mine = ++round;
    try {
      const mayBeWhole = waits.whole !== undefined && (isPaused || waits.whole === 0);
      const isDone = await work(waiting, () => mine !== round || isStopped, mayBeWhole);
      if (mine !== round) return;
      if (isDone || waits.whole === undefined || mayBeWhole) drop();
      else plan(waits.whole, true);
    } catch (error) {
      // What cannot be read now is said when the person asks for a check; here the result only stays marked as old.
      if (!(error instanceof Cancelled) && mine === round) drop();
    }
  };
  const plan = (wait: number, isPaused: boolean): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void begin(isPaused), wait);
  };
  return {
    add: (edited) => {
      waiting = waiting ? editedTogether(waiting, edited) : edited;
      round += 1;
      const waits = waitsOf(waiting);
      if (waits === 'busy') plan(pauseMs, false);
      else if (waits.quick !== undefined) plan(waits.quick, false);
      else if (waits.whole !== undefined) plan(waits.whole, true);
      else return drop();
      tellPending(true);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      tellPending(false);
    },
  };
}
