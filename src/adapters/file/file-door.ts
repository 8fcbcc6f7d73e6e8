import type { Watch } from '../../core/workbook/port';
import type { SheetPlan } from '../../core/workbook/sheet-plan';
import { newWorkbook } from './new-workbook';
import { openFile, type FileWorkbook } from './open-file';
import type { ReadingOptions } from './read/read-file';
import { zipFiles } from './zip-files';

/** All that a page does with files, in one piece, so that it can be fetched when it is first needed. */
export const fileDoor = {
  openFile: (bytes: Uint8Array, name: string, watch?: Watch, options?: ReadingOptions): Promise<FileWorkbook> =>
    openFile(bytes, name, options, watch),
  newWorkbook: (plans: readonly SheetPlan[], watch?: Watch): Promise<Uint8Array> =>
    newWorkbook(plans, undefined, watch),
  zipFiles,
};
