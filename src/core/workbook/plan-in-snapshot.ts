import type { CellValue } from './cell';
import { sameValue } from './cell';
import type { Step } from './port';
import type { PlanRow, PlanStyle, SheetPlan } from './sheet-plan';
import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { plainStyle, styleAt, valueAt } from './snapshot';

/** A planned sheet as it stands in the snapshot, and the snapshot's styles with those it needs. */
export function* drawPlan(
  workbook: WorkbookSnapshot,
  plan: SheetPlan,
): Generator<Step, { readonly styles: readonly CellStyle[]; readonly drawn: SheetSnapshot }> {
  const styles = [...workbook.styles];
  if (styles.length === 0) styles.push(plainStyle);
  const indexes = new Map(
    Object.entries(plan.styles).map(([name, style]) => [name, indexOfStyle(styles, cellStyleOf(style))]),
  );
  // Not Math.max with a spread: a plan may have more rows than a call may have arguments.
  const widest = plan.rows.reduce(
    (most, row) => Math.max(most, row.cells.length),
    plan.merges.reduce((most, merge) => Math.max(most, merge.right), 0),
  );
  const rows: CellValue[][] = [];
  const styleRows: number[][] = [];
  for (const [at, row] of plan.rows.entries()) {
    if (at % atOnce === atOnce - 1) yield { doing: '正在写入工作表', done: at, total: plan.rows.length };
    rows.push(row.cells.map((cell) => cell.value));
    styleRows.push(row.cells.map((cell) => (cell.style === undefined ? 0 : (indexes.get(cell.style) ?? 0))));
  }
  return {
    styles,
    drawn: {
      name: plan.name,
      visibility: plan.visibility ?? 'visible',
      rowCount: plan.merges.reduce((most, merge) => Math.max(most, merge.bottom), plan.rows.length),
      columnCount: widest,
      rows,
      styleRows,
      formulas: new Map(),
      notes: new Map(),
      merges: plan.merges,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      columnWidths: new Map(plan.columnWidths.map((width, at) => [at + 1, width])),
      rowHeights: new Map(
        plan.rows.flatMap((row, at) => (row.height === undefined ? [] : [[at + 1, row.height] as const])),
      ),
      defaultColumnWidth: 8.43,
      defaultRowHeight: 15,
      frozen: plan.frozen ?? { rows: 0, columns: 0 },
      isProtected: false,
      marks: [],
      plan,
    },
  };
}

/** How a planned look appears in a snapshot. */
export function cellStyleOf(style: PlanStyle): CellStyle {
  const font = { name: style.font, size: style.size, bold: style.bold, color: style.color };
  const hasFont = Object.values(font).some((value) => value !== undefined);
  return {
    numberFormat: style.numberFormat ?? 'General',
    ...(hasFont ? { font } : {}),
    ...(style.fill ? { fill: style.fill } : {}),
    ...(style.border ? { border: { top: true, right: true, bottom: true, left: true } } : {}),
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(style.vertical ? { vertical: style.vertical } : {}),
    ...(style.wrap ? { wrap: true } : {}),
    locked: true,
  };
}

/** The plan that puts a sheet of ours back as it stands; the plan it came from, where it was put in this session. */
export function* planOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot, heading: string): Generator<Step, SheetPlan> {
  if (sheet.plan && (yield* isAsPlanned(sheet, sheet.plan))) return sheet.plan;
  const used = new Map<number, PlanStyle>();
  const rows: PlanRow[] = [];
  for (let at = 0; at < sheet.rowCount; at++) {
    if (at % atOnce === atOnce - 1) yield { doing: '正在记下工作表', done: at, total: sheet.rowCount };
    const cells = Array.from({ length: sheet.columnCount }, (_cell, column) => {
      const index = sheet.styleRows[at]?.[column] ?? 0;
      if (!used.has(index)) used.set(index, planStyleOf(styleAt(workbook, sheet, at + 1, column + 1)));
      return { value: valueAt(sheet, at + 1, column + 1), style: `s${index}` };
    });
    rows.push({ height: sheet.rowHeights.get(at + 1), cells });
  }
  return {
    name: sheet.name,
    heading,
    columnWidths: Array.from(
      { length: sheet.columnCount },
      (_, at) => sheet.columnWidths.get(at + 1) ?? sheet.defaultColumnWidth,
    ),
    rows,
    merges: sheet.merges,
    styles: Object.fromEntries([...used].map(([index, style]) => [`s${index}`, style])),
    frozen: sheet.frozen,
    ...(sheet.visibility === 'visible' ? {} : { visibility: 'hidden' as const }),
    ...(sheet.plan?.page ? { page: sheet.plan.page } : {}),
    ...(sheet.plan?.lists ? { lists: sheet.plan.lists } : {}),
  };
}

/** True where no cell of the sheet was changed since it was put. */
function* isAsPlanned(sheet: SheetSnapshot, plan: SheetPlan): Generator<Step, boolean> {
  for (const [at, row] of plan.rows.entries()) {
    if (at % atOnce === atOnce - 1) yield { doing: '正在记下工作表', done: at, total: plan.rows.length };
    if (!row.cells.every((cell, column) => sameValue(cell.value, valueAt(sheet, at + 1, column + 1)))) return false;
  }
  return true;
}

const planStyleOf = (style: CellStyle): PlanStyle => ({
  font: style.font?.name,
  size: style.font?.size,
  bold: style.font?.bold,
  color: style.font?.color,
  fill: style.fill,
  border: style.border?.top,
  horizontal: style.horizontal === 'justify' ? 'left' : style.horizontal,
  vertical: style.vertical,
  wrap: style.wrap,
  numberFormat: style.numberFormat,
});

/** The place of a style in the list, put at its end where it is new. */
export function indexOfStyle(styles: CellStyle[], wanted: CellStyle): number {
  const text = JSON.stringify(wanted);
  const known = styles.findIndex(
    (style) => style.numberFormat === wanted.numberFormat && JSON.stringify(style) === text,
  );
  return known >= 0 ? known : styles.push(wanted) - 1;
}

// A row of a plan is some twenty cells; so many are a few milliseconds' work.
const atOnce = 512;
