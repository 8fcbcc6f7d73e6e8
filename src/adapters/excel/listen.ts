import { parseArea, sheetLimits, type Area, type CellAt, type RowSpan } from '../../core/workbook/cell';
import type { EditedCells } from '../../core/workbook/port';
import { runBatch } from './run-batch';

/** Tells of edits and of rows and columns moved, by the person or by someone who edits along; our own writes are silent. */
export const listenToEdits = (listener: (edited: EditedCells) => void): (() => void) =>
  listen((sheets, isStopped) =>
    sheets.onChanged.add(async (event) => {
      const area = event.changeType === 'RangeEdited' ? parseArea(event.address) : undefined;
      const sheet = area && (await nameOf(event.worksheetId));
      if (isStopped()) return;
      listener(area && sheet !== undefined ? editedCells(sheet, area, event.source) : movedCells);
    }),
  );

/** Tells of the first cell of each selection and of the rows it covers. Of selections that follow each other quickly the last one counts. */
export function listenToSelection(listener: (cell: CellAt, rows: readonly RowSpan[]) => void): () => void {
  let latest = 0;
  return listen((sheets, isStopped) =>
    sheets.onSelectionChanged.add(async (event) => {
      const mine = ++latest;
      const areas = event.address.split(',').flatMap((address) => areaOf(address) ?? []);
      const [area] = areas;
      const sheet = area && (await nameOf(event.worksheetId));
      if (area && sheet !== undefined && mine === latest && !isStopped())
        listener(
          { sheet, row: area.top, column: area.left },
          areas.map(({ top, bottom }) => ({ from: top, to: bottom })),
        );
    }),
  );
}

/** Whole rows are told as `12:20`. */
function areaOf(address: string): Area | undefined {
  const [, from, to] = /^\$?(\d+):\$?(\d+)$/.exec(address) ?? [];
  if (from === undefined) return parseArea(address);
  return { top: Number(from), bottom: Number(to), left: 1, right: sheetLimits.columns };
}

type Handler = { readonly context: unknown; remove(): void };

function listen(add: (sheets: Excel.WorksheetCollection, isStopped: () => boolean) => Handler): () => void {
  let stopped = false;
  let remove: (() => Promise<void>) | undefined;
  void runBatch(async (context) => {
    const handler = add(context.workbook.worksheets, () => stopped);
    await context.sync();
    // An event handler can only be taken away in the context that added it.
    remove = () =>
      Excel.run(handler.context as Excel.RequestContext, async (own) => {
        handler.remove();
        await own.sync();
      });
    if (stopped) await remove();
  }).catch(() => undefined); // Without events the person checks by the button, as the panel says.
  return () => {
    stopped = true;
    void remove?.().catch(() => undefined);
  };
}

const nameOf = (worksheetId: string): Promise<string | undefined> =>
  runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? undefined : sheet.name;
  });

/** A paste may cover a whole sheet; of more cells than this the rest is only said to be there. */
const toldCells = 2_000;

const movedCells: EditedCells = { cells: [], origin: 'other', more: true };

function editedCells(sheet: string, area: NonNullable<ReturnType<typeof parseArea>>, source: string): EditedCells {
  const cells: CellAt[] = [];
  for (let row = area.top; row <= area.bottom && cells.length < toldCells; row++) {
    for (let column = area.left; column <= area.right && cells.length < toldCells; column++)
      cells.push({ sheet, row, column });
  }
  const isAll = cells.length === (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const origin = source !== 'Local' ? 'other' : isAll && cells.length === 1 ? 'typed' : 'pasted';
  return { cells, origin, ...(isAll ? {} : { more: true }) };
}
