import type { Area, CellAt } from '../../core/workbook/cell';
import { cellOfKey, parseA1, sheetLimits } from '../../core/workbook/cell';
import type { Step } from '../../core/workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';

/** By sheet name: the cells (`cellKey`) whose formula result no longer follows from what stands in the workbook. */
export type StaleFormulas = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * The formulas that an edit of `cells` leaves behind, directly or through other formulas, together with those stale before.
 * A formula that cannot be followed (names, INDIRECT, OFFSET) counts as left behind by any edit.
 */
export function* staleAfter(
  workbook: WorkbookSnapshot,
  cells: readonly CellAt[],
  before: StaleFormulas,
): Generator<Step, StaleFormulas> {
  if (cells.length === 0) return before;
  const stale = new Map([...before].map(([sheet, keys]) => [sheet, new Set(keys)]));
  const formulas: { readonly sheet: SheetSnapshot; readonly reads: ReadonlyMap<number, Reads> }[] = [];
  for (const sheet of workbook.sheets) formulas.push({ sheet, reads: yield* readsOf(sheet) });
  let changed = areasOf(cells);
  while (changed.length > 0) {
    const reached: CellAt[] = [];
    for (const { sheet, reads } of formulas) {
      const keys = stale.get(sheet.name) ?? new Set<number>();
      let done = 0;
      for (const [key, areas] of reads) {
        if (++done % aTurn === 0) yield { doing: '查找受影响的公式', done, total: reads.size };
        if (keys.has(key)) continue;
        if (areas !== 'anything' && !areas.some((area) => changed.some((other) => meets(area, other)))) continue;
        stale.set(sheet.name, keys.add(key));
        reached.push({ sheet: sheet.name, ...cellOfKey(key) });
      }
    }
    changed = areasOf(reached);
  }
  return stale;
}

// So many formulas are looked at in a few milliseconds.
const aTurn = 500;

interface SheetArea extends Area {
  readonly sheet: string;
}

type Reads = SheetArea[] | 'anything';

// Formulas never change here, so what they read is worked out once for each sheet's list of formulas.
const known = new WeakMap<ReadonlyMap<number, string>, ReadonlyMap<number, Reads>>();

function* readsOf(sheet: SheetSnapshot): Generator<Step, ReadonlyMap<number, Reads>> {
  const before = known.get(sheet.formulas);
  if (before) return before;
  const reads = new Map<number, Reads>();
  for (const [key, formula] of sheet.formulas) {
    if (reads.size % aTurn === aTurn - 1) {
      yield { doing: '查找受影响的公式', done: reads.size, total: sheet.formulas.size };
    }
    reads.set(key, referencesIn(formula, sheet.name));
  }
  known.set(sheet.formulas, reads);
  return reads;
}

const reference =
  /(?:('(?:[^']|'')+'|[\w.\u2e80-\uffff]+)!)?(?:(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?|(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})|(\$?\d{1,7}):(\$?\d{1,7}))(?![\w(.])/g;

function referencesIn(formula: string, ownSheet: string): Reads {
  const bare = formula.replace(/"[^"]*"/g, '""');
  const areas: SheetArea[] = [];
  const rest = bare.replace(reference, (...match) => {
    const [, sheetName, first, second = first, leftColumn, rightColumn, topRow, bottomRow] = match as (
      string | undefined
    )[];
    const sheet = sheetName === undefined ? ownSheet : sheetName.replace(/^'|'$/g, '').replace(/''/g, "'");
    const from = parseA1(first ?? (leftColumn ? `${leftColumn}1` : `A${(topRow ?? '1').replace('$', '')}`));
    const to = parseA1(
      second ?? (rightColumn ? `${rightColumn}${sheetLimits.rows}` : `XFD${(bottomRow ?? '1').replace('$', '')}`),
    );
    if (from && to) {
      areas.push({
        sheet,
        top: Math.min(from.row, to.row),
        left: Math.min(from.column, to.column),
        bottom: Math.max(from.row, to.row),
        right: Math.max(from.column, to.column),
      });
    }
    return ' ';
  });
  // What is left may hold function names, numbers and TRUE/FALSE only; any other word is a name we cannot follow.
  const words = rest.match(/[A-Za-z_\u2e80-\uffff][\w.\u2e80-\uffff]*\s*\(?/g) ?? [];
  const isFollowed = words.every((word) =>
    word.endsWith('(') ? !/^(?:INDIRECT|OFFSET)\b/i.test(word) : /^(?:TRUE|FALSE|E)$/i.test(word.trim()),
  );
  return isFollowed && !bare.includes('[') ? areas : 'anything';
}

const meets = (left: SheetArea, right: SheetArea): boolean =>
  left.sheet === right.sheet &&
  left.top <= right.bottom &&
  left.bottom >= right.top &&
  left.left <= right.right &&
  left.right >= right.left;

// Beyond this many single cells their common rectangle is compared instead: it can only call too many formulas stale.
const manyCells = 64;

function areasOf(cells: readonly CellAt[]): readonly SheetArea[] {
  const bySheet = new Map<string, { readonly single: SheetArea[]; readonly around: Mutable<SheetArea> }>();
  for (const { sheet, row, column } of cells) {
    const known = bySheet.get(sheet);
    const areaOfCell = (): SheetArea => ({ sheet, top: row, left: column, bottom: row, right: column });
    if (!known) {
      bySheet.set(sheet, { single: [areaOfCell()], around: areaOfCell() });
      continue;
    }
    if (known.single.length <= manyCells) known.single.push(areaOfCell());
    const { around } = known;
    around.top = Math.min(around.top, row);
    around.bottom = Math.max(around.bottom, row);
    around.left = Math.min(around.left, column);
    around.right = Math.max(around.right, column);
  }
  return [...bySheet.values()].flatMap(({ single, around }) => (single.length <= manyCells ? single : [around]));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
