import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
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
  const watch = new Virtualizer<HTMLElement, HTMLElement>({
    count: shown.length,
    horizontal,
    // Rows come fast under a wheel; columns seldom move.
    overscan: horizontal ? 2 : 10,
    paddingStart: head,
    getScrollElement: () => scroller,
    estimateSize: (position) => axis.size(shown[position]),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: changed,
  });
  const stop = watch._didMount();
  watch._willUpdate();
  let frozenShown = 0;
  while (frozenShown < shown.length && shown[frozenShown] <= axis.frozen) frozenShown++;
  return {
    lines: () => {
      const lines: number[] = [];
      for (let position = 0; position < frozenShown; position++) lines.push(shown[position]);
      for (const position of watch.getVirtualIndexes()) if (position >= frozenShown) lines.push(shown[position]);
      return lines;
    },
    stop,
  };
}
