import type { ApplyReceipt, WorkbookChange } from '../../core/workbook/change';
import type { Watch, WorkbookPort } from '../../core/workbook/port';
import type { SheetPlan } from '../../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { ReturnReaders } from '../../tasks/read-all-returned';
import type { PickedFile } from '../panel-host';

/** What a host gives so that returned ledgers can be merged in the panel. */
export interface MergeHost {
  /** Whether the person is at merging; the host keeps it, for it may give the panel more room then. */
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Files that the person dropped on the page to be merged; another array is another drop. */
  readonly dropped?: readonly PickedFile[];
  /** The door for files, which comes when it is first asked for. */
  readonly door: () => Promise<MergeDoor>;
  /** Hands bytes to the person as a file of that name. */
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  /**
   * Puts a new workbook on screen, not saved yet. Answers `undefined` where the person wanted to keep what is open. Missing
   * where the sheets go into the open workbook.
   */
  readonly openMerged?: (name: string, bytes: Uint8Array) => Promise<WorkbookPort | undefined>;
}

/** What the file adapter can do, as far as merging needs it. */
export interface MergeDoor {
  readonly openFile: (bytes: Uint8Array, name: string, watch?: Watch) => Promise<ReturnedWorkbook>;
  /** A whole .xlsx of these sheets. */
  readonly newWorkbook: (plans: readonly SheetPlan[], watch: Watch) => Promise<Uint8Array>;
  /** Readers that work beside the page; missing where there are none. */
  readonly beside?: Pick<ReturnReaders, 'beside' | 'most' | 'worthFrom'>;
  readonly zipFiles: (
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    watch: Watch,
  ) => Promise<Uint8Array>;
}

/** A returned file, opened to be marked and sent back. */
export interface ReturnedWorkbook {
  readonly saveName: string;
  read(watch?: Watch): Promise<WorkbookSnapshot>;
  apply(changes: readonly WorkbookChange[], watch?: Watch): Promise<ApplyReceipt>;
  save(watch?: Watch): Promise<Uint8Array>;
}
