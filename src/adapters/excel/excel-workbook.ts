import type { CellAt } from '../../core/workbook/cell';
import type { WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { applyToExcel } from './apply-to-excel';
import { listenToEdits, listenToSelection } from './listen';
import { readAgain } from './read-again';
import { readFromExcel } from './read-from-excel';
import { runBatch } from './run-batch';

/** The workbook open in Excel, behind the same port as a file. Needs ExcelApi 1.9; Office must be ready. */
export function excelWorkbook(): WorkbookPort {
  let last: WorkbookSnapshot | undefined;
  let shown: CellAt | undefined;
  return {
    read: async (watch, only) => (only ? readFromExcel(watch, only) : (last = await readFromExcel(watch))),
    readAgain: async (edited, watch) =>
      (last = (last && (await readAgain(last, edited, watch))) ?? (await readFromExcel(watch))),
    apply: async (changes, watch) => {
      const before = last;
      // Where the write fails nobody knows what was written of it.
      last = undefined;
      const { receipt, snapshot } = await applyToExcel(changes, before, watch);
      last = snapshot;
      return receipt;
    },
    activate: (cell) => activate((shown = cell)),
    onEdited: listenToEdits,
    onSelected: (listener) =>
      listenToSelection((cell, rows) => {
        // Excel tells of the cell that we have just shown as well.
        const isOurs = shown && shown.sheet === cell.sheet && shown.row === cell.row && shown.column === cell.column;
        shown = undefined;
        if (!isOurs) listener(cell, rows);
      }),
  };
}

const activate = (cell: CellAt): Promise<void> =>
  runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(cell.row - 1, cell.column - 1, 1, 1).select();
    await context.sync();
  });
