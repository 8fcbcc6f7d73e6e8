import type { IsoDate } from '../core/ledger/dates';
import type { Watch, WorkbookPort } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { ChooseFiles } from './choose-files';
import type { Start } from './live/use-start';
import type { MergeHost } from './merge/merge-host';

/** What the place that shows the panel (the workbench page, Excel's task pane) gives it. */
export interface PanelHost {
  /** Missing until a workbook is open; another workbook is another port. */
  readonly port?: WorkbookPort;
  /** The day of the check; the entry file asks the clock, the panel has none. */
  readonly today: IsoDate;
  /** The minute as a person reads it, `2026-01-10 15:04`, for the record of what was changed; missing means the day alone. */
  readonly now?: () => string;
  /** Handed on as `Watch.breathe`: answers a promise when the page needs a turn. */
  readonly pause: () => Promise<void> | undefined;
  /** 另存为, where the host offers it. Answers the file name saved, or `undefined` where the person cancelled. */
  readonly saveAs?: () => Promise<string | undefined>;
  /** Hands a text to the person as a file, where the host can. */
  readonly saveText?: (name: string, text: string) => void;
  /** Hands bytes to the person as a file of that name, where the host can. */
  readonly saveFile?: (name: string, bytes: Uint8Array) => void;
  /** What makes the bytes of new files; it comes when it is first asked for. */
  readonly writer?: () => Promise<FileWriter>;
  /** Lets the person choose a file, where the host can. */
  readonly openFile?: () => void;
  /** Asks the person for files beside the open workbook: lists to compare with, returned ledgers. May stay unanswered. */
  readonly chooseFiles?: (wanted: ChooseFiles) => Promise<readonly PickedFile[]>;
  /** Reads a picked file, without opening it in the person's sight. Throws `UnreadableWorkbook` and `Cancelled`. */
  readonly openPicked?: (file: PickedFile, watch: Watch) => Promise<WorkbookSnapshot>;
  /** Opens the sample ledger, where there is one. */
  readonly openSample?: () => void;
  /** 汇总, where the host can hand out what it makes. */
  readonly merge?: MergeHost;
  /** What a button of the host asked the panel to begin with. */
  readonly start?: Start;
  /** The host's own theme is dark. The entry file also follows the system's wish here. */
  readonly dark?: boolean;
}

/** Makes the bytes of files that are not the open workbook. */
export interface FileWriter {
  /** A whole .xlsx of these sheets. */
  readonly newWorkbook: (plans: readonly SheetPlan[], watch: Watch) => Promise<Uint8Array>;
  /** A text file. */
  readonly encodeText: (text: string, encoding: 'utf-8' | 'gb18030') => Uint8Array;
}

/** A file that the person picked; nothing of it is read until it is asked for, and it is kept nowhere. */
export interface PickedFile {
  readonly name: string;
  /** The name of the folder it lies in, where a folder was picked. */
  readonly folder?: string;
  /** All its folders from the picked one on, where a folder was picked. */
  readonly folders?: readonly string[];
  /** In bytes. */
  readonly size?: number;
  /** The day it was last saved. */
  readonly modifiedOn?: IsoDate;
  readonly bytes: () => Promise<Uint8Array>;
}
