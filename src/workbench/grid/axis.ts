/** One direction of a sheet: where each line (row or column, counted from 1) begins and how wide it is, in pixels. */
export interface Axis {
  /** Lines drawn, hidden ones included. */
  readonly count: number;
  /** Pixels of all lines together. */
  readonly total: number;
  /** Lines 1…frozen stay in place while scrolling. */
  readonly frozen: number;
  readonly frozenSize: number;
  /** The lines that are not hidden, in order; `shown[position]` is a line. */
  readonly shown: ArrayLike<number>;
  readonly start: (line: number) => number;
  readonly size: (line: number) => number;
  readonly isHidden: (line: number) => boolean;
  /** The shown line at an offset in pixels; the first or last one beyond the ends. */
  readonly lineAt: (offset: number) => number;
  /** The next shown line in a direction, or the same line where there is none. */
  readonly next: (line: number, step: 1 | -1) => number;
}

/** Lays lines out one after another; hidden lines take no room. */
export function axisOf(
  count: number,
  sizeOf: (line: number) => number,
  hidden: ReadonlySet<number>,
  frozen: number,
): Axis {
  const offsets = new Float64Array(count + 2);
  const shown: number[] = [];
  for (let line = 1; line <= count; line++) {
    const isShown = !hidden.has(line);
    offsets[line + 1] = offsets[line] + (isShown ? sizeOf(line) : 0);
    if (isShown) shown.push(line);
  }
  const kept = Math.min(Math.max(0, frozen), count);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = shown.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsets[shown[middle]] <= offset) low = middle;
      else high = middle - 1;
    }
    return shown[low] ?? 1;
  };
  const next = (line: number, step: 1 | -1): number => {
    for (let to = line + step; to >= 1 && to <= count; to += step) if (!hidden.has(to)) return to;
    return line;
  };
  return {
    count,
    total: offsets[count + 1],
    frozen: kept,
    frozenSize: offsets[kept + 1],
    shown,
    start: (line) => offsets[Math.min(line, count + 1)],
    size: (line) => (line > count ? 0 : offsets[line + 1] - offsets[line]),
    isHidden: (line) => hidden.has(line),
    lineAt,
    next,
  };
}

/** The axis with its frozen lines let go where they would leave less than a third of the window to scroll in. */
export const withRoom = (axis: Axis, viewport: number): Axis =>
  axis.frozenSize > (viewport * 2) / 3 ? { ...axis, frozen: 0, frozenSize: 0 } : axis;

/** The scroll offset that brings a stretch of lines out from under the frozen ones and into view; unchanged if it is in view. */
export function scrollToShow(axis: Axis, first: number, last: number, scroll: number, viewport: number): number {
  if (last <= axis.frozen) return scroll;
  const begin = axis.start(Math.max(first, axis.frozen + 1));
  const start = begin - axis.frozenSize;
  const end = axis.start(last) + axis.size(last);
  // What is larger than the window is shown from its beginning.
  if (start < scroll || end - begin > viewport - axis.frozenSize) return start;
  return end > scroll + viewport ? end - viewport : scroll;
}
