import type { Area, CellValue } from '../workbook/cell';
import type { PageSetup, PlanCell, PlanRow, SheetPlan } from '../workbook/sheet-plan';
import { printStyles, type PrintStyle } from './print-styles';
import { heightOfLines, lineCount, textWidth } from '../workbook/text-measure';

/** A cell of a printed sheet: over `span` columns and `down` rows. */
export interface Box {
  readonly value?: CellValue;
  readonly style?: PrintStyle;
  readonly span?: number;
  readonly down?: number;
}

/** A line of text over the whole width; its parts are spread from left to right. */
export interface Line {
  readonly parts: readonly string[];
  readonly style?: 'line' | 'paragraph' | 'note' | 'title' | 'mark' | 'markUnseen' | 'opinion';
  /** How the width is shared among the parts; as their words need it where missing. */
  readonly shares?: readonly number[];
  /** In points, where the words alone would need less: room for a signature or a seal. */
  readonly height?: number;
}

/** A sheet while it is laid out, row by row from the top. */
export interface Layout {
  /** The rows so far. */
  readonly count: () => number;
  /** The height of the page so far, in points. */
  readonly used: () => number;
  /** Adds a row, higher where a text in it needs it; places under a box that reaches down are passed over. */
  readonly row: (height: number, boxes: readonly Box[], breakBefore?: boolean) => void;
  readonly line: (line: Line, breakBefore?: boolean) => void;
  readonly plan: (what: { readonly name: string; readonly page: PageSetup; readonly frozenRows?: number }) => SheetPlan;
}

/** Begins a sheet of these column widths. The first row says whose sheet it is, by `heading`; `mark` is how that is shown. */
export function layout(heading: string, columnWidths: readonly number[], mark: 'mark' | 'markUnseen' = 'mark'): Layout {
  const width = columnWidths.length;
  const rows: PlanRow[] = [];
  const merges: Area[] = [];
  const reaching = new Map<number, PlanCell[]>();
  let used = 0;

  const row: Layout['row'] = (height, boxes, breakBefore = false) => {
    const at = rows.length + 1;
    const cells: PlanCell[] = reaching.get(at) ?? [];
    reaching.delete(at);
    let column = 0;
    let tall = height;
    for (const { value = null, style, span = 1, down = 1 } of boxes) {
      while (cells[column] !== undefined) column += 1;
      for (let offset = 0; offset < down; offset++) {
        const target = offset === 0 ? cells : (reaching.get(at + offset) ?? []);
        for (let place = column; place < column + span; place++) target[place] = { value: null, style };
        if (offset > 0) reaching.set(at + offset, target);
      }
      cells[column] = { value: value === '' ? null : value, style };
      if (typeof value === 'string' && value.length > 3 && style && down === 1) {
        const wide = columnWidths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
        const { size } = printStyles[style];
        if (wraps(style)) tall = Math.max(tall, heightOfLines(lineCount(value, wide, size), size));
      }
      if (span > 1 || down > 1) {
        merges.push({ top: at, left: column + 1, bottom: at + down - 1, right: column + span });
      }
      column += span;
    }
    for (let place = 0; place < cells.length; place++) cells[place] ??= { value: null };
    used = breakBefore ? tall : used + tall;
    rows.push({ height: tall, cells, ...(breakBefore && at > 1 && { pageBreakBefore: true }) });
  };

  const line: Layout['line'] = (described, breakBefore) =>
    row(
      lineHeight(described, columnWidths),
      boxesOfLine(described, columnWidths).map(({ value, style, span }) => ({ value, style, span })),
      breakBefore,
    );

  line({ parts: [heading], style: mark });
  return {
    count: () => rows.length,
    used: () => used,
    row,
    line,
    plan: ({ name, page, frozenRows }) => ({
      name,
      heading,
      columnWidths,
      rows,
      merges: merges.filter((area) => area.right <= width),
      styles: printStyles,
      ...(frozenRows && { frozen: { rows: frozenRows, columns: 0 } }),
      page,
    }),
  };
}

const wraps = (style: PrintStyle): boolean => 'wrap' in printStyles[style];

/** The height in points that a line takes on a sheet of these columns. */
export function lineHeight(line: Line, columnWidths: readonly number[]): number {
  const lines = boxesOfLine(line, columnWidths).map(({ value, style, width }) => {
    const { size } = printStyles[style];
    return heightOfLines(lineCount(value, width, size), size);
  });
  return Math.max(line.height ?? 0, line.style === 'mark' || line.style === 'markUnseen' ? 12 : 18, ...lines);
}

/** The parts of a line over neighbouring columns, each as near to its equal share of the width as the columns allow. */
function boxesOfLine(line: Line, columnWidths: readonly number[]) {
  const { parts, style = 'line' } = line;
  const shown = parts.length > columnWidths.length ? [parts.join('\u3000')] : parts;
  const all = columnWidths.reduce((sum, width) => sum + width, 0);
  let from = 0;
  return shown.map((value, index) => {
    const left = shown.length - index - 1;
    let to = from + 1;
    let reached = columnWidths.slice(0, to).reduce((sum, width) => sum + width, 0);
    const goal = all * shareUpTo(index, shown, all, line);
    while (to < columnWidths.length - left && (left === 0 || reached + columnWidths[to] / 2 <= goal)) {
      reached += columnWidths[to];
      to += 1;
    }
    const box = {
      value,
      // What is to be signed needs its room behind the words.
      style: style === 'line' && value.endsWith('：') ? style : styleOfPart(style, index, shown.length),
      span: to - from,
      width: columnWidths.slice(from, to).reduce((sum, width) => sum + width, 0),
    };
    from = to;
    return box;
  });
}

/** The share of the width that the parts up to this one have. What is to spare goes to all parts alike. */
function shareUpTo(index: number, parts: readonly string[], all: number, { style = 'line', shares }: Line): number {
  const sum = (some: readonly number[]) => some.reduce((whole, share) => whole + share, 0);
  const needs = parts.map((part) => textWidth(part, printStyles[styleOfPart(style, 0, 1)].size));
  const spare = Math.max(0, all - sum(needs)) / parts.length;
  const claims = shares?.length === parts.length ? shares : needs.map((need) => need + spare);
  return sum(claims.slice(0, index + 1)) / sum(claims);
}

function styleOfPart(style: NonNullable<Line['style']>, index: number, parts: number): PrintStyle {
  if (style === 'opinion') return index === 0 ? 'label' : 'sign';
  if (index === 0 || (style !== 'line' && style !== 'note')) return style;
  if (style === 'note') return index === parts - 1 ? 'noteLast' : 'note';
  return index === parts - 1 ? 'lineLast' : 'lineMiddle';
}

const cmToPoints = 72 / 2.54;
const margins = { top: 1.5, right: 1.5, bottom: 1.6, left: 1.5 } as const;

/** A4 or A3 with margins, width fitted, page numbers at the foot. */
export const pageOf = (
  paper: PageSetup['paper'],
  orientation: PageSetup['orientation'],
  titleRows?: PageSetup['titleRows'],
): PageSetup => ({
  paper,
  orientation,
  margins,
  fitToWidth: true,
  ...(titleRows && { titleRows }),
  footer: '&C第&P页 共&N页',
});

/** What a page holds: its height in points and its width in the column unit, a little less than all for programs that draw wider. */
export function roomOnPage({ paper, orientation }: Pick<PageSetup, 'paper' | 'orientation'>) {
  const [short, long] = paper === 'A4' ? [21, 29.7] : [29.7, 42];
  const [wide, high] = orientation === 'portrait' ? [short, long] : [long, short];
  return {
    height: (high - margins.top - margins.bottom) * cmToPoints * 0.97,
    // A column unit is 8 pixels of 1/96 inch where 宋体 11 is the workbook's own font.
    width: (((wide - margins.left - margins.right) / 2.54) * 96 * 0.985) / 8,
  };
}

/** A column's claim on the width of the page. */
export interface WidthClaim {
  /** What it should have, in characters. */
  readonly width: number;
  /** What its widest content would need. */
  readonly need: number;
  /** Digits that must not be cut never get less than `width`. */
  readonly isFixed: boolean;
}

/** Column widths that fill the page: room to spare goes first where content would need it, then to all columns alike. */
export function fillWidth(
  claims: readonly WidthClaim[],
  page: Pick<PageSetup, 'paper' | 'orientation'>,
): readonly number[] {
  const { width: room } = roomOnPage(page);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const asked = sum(claims.map(({ width }) => width));
  const wished = claims.map(({ width, need }) => Math.max(0, Math.min(need, width * 2) - width));
  const share = Math.min(1, Math.max(0, room - asked) / (sum(wished) || 1));
  const widths = claims.map(({ width }, place) => width + wished[place] * share);
  const fixed = sum(claims.map(({ isFixed }, place) => (isFixed ? widths[place] : 0)));
  const factor = asked > room ? (room - fixed) / (sum(widths) - fixed) : room / sum(widths);
  return claims.map(
    ({ isFixed }, place) => Math.floor(widths[place] * (isFixed && asked > room ? 1 : factor) * 100) / 100,
  );
}
