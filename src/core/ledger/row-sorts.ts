import type { FieldKey } from './fields';
import type { Ledger, LedgerColumn } from './ledger';

/** The rows of a ledger told apart by what stands in some of its columns: rows that are alike there are of one sort. */
export interface RowSorts {
  /** The sort of each entry. */
  readonly sorts: Uint16Array | Int32Array;
  /** The first entry of each sort that there is, in reading order. */
  readonly firsts: readonly number[];
  /** More than any sort. */
  readonly size: number;
}

/**
 * The rows by the cells of these fields, told once for the same ledger. `undefined` where the columns hold too many
 * different things, or the ledger too few rows, for it to pay: a village's households fall into a few hundred sorts, their
 * numbers and names into none.
 */
export function rowSorts(ledger: Ledger, fields: readonly FieldKey[]): RowSorts | undefined {
  if (ledger.rows.length < worthWhile) return undefined;
  const columns: RowSorts[] = [];
  for (const field of new Set(fields)) {
    const column = ledger.columns[field] as LedgerColumn | undefined;
    const told = column && sortsOfColumn(column);
    if (column && !told) return undefined;
    // A column of which all cells are alike tells nothing apart.
    if (told && told.size > 1) columns.push(told);
  }
  if (columns.length === 0) return { sorts: new Uint16Array(ledger.rows.length), firsts: [0], size: 1 };
  return columns.length === 1 ? columns[0] : together(columns);
}

const worthWhile = 256;
const mostValues = 1024;
const mostSorts = 2 ** 16;

const byColumn = new WeakMap<LedgerColumn, RowSorts | 'many'>();

function sortsOfColumn(column: LedgerColumn): RowSorts | undefined {
  let known = byColumn.get(column);
  if (!known) byColumn.set(column, (known = tellColumn(column) ?? 'many'));
  return known === 'many' ? undefined : known;
}

/** Cells are alike where the same was typed and the same is meant. */
function tellColumn({ typed, values }: LedgerColumn): RowSorts | undefined {
  const sorts = new Uint16Array(typed.length);
  const byTyped = new Map<unknown, number>();
  const meanings: unknown[] = [];
  const firsts: number[] = [];
  let [last, sort]: [unknown, number] = [sorts, 0];
  for (let entry = 0; entry < sorts.length; entry++) {
    const cell = typed[entry];
    const value = values[entry];
    if (cell !== last || value !== meanings[sort]) {
      const found = byTyped.get(cell);
      if (found !== undefined && meanings[found] === value) sort = found;
      else {
        // The same typed and meant in two ways is rare; each turn of it is a sort of its own.
        sort = meanings.push(value) - 1;
        if (sort >= mostValues) return undefined;
        byTyped.set(cell, sort);
        firsts.push(entry);
      }
      last = cell;
    }
    sorts[entry] = sort;
  }
  return { sorts, firsts, size: meanings.length };
}

const byColumns = new WeakMap<RowSorts, { readonly others: readonly RowSorts[]; readonly told: RowSorts }[]>();

function together(columns: readonly RowSorts[]): RowSorts | undefined {
  const [first, ...others] = columns;
  let known = byColumns.get(first);
  if (!known) byColumns.set(first, (known = []));
  const before = known.find(
    (one) => one.others.length === others.length && one.others.every((other, index) => other === others[index]),
  );
  if (before) return before.told;
  const size = columns.reduce((product, column) => product * column.size, 1);
  if (size > mostSorts) return undefined;
  const sorts = Int32Array.from(first.sorts);
  for (const other of others) {
    for (let entry = 0; entry < sorts.length; entry++) sorts[entry] = sorts[entry] * other.size + other.sorts[entry];
  }
  const seen = new Uint8Array(size);
  const firsts: number[] = [];
  for (let entry = 0; entry < sorts.length; entry++) {
    if (seen[sorts[entry]] === 1) continue;
    seen[sorts[entry]] = 1;
    firsts.push(entry);
  }
  const told: RowSorts = { sorts, firsts, size };
  known.push({ others, told });
  return told;
}
