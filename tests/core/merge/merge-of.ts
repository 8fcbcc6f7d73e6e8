import type { IsoDate } from '../../../src/core/ledger/dates';
import type { Expectation } from '../../../src/core/merge/returned-file';
import { finish } from '../../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { villageLedger } from '../../../src/forms/village-ledger';
import { mergeReturns, type MergeReport } from '../../../src/tasks/merge-returned';
import { readReturned, unreadReturn, type Returned } from '../../../src/tasks/read-returned';
import type { Form } from '../../../src/core/ledger/form';

/** A returned file of a test: a workbook and the day it was saved, or why it could not be read. */
export type TestFile =
  | WorkbookSnapshot
  | readonly [WorkbookSnapshot, { readonly modifiedOn?: string; readonly folder?: string }]
  | { readonly name: string; readonly unread: string };

/** Merges the files as the command line does, on 8 January 2026. */
export function mergeOf(
  files: readonly TestFile[],
  expected: Expectation = {},
  form: Form = villageLedger,
): MergeReport {
  return finish(mergeReturns(files.map(returnedOf), { today: '2026-01-08' as IsoDate, expected, form }));
}

/** Each file's verdict and reason, by its name. */
export const verdictsOf = ({ verdicts }: MergeReport): Readonly<Record<string, string>> =>
  Object.fromEntries(verdicts.map(({ workbook, verdict, reason }) => [workbook, reason ?? verdict]));

/** The rows of the merged ledger without serial numbers: its cells as texts, subtotals left out. */
export function mergedRows({ sheets: [merged] }: MergeReport): readonly string[] {
  const serial = merged.columns.findIndex(({ field }) => field === 'serialNumber');
  return merged.origins.map(({ row }) =>
    merged.plan.rows[row - 1].cells.map(({ value }, at) => (at === serial ? '' : String(value ?? ''))).join('|'),
  );
}

function returnedOf(file: TestFile): Returned {
  if ('unread' in file) return unreadReturn(file.name, file.unread);
  const [workbook, outside] = isPair(file) ? file : [file, {}];
  return finish(readReturned(workbook, outside as Parameters<typeof readReturned>[1]));
}

const isPair = (file: TestFile): file is Extract<TestFile, readonly unknown[]> => Array.isArray(file);
