import type { CellValue } from '../workbook/cell';
import { heightOfLines, lineCount } from '../workbook/text-measure';
import type { PlanCell, PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';

/** What a cell of a list holds; money is told apart, so that whole amounts look like all others. */
export type ListedValue = CellValue | { readonly yuan: number };

/** A part of a listed sheet: a line of its own above, then headings and rows. */
export interface ListedTable {
  readonly line?: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ListedValue[])[];
  /** Said where there are no rows. */
  readonly none: string;
}

/** A printable sheet of ours: title, lines, tables one under the other. Figures stay numbers, all else is text. */
export function listedSheet(
  name: string,
  lines: readonly string[],
  tables: readonly ListedTable[],
  widths: readonly number[],
): SheetPlan {
  const heading = `${name}（冬春救助台账助手）`;
  const rows: PlanRow[] = [lineRow(heading, 'title'), ...lines.map((text) => lineRow(text, 'line'))];
  const first = rows.length + (tables[0]?.line === undefined ? 1 : 2);
  const merges = rows.map((_, index) => ({ top: index + 1, bottom: index + 1, left: 1, right: widths.length }));
  for (const [index, { line, headings, rows: listed, none }] of tables.entries()) {
    if (index > 0) rows.push({ cells: [] });
    if (line !== undefined) rows.push(lineRow(line, 'part'));
    rows.push({ cells: headings.map((value) => ({ value, style: 'heading' })) });
    // What the row above says too is one object: lists of a hundred thousand rows repeat themselves.
    let above: readonly PlanCell[] = [];
    for (const values of listed) {
      above = values.map((value, at) => (above[at]?.value === value ? above[at] : cellOf(value)));
      rows.push({ cells: above, ...heightFor(above, widths) });
    }
    if (listed.length === 0) rows.push(lineRow(none, 'line'));
  }
  return {
    name,
    heading,
    columnWidths: widths,
    rows,
    merges,
    styles,
    ...(tables.length === 1 && { frozen: { rows: first, columns: 0 } }),
    page: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      ...(tables.length === 1 && { titleRows: { from: first, to: first } }),
      footer: '第 &P 页，共 &N 页',
    },
  };
}

const lineRow = (text: string, style: string): PlanRow => ({ cells: [{ value: text, style }] });
const empty: PlanCell = { value: null, style: 'text' };

const cellOf = (value: ListedValue): PlanCell =>
  value === null
    ? empty
    : typeof value === 'object' && 'yuan' in value
      ? { value: value.yuan, style: 'figure' }
      : typeof value === 'number'
        ? { value, style: Number.isInteger(value) ? 'whole' : 'figure' }
        : { value, style: 'text' };

/** Room for what does not stand on one line; not every program makes it by itself. */
function heightFor(cells: readonly PlanCell[], widths: readonly number[]): { readonly height?: number } {
  let lines = 1;
  cells.forEach(({ value }, at) => {
    if (typeof value === 'string' && (value.length * 2 > widths[at] || value.includes('\n')))
      lines = Math.max(lines, lineCount(value, widths[at], size));
  });
  return lines > 1 ? { height: heightOfLines(lines, size) } : {};
}

const size = 10;
const cell: PlanStyle = { font: '宋体', size: 10, border: true, vertical: 'center', wrap: true };
const styles: Readonly<Record<string, PlanStyle>> = {
  title: { font: '黑体', size: 16, horizontal: 'center', vertical: 'center' },
  line: { font: '宋体', size: 10, vertical: 'center' },
  part: { font: '黑体', size: 12, vertical: 'center' },
  heading: { ...cell, font: '黑体', horizontal: 'center' },
  text: { ...cell, numberFormat: '@' },
  whole: { ...cell, horizontal: 'center', numberFormat: '0' },
  figure: { ...cell, horizontal: 'right', numberFormat: '0.00' },
};
