import type { Step } from '../workbook/port';
import type { PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';
import { journalHeading, type JournalStep } from './journal';
import { rowsOfStep, type Written } from './journal-cells';
import { cellsOneByOne, headingRow, journalColumns, journalLimits, rowsAtOnce } from './journal-columns';

/** The sheet 操作记录 with these steps; `droppedTo` is the number of the last step that is no longer kept. */
export function* journalPlan(
  name: string,
  steps: readonly JournalStep[],
  droppedTo?: number,
): Generator<Step, SheetPlan> {
  const styles: Record<string, PlanStyle> = { ...looks };
  const cellOf = ({ value, numberFormat }: Written) => {
    const style = `cell ${numberFormat}`;
    styles[style] ??= { ...cell, numberFormat };
    return { value, style };
  };
  const rows: PlanRow[] = [];
  for (const step of steps) {
    for (const row of rowsOfStep(step)) {
      if (rows.push({ cells: row.map(cellOf) }) % rowsAtOnce === 0)
        yield { doing: '正在登记改动', done: rows.length, total: journalLimits.rows };
    }
  }
  return {
    name,
    heading: journalHeading,
    columnWidths: journalColumns.map(({ width }) => width),
    rows: [
      line(journalHeading, 'title'),
      line(
        `每改动一格登记一行，一步超过 ${cellsOneByOne} 格的合并登记、值依次列在方括号里；重新打开后仍可在面板的“改动”里逐步撤销；请勿改动本表。`,
      ),
      line(
        `只保留最近的 ${journalLimits.steps} 步、${journalLimits.cells} 格。${droppedTo === undefined ? '' : `第 ${droppedTo} 步及更早的登记已删去。`}`,
      ),
      { cells: journalColumns.map(({ heading }) => ({ value: heading, style: 'heading' })) },
      ...rows,
    ],
    merges: [1, 2, 3].map((row) => ({ top: row, bottom: row, left: 1, right: journalColumns.length })),
    styles,
    frozen: { rows: headingRow, columns: 0 },
    page: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: { from: headingRow, to: headingRow },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

const line = (text: string, style = 'line'): PlanRow => ({ cells: [{ value: text, style }] });

const cell: PlanStyle = { font: '宋体', size: 10, border: true, vertical: 'center' };
const looks: Readonly<Record<string, PlanStyle>> = {
  title: { font: '黑体', size: 16, horizontal: 'center', vertical: 'center' },
  line: { font: '宋体', size: 10, vertical: 'center' },
  heading: { ...cell, font: '黑体', horizontal: 'center' },
};
