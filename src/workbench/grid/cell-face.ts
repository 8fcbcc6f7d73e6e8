import { severityWords } from '../../core/findings/severity-words';
import type { Area } from '../../core/workbook/cell';
import { cellKey } from '../../core/workbook/cell';
import type { MarkSeverity } from '../../core/workbook/change';
import { textOf } from '../../core/workbook/display-text';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { plainStyle, styleAt, valueAt } from '../../core/workbook/snapshot';
import { cellPadding, defaultFontPoints, indentOf, type SheetLayout } from './sheet-layout';
import { textWidth } from './text-width';

/** What the grid draws: a sheet of a workbook, with what the page knows beyond the file. */
export interface GridScene {
  readonly workbook: WorkbookSnapshot;
  readonly sheet: SheetSnapshot;
  /** By `cellKey`: formulas whose result was not recalculated. */
  readonly stale: ReadonlySet<number>;
}

/** One cell as drawn; two equal faces need no redraw. */
export interface CellFace {
  readonly text: string;
  readonly classes: string;
  /** Index into the workbook's styles. */
  readonly style: number;
  /** What a screen reader says where it is more than the text. */
  readonly label?: string;
  readonly isReadOnly: boolean;
  /** How many pixels the text may run over empty neighbours to the right. */
  readonly spill: number;
}

/** Our marks by `cellKey`, built once for each list of marks. */
export function marksByKey(sheet: SheetSnapshot): ReadonlyMap<number, MarkSeverity> {
  const before = knownMarks.get(sheet.marks);
  if (before) return before;
  const marks = new Map<number, MarkSeverity>();
  for (const { row, column, severity } of sheet.marks) {
    const key = cellKey(row, column);
    const other = marks.get(key);
    if (other === undefined || ranks[severity] > ranks[other]) marks.set(key, severity);
  }
  knownMarks.set(sheet.marks, marks);
  return marks;
}

const knownMarks = new WeakMap<readonly unknown[], ReadonlyMap<number, MarkSeverity>>();
const ranks: Readonly<Record<MarkSeverity, number>> = { note: 1, warning: 2, error: 3 };

/** How the cell at a place is drawn; `merge` is the merge it stands for. */
export function cellFace(
  scene: GridScene,
  layout: SheetLayout,
  row: number,
  column: number,
  merge: Area | undefined,
): CellFace {
  const { workbook, sheet } = scene;
  const key = cellKey(row, column);
  const value = valueAt(sheet, row, column);
  const styleIndex = sheet.styleRows[row - 1]?.[column - 1] ?? 0;
  const style = workbook.styles[styleIndex] ?? plainStyle;
  const isFormula = sheet.formulas.has(key);
  const isStale = isFormula && scene.stale.has(key);
  // Written by a program that does not calculate: an empty cell would read as an empty total.
  const isUncounted = isFormula && value === null;
  const mark = marksByKey(sheet).get(key);
  const hasNote = sheet.notes.has(key);
  const right = merge?.right ?? column;
  const bottom = merge?.bottom ?? row;
  const width = layout.columns.start(right) + layout.columns.size(right) - layout.columns.start(column);
  const fontSize = ((style.font?.size ?? defaultFontPoints) * 96) / 72;

  let text = isUncounted ? '未计算' : value === null ? '' : textOf(workbook, sheet, row, column);
  // A number cut short reads as another number; Excel shows the same signs.
  if (typeof value === 'number' && textWidth(text, fontSize * 0.98) > width - indentOf(style) - 3) {
    text = '#'.repeat(Math.max(1, Math.floor((width - 2 * cellPadding) / (fontSize * 0.56))));
  }

  const classes: string[] = [];
  if (!style.horizontal && value !== null && typeof value !== 'string') {
    classes.push(typeof value === 'number' ? 'to-right' : 'to-centre');
  }
  const edgeRight = right === column ? style : styleAt(workbook, sheet, row, right);
  const edgeBottom = bottom === row ? style : styleAt(workbook, sheet, bottom, column);
  if (edgeRight.border?.right || styleAt(workbook, sheet, row, right + 1).border?.left) classes.push('line-right');
  if (edgeBottom.border?.bottom || styleAt(workbook, sheet, bottom + 1, column).border?.top) classes.push('line-below');
  if (column === 1 && style.border?.left) classes.push('line-left');
  if (mark) classes.push('mark', `mark-${mark}`);
  // The sign stands where a left-aligned text begins; elsewhere there is room beside the text.
  const isAtEdge = (style.horizontal ?? 'left') === 'left' && indentOf(style) < 12;
  if (mark && typeof value === 'string' && isAtEdge) classes.push('mark-before-text');
  if (hasNote) classes.push('has-note');
  if (isStale) classes.push('stale');
  if (isUncounted) classes.push('uncounted');
  if (merge) classes.push('merged');

  const spill =
    typeof value === 'string' && !merge ? spillOf(scene, layout, row, column, textWidth(text, fontSize)) : 0;
  if (spill > 0) classes.push('spills');

  const said = [
    mark && `有${severityWords[mark]}标记`,
    hasNote && '有批注',
    isStale && !isUncounted ? '公式，未重新计算' : isFormula && '公式',
  ].filter(Boolean);
  return {
    text,
    classes: classes.join(' '),
    style: styleIndex,
    ...(said.length > 0 ? { label: [text || '空', ...said].join('，') } : {}),
    isReadOnly: isFormula || (sheet.isProtected && style.locked),
    spill,
  };
}

/** Excel lets a long text run over empty neighbours; a wrapped, centred or right-aligned one stays in its cell here. */
function spillOf(scene: GridScene, layout: SheetLayout, row: number, column: number, wanted: number): number {
  const { sheet, workbook } = scene;
  const style = styleAt(workbook, sheet, row, column);
  if (style.wrap || (style.horizontal && style.horizontal !== 'left')) return 0;
  const { columns } = layout;
  let room = columns.size(column) - 2 * cellPadding - indentOf(style);
  let spill = 0;
  for (let next = column + 1; next <= columns.count && room < wanted; next++) {
    if (valueAt(sheet, row, next) !== null || layout.merges.at(row, next)) break;
    room += columns.size(next);
    spill += columns.size(next);
  }
  return spill;
}
