import type { Axis } from './axis';

export interface LineWindow {
  /** The lines to draw now: the frozen ones, and those in sight with a few more on either side; hidden ones never. */
  readonly lines: () => readonly number[];
  readonly stop: () => void;
}

/** Watches which lines of an axis are in sight. `head` is the size of the band before the first line, in pixels. */
export function lineWindow(
  scroller: HTMLElement,
  axis: Axis,
  head: number,
  horizontal: boolean,
  changed: () => void,
): LineWindow {
  const { shown } = axis;
  // Rows come fast under a wheel; columns seldom move.
  const ahead = horizontal ? 2 : 10;
  const positionOf = (line: number): number => {
    let [low, high] = [0, shown.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shown[middle] < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let frozenShown = 0;
  while (frozenShown < shown.length && shown[frozenShown] <= axis.frozen) frozenShown++;
  let [first, last] = [0, -1];
  const isMoved = (): boolean => {
    const scroll = horizontal ? scroller.scrollLeft : scroller.scrollTop;
    const room = (horizontal ? scroller.clientWidth : scroller.clientHeight) - head;
    const before = [first, last];
    first = Math.max(frozenShown, positionOf(axis.lineAt(scroll + axis.frozenSize)) - ahead);
    last = Math.min(shown.length - 1, positionOf(axis.lineAt(scroll + Math.max(0, room))) + ahead);
    return first !== before[0] || last !== before[1];
  };
  const look = (): void => {
    if (isMoved()) changed();
  };
  isMoved();
  scroller.addEventListener('scroll', look, { passive: true });
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look);
  sizes?.observe(scroller);
  return {
    lines: () => {
      const lines: number[] = [];
      for (let position = 0; position < frozenShown; position++) lines.push(shown[position]);
      for (let position = first; position <= last; position++) lines.push(shown[position]);
      return lines;
    },
    stop: () => {
      scroller.removeEventListener('scroll', look);
      sizes?.disconnect();
    },
  };
}
