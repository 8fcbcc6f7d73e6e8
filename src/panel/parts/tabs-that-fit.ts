/**
 * Which tabs stand in a row of `room` pixels, by their positions in order; the others go behind a button of `more` pixels.
 * The current one always stands in the row: where it would not, it takes the place of the last that would. Without a size
 * (nothing is laid out yet) all stand in it.
 */
export function tabsThatFit(widths: readonly number[], room: number, more: number, current: number): readonly number[] {
  const all = widths.map((_, at) => at);
  const sum = (of: readonly number[]): number => of.reduce((total, at) => total + widths[at], 0);
  if (room <= 0 || sum(all) <= room) return all;
  for (let count = widths.length - 1; count > 1; count -= 1) {
    const first = all.slice(0, count);
    const kept = first.includes(current) || current < 0 ? first : [...first.slice(0, -1), current];
    if (sum(kept) + more <= room) return kept;
  }
  return [Math.max(0, current)];
}
