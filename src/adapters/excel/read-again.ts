import { cellKey, cellOfKey, type CellValue } from '../../core/workbook/cell';
import type { EditedCells, Watch } from '../../core/workbook/port';
import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { cellValue, formulasOf, styleIndex } from './cells-read';
import { runBatch } from './run-batch';

/** More rows or formulas than these are not worth picking out. */
const atMost = { rows: 2_000, formulas: 20_000 } as const;

/**
 * What was read before, with the rows of the edited cells and the results of their sheets' formulas as they stand now: one
 * request. Answers `undefined` where all has to be read: too many rows, rows moved, or a sheet that was not read before.
 */
export async function readAgain(
  last: WorkbookSnapshot,
  edited: EditedCells,
  watch: Watch = {},
): Promise<WorkbookSnapshot | undefined> {
  const rowsOf = new Map<string, Map<number, number>>();
  for (const { sheet, row, column } of edited.cells) {
    const rows = rowsOf.get(sheet) ?? new Map<number, number>();
    rowsOf.set(sheet, rows.set(row, Math.max(column, rows.get(row) ?? 0)));
  }
  const wanted = [...rowsOf].map(([name, rows]) => ({ sheet: last.sheets.find((sheet) => sheet.name === name), rows }));
  const count = wanted.reduce((sum, { rows }) => sum + rows.size, 0);
  if (edited.more || count === 0 || count > atMost.rows) return undefined;
  if (wanted.some(({ sheet }) => !sheet || sheet.isProtected || sheet.formulas.size > atMost.formulas))
    return undefined;
  return runBatch(
    async (context) => {
      const asked = wanted.map(({ sheet, rows }) => {
        const before = sheet as SheetSnapshot;
        const live = context.workbook.worksheets.getItem(before.name);
        const width = Math.max(before.columnCount, ...rows.values());
        const ranges = blocksOf([...rows.keys()]).map(({ top, count: height }) => {
          const range = live.getRangeByIndexes(top - 1, 0, height, width);
          range.load('values,numberFormat,formulas');
          return { top, range };
        });
        const results = before.formulas.size > 0 ? live.getRange().getSpecialCellsOrNullObject('Formulas') : undefined;
        results?.areas.load('items/rowIndex,items/columnIndex,items/formulas,items/values');
        return { before, width, ranges, results };
      });
      await context.sync();
      const styles = [...last.styles];
      const renewed = new Map<SheetSnapshot, SheetSnapshot>();
      for (const { before, width, ranges, results } of asked) {
        const sheet = draftOf(before, width);
        for (const { top, range } of ranges)
          range.values.forEach((values, down) =>
            sheet.put(top + down, values, range.numberFormat[down] as string[], range.formulas[down], styles),
          );
        if (results) sheet.putResults(formulasOf(results), results.isNullObject ? [] : results.areas.items);
        renewed.set(before, sheet.snapshot());
      }
      return { ...last, styles, sheets: last.sheets.map((sheet) => renewed.get(sheet) ?? sheet) };
    },
    { watch },
  );
}

/** Rows that follow each other are asked for together. */
function blocksOf(rows: readonly number[]): readonly { readonly top: number; readonly count: number }[] {
  const blocks: { top: number; count: number }[] = [];
  for (const row of [...rows].sort((left, right) => left - right)) {
    const block = blocks[blocks.length - 1];
    if (block && block.top + block.count === row) block.count += 1;
    else blocks.push({ top: row, count: 1 });
  }
  return blocks;
}

function draftOf(before: SheetSnapshot, width: number) {
  const rows = before.rows.slice();
  const styleRows = before.styleRows.slice();
  let formulas: ReadonlyMap<number, string> = before.formulas;
  let rowCount = before.rowCount;
  return {
    put(
      row: number,
      values: readonly unknown[],
      codes: readonly string[],
      texts: readonly unknown[],
      styles: CellStyle[],
    ) {
      const read = values.map(cellValue);
      rows[row - 1] = read;
      styleRows[row - 1] = codes.map((code) => styleIndex(styles, code));
      if (read.some((value) => value !== null)) rowCount = Math.max(rowCount, row);
      const own = texts.flatMap((text, at) =>
        typeof text === 'string' && text.startsWith('=') && read[at] !== text
          ? [[cellKey(row, at + 1), text.slice(1)] as const]
          : [],
      );
      const others = [...formulas].filter(([key]) => cellOfKey(key).row !== row);
      if (own.length > 0 || others.length < formulas.size) formulas = new Map([...others, ...own]);
    },
    putResults(read: ReadonlyMap<number, string>, areas: readonly Excel.Range[]) {
      formulas = read;
      for (const area of areas)
        area.values.forEach((values, down) => {
          const at = area.rowIndex + down;
          const row: CellValue[] = [...(rows[at] ?? [])];
          values.forEach((value, across) => (row[area.columnIndex + across] = cellValue(value)));
          rows[at] = Array.from(row, (value) => value ?? null);
        });
    },
    snapshot: (): SheetSnapshot => ({ ...before, rows, styleRows, formulas, rowCount, columnCount: width }),
  };
}
