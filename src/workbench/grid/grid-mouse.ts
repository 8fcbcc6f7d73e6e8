import type { SheetSnapshot } from '../../core/workbook/snapshot';
import type { GridCanvas, Under } from './grid-canvas';
import { headHeight, headWidth } from './row-painter';
import { areaOf, lastPlace, same, type Place, type Selection } from './selection';

export interface MouseEvents {
  readonly sheet: () => SheetSnapshot | undefined;
  /** A press anywhere on the grid: typing ends, the focus comes back. */
  readonly pressed: () => void;
  /** `into` is the cell to bring into view. */
  readonly choose: (selection: Selection, into: Place) => void;
  readonly all: () => void;
  readonly edit: () => void;
  /** The mouse rests over another cell, or over none. */
  readonly hovered: (place: Place | undefined) => void;
}

/** Selecting with the mouse: cells, blocks, whole rows and columns; beyond the edge the sheet moves along. */
export function gridMouse(canvas: GridCanvas, events: MouseEvents): { readonly remove: () => void } {
  const { scroller } = canvas;
  let dragging: Under['part'] | undefined;
  let mouse: MouseEvent | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let hovered: Place | undefined;

  const under = (event: MouseEvent): Under | undefined => {
    const box = scroller.getBoundingClientRect();
    return canvas.under(event.clientX - box.left, event.clientY - box.top);
  };

  const drag = (): void => {
    const sheet = events.sheet();
    if (!dragging || !mouse || !sheet) return;
    const box = scroller.getBoundingClientRect();
    const x = mouse.clientX - box.left;
    const y = mouse.clientY - box.top;
    const insideX = clamp(x, headWidth + 1, scroller.clientWidth - 1);
    const insideY = clamp(y, headHeight + 1, scroller.clientHeight - 1);
    if (dragging !== 'row') scroller.scrollLeft += clamp(x - insideX, -40, 40);
    if (dragging !== 'column') scroller.scrollTop += clamp(y - insideY, -40, 40);
    const found = canvas.under(insideX, insideY);
    if (!found) return;
    const end = lastPlace(sheet);
    const { from, to: before } = canvas.selection();
    const to = {
      row: dragging === 'column' ? end.row : found.place.row,
      column: dragging === 'row' ? end.column : found.place.column,
    };
    if (!same(to, before)) events.choose({ from, to }, from);
  };

  const press = (event: MouseEvent): void => {
    const found = under(event);
    const sheet = events.sheet();
    const layout = canvas.layout();
    // A press on a scroll bar is the browser's.
    if (!found || !sheet || !layout) return;
    event.preventDefault();
    events.pressed();
    const { row, column } = found.place;
    if (event.button !== 0) {
      const area = areaOf(canvas.selection(), layout);
      const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      if (!isInside && found.part === 'cell') events.choose({ from: found.place, to: found.place }, found.place);
      return;
    }
    if (found.part === 'corner') return events.all();
    const end = lastPlace(sheet);
    const start = { row: found.part === 'column' ? 1 : row, column: found.part === 'row' ? 1 : column };
    const to = { row: found.part === 'column' ? end.row : row, column: found.part === 'row' ? end.column : column };
    const from = event.shiftKey && found.part === 'cell' ? canvas.selection().from : start;
    events.choose({ from, to }, found.part === 'cell' ? to : from);
    dragging = found.part;
    mouse = event;
    clearInterval(timer);
    timer = setInterval(drag, 40);
  };

  const move = (event: MouseEvent): void => {
    mouse = event;
    if (dragging) drag();
  };
  const release = (): void => {
    dragging = undefined;
    clearInterval(timer);
  };
  const hover = (event: MouseEvent): void => {
    if (dragging) return;
    const found = under(event);
    const place = found?.part === 'cell' ? found.place : undefined;
    if (place && hovered && same(place, hovered)) return;
    hovered = place;
    events.hovered(place);
  };

  scroller.addEventListener('mousedown', press);
  scroller.addEventListener('mousemove', hover);
  scroller.addEventListener('mouseleave', () => {
    hovered = undefined;
    events.hovered(undefined);
  });
  scroller.addEventListener('dblclick', (event) => {
    if (under(event)?.part === 'cell') events.edit();
  });
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', release);
  return {
    remove: () => {
      release();
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', release);
    },
  };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
