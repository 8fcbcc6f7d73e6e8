import type { GridScene } from './cell-face';
import { scrollToShow, withRoom, type Axis } from './axis';
import { lineWindow, type LineWindow } from './line-window';
import {
  columnHead,
  headHeight,
  headWidth,
  newRow,
  paintRow,
  paintSelection,
  part,
  shownFrom,
  type DrawnRow,
} from './row-painter';
import { areaOf, selectionAt, type Place, type Selection } from './selection';
import type { SheetLayout } from './sheet-layout';
import { styleClasses } from './style-classes';

/** A rectangle in pixels of the grid's window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface GridCanvas {
  /** Scrolls; role grid. */
  readonly scroller: HTMLElement;
  readonly layout: () => SheetLayout | undefined;
  readonly selection: () => Selection;
  /** Lays a sheet out anew and draws it. */
  readonly lay: (scene: GridScene, layout: SheetLayout) => void;
  /** Draws the same sheet with other contents. */
  readonly redraw: (scene: GridScene) => void;
  readonly select: (selection: Selection) => void;
  readonly bringIntoView: (place: Place) => void;
  readonly boxOf: (place: Place) => Box;
  /** What lies under a point of the window, and `undefined` on a scroll bar. */
  readonly under: (x: number, y: number) => Under | undefined;
  /** Pixels for cells, beside row numbers and column letters. */
  readonly room: () => { readonly width: number; readonly height: number };
  readonly remove: () => void;
}

export interface Under {
  readonly place: Place;
  readonly part: 'cell' | 'row' | 'column' | 'corner';
}

/** The drawn part of a sheet: rows and columns in sight, frozen ones always. `moved` is told of scrolling and of redrawing. */
export function gridCanvas(moved: () => void): GridCanvas {
  const scroller = part('div', 'scroller');
  const canvas = part('div', 'canvas');
  const top = part('div', 'frozen-rows');
  const frozen = part('div', 'frozen-space');
  const letters = part('div', 'row letters');
  const corner = part('div', 'lead corner');
  const body = part('div', 'body');
  const styles = styleClasses();
  scroller.setAttribute('role', 'grid');
  scroller.setAttribute('aria-multiselectable', 'true');
  scroller.tabIndex = -1;
  for (const plain of [canvas, corner]) plain.setAttribute('role', 'none');
  for (const group of [frozen, body]) group.setAttribute('role', 'rowgroup');
  letters.setAttribute('role', 'row');
  letters.setAttribute('aria-rowindex', '1');
  letters.style.height = `${headHeight}px`;
  corner.title = '全选';
  letters.appendChild(corner);
  top.append(letters, frozen);
  canvas.append(top, body);
  scroller.appendChild(canvas);

  let scene: GridScene | undefined;
  let full: SheetLayout | undefined;
  let layout: SheetLayout | undefined;
  let selection = selectionAt(1, 1);
  let rowWindow: LineWindow | undefined;
  let columnWindow: LineWindow | undefined;
  let drawnRows = new Map<number, DrawnRow>();
  let drawnLetters = new Map<number, HTMLElement>();

  const roomOf = () => ({
    width: Math.max(0, scroller.clientWidth - headWidth),
    height: Math.max(0, scroller.clientHeight - headHeight),
  });
  const fitted = (whole: SheetLayout): SheetLayout => {
    const { width, height } = roomOf();
    return { ...whole, rows: withRoom(whole.rows, height), columns: withRoom(whole.columns, width) };
  };
  const stopWindows = (): void => {
    rowWindow?.stop();
    columnWindow?.stop();
  };

  function layAnew(): void {
    if (!scene || !full) return;
    stopWindows();
    layout = fitted(full);
    const { rows, columns } = layout;
    for (const row of drawnRows.values()) row.element.remove();
    for (const letter of drawnLetters.values()) letter.remove();
    drawnRows = new Map();
    drawnLetters = new Map();
    canvas.style.width = `${headWidth + columns.total}px`;
    canvas.style.height = `${headHeight + rows.total}px`;
    top.style.height = `${headHeight + rows.frozenSize}px`;
    corner.style.width = `${headWidth + columns.frozenSize}px`;
    scroller.classList.toggle('has-frozen-columns', columns.frozen > 0);
    scroller.setAttribute('aria-rowcount', String(rows.count + 1));
    scroller.setAttribute('aria-colcount', String(columns.count + 1));
    scroller.setAttribute('aria-label', `工作表 ${scene.sheet.name}`);
    rowWindow = lineWindow(scroller, rows, headHeight, false, draw);
    columnWindow = lineWindow(scroller, columns, headWidth, true, draw);
    draw();
  }

  function draw(): void {
    if (!scene || !layout || !rowWindow || !columnWindow) return;
    const { rows } = layout;
    const { workbook } = scene;
    const wanted = rowWindow.lines();
    const columns = columnWindow.lines();
    const whole = new Set(wanted);
    const parts = rowsAbove(wanted, whole, layout);
    for (const [row, drawn] of drawnRows) {
      if (!whole.has(row) && !parts.has(row)) {
        drawn.element.remove();
        drawnRows.delete(row);
      }
    }
    const brush = { scene, layout, columns, classOf: (style: number) => styles.classOf(workbook, style) };
    const area = areaOf(selection, layout);
    for (const row of [...whole, ...parts]) {
      let drawn = drawnRows.get(row);
      if (!drawn) {
        drawn = newRow(row, layout);
        drawnRows.set(row, drawn);
        drawn.element.classList.toggle('last-frozen', row === rows.frozen);
        (row <= rows.frozen ? frozen : body).appendChild(drawn.element);
      }
      paintRow(row, drawn, brush, parts.has(row));
      paintSelection(row, drawn, selection, area);
    }
    drawLetters(columns);
    stretch();
    moved();
  }

  function drawLetters(columns: readonly number[]): void {
    if (!layout) return;
    const wanted = new Set(columns);
    for (const [column, letter] of drawnLetters) {
      if (!wanted.has(column)) {
        letter.remove();
        drawnLetters.delete(column);
      }
    }
    const area = areaOf(selection, layout);
    for (const column of columns) {
      let letter = drawnLetters.get(column);
      if (!letter) {
        letter = columnHead(column, layout);
        drawnLetters.set(column, letter);
        (column <= layout.columns.frozen ? corner : letters).appendChild(letter);
      }
      letter.classList.toggle('on', column >= area.left && column <= area.right);
    }
  }

  /** What crosses the frozen edge (a merge, a long text) is drawn once, in the frozen pane, and ends where its last line stands now. */
  function stretch(): void {
    if (!layout) return;
    const { rows, columns } = layout;
    const { scrollLeft, scrollTop } = scroller;
    for (const [row, drawn] of drawnRows) {
      for (const { element, face, column, merge } of drawn.cells.values()) {
        if (face.spill > 0 && column <= columns.frozen) {
          const end = columns.start(column) + columns.size(column);
          const last = end + face.spill;
          const shown = last > columns.frozenSize ? Math.max(columns.frozenSize, last - scrollLeft) : last;
          (element.firstChild as HTMLElement).style.right = `${end - shown}px`;
        }
        if (!merge) continue;
        const first = shownFrom(columns, merge.left, merge.right);
        if (first <= columns.frozen && merge.right > columns.frozen) {
          const end = columns.start(merge.right) + columns.size(merge.right) - scrollLeft;
          element.style.width = `${Math.max(end, columns.frozenSize) - columns.start(first)}px`;
        }
        if (row <= rows.frozen && merge.bottom > rows.frozen) {
          const end = rows.start(merge.bottom) + rows.size(merge.bottom) - scrollTop;
          element.style.height = `${Math.max(end, rows.frozenSize) - rows.start(row)}px`;
        }
      }
    }
  }

  scroller.addEventListener(
    'scroll',
    () => {
      stretch();
      moved();
    },
    { passive: true },
  );
  const sizes =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver(() => {
          if (!full || !layout) return;
          const { rows, columns } = fitted(full);
          // Only where frozen lines no longer fit, or fit again, does everything move.
          if (rows.frozen !== layout.rows.frozen || columns.frozen !== layout.columns.frozen) layAnew();
          else moved();
        });
  sizes?.observe(scroller);

  return {
    scroller,
    layout: () => layout,
    selection: () => selection,
    lay: (next, whole) => {
      scene = next;
      full = whole;
      layAnew();
    },
    redraw: (next) => {
      scene = next;
      draw();
    },
    select: (next) => {
      selection = next;
      if (!layout || !columnWindow) return;
      const area = areaOf(selection, layout);
      for (const [row, drawn] of drawnRows) paintSelection(row, drawn, selection, area);
      drawLetters(columnWindow.lines());
    },
    bringIntoView: (place) => {
      if (!layout) return;
      const { rows, columns, merges } = layout;
      const merge = merges.at(place.row, place.column);
      const { width, height } = roomOf();
      const down = scrollToShow(rows, merge?.top ?? place.row, merge?.bottom ?? place.row, scroller.scrollTop, height);
      const across = scrollToShow(
        columns,
        merge?.left ?? place.column,
        merge?.right ?? place.column,
        scroller.scrollLeft,
        width,
      );
      if (down !== scroller.scrollTop) scroller.scrollTop = down;
      if (across !== scroller.scrollLeft) scroller.scrollLeft = across;
    },
    boxOf: ({ row, column }) => {
      if (!layout) return { left: 0, top: 0, right: 0, bottom: 0 };
      const { rows, columns, merges } = layout;
      const merge = merges.at(row, column);
      const across = extent(columns, merge?.left ?? column, merge?.right ?? column, scroller.scrollLeft);
      const down = extent(rows, merge?.top ?? row, merge?.bottom ?? row, scroller.scrollTop);
      return {
        left: headWidth + across.from,
        right: headWidth + across.to,
        top: headHeight + down.from,
        bottom: headHeight + down.to,
      };
    },
    under: (x, y) => {
      if (!layout || x > scroller.clientWidth || y > scroller.clientHeight) return undefined;
      const place = {
        row: lineUnder(layout.rows, y - headHeight, scroller.scrollTop),
        column: lineUnder(layout.columns, x - headWidth, scroller.scrollLeft),
      };
      const isLetter = y < headHeight;
      return { place, part: x < headWidth ? (isLetter ? 'corner' : 'row') : isLetter ? 'column' : 'cell' };
    },
    room: roomOf,
    remove: () => {
      stopWindows();
      sizes?.disconnect();
      styles.remove();
    },
  };
}

/** The rows above the window in which a merge begins that reaches into it: they are needed for that merge alone. */
function rowsAbove(wanted: readonly number[], whole: ReadonlySet<number>, layout: SheetLayout): ReadonlySet<number> {
  const first = wanted.find((row) => row > layout.rows.frozen);
  const above = new Set<number>();
  if (first === undefined) return above;
  for (const merge of layout.merges.inRow(first)) {
    const row = shownFrom(layout.rows, merge.top, merge.bottom);
    if (!whole.has(row)) above.add(row);
  }
  return above;
}

/** Where a stretch of lines stands in the window: frozen ones at their place, the others moved by the scroll offset. */
function extent(
  axis: Axis,
  first: number,
  last: number,
  scroll: number,
): { readonly from: number; readonly to: number } {
  const isFrozen = (line: number): boolean => line <= axis.frozen;
  const end = axis.start(last) + axis.size(last) - (isFrozen(last) ? 0 : scroll);
  return {
    from: axis.start(first) - (isFrozen(first) ? 0 : scroll),
    to: isFrozen(first) && !isFrozen(last) ? Math.max(end, axis.frozenSize) : end,
  };
}

const lineUnder = (axis: Axis, offset: number, scroll: number): number =>
  axis.lineAt(Math.max(0, offset < axis.frozenSize ? offset : offset + scroll));
