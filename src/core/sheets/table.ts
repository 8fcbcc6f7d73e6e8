import type { CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import type { PageSetup, SheetPlan } from '../workbook/sheet-plan';
import { fillWidth, layout, lineHeight, pageOf, roomOnPage, type Box, type Layout, type Line } from './layout';
import { paperCode } from './paper-code';
import { printStyles, type PrintStyle } from './print-styles';
import { heightOfLines, lineCount, textWidth } from '../workbook/text-measure';

/** A column of a printed table. */
export interface TableColumn<R> {
  /** From the top heading row down. */
  readonly heading: readonly [string, ...string[]];
  /** In characters; all columns are then stretched to fill the page. */
  readonly width: number;
  readonly style: 'text' | 'center' | 'digits' | 'count' | 'quantity' | 'money';
  /** `index` counts all rows from 0 and goes on over pages. */
  readonly value: (row: R, index: number) => CellValue;
  /** What the row adds to subtotals and totals, in the cell's own unit × 100, so that it stays a whole number. */
  readonly hundredths?: (row: R) => number;
}

/** A table over as many pages as it needs, with its words above and below. */
export interface PrintedTable<R> {
  /** The sheet's name and the text of its first cell. */
  readonly name: string;
  readonly heading: string;
  readonly title: string;
  readonly above: readonly Line[];
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  /** Stands in the table where there is no row. */
  readonly whenEmpty: string;
  /** Rows of one section stand together and get a subtotal of that name, where there are two sections or more. */
  readonly section?: (row: R) => string;
  /** Said in total rows behind the label, such as `36户`. */
  readonly counted?: (rows: readonly R[]) => string;
  /** A row under the total over the whole width. */
  readonly underTotal?: string;
  /** Kept together with the total: signatures, dates, seals. */
  readonly below: readonly Line[];
  readonly page: Pick<PageSetup, 'paper' | 'orientation'>;
  /** The least height of a row in points. */
  readonly rowHeight: number;
  /** It goes up on a board. */
  readonly isPublic?: boolean;
}

type Item<R> =
  | {
      readonly kind: 'row';
      readonly row: R;
      readonly index: number;
      readonly values: readonly CellValue[];
      readonly height: number;
    }
  | { readonly kind: 'section'; readonly name: string; readonly rows: readonly R[]; readonly height: number };

const totalHeight = 24;

/**
 * The sheet of a table. Where it needs more than one page, headings come again on each, each page ends with its subtotal,
 * and breaks are set so that these are right; total and signatures stand on the last page together with at least one row.
 */
export function* printedTable<R>(table: PrintedTable<R>): Generator<Step, SheetPlan> {
  const { items, widths } = yield* itemsOf(table);
  const sheet = layout(table.heading, widths, table.isPublic ? 'markUnseen' : 'mark');
  const sums = table.columns.some((column) => column.hundredths);
  sheet.line({ parts: [table.title], style: 'title', height: 36 });
  for (const line of table.above) sheet.line(line);
  const headingsFrom = sheet.count() + 1;
  headingRows(sheet, table.columns, widths);
  const headingsTo = sheet.count();

  const code = paperCode(items.flatMap((item) => (item.kind === 'row' ? [item.values.slice(1)] : [])));
  const below: readonly Line[] = [...table.below, { parts: [`核对码：${code}`], style: 'note' }];
  const room = roomOnPage(table.page).height;
  const headings = headingHeights(table.columns, widths).reduce((sum, height) => sum + height, 0);
  const top =
    lineHeight({ parts: [table.heading], style: 'mark' }, widths) +
    [{ parts: [table.title], style: 'title', height: 36 } as Line, ...table.above].reduce(
      (sum, line) => sum + lineHeight(line, widths),
      headings,
    );
  const tail =
    below.reduce((sum, line) => sum + lineHeight(line, widths), 0) +
    (sums ? totalHeight : 0) +
    (table.underTotal === undefined ? 0 : totalHeight);
  const pages = paginate(items, { first: room - top, next: room - headings, tail, subtotal: sums ? totalHeight : 0 });

  for (const [page, onPage] of pages.entries()) {
    for (const [place, item] of onPage.entries()) {
      const breakBefore = page > 0 && place === 0;
      if (item.kind === 'row') sheet.row(item.height, boxesOfRow(table, item.values), breakBefore);
      else totalRow(sheet, table, `${item.name}小计`, item.rows);
    }
    const rows = onPage.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
    if (sums && pages.length > 1) totalRow(sheet, table, '本页小计', rows);
    yield { doing: `排版“${table.title}”`, done: page + 1, total: pages.length };
  }
  if (items.length === 0) {
    sheet.row(totalHeight, [{ value: table.whenEmpty, style: 'center', span: table.columns.length }]);
  }
  if (sums) totalRow(sheet, table, '合计', table.rows);
  if (table.underTotal !== undefined) {
    sheet.row(totalHeight, [{ value: table.underTotal, style: 'totalLeft', span: table.columns.length }]);
  }
  for (const line of below) sheet.line(line);
  return sheet.plan({
    name: table.name,
    page: pageOf(table.page.paper, table.page.orientation, { from: headingsFrom, to: headingsTo }),
    frozenRows: headingsTo,
  });
}

function* itemsOf<R>(
  table: PrintedTable<R>,
): Generator<Step, { readonly items: readonly Item<R>[]; readonly widths: readonly number[] }> {
  const { section } = table;
  const parts = sectionsOf(table.rows, section);
  const needs = table.columns.map(
    ({ heading }) => textWidth(heading[heading.length - 1], printStyles.heading.size) + 1.2,
  );
  const drafts: Item<R>[] = [];
  let index = 0;
  for (const part of parts) {
    for (const row of part.rows) {
      const values = table.columns.map((column) => column.value(row, index));
      values.forEach((value, place) => {
        if (typeof value !== 'string' || value.length < 3) return;
        needs[place] = Math.max(needs[place], textWidth(value, printStyles[table.columns[place].style].size) + 1.2);
      });
      drafts.push({ kind: 'row', row, index, values, height: 0 });
      index += 1;
      if (index % 500 === 0) yield { doing: `排版“${table.title}”`, done: index, total: table.rows.length };
    }
    if (parts.length > 1) drafts.push({ kind: 'section', name: part.name, rows: part.rows, height: totalHeight });
  }
  const widths = fillWidth(
    table.columns.map(({ width, style }, place) => ({ width, need: needs[place], isFixed: style === 'digits' })),
    table.page,
  );
  const items: Item<R>[] = [];
  for (const draft of drafts) {
    items.push(draft.kind === 'row' ? { ...draft, height: heightOfRow(table, draft.values, widths) } : draft);
    if (items.length % 500 === 0) yield { doing: `排版“${table.title}”`, done: items.length, total: drafts.length };
  }
  return { items, widths };
}

/** The rows by section, sections in the order in which they first come. */
export function sectionsOf<R>(
  rows: readonly R[],
  section: ((row: R) => string) | undefined,
): readonly { readonly name: string; readonly rows: readonly R[] }[] {
  const parts = new Map<string, R[]>();
  for (const row of rows) {
    const name = section?.(row) ?? '';
    const part = parts.get(name);
    if (part) part.push(row);
    else parts.set(name, [row]);
  }
  return [...parts].map(([name, inPart]) => ({ name, rows: inPart }));
}

function heightOfRow<R>(table: PrintedTable<R>, values: readonly CellValue[], widths: readonly number[]): number {
  let height = table.rowHeight;
  for (const [place, value] of values.entries()) {
    if (typeof value !== 'string' || value.length < 4) continue;
    const style = printStyles[table.columns[place].style];
    if (!('wrap' in style)) continue;
    const { size } = style;
    height = Math.max(height, heightOfLines(lineCount(value, widths[place], size), size));
  }
  return height;
}

const boxesOfRow = <R>(table: PrintedTable<R>, values: readonly CellValue[]): readonly Box[] =>
  values.map((value, place) => ({ value, style: table.columns[place].style }));

const totalStyles: Readonly<Record<TableColumn<never>['style'], PrintStyle>> = {
  text: 'totalText',
  center: 'totalText',
  digits: 'totalText',
  count: 'totalCount',
  quantity: 'totalQuantity',
  money: 'totalMoney',
};

/** The label over the columns before the first sum, then the sums. */
function totalRow<R>(sheet: Layout, table: PrintedTable<R>, label: string, rows: readonly R[]): void {
  const first = table.columns.findIndex((column) => column.hundredths);
  const counted = table.counted ? `（${table.counted(rows)}）` : '';
  const sums = table.columns.slice(first).map(({ hundredths, style }): Box => ({
    value: hundredths ? rows.reduce((sum, row) => sum + hundredths(row), 0) / 100 : null,
    style: totalStyles[style],
  }));
  sheet.row(totalHeight, [{ value: label + counted, style: 'totalText', span: first }, ...sums]);
}

function headingHeights<R>(columns: readonly TableColumn<R>[], widths: readonly number[]): readonly number[] {
  const depth = Math.max(...columns.map((column) => column.heading.length));
  const { size } = printStyles.heading;
  return Array.from({ length: depth }, (_, level) =>
    level < depth - 1
      ? 21
      : Math.max(
          30,
          ...columns.map(
            ({ heading }, place) =>
              heightOfLines(lineCount(heading[heading.length - 1], widths[place], size), size) -
              (heading.length < depth ? 21 * (depth - heading.length) : 0),
          ),
        ),
  );
}

/** One row for each level; a heading over several columns is merged, a short one reaches down. */
function headingRows<R>(sheet: Layout, columns: readonly TableColumn<R>[], widths: readonly number[]): void {
  const heights = headingHeights(columns, widths);
  const depth = heights.length;
  heights.forEach((height, level) => {
    const boxes: Box[] = [];
    for (let place = 0; place < columns.length;) {
      const { heading } = columns[place];
      const isLast = level === heading.length - 1;
      let span = 1;
      while (!isLast && sharesHeading(columns[place + span]?.heading, heading, level)) span += 1;
      if (level < heading.length) {
        boxes.push({ value: heading[level], style: 'heading', span, down: isLast ? depth - level : 1 });
      }
      place += span;
    }
    sheet.row(height, boxes);
  });
}

const sharesHeading = (other: readonly string[] | undefined, heading: readonly string[], level: number): boolean =>
  other !== undefined &&
  other.length > level + 1 &&
  other.slice(0, level + 1).join('\n') === heading.slice(0, level + 1).join('\n');

interface Room {
  /** Room for rows on the first and on each further page, in points. */
  readonly first: number;
  readonly next: number;
  /** What must stand under the last row. */
  readonly tail: number;
  readonly subtotal: number;
}

/** Which items stand on which page. A section's subtotal never begins a page. */
function paginate<R>(items: readonly Item<R>[], room: Room): readonly (readonly Item<R>[])[] {
  const heightOf = (some: readonly Item<R>[]) => some.reduce((sum, item) => sum + item.height, 0);
  if (heightOf(items) + room.tail <= room.first) return [items];
  const pages: Item<R>[][] = [[]];
  let left = room.first - room.subtotal;
  for (const item of items) {
    const page = pages[pages.length - 1];
    if (item.height > left && page.length > 0) {
      // The row that a section's subtotal ends goes along with it.
      const carried = item.kind === 'section' && page.length > 1 ? page.splice(-1) : [];
      pages.push([...carried, item]);
      left = room.next - room.subtotal - heightOf(carried) - item.height;
    } else {
      page.push(item);
      left -= item.height;
    }
  }
  const last = pages[pages.length - 1];
  if (left < room.tail && last.length > 1) {
    const taken = last[last.length - 1].kind === 'section' && last.length > 2 ? 3 : Math.min(2, last.length - 1);
    pages.push(last.splice(-taken));
  }
  return pages;
}
