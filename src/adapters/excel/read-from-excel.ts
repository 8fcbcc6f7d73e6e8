import { areaName, parseArea, type Area, type CellValue } from '../../core/workbook/cell';
import type { Mark } from '../../core/workbook/change';
import { severityOfMarkFormula } from '../../core/workbook/mark-tag';
import { Cancelled, type Watch } from '../../core/workbook/port';
import { plainStyle, type CellStyle, type SheetSnapshot, type WorkbookSnapshot } from '../../core/workbook/snapshot';
import { canAskForMerges } from './capabilities';
import { cellValue, formulasOf, styleIndex } from './cells-read';
import { askForLocks } from './read-locks';
import { runBatch } from './run-batch';

/** Cells asked for in one request. With formats and overhead the web's answer must stay under 5 MB; the desktop has no such limit. */
const cellsPerRequest = (): number =>
  Office.context.platform === Office.PlatformType?.OfficeOnline ? 100_000 : 250_000;

interface SheetFacts {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly frozen: Excel.Range;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly merged?: Excel.RangeAreas;
}

/**
 * The open workbook as a snapshot: one request for the sheets' names, one for their structure, and then one for each
 * `cellsPerRequest` cells. Looks other than number formats are not read: no check depends on them.
 * Sheets that are not wanted are left out.
 */
export function readFromExcel(
  watch: Watch = {},
  wants: (sheet: string) => boolean = () => true,
): Promise<WorkbookSnapshot> {
  return runBatch(
    async (context) => {
      const workbook = context.workbook;
      workbook.load('name');
      workbook.worksheets.load('items/name,items/visibility');
      // Excel does not say which day 0 is, but it counts for us: 2000-01-01 is 36526, or 35064 from 1904.
      const newYear = workbook.functions.date(2000, 1, 1);
      newYear.load('value');
      await context.sync();
      const facts = workbook.worksheets.items
        .filter((sheet) => wants(sheet.name))
        .map((sheet) => askForStructure(sheet));
      await context.sync();
      const styles: CellStyle[] = [plainStyle];
      const sheets: SheetSnapshot[] = [];
      const asked = facts.map((fact) => askForDetails(fact));
      const blocks = facts.flatMap((fact, at) => blocksOf(fact, at));
      const limit = cellsPerRequest();
      const total = blocks.reduce((sum, block) => sum + block.rows, 0);
      let done = 0;
      for (let next = 0; next < blocks.length || next === 0;) {
        let cells = 0;
        const together = [];
        while (next < blocks.length && (cells === 0 || cells + blocks[next].cells <= limit)) {
          const block = blocks[next++];
          cells += block.cells;
          block.range.load('values,numberFormat');
          together.push(block);
        }
        await context.sync();
        for (const block of together) {
          asked[block.sheet].take(block, styles);
          done += block.rows;
        }
        watch.progress?.({ doing: '正在读取台账', done, total });
        if (watch.cancelled?.()) throw new Cancelled();
        const pause = watch.breathe?.();
        if (pause) await pause;
        if (blocks.length === 0) break;
      }
      const mixed = asked.filter(({ locks }) => locks?.askForMixed());
      if (mixed.length > 0) await context.sync();
      for (const one of asked) sheets.push(one.snapshot(styles));
      return { name: workbook.name, date1904: newYear.value === 35_064, styles, sheets, remarks: [] };
    },
    { watch },
  );
}

function askForStructure(sheet: Excel.Worksheet): SheetFacts {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('rowCount,columnCount');
  sheet.protection.load('protected');
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/type,items/customOrNullObject/rule/formula');
  if (!canAskForMerges()) return { sheet, used, frozen, formats };
  const merged = used.getMergedAreasOrNullObject();
  merged.load('address');
  return { sheet, used, frozen, formats, merged };
}

interface Block {
  readonly sheet: number;
  readonly range: Excel.Range;
  /** First row, from 0, and how many. */
  readonly top: number;
  readonly rows: number;
  readonly cells: number;
}

function blocksOf({ sheet, used }: SheetFacts, at: number): Block[] {
  if (used.isNullObject) return [];
  const rowsPerBlock = Math.max(1, Math.floor(cellsPerRequest() / used.columnCount));
  const blocks: Block[] = [];
  for (let offset = 0; offset < used.rowCount; offset += rowsPerBlock) {
    const rows = Math.min(rowsPerBlock, used.rowCount - offset);
    const top = used.rowIndex + offset;
    blocks.push({
      sheet: at,
      range: sheet.getRangeByIndexes(top, used.columnIndex, rows, used.columnCount),
      top,
      rows,
      cells: rows * used.columnCount,
    });
  }
  return blocks;
}

/** Asks for what depends on the structure; `take` and `snapshot` are called after the requests have been answered. */
function askForDetails({ sheet, used, frozen, formats, merged }: SheetFacts) {
  const extent = used.isNullObject
    ? { top: 0, left: 0, rows: 0, columns: 0 }
    : { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const ours = formats.items.flatMap((format) => {
    const severity =
      format.type === 'Custom' ? severityOfMarkFormula(format.customOrNullObject.rule.formula) : undefined;
    if (!severity) return [];
    const areas = format.getRanges();
    areas.load('address');
    return [{ severity, areas }];
  });
  const rowFacts = used.isNullObject ? undefined : used.getRowProperties({ rowHidden: true });
  const columnFacts = used.isNullObject ? undefined : used.getColumnProperties({ columnHidden: true });
  const withFormulas = used.isNullObject ? undefined : used.getSpecialCellsOrNullObject('Formulas');
  withFormulas?.areas.load('items/rowIndex,items/columnIndex,items/formulas');
  const locks = sheet.protection.protected && !used.isNullObject ? askForLocks(sheet, used) : undefined;
  const rows: (readonly CellValue[] | undefined)[] = [];
  const styleRows: (readonly number[] | undefined)[] = [];
  return {
    locks,
    take(block: Block, styles: CellStyle[]) {
      let before: { readonly key: string; readonly row: readonly number[] } | undefined;
      block.range.values.forEach((values, offset) => {
        const row = block.top + offset;
        rows[row] = padded(extent.left, values.map(cellValue));
        const codes = block.range.numberFormat[offset] as readonly string[];
        const key = codes.join('\n');
        if (before?.key !== key)
          before = {
            key,
            row: padded(
              extent.left,
              codes.map((code) => styleIndex(styles, code)),
              0,
            ),
          };
        styleRows[row] = before.row;
      });
    },
    snapshot: (styles: CellStyle[]): SheetSnapshot => ({
      name: sheet.name,
      visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'very-hidden',
      rowCount: extent.top + extent.rows,
      columnCount: extent.left + extent.columns,
      rows,
      styleRows: locks ? locks.putInto(styleRows, styles) : styleRows,
      formulas: formulasOf(withFormulas),
      notes: new Map(),
      merges: merged && !merged.isNullObject ? areasOf(merged.address) : [],
      hiddenRows: new Set((rowFacts?.value ?? []).flatMap((fact, at) => (fact.rowHidden ? [extent.top + at + 1] : []))),
      hiddenColumns: new Set(
        (columnFacts?.value ?? []).flatMap((fact, at) => (fact.columnHidden ? [extent.left + at + 1] : [])),
      ),
      columnWidths: new Map(),
      rowHeights: new Map(),
      defaultColumnWidth: 8.43,
      defaultRowHeight: 15,
      frozen: frozen.isNullObject ? { rows: 0, columns: 0 } : { rows: frozen.rowCount, columns: frozen.columnCount },
      isProtected: sheet.protection.protected,
      marks: ours.flatMap(({ severity, areas }) => areasOf(areas.address).flatMap((area) => marksIn(area, severity))),
    }),
  };
}

const padded = <T>(left: number, row: readonly T[], filler: T | null = null): readonly T[] =>
  left === 0 ? row : ([...Array<T | null>(left).fill(filler), ...row] as readonly T[]);

/** `Sheet1!A1:B2,Sheet1!C3` or `'a,b'!A1` → the areas. Sheet names may hold commas, so addresses are picked from the end of each part. */
export const areasOf = (address: string): readonly Area[] =>
  [...address.matchAll(/(?:^|[!,])(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?=,|$)/g)].flatMap(
    (match) => parseArea(match[1]) ?? [],
  );

function marksIn(area: Area, severity: Mark['severity']): readonly Mark[] {
  const marks: Mark[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) marks.push({ row, column, severity });
  }
  return marks;
}

/** The addresses of areas in groups that Excel accepts in one `getRanges`: few, and short enough for old hosts. */
export function addressGroups(areas: readonly Area[]): readonly string[] {
  const groups: string[] = [];
  let group: string[] = [];
  let length = 0;
  for (const area of areas) {
    const name = areaName(area);
    if (group.length > 0 && (group.length >= 30 || length + name.length + 1 > 250)) {
      groups.push(group.join(','));
      group = [];
      length = 0;
    }
    group.push(name);
    length += name.length + 1;
  }
  if (group.length > 0) groups.push(group.join(','));
  return groups;
}
