import type { CellStyle } from '../../core/workbook/snapshot';
import { styleIndex } from './cells-read';

/** Which cells of a protected sheet are locked: asked for by column, and cell by cell only in columns that hold both kinds. */
export interface Locks {
  /** Queues what is still to be asked once the columns are known; answers whether there is anything. */
  readonly askForMixed: () => boolean;
  /** The rows' styles with the lock of each cell; rows from 0. */
  readonly putInto: (styleRows: readonly (readonly number[] | undefined)[], styles: CellStyle[]) => readonly number[][];
}

/** Queues the first round. The used range's place must be loaded. */
export function askForLocks(sheet: Excel.Worksheet, used: Excel.Range): Locks {
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const columns = Array.from({ length: columnCount }, (_, at) => {
    const range = sheet.getRangeByIndexes(top, left + at, rowCount, 1);
    const protection = sheet.getRangeByIndexes(top, left + at, rowCount, 1).format.protection;
    protection.load('locked');
    return { range, protection };
  });
  const mixed = new Map<number, OfficeExtension.ClientResult<Excel.CellProperties[][]>>();
  const isLocked = (row: number, column: number): boolean =>
    mixed.get(column)?.value[row - top]?.[0]?.format?.protection?.locked ??
    columns[column - left]?.protection.locked ??
    true;
  return {
    askForMixed: () => {
      columns.forEach(({ range, protection }, at) => {
        // Excel gives nothing where the cells differ.
        if ((protection.locked as boolean | null) === null)
          mixed.set(left + at, range.getCellProperties({ format: { protection: true } }));
      });
      return mixed.size > 0;
    },
    putInto: (styleRows, styles) =>
      Array.from(styleRows, (row, at) =>
        Array.from(row ?? [], (index, column) => styleIndex(styles, styles[index].numberFormat, isLocked(at, column))),
      ),
  };
}
