import type { Watch, WorkbookPort } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { ReturnReader } from '../tasks/return-reader';

/** What the command line needs from the world. The entry file gives the real one, a test its own. */
export interface CliHost {
  /** The folder that relative paths begin from. */
  readonly cwd: string;
  /** Today as `yyyy-mm-dd`, asked only where the command names no day. */
  readonly today: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Told of broken machinery, for whoever looks for the fault. */
  readonly onFault?: (fault: unknown) => void;
  /** Told what long work is at, where somebody looks on; an empty text ends it. */
  readonly progress?: (text: string) => void;
  /** Throws `UnreadableWorkbook`. */
  readonly openFile: (bytes: Uint8Array, name: string, watch?: Watch) => Promise<OpenedFile>;
  /** Readers in threads of their own, at most so many; `open` answers `undefined` where none comes up. */
  readonly workers?: { readonly most: number; readonly open: () => Promise<ReturnReader | undefined> };
  /** From now on a wish to stop from the keyboard is told by the watch, and does not end the program at once. */
  readonly listenForStop?: () => Pick<Watch, 'cancelled' | 'breathe'>;
  readonly newWorkbook: (plans: readonly SheetPlan[], watch?: Watch) => Promise<Uint8Array>;
  /** A text file's bytes. */
  readonly encodeText: (text: string, encoding: 'utf-8' | 'gb18030') => Uint8Array;
}

/** A workbook read from a file, that can be written out again. */
export interface OpenedFile extends WorkbookPort {
  readonly canSave: boolean;
  /** Where it cannot be saved: why. */
  readonly cannotSaveBecause?: string;
  /** The name that fits what `save` gives: an old or plain format becomes .xlsx. */
  readonly saveName: string;
  readonly save: () => Promise<Uint8Array>;
}

/** Thrown where a command cannot run; `message` is one plain Chinese sentence that says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
