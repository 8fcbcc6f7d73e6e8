import type { Area } from '../../core/workbook/cell';
import { columnName } from '../../core/workbook/cell';
import type { Axis } from './axis';
import { cellFace, type CellFace, type GridScene } from './cell-face';
import type { Selection } from './selection';
import type { SheetLayout } from './sheet-layout';

/** Size of the band of row numbers and of the band of column letters, in pixels. */
export const headWidth = 48;
export const headHeight = 26;

export interface DrawnCell {
  readonly element: HTMLElement;
  readonly row: number;
  readonly column: number;
  readonly merge: Area | undefined;
  face: CellFace;
  look: string;
}

export interface DrawnRow {
  readonly element: HTMLElement;
  /** Holds the row number and the frozen cells; stays at the left while scrolling. */
  readonly lead: HTMLElement;
  readonly head: HTMLElement;
  readonly cells: Map<number, DrawnCell>;
}

export interface Brush {
  readonly scene: GridScene;
  readonly layout: SheetLayout;
  readonly classOf: (style: number) => string;
  /** The columns to draw in every row, in order. */
  readonly columns: readonly number[];
}

/** An empty row element at its place. */
export function newRow(row: number, layout: SheetLayout): DrawnRow {
  const element = part('div', 'row');
  element.setAttribute('role', 'row');
  // Row 1 for a screen reader is the row of column letters.
  element.setAttribute('aria-rowindex', String(row + 1));
  element.style.top = `${headHeight + layout.rows.start(row)}px`;
  element.style.height = `${layout.rows.size(row)}px`;
  const lead = part('div', 'lead');
  lead.setAttribute('role', 'none');
  lead.style.width = `${headWidth + layout.columns.frozenSize}px`;
  const head = part('div', layout.rows.isHidden(row - 1) ? 'head after-hidden' : 'head');
  head.setAttribute('role', 'rowheader');
  head.setAttribute('aria-colindex', '1');
  head.textContent = String(row);
  lead.appendChild(head);
  element.appendChild(lead);
  return { element, lead, head, cells: new Map() };
}

/** Makes a row show the columns wanted, touching only cells that are new or look different. */
export function paintRow(row: number, drawn: DrawnRow, brush: Brush, onlyMerged = false): void {
  const { layout } = brush;
  const merges = layout.merges.inRow(row);
  const wanted = new Map<number, Area | undefined>();
  for (const column of brush.columns) {
    const merge = merges.length === 0 ? undefined : layout.merges.at(row, column);
    if (merge) {
      // Whatever part of a merge is in sight, its first cell is what is drawn.
      if (shownFrom(layout.rows, merge.top, merge.bottom) === row) {
        wanted.set(shownFrom(layout.columns, merge.left, merge.right), merge);
      }
    } else if (!onlyMerged) wanted.set(column, undefined);
  }
  for (const [column, cell] of drawn.cells) {
    if (!wanted.has(column) || wanted.get(column) !== cell.merge) {
      cell.element.remove();
      drawn.cells.delete(column);
    }
  }
  for (const [column, merge] of wanted) {
    const face = cellFace(brush.scene, layout, merge?.top ?? row, merge?.left ?? column, merge);
    const look = brush.classOf(face.style);
    const cell = drawn.cells.get(column);
    if (cell) {
      if (cell.look !== look || !sameFace(cell.face, face)) {
        cell.face = face;
        cell.look = look;
        wear(cell.element, face, look);
      }
      continue;
    }
    const element = part('div', '');
    element.setAttribute('role', 'gridcell');
    element.setAttribute('aria-colindex', String((merge?.left ?? column) + 1));
    if (merge) {
      if (merge.right > merge.left) element.setAttribute('aria-colspan', String(merge.right - merge.left + 1));
      if (merge.bottom > merge.top) element.setAttribute('aria-rowspan', String(merge.bottom - merge.top + 1));
    }
    place(element, row, column, merge, layout);
    wear(element, face, look);
    drawn.cells.set(column, { element, row: merge?.top ?? row, column: merge?.left ?? column, merge, face, look });
    (column <= layout.columns.frozen ? drawn.lead : drawn.element).appendChild(element);
  }
}

/** Shows which cells of a row are selected and which one is active. */
export function paintSelection(row: number, drawn: DrawnRow, selection: Selection, area: Area): void {
  drawn.head.classList.toggle('on', row >= area.top && row <= area.bottom);
  for (const cell of drawn.cells.values()) {
    const right = cell.merge?.right ?? cell.column;
    const bottom = cell.merge?.bottom ?? cell.row;
    const isIn = cell.column <= area.right && right >= area.left && cell.row <= area.bottom && bottom >= area.top;
    const { classList } = cell.element;
    if (!isIn && !classList.contains('selected')) continue;
    classList.toggle('selected', isIn);
    classList.toggle('edge-top', isIn && cell.row === area.top);
    classList.toggle('edge-left', isIn && cell.column === area.left);
    classList.toggle('edge-bottom', isIn && bottom === area.bottom);
    classList.toggle('edge-right', isIn && right === area.right);
    classList.toggle('active', isIn && cell.row === selection.from.row && cell.column === selection.from.column);
    if (isIn) cell.element.setAttribute('aria-selected', 'true');
    else cell.element.removeAttribute('aria-selected');
  }
}

/** A column letter over its column. */
export function columnHead(column: number, layout: SheetLayout): HTMLElement {
  const head = part('div', layout.columns.isHidden(column - 1) ? 'head after-hidden' : 'head');
  head.setAttribute('role', 'columnheader');
  head.setAttribute('aria-colindex', String(column + 1));
  head.textContent = columnName(column);
  head.style.left = `${headWidth + layout.columns.start(column)}px`;
  head.style.width = `${layout.columns.size(column)}px`;
  return head;
}

export function part(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** A merge is drawn from its first line that is not hidden. */
export const shownFrom = (axis: Axis, first: number, last: number): number =>
  axis.isHidden(first) ? Math.min(axis.next(first, 1), last) : first;

function place(element: HTMLElement, row: number, column: number, merge: Area | undefined, layout: SheetLayout): void {
  const { rows, columns } = layout;
  const right = merge?.right ?? column;
  const bottom = merge?.bottom ?? row;
  element.style.left = `${headWidth + columns.start(column)}px`;
  element.style.width = `${columns.start(right) + columns.size(right) - columns.start(column)}px`;
  if (bottom > row) element.style.height = `${rows.start(bottom) + rows.size(bottom) - rows.start(row)}px`;
}

function wear(element: HTMLElement, face: CellFace, look: string): void {
  const kept = selectionClasses.filter((name) => element.classList.contains(name));
  element.className = ['cell', look, face.classes, ...kept].filter(Boolean).join(' ');
  element.textContent = '';
  if (face.text !== '') {
    const text = part('span', face.spill > 0 ? 'spill' : 'text');
    if (face.spill > 0) text.style.right = `${-face.spill}px`;
    text.textContent = face.text;
    element.appendChild(text);
  }
  if (face.label === undefined) element.removeAttribute('aria-label');
  else element.setAttribute('aria-label', face.label);
  if (face.isReadOnly) element.setAttribute('aria-readonly', 'true');
  else element.removeAttribute('aria-readonly');
}

const selectionClasses = ['selected', 'active', 'edge-top', 'edge-left', 'edge-bottom', 'edge-right'];

const sameFace = (left: CellFace, right: CellFace): boolean =>
  left.text === right.text &&
  left.classes === right.classes &&
  left.style === right.style &&
  left.label === right.label &&
  left.isReadOnly === right.isReadOnly &&
  left.spill === right.spill;
