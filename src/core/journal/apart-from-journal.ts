import type { ApplyReceipt, WorkbookChange } from '../workbook/change';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { isJournalSheet, journalHeading } from './journal';

/** What was done to the workbook, and what was done to its journal, told apart. */
export interface ReceiptParts {
  readonly step: ApplyReceipt;
  readonly journal: ApplyReceipt;
}

/** Takes a receipt apart: the journal must not be counted as the person's cells, nor be taken back with a step. */
export function apartFromJournal(receipt: ApplyReceipt, sheet: string): ReceiptParts {
  const part = (isWanted: (name: string) => boolean): ApplyReceipt => ({
    ...receipt,
    applied: receipt.applied.filter(({ at }) => isWanted(at.sheet)),
    refused: receipt.refused.filter(({ edit }) => isWanted(edit.at.sheet)),
    refusedSheets: receipt.refusedSheets.filter((refused) => isWanted(refused.sheet)),
    undo: receipt.undo.flatMap((change) => changeWithin(change, isWanted)),
  });
  return { step: part((name) => name !== sheet), journal: part((name) => name === sheet) };
}

function changeWithin(change: WorkbookChange, isWanted: (name: string) => boolean): readonly WorkbookChange[] {
  if (change.kind === 'edit-cells') {
    const edits = change.edits.filter(({ at }) => isWanted(at.sheet));
    return edits.length > 0 ? [{ ...change, edits }] : [];
  }
  return isWanted(change.kind === 'put-sheet' ? change.plan.name : change.sheet) ? [change] : [];
}

/** Takes the journal out of a workbook that is to be handed on: it holds what was typed before, numbers included. */
export const removeJournal = (sheet: string): WorkbookChange => ({
  kind: 'remove-sheet',
  sheet,
  heading: journalHeading,
});

/** The same for whatever journals a workbook holds: nothing where it holds none. */
export const removeJournals = ({ sheets }: WorkbookSnapshot): readonly WorkbookChange[] =>
  sheets.filter(isJournalSheet).map(({ name }) => removeJournal(name));
