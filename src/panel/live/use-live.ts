import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import { Cancelled, type EditedCells } from '../../core/workbook/port';
import type { CellAt, RowSpan } from '../../core/workbook/cell';
import { explainRow, findingsInRows, type RowExplained } from '../../tasks/explain-row';
import type { Check } from '../check/use-check';
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
  readonly putAway: () => void;
  /** The panel itself shows another cell: the row the person stood in is left. */
  readonly leaveRow: () => void;
}

/** Ledgers of more rows are checked again by the button: a full check of them is felt while typing. */
const rowsChecked = 20_000;
/** A small ledger is checked at once, a larger one when the person pauses. */
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
  const { noteChange, recheck, result } = check;
  const known = useRef({ check, isBusy });
  useEffect(() => {
    known.current = { check, isBusy };
  });

  useEffect(() => {
    if (!port?.onEdited) return undefined;
    const queue = editQueue(
      async (edited, isCancelled) => {
        await recheck(port, edited, { breathe: pause, cancelled: isCancelled });
      },
      () => delayFor(known.current.check, known.current.isBusy),
    );
    const stop = port.onEdited((edited) => {
      noteChange();
      if (edited.origin !== 'other' && edited.cells.length > 0) setRows(rowsOf(edited));
      queue.add(edited);
    });
    return () => {
      stop();
      queue.stop();
    };
  }, [port, pause, noteChange, recheck]);

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

/** How long to wait before checking again; `undefined` where the ledger is too large, `busy` while other work is done. */
function delayFor({ result }: Check, isBusy: boolean): number | 'busy' | undefined {
  if (isBusy) return 'busy';
  const entries = result?.report.summary.entries ?? 0;
  if (entries > rowsChecked) return undefined;
  return result && entries <= rowsAtOnce ? 0 : pauseMs;
}

/** Gathers edits and works on them together; an edit that comes meanwhile stops the work and begins it anew with both. */
function editQueue(
  work: (edited: EditedCells, isCancelled: () => boolean) => Promise<void>,
  delay: () => number | 'busy' | undefined,
) {
  let waiting: EditedCells | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let isStopped = false;
  const begin = async (): Promise<void> => {
    const wait = delay();
    if (wait === 'busy') return plan(pauseMs);
    const edited = waiting;
    if (!edited || wait === undefined) return;
    const mine = ++round;
    try {
      await work(edited, () => mine !== round || isStopped);
      if (mine === round) waiting = undefined;
    } catch (error) {
      // What cannot be read now is said when the person asks for a check; here the result only stays marked as old.
      if (!(error instanceof Cancelled) && mine === round) waiting = undefined;
    }
  };
  const plan = (wait: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void begin(), wait);
  };
  return {
    add: (edited: EditedCells) => {
      waiting = waiting ? together(waiting, edited) : edited;
      round += 1;
      const wait = delay();
      if (wait !== undefined) plan(wait === 'busy' ? pauseMs : wait);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

const together = (one: EditedCells, other: EditedCells): EditedCells => ({
  cells: [...one.cells, ...other.cells],
  origin: other.origin,
  ...(one.more || other.more ? { more: true } : {}),
});
