import type { Area } from '../../core/workbook/cell';
import type { CellEdit } from '../../core/workbook/change';
import { textOf } from '../../core/workbook/display-text';
import { valueAt } from '../../core/workbook/snapshot';
import type { GridScene } from './cell-face';
import { clipboardTable } from './clipboard-table';
import { blockOf, editsForPaste, valuesOf } from './edit-commands';
import type { SheetLayout } from './sheet-layout';
import { parseTabSeparated, writeTabSeparated } from './tab-separated';

export interface GridClipboard {
  /** Puts a rectangle on the clipboard and answers how many cells it has. */
  readonly copy: (scene: GridScene, selected: Area, clipboard: DataTransfer) => number;
  /** The edits that a text from the clipboard means at a selection. */
  readonly paste: (
    scene: GridScene,
    layout: SheetLayout,
    selected: Area,
    text: string,
  ) => { readonly edits: readonly CellEdit[]; readonly area: Area };
  readonly forget: () => void;
}

/** Copies cells as other programs expect them, and knows its own cells again when they come back. */
export function gridClipboard(): GridClipboard {
  let copied: { readonly text: string; readonly values: ReturnType<typeof valuesOf> } | undefined;
  return {
    copy: ({ workbook, sheet }, selected, clipboard) => {
      // A whole column is copied as far as it is filled.
      const area = {
        ...selected,
        bottom: Math.max(selected.top, Math.min(selected.bottom, sheet.rowCount)),
        right: Math.max(selected.left, Math.min(selected.right, sheet.columnCount)),
      };
      const cells = blockOf(area, (row, column) => ({
        text: textOf(workbook, sheet, row, column),
        isText: typeof valueAt(sheet, row, column) === 'string',
      }));
      const text = writeTabSeparated(cells.map((row) => row.map((cell) => cell.text)));
      clipboard.setData('text/plain', text);
      clipboard.setData('text/html', clipboardTable(cells));
      copied = { text: plain(text), values: valuesOf(sheet, area) };
      return cells.length * cells[0].length;
    },
    paste: ({ workbook, sheet }, layout, selected, text) => {
      // The same text as copied here means the same cells: their raw values are exacter than what they showed.
      const block =
        copied && copied.text === plain(text) ? { values: copied.values } : { texts: parseTabSeparated(text) };
      return editsForPaste(workbook, sheet, selected, block, layout.merges);
    },
    forget: () => {
      copied = undefined;
    },
  };
}

// Browsers and systems change line endings on the way through the clipboard.
const plain = (text: string): string => text.replace(/\r\n/g, '\n');
