import type { EditedCells, WorkbookPort } from '../../core/workbook/port';
import { parseArea, type CellAt } from '../../core/workbook/cell';
import { applyToExcel } from './apply-to-excel';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { readFromExcel } from './read-from-excel';
import { runBatch } from './run-batch';

/** The workbook open in Excel, behind the same port as a file. Needs ExcelApi 1.9; Office must be ready. */
export function excelWorkbook(): WorkbookPort {
  let last: WorkbookSnapshot | undefined;
  return {
    read: async (watch) => (last = await readFromExcel(watch)),
    apply: async (changes, watch) => {
      const receipt = await applyToExcel(changes, last, watch);
      last = undefined;
      return receipt;
    },
    activate: (cell) => activate(cell),
    onEdited: (listener) => listenToEdits(listener),
  };
}

const activate = (cell: CellAt): Promise<void> =>
  runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(cell.row - 1, cell.column - 1, 1, 1).select();
    await context.sync();
  });

function listenToEdits(listener: (edited: EditedCells) => void): () => void {
  let stopped = false;
  let remove: (() => Promise<void>) | undefined;
  void runBatch(async (context) => {
    const sheets = context.workbook.worksheets;
    const handler = sheets.onChanged.add(async (event) => {
      if (event.changeType !== 'RangeEdited' || event.source !== 'Local') return;
      const edited = await editedCells(event.worksheetId, event.address);
      if (!stopped && edited) listener(edited);
    });
    await context.sync();
    // An event handler can only be taken away in the context that added it.
    remove = () =>
      Excel.run(handler.context, async (own) => {
        handler.remove();
        await own.sync();
      });
    if (stopped) await remove();
  });
  return () => {
    stopped = true;
    void remove?.();
  };
}

/** A paste may cover thousands of cells; more than this is told as its corners only. */
const toldCells = 2_000;

async function editedCells(worksheetId: string, address: string): Promise<EditedCells | undefined> {
  const name = await runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? undefined : sheet.name;
  });
  const area = parseArea(address);
  if (name === undefined || !area) return undefined;
  const cells: CellAt[] = [];
  for (let row = area.top; row <= area.bottom && cells.length < toldCells; row++) {
    for (let column = area.left; column <= area.right && cells.length < toldCells; column++)
      cells.push({ sheet: name, row, column });
  }
  return { cells, origin: cells.length > 1 ? 'pasted' : 'typed' };
}
