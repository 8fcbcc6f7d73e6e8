import type { Area } from '../../core/workbook/cell';

/** Answers which merge a cell belongs to without walking through all merges. */
export interface MergeIndex {
  readonly at: (row: number, column: number) => Area | undefined;
  /** The merges that touch a row, its first row or a later one. */
  readonly inRow: (row: number) => readonly Area[];
  /** The smallest rectangle around `area` that cuts no merge. */
  readonly grow: (area: Area) => Area;
}

// A village name merged down a thousand rows must not cost a thousand entries.
const tallRows = 64;

export function mergeIndex(merges: readonly Area[]): MergeIndex {
  const byRow = new Map<number, Area[]>();
  const tall: Area[] = [];
  for (const merge of merges) {
    if (merge.bottom - merge.top >= tallRows) {
      tall.push(merge);
      continue;
    }
    for (let row = merge.top; row <= merge.bottom; row++) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  const inRow = (row: number): readonly Area[] => {
    const short = byRow.get(row) ?? none;
    const long = tall.filter((merge) => row >= merge.top && row <= merge.bottom);
    return long.length === 0 ? short : [...short, ...long];
  };
  const touches = (left: Area, right: Area): boolean =>
    left.top <= right.bottom && left.bottom >= right.top && left.left <= right.right && left.right >= right.left;
  return {
    inRow,
    at: (row, column) => inRow(row).find((merge) => column >= merge.left && column <= merge.right),
    grow: (area) => {
      let grown = area;
      for (let again = merges.length > 0; again;) {
        again = false;
        for (const merge of merges) {
          if (!touches(grown, merge)) continue;
          const larger = union(grown, merge);
          if (
            larger.top !== grown.top ||
            larger.left !== grown.left ||
            larger.bottom !== grown.bottom ||
            larger.right !== grown.right
          ) {
            grown = larger;
            again = true;
          }
        }
      }
      return grown;
    },
  };
}

const none: readonly Area[] = [];

const union = (left: Area, right: Area): Area => ({
  top: Math.min(left.top, right.top),
  left: Math.min(left.left, right.left),
  bottom: Math.max(left.bottom, right.bottom),
  right: Math.max(left.right, right.right),
});
