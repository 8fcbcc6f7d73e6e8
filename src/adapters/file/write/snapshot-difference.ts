import { cellStyleOf } from '../../../core/workbook/apply-to-snapshot';
import { sameValue } from '../../../core/workbook/cell';
import type { Mark } from '../../../core/workbook/change';
import {
  plainStyle,
  valueAt,
  type CellStyle,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../core/workbook/snapshot';
import type { CellPatch, CellPatches } from './cell-splices';
import type { SheetPatch } from './sheet-patch';

/** What became of a workbook's sheets between two snapshots. */
export interface WorkbookDifference {
  readonly removed: readonly SheetSnapshot[];
  /** Sheets drawn from a plan that follow all old ones, in order. */
  readonly added: readonly SheetSnapshot[];
  /** Sheets of ours drawn anew where they were. */
  readonly redrawn: readonly { readonly was: SheetSnapshot; readonly sheet: SheetSnapshot }[];
  readonly patched: readonly { readonly sheet: SheetSnapshot; readonly patch: SheetPatch }[];
}

/** Compares two snapshots of which the second came from the first by changes. Steps taken back leave no difference. */
export function differenceOf(original: WorkbookSnapshot, current: WorkbookSnapshot): WorkbookDifference {
  const kept = new Map<SheetSnapshot, SheetSnapshot>();
  const added: SheetSnapshot[] = [];
  let behind = -1;
  for (const sheet of current.sheets) {
    const index = original.sheets.findIndex((candidate) => candidate.name === sheet.name);
    // A sheet taken away and put again stands at the end now, so it is a new one.
    if (index > behind && added.length === 0) {
      kept.set(original.sheets[index], sheet);
      behind = index;
    } else added.push(sheet);
  }
  const redrawn: { was: SheetSnapshot; sheet: SheetSnapshot }[] = [];
  const patched: { sheet: SheetSnapshot; patch: SheetPatch }[] = [];
  for (const [was, sheet] of kept) {
    if (was === sheet) continue;
    if (sheet.plan && !isRestored(original, was, current, sheet)) {
      redrawn.push({ was, sheet });
      continue;
    }
    const cells = cellsBetween(original, was, current, sheet);
    const marks = sameMarks(was.marks, sheet.marks) ? undefined : sheet.marks;
    if (cells.size > 0 || marks) patched.push({ sheet, patch: { cells, ...(marks ? { marks } : {}) } });
  }
  return { removed: original.sheets.filter((sheet) => !kept.has(sheet)), added, redrawn, patched };
}

/** The cells that hold another value or number format; rows shared by both snapshots are passed over. */
function cellsBetween(
  original: WorkbookSnapshot,
  was: SheetSnapshot,
  current: WorkbookSnapshot,
  sheet: SheetSnapshot,
): CellPatches {
  const patches = new Map<number, readonly CellPatch[]>();
  const rows = Math.max(was.rows.length, sheet.rows.length, was.styleRows.length, sheet.styleRows.length);
  for (let at = 0; at < rows; at++) {
    const [before, after] = [was.rows[at], sheet.rows[at]];
    const [styledBefore, styledAfter] = [was.styleRows[at], sheet.styleRows[at]];
    if (before === after && styledBefore === styledAfter) continue;
    const cells: CellPatch[] = [];
    const columns = Math.max(
      before?.length ?? 0,
      after?.length ?? 0,
      styledBefore?.length ?? 0,
      styledAfter?.length ?? 0,
    );
    for (let index = 0; index < columns; index++) {
      const value = after?.[index] ?? null;
      const format = formatOf(current, styledAfter?.[index]);
      const changed = !sameValue(before?.[index] ?? null, value);
      const reformatted = format !== formatOf(original, styledBefore?.[index]);
      if (!changed && !reformatted) continue;
      cells.push({
        column: index + 1,
        ...(changed ? { value } : {}),
        ...(reformatted ? { numberFormat: format } : {}),
      });
    }
    if (cells.length > 0) patches.set(at + 1, cells);
  }
  return patches;
}

const formatOf = (workbook: WorkbookSnapshot, style: number | undefined): string =>
  (workbook.styles[style ?? 0] ?? plainStyle).numberFormat;

function sameMarks(left: readonly Mark[], right: readonly Mark[]): boolean {
  if (left === right) return true;
  const keys = (marks: readonly Mark[]) => new Set(marks.map((mark) => `${mark.row} ${mark.column} ${mark.severity}`));
  const [one, other] = [keys(left), keys(right)];
  return one.size === other.size && [...one].every((key) => other.has(key));
}

/** Whether a planned sheet shows just what the old sheet showed: then the old one, with all no plan can say, is kept. */
function isRestored(
  original: WorkbookSnapshot,
  was: SheetSnapshot,
  current: WorkbookSnapshot,
  sheet: SheetSnapshot,
): boolean {
  if (sheet.plan?.page || sheet.plan?.lists || was.visibility !== sheet.visibility || was.formulas.size > 0)
    return false;
  if (!sameMarks(was.marks, sheet.marks) || !sameAreas(was, sheet)) return false;
  const looks = new Map<string, boolean>();
  for (let row = 1; row <= Math.max(was.rowCount, sheet.rowCount); row++) {
    for (let column = 1; column <= Math.max(was.columnCount, sheet.columnCount); column++) {
      if (!sameValue(valueAt(was, row, column), valueAt(sheet, row, column))) return false;
      const before = was.styleRows[row - 1]?.[column - 1] ?? 0;
      const after = sheet.styleRows[row - 1]?.[column - 1] ?? 0;
      const key = `${before} ${after}`;
      const same = looks.get(key) ?? sameLook(original.styles[before], current.styles[after]);
      looks.set(key, same);
      if (!same) return false;
    }
  }
  return true;
}

const sameAreas = (left: SheetSnapshot, right: SheetSnapshot): boolean => {
  const key = (sheet: SheetSnapshot) =>
    sheet.merges
      .map(({ top, left: from, bottom, right: to }) => `${top} ${from} ${bottom} ${to}`)
      .sort()
      .join();
  return key(left) === key(right);
};

/** Compares as much of two looks as a plan can say. */
function sameLook(left: CellStyle = plainStyle, right: CellStyle = plainStyle): boolean {
  const planned = (style: CellStyle) =>
    JSON.stringify(
      cellStyleOf({
        numberFormat: style.numberFormat,
        font: style.font?.name,
        size: style.font?.size,
        bold: style.font?.bold || undefined,
        color: style.font?.color,
        fill: style.fill,
        border: style.border?.top || undefined,
        horizontal: style.horizontal === 'justify' ? 'left' : style.horizontal,
        vertical: style.vertical,
        wrap: style.wrap || undefined,
      }),
    );
  return planned(left) === planned(right);
}
