import { useCallback, useRef, useState } from 'react';
import type { Scheme } from '../../core/policy/scheme';
import { Cancelled, drive, type EditedCells, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { checkWorkbooks, type CheckReport, type References } from '../../tasks/check-workbooks';
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
  /** Reads the workbook and checks it; the result stands once all is done. */
  readonly examine: (port: WorkbookPort, watch: Watch) => Promise<CheckResult>;
  /** The same after an edit, with only the edited cells read again where the host can. Throws `Cancelled`. */
  readonly recheck: (port: WorkbookPort, edited: EditedCells, watch: Watch) => Promise<void>;
  /** Puts another report over the same ledgers in the place of `before`, such as after something was decided. */
  readonly revise: (before: CheckReport, report: CheckReport) => void;
}

/** The last check of the workbook, and whether anything was changed since. */
export function useCheck(host: PanelHost, scheme: Scheme | undefined, references: References): Check {
  const { today } = host;
  const [result, setResult] = useState<CheckResult>();
  const [changes, setChanges] = useState(0);
  const counted = useRef(0);

  const noteChange = useCallback(() => {
    counted.current += 1;
    setChanges(counted.current);
  }, []);

  const examine = useCallback<Check['examine']>(
    async (from, watch) => {
      const asOf = counted.current;
      const workbook = await from.read(watch);
      const report = await drive(checkWorkbooks({ workbooks: [workbook], scheme, today, references }), watch);
      const found: CheckResult = { workbook, report, scheme, references, asOf };
      setResult(found);
      return found;
    },
    [scheme, today, references],
  );

  const recheck = useCallback<Check['recheck']>(
    async (from, edited, watch) => {
      const asOf = counted.current;
      const workbook = await (from.readAgain?.(edited, watch) ?? from.read(watch));
      const report = await drive(checkWorkbooks({ workbooks: [workbook], scheme, today, references }), watch);
      if (watch.cancelled?.()) throw new Cancelled();
      // A check that began later may have ended sooner.
      setResult((before) => (before && before.asOf > asOf ? before : { workbook, report, scheme, references, asOf }));
    },
    [scheme, today, references],
  );

  const revise = useCallback<Check['revise']>(
    (before, report) => setResult((now) => (now?.report === before ? { ...now, report } : now)),
    [],
  );

  return { result, changes, noteChange, examine, recheck, revise };
}
