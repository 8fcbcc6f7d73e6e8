import { cellKey, parseArea, sheetLimits, type Area, type CellValue } from '../../../core/workbook/cell';
import type { Mark, MarkSeverity } from '../../../core/workbook/change';
import type { SheetSnapshot } from '../../../core/workbook/snapshot';
import { unreadable } from '../package/unreadable';
import { shiftableFormula, type FormulaShift } from './shift-formula';

/** What a workbook may still use up; shared by its sheets. */
export interface Budget {
  /** Cells with content. */
  cells: number;
  /** Places in rows, filled or not. */
  places: number;
  /** Places looked at, empty ones of wide rows included. */
  work: number;
  formulas: number;
  formulaCharacters: number;
  /** Merges and marks. */
  areas: number;
}

/** About 30 million cells with content, some 400 MB. */
export const freshBudget = (): Budget => ({
  cells: 30_000_000,
  places: 40_000_000,
  work: 500_000_000,
  formulas: 8_000_000,
  formulaCharacters: 100_000_000,
  areas: 1_000_000,
});

/** A formula as the file has it: only one cell of a shared one spells it out. */
export interface FormulaSource {
  readonly text: string;
  /** `''`, `shared`, `array` or `dataTable`. */
  readonly type: string;
  readonly shared?: string;
  readonly area?: string;
}

/** A sheet while it is being read, whichever way it is read. Rows and columns count from 1. */
export interface SheetDraft {
  /** Columns `from` to `to` have a style, a width or are hidden. Called before any row. */
  columns(from: number, to: number, style: number, width: number | undefined, isHidden: boolean): void;
  /** `row` 0 is the one after the last. `style` -1: the row has none of its own. */
  startRow(row: number, style: number, height: number | undefined, isHidden: boolean): void;
  /** `column` 0 is the one after the last. */
  cell(column: number, style: number, value: CellValue): void;
  /** To be called before `cell` for the same cell. */
  formula(column: number, source: FormulaSource): void;
  endRow(): void;
  /** The row being read. */
  row(): number;
  /** Grows with what was done, in places and characters of formulas, so that a reader can tell when to pause. */
  effort(): number;
  note(row: number, column: number, text: string): void;
  merge(reference: string): void;
  mark(severity: MarkSeverity, references: string): void;
  defaults(columnWidth: number | undefined, rowHeight: number | undefined, rowsHidden: boolean): void;
  freeze(rows: number, columns: number): void;
  protect(): void;
  finish(name: string, visibility: SheetSnapshot['visibility']): SheetSnapshot;
}

export function createSheetDraft(budget: Budget): SheetDraft {
  const rows: (readonly CellValue[] | undefined)[] = [];
  const styleRows: (ArrayLike<number> | undefined)[] = [];
  const formulas = new Map<number, string>();
  const notes = new Map<number, string>();
  const merges: Area[] = [];
  const marks: Mark[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const columnWidths = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  const shared = new Map<string, { readonly row: number; readonly column: number; readonly shift: FormulaShift }>();
  const orphans: { readonly row: number; readonly column: number; readonly key: string }[] = [];
  const arrays: { readonly text: string; readonly area: Area }[] = [];
  const styleTable = createStyleTable(budget);

  // The row being read; the arrays are used again for each row.
  const values: CellValue[] = [];
  let styles = new Uint32Array(usualColumns);
  let columnStyles = new Uint32Array(usualColumns);
  let styledColumns = 0;
  let row = 0;
  let rowStyle = -1;
  let column = 0;
  /** How far cells reach, and how far cells with content do; how many of these were read. */
  let width = 0;
  let filled = 0;
  let count = 0;

  let effort = 0;
  let rowCount = 0;
  let columnCount = 0;
  let defaultColumnWidth = 8.71;
  let defaultRowHeight = 15;
  let rowsHiddenByDefault = false;
  const shownRows = new Set<number>();
  let frozen = { rows: 0, columns: 0 };
  let isProtected = false;

  // Both are as wide as the widest row so far: room for every column there can be would cost more than a small sheet.
  const makeRoom = (columns: number) => {
    const [before, beforeColumns] = [styles, columnStyles];
    const size = Math.min(sheetLimits.columns, Math.max(columns, 2 * before.length));
    styles = new Uint32Array(size);
    columnStyles = new Uint32Array(size);
    styles.set(before);
    columnStyles.set(beforeColumns);
  };

  const fillGap = (toColumn: number) => {
    for (; width < toColumn; width++) {
      values[width] = null;
      styles[width] = rowStyle >= 0 ? rowStyle : columnStyles[width];
    }
  };

  const reach = (toRow: number, toColumn: number) => {
    if (toRow > rowCount) rowCount = toRow;
    if (toColumn > columnCount) columnCount = toColumn;
  };

  const putFormula = (atRow: number, atColumn: number, text: string) => {
    if (--budget.formulas < 0 || (budget.formulaCharacters -= text.length) < 0) throw unreadable('tooManyCells');
    effort += text.length;
    formulas.set(cellKey(atRow, atColumn), text);
    reach(atRow, atColumn);
  };

  return {
    // Not accessors: what an object has as a getter outlives it until the memory is swept as a whole, and holds the sheet.
    row: () => row,
    effort: () => effort,

    columns(from, to, style, columnWidth, isHidden) {
      if (!(from >= 1 && to <= sheetLimits.columns && from <= to)) throw unreadable('beyondSheet');
      if (to > styles.length) makeRoom(to);
      for (let at = from; at <= to; at++) {
        columnStyles[at - 1] = style;
        if (columnWidth !== undefined) columnWidths.set(at, columnWidth);
        if (isHidden) hiddenColumns.add(at);
      }
      // A style that runs to the sheet's edge says nothing about how far the form goes.
      if (style > 0) styledColumns = Math.max(styledColumns, Math.min(to, from + drawnColumns));
    },

    startRow(at, style, height, isHidden) {
      row = at === 0 ? row + 1 : at;
      if (!(row >= 1 && row <= sheetLimits.rows)) throw unreadable('beyondSheet');
      rowStyle = style;
      column = width = filled = count = 0;
      if (height !== undefined) rowHeights.set(row, height);
      if (isHidden) hiddenRows.add(row);
      else if (rowsHiddenByDefault) shownRows.add(row);
      const before = rows[row - 1];
      // The same row a second time is laid over the first.
      if (before) {
        for (let index = 0; index < before.length; index++) values[index] = before[index];
        width = filled = before.length;
        count = before.length;
        budget.cells += before.length;
        for (let index = 0; index < width; index++) styles[index] = styleRows[row - 1]?.[index] ?? 0;
      }
    },

    cell(at, style, value) {
      column = at === 0 ? column + 1 : at;
      if (!(column >= 1 && column <= sheetLimits.columns)) throw unreadable('beyondSheet');
      if (column > styles.length) makeRoom(column);
      // Nearly every cell stands right behind the one before.
      if (column === width + 1) width = column;
      else fillGap(column);
      styles[column - 1] = style;
      values[column - 1] = value;
      if (value === null) return;
      count++;
      if (column > filled) filled = column;
    },

    formula(at, { text, type, shared: key, area }) {
      const here = at === 0 ? column + 1 : at;
      if (!(here >= 1 && here <= sheetLimits.columns)) throw unreadable('beyondSheet');
      if (type === 'shared' && key !== undefined) {
        if (text !== '') shared.set(key, { row, column: here, shift: shiftableFormula(text) });
        else {
          const first = shared.get(key);
          if (first) putFormula(row, here, first.shift(row - first.row, here - first.column));
          else orphans.push({ row, column: here, key });
          return;
        }
      }
      if (text === '' && type !== 'dataTable') return;
      const covered = type === 'array' ? parseArea(area ?? '') : undefined;
      if (covered) arrays.push({ text, area: covered });
      putFormula(row, here, text);
    },

    endRow() {
      effort += width;
      if ((budget.work -= width) < 0) throw unreadable('tooManyCells');
      let styled = width;
      if (rowStyle > 0) for (; styled < drawnColumns; styled++) styles[styled] = rowStyle;
      else if (rowStyle < 0) for (; styled < styledColumns; styled++) styles[styled] = columnStyles[styled];
      styleRows[row - 1] = styleTable.shared(styles, styled);
      if (filled === 0) return;
      // A row that is nearly all gaps weighs more: its places are paid for with memory and give nothing.
      const weight = filled > 256 && filled > 16 * count ? 4 * filled : filled;
      if ((budget.cells -= count) < 0 || (budget.places -= weight) < 0) throw unreadable('tooManyCells');
      rows[row - 1] = values.slice(0, filled);
      reach(row, filled);
    },

    note(atRow, atColumn, text) {
      notes.set(cellKey(atRow, atColumn), text);
      reach(atRow, atColumn);
    },

    merge(reference) {
      const area = parseArea(reference);
      if (!area) throw unreadable('beyondSheet');
      if (--budget.areas < 0) throw unreadable('tooManyCells');
      merges.push(area);
      reach(area.bottom, area.right);
    },

    mark(severity, references) {
      for (const reference of references.split(/\s+/)) {
        const area = parseArea(reference);
        if (!area) continue;
        // Our marks stand on single cells; one stretched over a whole sheet by a person is not followed.
        const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
        if (size > budget.areas) continue;
        budget.areas -= size;
        for (let atRow = area.top; atRow <= area.bottom; atRow++) {
          for (let atColumn = area.left; atColumn <= area.right; atColumn++) {
            marks.push({ row: atRow, column: atColumn, severity });
          }
        }
      }
    },

    defaults(width, height, rowsHidden) {
      if (width !== undefined) defaultColumnWidth = width;
      if (height !== undefined) defaultRowHeight = height;
      rowsHiddenByDefault = rowsHidden;
    },

    freeze(frozenRows, frozenColumns) {
      frozen = { rows: frozenRows, columns: frozenColumns };
    },

    protect() {
      isProtected = true;
    },

    finish(name, visibility) {
      for (const { row: atRow, column: atColumn, key } of orphans) {
        const first = shared.get(key);
        putFormula(atRow, atColumn, first ? first.shift(atRow - first.row, atColumn - first.column) : '');
      }
      for (const { text, area } of arrays) {
        // Each cell of an array has the formula, since none of them can be changed alone.
        budget.work -= (area.bottom - area.top + 1) * (area.right - area.left + 1);
        if (budget.work < 0) throw unreadable('tooManyCells');
        for (let atRow = area.top; atRow <= area.bottom; atRow++) {
          for (let atColumn = area.left; atColumn <= area.right; atColumn++) {
            if (!formulas.has(cellKey(atRow, atColumn))) putFormula(atRow, atColumn, text);
          }
        }
      }
      for (const [at, height] of rowHeights) if (height === defaultRowHeight) rowHeights.delete(at);
      if (rowsHiddenByDefault) {
        for (let at = 1; at <= rowCount; at++) if (!shownRows.has(at)) hiddenRows.add(at);
      }
      if (styledColumns > 0) {
        const untouched = columnStyles.slice(0, styledColumns);
        for (let at = 0; at < Math.max(rowCount, drawnRows); at++) styleRows[at] ??= untouched;
      }
      return {
        name,
        visibility,
        rowCount,
        columnCount,
        rows,
        styleRows,
        formulas,
        notes,
        merges,
        hiddenRows,
        hiddenColumns,
        columnWidths,
        rowHeights,
        defaultColumnWidth,
        defaultRowHeight,
        frozen,
        isProtected,
        marks,
      };
    },
  };
}

/** Room for these from the start; at least as far as styles of whole rows are followed. */
const usualColumns = 256;

/** How far a style of a whole row, column or sheet is followed where there are no cells. */
const drawnColumns = 64;
const drawnRows = 1000;

const plainRow: ArrayLike<number> = [];

/** Rows with the same styles share one array. */
function createStyleTable(budget: Budget) {
  const known = new Map<number, ArrayLike<number>[]>();
  let last: ArrayLike<number> = plainRow;
  return {
    shared(styles: Uint32Array, length: number): ArrayLike<number> {
      if (same(styles, length, last)) return last;
      let hash = length;
      let any = 0;
      for (let at = 0; at < length; at++) {
        any |= styles[at];
        hash = Math.imul(hash ^ styles[at], 0x01000193);
      }
      if (any === 0) return plainRow;
      const candidates = known.get(hash);
      for (const candidate of candidates ?? []) if (same(styles, length, candidate)) return (last = candidate);
      if ((budget.places -= length) < 0) throw unreadable('tooManyCells');
      last = any > 0xffff ? styles.slice(0, length) : Uint16Array.from(styles.subarray(0, length));
      if (!candidates) known.set(hash, [last]);
      else if (candidates.length < 8) candidates.push(last);
      return last;
    },
  };
}

function same(styles: Uint32Array, length: number, other: ArrayLike<number>): boolean {
  if (other.length !== length) return false;
  for (let at = 0; at < length; at++) if (styles[at] !== other[at]) return false;
  return true;
}
