import type { IsoDate } from '../core/ledger/dates';
import { drive, UnreadableWorkbook, type Watch, type WorkbookPort } from '../core/workbook/port';
import { readReturned, unreadReturn, type Returned } from './read-returned';

/** One returned file to be read: plain data, so that it can be handed to a worker. */
export interface ReturnJob {
  /** Different for each file of one merge. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The day the file was last saved. */
  readonly modifiedOn?: IsoDate;
  /** The township's folder that it lay in. */
  readonly folder?: string;
}

/** Reads returned files, one at a time, here or in a worker. */
export interface ReturnReader {
  /**
   * What is kept of the file; a file that cannot be opened is an answer too. Rejects with `Cancelled`, and with anything else
   * where the machinery broke: then the reader is not to be used again.
   */
  readonly read: (job: ReturnJob, watch?: Watch) => Promise<Returned>;
  /** Ends it at once, also in the middle of a file. */
  readonly close: () => void;
}

/** A reader in this thread. `open` is the file door of the host. */
export const readerHere = (
  open: (bytes: Uint8Array, name: string, watch?: Watch) => Promise<Pick<WorkbookPort, 'read'>>,
): ReturnReader => ({
  read: async ({ name, bytes, ...outside }, watch) => {
    try {
      const workbook = await (await open(bytes, name, watch)).read(watch);
      return await drive(readReturned({ ...workbook, name }, outside), watch);
    } catch (error) {
      if (!(error instanceof UnreadableWorkbook)) throw error;
      return unreadReturn(name, error.message);
    }
  },
  close: () => undefined,
});
