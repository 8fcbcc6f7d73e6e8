import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { axisOf, type Axis } from './axis';
import { mergeIndex, type MergeIndex } from './merge-index';
import { lineCount } from './text-width';

/** Where everything on a sheet stands, in pixels. */
export interface SheetLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: MergeIndex;
}

/** Pixels of one character of column width: what Excel uses with the Chinese default fonts. */
const pixelsPerCharacter = 8;
const pixelsPerPoint = 96 / 72;
export const defaultFontPoints = 11;
export const cellPadding = 4;

/** Pixels by which a cell's text stands in from its left or right edge; a centred one does not. */
export const indentOf = ({ indent, horizontal }: CellStyle): number =>
  indent === undefined || horizontal === 'center' || horizontal === 'justify' ? 0 : indent * pixelsPerIndent;

// Three blanks of the default font.
const pixelsPerIndent = 9;

// Room to type below and beside what is there, as Excel has it.
const spareRows = 40;
const spareColumns = 4;
const leastColumns = 14;

/** Lays a sheet out. A row without a height of its own is given room for its wrapped lines and large fonts, as Excel does on opening. */
export function layoutOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot): SheetLayout {
  const columnSize = (column: number): number =>
    Math.max(6, Math.round((sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth) * pixelsPerCharacter));
  const merges = mergeIndex(sheet.merges);
  const mergedRows = new Set<number>();
  for (const merge of sheet.merges)
    if (merge.bottom - merge.top < 64) for (let row = merge.top; row <= merge.bottom; row++) mergedRows.add(row);
  const plans = new Map<ArrayLike<number>, RowPlan>();
  const planOf = (styles: ArrayLike<number>): RowPlan => {
    const known = plans.get(styles);
    if (known) return known;
    const plan = rowPlan(workbook, styles, columnSize);
    plans.set(styles, plan);
    return plan;
  };
  const rowSize = (row: number): number => {
    const given = sheet.rowHeights.get(row);
    if (given !== undefined) return Math.round(given * pixelsPerPoint);
    const least = Math.max(20, Math.round(sheet.defaultRowHeight * pixelsPerPoint));
    const styles = sheet.styleRows[row - 1];
    const values = sheet.rows[row - 1];
    if (!styles || !values) return least;
    const plan = planOf(styles);
    let height = Math.max(least, Math.ceil(plan.largestFont * 1.4));
    for (const { column, fontSize, room } of plan.wrapped) {
      const value = values[column - 1];
      // Even a text of the widest signs would fit.
      if (typeof value !== 'string' || (value.length * fontSize <= room && value.indexOf('\n') < 0)) continue;
      // Excel does not fit rows to merged cells.
      if (mergedRows.has(row) && merges.at(row, column)) continue;
      const lines = lineCount(value, fontSize, room);
      if (lines > 1) height = Math.max(height, Math.ceil(lines * fontSize * 1.3) + 3);
    }
    return Math.min(height, 545);
  };
  return {
    rows: axisOf(sheet.rowCount + spareRows, rowSize, sheet.hiddenRows, sheet.frozen.rows),
    columns: axisOf(
      Math.max(sheet.columnCount + spareColumns, leastColumns),
      columnSize,
      sheet.hiddenColumns,
      sheet.frozen.columns,
    ),
    merges,
  };
}

interface RowPlan {
  readonly largestFont: number;
  /** `room` is the width that the text has, in pixels. */
  readonly wrapped: readonly { readonly column: number; readonly fontSize: number; readonly room: number }[];
}

function rowPlan(
  workbook: WorkbookSnapshot,
  styles: ArrayLike<number>,
  columnSize: (column: number) => number,
): RowPlan {
  let largestFont = 0;
  const wrapped: RowPlan['wrapped'][number][] = [];
  for (let at = 0; at < styles.length; at++) {
    const style = workbook.styles[styles[at]];
    if (!style) continue;
    const fontSize = (style.font?.size ?? defaultFontPoints) * pixelsPerPoint;
    largestFont = Math.max(largestFont, fontSize);
    if (style.wrap)
      wrapped.push({ column: at + 1, fontSize, room: columnSize(at + 1) - 2 * cellPadding - indentOf(style) });
  }
  return { largestFont, wrapped };
}

/** Whether two snapshots of a sheet have the same layout, so that a redraw may keep positions. */
export const sameLayout = (left: SheetSnapshot, right: SheetSnapshot): boolean =>
  left.name === right.name &&
  left.rowCount === right.rowCount &&
  left.columnCount === right.columnCount &&
  left.merges === right.merges &&
  left.hiddenRows === right.hiddenRows &&
  left.hiddenColumns === right.hiddenColumns &&
  left.columnWidths === right.columnWidths &&
  left.rowHeights === right.rowHeights;
