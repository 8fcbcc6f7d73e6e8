import type { Watch } from '../../../core/workbook/port';
import type { WorkbookSnapshot } from '../../../core/workbook/snapshot';
import type { Codec } from '../package/codec';
import { unreadable } from '../package/unreadable';
import type { ZipPackage } from '../package/zip-package';
import { readLegacy } from './read-legacy';
import { readTextTable } from './read-text-table';
import { readWorkbook } from './read-workbook';
import { sniffFormat } from './sniff-format';

/** A workbook file as read, with what a writer needs to change it in place. */
export interface FileContent {
  readonly snapshot: WorkbookSnapshot;
  /** Only for .xlsx and .xlsm, the formats that are written back. */
  readonly package?: ZipPackage;
  /** Part names within `package`; `sheets` runs along the snapshot's sheets and is empty for other formats. */
  readonly parts: {
    readonly workbook?: string;
    readonly styles?: string;
    readonly sharedStrings?: string;
    readonly sheets: readonly string[];
  };
}

/** What the door to files may be given by the page or program it stands in. */
export interface ReadingOptions {
  readonly codec?: Codec;
  /**
   * Reads an old format elsewhere than here, for the library behind it works in one go. Answers nothing where that cannot
   * be done; then it is read here. Throws as `readFile` does.
   */
  readonly oldFormat?: (bytes: Uint8Array, name: string, watch?: Watch) => Promise<WorkbookSnapshot | undefined>;
}

/**
 * Reads a workbook file of any kind that offices send round: .xlsx, .xlsm, .xls, .csv, .txt, and tables that only claim
 * to be .xls. What it is is told by its bytes; `name` gives the file's name, folders are dropped.
 * Throws `UnreadableWorkbook` with the sentence for the person, and `Cancelled`.
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
  watch?: Watch,
): Promise<FileContent> {
  const fileName = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const format = await sniffFormat(bytes, watch);
  switch (format.kind) {
    case 'empty':
      throw unreadable('empty');
    case 'unknown':
      throw unreadable('notWorkbook');
    case 'zip':
      return readWorkbook(bytes, fileName, options.codec, watch);
    case 'text':
      return readTextTable(bytes, fileName, format.encoding, watch);
    default: {
      const snapshot = await options.oldFormat?.(bytes, fileName, watch);
      return snapshot ? { snapshot, parts: { sheets: [] } } : readLegacy(bytes, fileName, format, watch);
    }
  }
}
