import { areaName, columnName } from '../../core/workbook/cell';
import type { PlanStyle, SheetPlan } from '../../core/workbook/sheet-plan';
import { setUpPage } from './set-up-page';

/** Queues the drawing of a planned sheet: a new one at the end, or over the one of ours that has its name. */
export function drawPlan(context: Excel.RequestContext, plan: SheetPlan, exists: boolean): void {
  const sheets = context.workbook.worksheets;
  const sheet = exists ? sheets.getItem(plan.name) : sheets.add(plan.name);
  if (exists) {
    sheet.getRange().clear();
    sheet.getRange().unmerge();
  }
  const columns = [plan.columnWidths.length, ...plan.merges.map((merge) => merge.right)].reduce(
    (most, width) => Math.max(most, width),
    plan.rows.reduce((most, row) => Math.max(most, row.cells.length), 1),
  );
  for (const [style, areas] of styleRuns(plan)) {
    for (const area of areas) paint(sheet.getRange(area), style);
  }
  if (plan.rows.length > 0) {
    sheet.getRangeByIndexes(0, 0, plan.rows.length, columns).values = plan.rows.map((row) =>
      Array.from({ length: columns }, (_, at) => {
        const value = row.cells[at]?.value ?? null;
        if (value === null || typeof value === 'object') return '';
        const isText = typeof value === 'string' && plan.styles[row.cells[at].style ?? '']?.numberFormat !== '@';
        return isText && /^[=+\-@'\d]/.test(value) ? `'${value}` : value;
      }),
    );
  }
  plan.columnWidths.forEach((width, at) => {
    const column = columnName(at + 1);
    // Excel counts in points here; a character of 11-point SimSun is about 5.6 of them wide, with 3.75 for the margins.
    sheet.getRange(`${column}:${column}`).format.columnWidth = width * 5.625 + 3.75;
  });
  plan.rows.forEach((row, at) => {
    if (row.height !== undefined) sheet.getRange(`${at + 1}:${at + 1}`).format.rowHeight = row.height;
    if (row.pageBreakBefore) sheet.horizontalPageBreaks.add(`A${at + 1}`);
  });
  for (const merge of plan.merges) sheet.getRange(areaName(merge)).merge();
  freeze(sheet, plan);
  for (const { area, choices } of plan.lists ?? []) {
    sheet.getRange(areaName(area)).dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  }
  if (plan.page) setUpPage(sheet, plan.page);
  sheet.visibility = plan.visibility === 'hidden' ? 'Hidden' : 'Visible';
}

function freeze(sheet: Excel.Worksheet, { frozen }: SheetPlan): void {
  sheet.freezePanes.unfreeze();
  if (!frozen) return;
  if (frozen.rows > 0 && frozen.columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozen.rows, frozen.columns));
  else if (frozen.rows > 0) sheet.freezePanes.freezeRows(frozen.rows);
  else if (frozen.columns > 0) sheet.freezePanes.freezeColumns(frozen.columns);
}

/** Cells of one look, joined along each row, so that a table of one look costs one call a row at most. */
function styleRuns(plan: SheetPlan): readonly (readonly [PlanStyle, readonly string[]])[] {
  const runs = new Map<string, { left: number; right: number; top: number; bottom: number }[]>();
  plan.rows.forEach((row, at) => {
    row.cells.forEach((cell, column) => {
      if (cell.style === undefined) return;
      const list = runs.get(cell.style) ?? [];
      const last = list[list.length - 1];
      if (last && last.top === at + 1 && last.right === column) last.right = column + 1;
      else list.push({ left: column + 1, right: column + 1, top: at + 1, bottom: at + 1 });
      runs.set(cell.style, list);
    });
  });
  return [...runs].flatMap(([name, list]) => {
    const joined: typeof list = [];
    for (const run of list) {
      const above = joined.find(
        (other) => other.left === run.left && other.right === run.right && other.bottom === run.top - 1,
      );
      if (above) above.bottom = run.bottom;
      else joined.push({ ...run });
    }
    const style = plan.styles[name];
    return style ? [[style, joined.map(areaName)] as const] : [];
  });
}

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

function paint(range: Excel.Range, style: PlanStyle): void {
  if (style.numberFormat) range.numberFormat = style.numberFormat as unknown as string[][];
  const { font } = range.format;
  if (style.font) font.name = style.font;
  if (style.size) font.size = style.size;
  if (style.bold) font.bold = true;
  if (style.color) font.color = style.color;
  if (style.fill) range.format.fill.color = style.fill;
  if (style.border) for (const edge of edges) range.format.borders.getItem(edge).style = 'Continuous';
  if (style.horizontal)
    range.format.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[style.horizontal];
  if (style.vertical)
    range.format.verticalAlignment = ({ top: 'Top', center: 'Center', bottom: 'Bottom' } as const)[style.vertical];
  if (style.wrap) range.format.wrapText = true;
}
