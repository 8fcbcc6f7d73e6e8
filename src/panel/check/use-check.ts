import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scheme } from '../../core/policy/scheme';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { checkWorkbooks, type CheckReport } from '../../tasks/check-workbooks';
import type { PanelHost } from '../panel-host';

export interface CheckResult {
  readonly workbook: WorkbookSnapshot;
  readonly report: CheckReport;
  readonly scheme: Scheme;
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
}

/** The last check of the workbook, and whether anything was changed since. */
export function useCheck(host: PanelHost, scheme: Scheme): Check {
  const { port, today } = host;
  const [result, setResult] = useState<CheckResult>();
  const [changes, setChanges] = useState(0);
  const counted = useRef(0);

  const noteChange = useCallback(() => {
    counted.current += 1;
    setChanges(counted.current);
  }, []);

  useEffect(() => port?.onEdited?.(noteChange), [port, noteChange]);

  const examine = useCallback<Check['examine']>(
    async (from, watch) => {
      const asOf = counted.current;
      const workbook = await from.read(watch);
      const report = await drive(checkWorkbooks({ workbooks: [workbook], scheme, today }), watch);
      const found = { workbook, report, scheme, asOf };
      setResult(found);
      return found;
    },
    [scheme, today],
  );

  return { result, changes, noteChange, examine };
}
