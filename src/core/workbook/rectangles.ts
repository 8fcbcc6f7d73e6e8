import { cellKey, cellOfKey, type Area } from './cell';

/** The cells as few rectangles: neighbours joined along rows first, then equal runs of following rows. In reading order. */
export function rectanglesOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const keys = [...new Set(cells.map((cell) => cellKey(cell.row, cell.column)))].sort((left, right) => left - right);
  const runs: Area[] = [];
  for (const key of keys) {
    const { row, column } = cellOfKey(key);
    const run = runs[runs.length - 1];
    if (run && run.top === row && run.right === column - 1) runs[runs.length - 1] = { ...run, right: column };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const open = new Map<string, number>();
  const areas: Area[] = [];
  for (const run of runs) {
    const key = `${run.left} ${run.right}`;
    const at = open.get(key);
    if (at !== undefined && areas[at].bottom === run.top - 1) areas[at] = { ...areas[at], bottom: run.bottom };
    else open.set(key, areas.push(run) - 1);
  }
  return areas;
}
