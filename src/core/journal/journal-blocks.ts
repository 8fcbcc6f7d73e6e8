import { a1, areaName, columnName, parseArea, type CellValue } from '../workbook/cell';
import type { JournalCell } from './journal';

/**
 * Cells of one column that a large step changed, written down in one row: their addresses, and their values before and
 * after as lists in that order. Kept as the texts that they are until someone takes the step back.
 */
export interface JournalBlock {
  readonly sheet: string;
  /** `D5:D30,D32:D60`, all of one column. */
  readonly areas: string;
  /** `[300,"无",null]`; empty where all of them were empty. */
  readonly from: string;
  readonly to: string;
  readonly fromFormat?: string;
  readonly toFormat?: string;
}

/** So much stands in one row, so that the lists stay far below what a cell can hold. */
const most = { cells: 200, characters: 8_000 };

/** Values longer than this are written down by themselves. */
const longValue = 500;

/** The cells gathered into blocks, and those with values too long for one. Yields now and then, for there may be many. */
export function* blocksOf(
  cells: readonly JournalCell[],
): Generator<undefined, { readonly blocks: readonly JournalBlock[]; readonly alone: readonly JournalCell[] }> {
  const blocks: JournalBlock[] = [];
  const alone: JournalCell[] = [];
  const open = new Map<string, Draft>();
  for (const [index, cell] of cells.entries()) {
    if (index % 1024 === 1023) yield undefined;
    const [from, to] = [JSON.stringify(cell.from), JSON.stringify(cell.to)];
    if (from.length > longValue || to.length > longValue) {
      alone.push(cell);
      continue;
    }
    const key = [cell.at.sheet, cell.at.column, cell.fromFormat, cell.toFormat].join('\n');
    let draft = open.get(key);
    if (!draft) open.set(key, (draft = { cell, rows: [], from: [], to: [], characters: 0 }));
    draft.rows.push(cell.at.row);
    draft.from.push(from);
    draft.to.push(to);
    draft.characters += from.length + to.length;
    if (draft.rows.length < most.cells && draft.characters < most.characters) continue;
    blocks.push(blockOf(draft));
    open.delete(key);
  }
  blocks.push(...[...open.values()].map(blockOf));
  return { blocks, alone };
}

/** How many cells a block names; 0 where its addresses are none that we write. */
export function cellsNamed(areas: string): number {
  const rows = rowsNamed(areas);
  return rows ? rows.rows.length : 0;
}

/** The cells of a block; none where a person has changed it beyond recognition. */
export function cellsOfBlock({ sheet, areas, from, to, ...formats }: JournalBlock): readonly JournalCell[] {
  const named = rowsNamed(areas);
  if (!named) return [];
  const before = valuesIn(from, named.rows.length);
  const after = valuesIn(to, named.rows.length);
  if (!before || !after) return [];
  return named.rows.map((row, at) => ({
    at: { sheet, row, column: named.column },
    from: before[at],
    to: after[at],
    ...formats,
  }));
}

interface Draft {
  readonly cell: JournalCell;
  readonly rows: number[];
  readonly from: string[];
  readonly to: string[];
  characters: number;
}

function blockOf({ cell, rows, from, to }: Draft): JournalBlock {
  const { sheet, column } = cell.at;
  const areas: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = areas[areas.length - 1];
    if (last && row === last.bottom + 1) last.bottom = row;
    else areas.push({ top: row, bottom: row });
  }
  const named = areas.map(({ top, bottom }) => areaName({ top, bottom, left: column, right: column }));
  return {
    sheet,
    // A block of one cell would read like the row of a cell.
    areas: rows.length > 1 ? named.join(',') : `${a1(rows[0], column)}:${columnName(column)}${rows[0]}`,
    from: listOf(from),
    to: listOf(to),
    ...(cell.fromFormat === undefined ? {} : { fromFormat: cell.fromFormat }),
    ...(cell.toFormat === undefined ? {} : { toFormat: cell.toFormat }),
  };
}

const listOf = (values: readonly string[]): string =>
  values.every((value) => value === 'null') ? '' : `[${values.join(',')}]`;

function rowsNamed(areas: string): { readonly column: number; readonly rows: readonly number[] } | undefined {
  const rows: number[] = [];
  let column: number | undefined;
  for (const reference of areas.split(',')) {
    const area = parseArea(reference);
    if (!area || area.left !== area.right || area.left !== (column ??= area.left)) return undefined;
    if (rows.length + area.bottom - area.top >= most.cells) return undefined;
    for (let row = area.top; row <= area.bottom; row++) rows.push(row);
  }
  return column === undefined ? undefined : { column, rows };
}

function valuesIn(text: string, count: number): readonly CellValue[] | undefined {
  if (text === '') return Array<CellValue>(count).fill(null);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(read) && read.length === count && read.every(isValue) ? read : undefined;
}

const isValue = (value: unknown): value is CellValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (typeof value === 'object' && typeof (value as { readonly error?: unknown }).error === 'string');
