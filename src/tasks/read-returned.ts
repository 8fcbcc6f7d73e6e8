import { isRecordSheet, readDecisions, type Decision } from '../core/decisions/decisions';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import { returnedFile } from '../core/merge/read-returned';
import { askedBefore, type AskedBefore } from '../core/merge/return-sheet';
import type { ReadFile, UnreadFile } from '../core/merge/returned-file';
import { isTownship } from '../core/merge/village';
import { readWorkbook } from '../core/read/read-workbook';
import { isSchemeSheet } from '../core/sheets/scheme-sheet';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';

/** All that is kept of a returned workbook; the workbook itself can be forgotten. */
export interface Returned {
  readonly file: ReadFile | UnreadFile;
  /** Of reading only. */
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
  readonly asked: readonly AskedBefore[];
  /** The workbook with nothing but its sheet 救助标准, where it has one. */
  readonly standards?: WorkbookSnapshot;
}

/** Reads one returned workbook for merging. */
export function* readReturned(
  workbook: WorkbookSnapshot,
  outside: { readonly modifiedOn?: IsoDate; readonly folder?: string } = {},
): Generator<Step, Returned> {
  const read = yield* readWorkbook(workbook, forms);
  const record = workbook.sheets.find(isRecordSheet);
  const standards = workbook.sheets.find(isSchemeSheet);
  return {
    file: returnedFile(workbook, read, record?.name, outside),
    findings: read.findings,
    decisions: record ? readDecisions(record) : [],
    asked: workbook.sheets.flatMap(({ rows }) => askedBefore(rows)),
    ...(standards && { standards: { ...workbook, sheets: [standards] } }),
  };
}

/** A file that could not be opened, with the sentence that says why. */
export const unreadReturn = (workbook: string, unread: string): Returned => ({
  file: { workbook, unread },
  findings: [],
  decisions: [],
  asked: [],
});

/** True for a folder whose name is a township's: then its files are that township's. */
export const isTownshipFolder = isTownship;
