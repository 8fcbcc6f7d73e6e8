import type { FillResult } from '../core/fills/fill-result';
import type { Finding } from '../core/findings/finding';
import { isValidDay, serialOfDate } from '../core/ledger/dates';
import { isBlankText } from '../core/ledger/tidy';
import { cellKey, type CellAt } from '../core/workbook/cell';
import type { CellEdit } from '../core/workbook/change';
import { sheetNamed, styleAt, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../core/workbook/snapshot';

/**
 * What fills propose, as the cells of the workbook can take it: a day goes as a serial number into a cell formatted as
 * a date; a cell that holds a stroke or a remark is not empty and gets nothing, one hidden under a merge neither.
 */
export function fitFill(filled: FillResult, workbook: WorkbookSnapshot): FillResult {
  const covers = new Map<string, (at: CellAt) => boolean>();
  const isCovered = (at: CellAt): boolean => {
    const sheet = sheetNamed(workbook, at.sheet);
    if (!sheet) return false;
    const known = covers.get(at.sheet) ?? coverOf(sheet);
    covers.set(at.sheet, known);
    return known(at);
  };
  const fits = filled.edits.filter(({ edit }) => isEmptyAt(workbook, edit.at) && !isCovered(edit.at));
  return {
    ...filled,
    edits: fits.map((proposed) => ({ ...proposed, edit: fitDay(proposed.edit, workbook) })),
    notFilled: filled.notFilled.filter(({ at }) => !isCovered(at)),
    findings: fitFixes(filled.findings, [workbook]),
  };
}

/** The findings, their fixes writing days as serial numbers into cells formatted as dates. */
export function fitFixes(findings: readonly Finding[], workbooks: readonly WorkbookSnapshot[]): readonly Finding[] {
  const byName = new Map(workbooks.map((workbook) => [workbook.name, workbook]));
  return findings.map((finding) => {
    const workbook = byName.get(finding.at[0].workbook);
    if (!workbook || !finding.fix?.edits.some(writesDay)) return finding;
    return { ...finding, fix: { ...finding.fix, edits: finding.fix.edits.map((edit) => fitDay(edit, workbook)) } };
  });
}

const writesDay = ({ to }: CellEdit): boolean => typeof to === 'string' && isValidDay(to);

function fitDay(edit: CellEdit, workbook: WorkbookSnapshot): CellEdit {
  const { at, to } = edit;
  if (typeof to !== 'string' || !isValidDay(to)) return edit;
  const sheet = sheetNamed(workbook, at.sheet);
  if (!sheet || !isDayFormat(styleAt(workbook, sheet, at.row, at.column).numberFormat)) return edit;
  return { ...edit, to: serialOfDate(to, workbook.date1904) };
}

/** A format that shows a year or a day, what stands in quotes or brackets left out. */
const isDayFormat = (format: string): boolean =>
  format.toLowerCase() !== 'general' && /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

function isEmptyAt(workbook: WorkbookSnapshot, at: CellAt): boolean {
  const sheet = sheetNamed(workbook, at.sheet);
  const value = sheet ? valueAt(sheet, at.row, at.column) : null;
  return value === null || (typeof value === 'string' && isBlankText(value));
}

/** Tells whether a cell lies under a merge without being its first cell. */
function coverOf(sheet: SheetSnapshot): (at: CellAt) => boolean {
  // A merge over a whole column would make a million entries; such ones are looked at one by one.
  const tall = sheet.merges.filter((area) => area.bottom - area.top >= 1000);
  const covered = new Set<number>();
  for (const area of sheet.merges) {
    if (area.bottom - area.top >= 1000) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (row !== area.top || column !== area.left) covered.add(cellKey(row, column));
      }
    }
  }
  return ({ row, column }) =>
    covered.has(cellKey(row, column)) ||
    tall.some(
      (area) =>
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right &&
        (row !== area.top || column !== area.left),
    );
}
