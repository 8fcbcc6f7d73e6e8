import { useCallback, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import type { Scheme } from '../../core/policy/scheme';
import { Cancelled, drive, type EditedCells, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { checkToKeep, type CheckReport, type KeptCheck, type References } from '../../tasks/check-workbooks';
import { recheckWorkbook } from '../../tasks/recheck-workbook';
import type { PanelHost } from '../panel-host';

export interface CheckResult {
  readonly workbook: WorkbookSnapshot;
  readonly report: CheckReport;
  /** The scheme the person had chosen; missing where the workbook's own or the default was to hold. */
  readonly scheme?: Scheme;
  /** The lists of the office that were compared with. */
  readonly references: References;
  /** How many changes the panel knew of when the workbook was read. */
  readonly asOf: number;
}

export interface Check {
  readonly result?: CheckResult;
  /** How many times the ledger was changed, by the person or by us, since the panel began to look. */
  readonly changes: number;
  readonly noteChange: () => void;
  /** The cells that we ourselves have changed and nothing has looked at yet. */
  readonly ownEdits?: EditedCells;
  /** Notes a change that the panel itself has made, and the findings it put right. */
  readonly noteOwnEdits: (edited: EditedCells, settled?: readonly Finding[]) => void;
  /** The findings put right since the person last asked for a check. */
  readonly settled: readonly Finding[];
  readonly forgetOwnEdits: () => void;
  /** Reads the workbook and checks it; the result stands once all is done. */
  readonly examine: (port: WorkbookPort, watch: Watch) => Promise<CheckResult>;
  /**
   * The same after an edit, with only the edited cells read again where the host can, and only what depends on them checked.
   * Answers false where that does not tell and `mayBeWhole` is false: then nothing is done. Throws `Cancelled`.
   */
  readonly recheck: (port: WorkbookPort, edited: EditedCells, watch: Watch, mayBeWhole: boolean) => Promise<boolean>;
  /** Puts another report over the same ledgers in the place of `before`, such as after something was decided. */
  readonly revise: (before: CheckReport, report: CheckReport) => void;
}

/** The last check of the workbook, and whether anything was changed since. */
export function useCheck(host: PanelHost, scheme: Scheme | undefined, references: References): Check {
  const { today } = host;
  const [result, setResult] = useState<CheckResult>();
  const [changes, setChanges] = useState(0);
  const [ownEdits, setOwnEdits] = useState<EditedCells>();
  const [settled, setSettled] = useState<readonly Finding[]>([]);
  const counted = useRef(0);
  const kept = useRef<KeptCheck>(undefined);

  const noteChange = useCallback(() => {
    counted.current += 1;
    setChanges(counted.current);
  }, []);

  const noteOwnEdits = useCallback(
    (edited: EditedCells, putRight: readonly Finding[] = []) => {
      noteChange();
      setSettled((before) => [...before, ...putRight]);
      setOwnEdits((before) => (before ? editedTogether(before, edited) : edited));
    },
    [noteChange],
  );

  const examine = useCallback<Check['examine']>(
    async (from, watch) => {
      const asOf = counted.current;
      const workbook = await from.read(watch);
      const check = await drive(checkToKeep({ workbooks: [workbook], scheme, today, references }), watch);
      kept.current = check;
      setSettled([]);
      const found: CheckResult = { workbook, report: check.report, scheme, references, asOf };
      setResult(found);
      return found;
    },
    [scheme, today, references],
  );

  const recheck = useCallback<Check['recheck']>(
    async (from, edited, watch, mayBeWhole) => {
      const asOf = counted.current;
      const workbook = await (from.readAgain?.(edited, watch) ?? from.read(watch));
      const request = { workbooks: [workbook], scheme, today, references };
      const before = kept.current;
      const isAlike = before?.request.scheme === scheme && before?.request.references === references;
      const quick = before && isAlike ? await drive(recheckWorkbook(before, workbook), watch) : undefined;
      if (!quick && !mayBeWhole) return false;
      const check = quick ?? (await drive(checkToKeep(request), watch));
      if (watch.cancelled?.()) throw new Cancelled();
      // A check that began later may have ended sooner.
      if (kept.current !== before) return true;
      kept.current = check;
      setResult((last) =>
        last && last.asOf > asOf ? last : { workbook, report: check.report, scheme, references, asOf },
      );
      return true;
    },
    [scheme, today, references],
  );

  const forgetOwnEdits = useCallback(() => setOwnEdits(undefined), []);
  const revise = useCallback<Check['revise']>(
    (before, report) => setResult((now) => (now?.report === before ? { ...now, report } : now)),
    [],
  );

  return { result, changes, noteChange, ownEdits, noteOwnEdits, forgetOwnEdits, settled, examine, recheck, revise };
}

/** Two edits as one. */
export const editedTogether = (one: EditedCells, other: EditedCells): EditedCells => ({
  cells: [...one.cells, ...other.cells],
  origin: other.origin,
  ...(one.more || other.more ? { more: true } : {}),
});
