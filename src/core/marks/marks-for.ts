import type { Finding } from '../findings/finding';
import { cellKey, cellOfKey, type CellRef } from '../workbook/cell';
import type { MarkSeverity, WorkbookChange } from '../workbook/change';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/**
 * The marks of one workbook, sheet by sheet: on each guilty cell, and on the cells of other rows that a finding names
 * (the other places of a duplicate). A cell with several findings gets the gravest. Sheets whose old marks have no
 * finding any more are cleared.
 */
export function marksFor(findings: readonly Finding[], workbook: WorkbookSnapshot): readonly WorkbookChange[] {
  const marked = new Map<string, Map<number, MarkSeverity>>();
  for (const finding of findings) {
    for (const cell of cellsToMark(finding)) {
      if (cell.workbook !== workbook.name) continue;
      const cells = marked.get(cell.sheet) ?? new Map<number, MarkSeverity>();
      marked.set(cell.sheet, cells);
      const key = cellKey(cell.row, cell.column);
      const before = cells.get(key);
      if (before === undefined || gravity[finding.severity] > gravity[before]) cells.set(key, finding.severity);
    }
  }
  return workbook.sheets
    .filter((sheet) => marked.has(sheet.name) || sheet.marks.length > 0)
    .map((sheet) => ({
      kind: 'replace-marks',
      sheet: sheet.name,
      marks: [...(marked.get(sheet.name) ?? [])]
        .sort(([left], [right]) => left - right)
        .map(([key, severity]) => ({ ...cellOfKey(key), severity })),
    }));
}

const gravity: Readonly<Record<MarkSeverity, number>> = { note: 0, warning: 1, error: 2 };

const cellsToMark = ({ at: [guilty, ...others] }: Finding): readonly CellRef[] => [
  guilty,
  ...others.filter(({ workbook, sheet, row }) => {
    const sameRow = workbook === guilty.workbook && sheet === guilty.sheet && row === guilty.row;
    return !sameRow;
  }),
];
