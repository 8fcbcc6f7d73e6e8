import type { Finding } from '../findings/finding';
import { cellKey, cellOfKey, type CellRef } from '../workbook/cell';
import type { MarkSeverity, WorkbookChange } from '../workbook/change';
import { finish, type Step } from '../workbook/port';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/**
 * The marks of one workbook, sheet by sheet: on each guilty cell, and on the cells of other rows that a finding names
 * (the other places of a duplicate). A cell with several findings gets the gravest. Sheets whose old marks have no
 * finding any more are cleared.
 */
export const marksFor = (findings: readonly Finding[], workbook: WorkbookSnapshot): readonly WorkbookChange[] =>
  finish(marksInSteps(findings, workbook));

/** The same in steps, for whoever must not be held up by ten thousand findings. */
export function* marksInSteps(
  findings: readonly Finding[],
  workbook: WorkbookSnapshot,
): Generator<Step, readonly WorkbookChange[]> {
  const marked = new Map<string, Map<number, MarkSeverity>>();
  for (const [index, finding] of findings.entries()) {
    if (index % findingsAtOnce === findingsAtOnce - 1)
      yield { doing: '正在准备标记', done: index, total: findings.length };
    for (const cell of cellsToMark(finding)) {
      if (cell.workbook !== workbook.name) continue;
      const cells = marked.get(cell.sheet) ?? new Map<number, MarkSeverity>();
      marked.set(cell.sheet, cells);
      const key = cellKey(cell.row, cell.column);
      const before = cells.get(key);
      if (before === undefined || gravity[finding.severity] > gravity[before]) cells.set(key, finding.severity);
    }
  }
  const changes: WorkbookChange[] = [];
  for (const sheet of workbook.sheets) {
    const cells = marked.get(sheet.name);
    if (!cells && sheet.marks.length === 0) continue;
    yield { doing: '正在准备标记', done: findings.length, total: findings.length };
    const marks = [...(cells ?? [])]
      .sort(([left], [right]) => left - right)
      .map(([key, severity]) => ({ ...cellOfKey(key), severity }));
    changes.push({ kind: 'replace-marks', sheet: sheet.name, marks });
  }
  return changes;
}

/** So many are a few milliseconds' work. */
const findingsAtOnce = 2048;

const gravity: Readonly<Record<MarkSeverity, number>> = { note: 0, warning: 1, error: 2 };

const cellsToMark = ({ at: [guilty, ...others] }: Finding): readonly CellRef[] => [
  guilty,
  ...others.filter(({ workbook, sheet, row }) => {
    const sameRow = workbook === guilty.workbook && sheet === guilty.sheet && row === guilty.row;
    return !sameRow;
  }),
];
