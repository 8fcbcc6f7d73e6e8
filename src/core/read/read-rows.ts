import type { FieldKey } from '../ledger/fields';
import type { SetAsideRow } from '../ledger/ledger';
import { isBlankText } from '../ledger/tidy';
import type { CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import type { Layout } from './pick-form';
import { statedHouseholds } from './row-words';
import { isFigure, rowSorter, type RowContext } from './sort-row';

/** The rows under one heading, told apart. Every row is an entry, set aside or blank. */
export interface RowsRead {
  readonly rows: readonly number[];
  readonly setAside: readonly SetAsideRow[];
  readonly totals: readonly TotalFound[];
  /** The row after the last one read: the sheet's end, or the heading of another ledger. */
  readonly end: number;
  /** The row after the last household, person or total: what stands from there to `end` may be another ledger's title. */
  readonly afterEntries: number;
}

export interface TotalFound {
  readonly row: number;
  readonly label: string;
  readonly kind: 'subtotal' | 'total';
  /** How many entries stand above it. */
  readonly entriesAbove: number;
  readonly households: number | undefined;
}

/** Tells the rows under the heading apart: households or persons, totals, headings come again, signatures, notes, sections. */
export function* readRows(context: RowContext): Generator<Step, RowsRead> {
  const { sheet, band, layout } = context;
  const columnOf = (field: FieldKey) => layout.columns.get(field)?.heading.column ?? 0;
  const nameColumn =
    columnOf(layout.entryIs === 'person' ? 'memberName' : 'householdHead') || columnOf('householdHead');
  const idColumn = columnOf('idNumber') || columnOf('headIdNumber');
  const sort = rowSorter(context, nameColumn, idColumn);
  const rows: number[] = [];
  const setAside: SetAsideRow[] = [];
  const totals: TotalFound[] = [];
  const isOrdinary = ordinaryRow(layout, nameColumn);
  let work = 0;
  let row = band.bottom + 1;
  for (; row <= sheet.rowCount; row += 1) {
    work += 1;
    if (work > stepWork) {
      work = 0;
      yield { doing: `读取“${sheet.name}”`, done: row, total: sheet.rowCount };
    }
    const cells = sheet.rows[row - 1];
    if (!cells || cells.length === 0) continue;
    if (isPlainEntry(cells[nameColumn - 1], cells[idColumn - 1]) || isOrdinary(cells)) {
      rows.push(row);
      continue;
    }
    work += 20;
    const sorted = sort(row, cells, rows.length);
    if (sorted === 'other-heading') break;
    if (sorted === 'blank') continue;
    if (sorted === 'entry') rows.push(row);
    else {
      setAside.push(sorted);
      if (sorted.why === 'total' || sorted.why === 'subtotal') {
        totals.push({
          row,
          label: sorted.text,
          kind: sorted.why,
          entriesAbove: rows.length,
          households: cells
            .map((value) => (typeof value === 'string' ? statedHouseholds(value) : undefined))
            .find((each) => each !== undefined),
        });
      }
    }
  }
  return {
    rows,
    setAside,
    totals,
    end: row,
    afterEntries: Math.max(band.bottom, rows.at(-1) ?? 0, totals.at(-1)?.row ?? 0) + 1,
  };
}

/** One for a row told at a look, about twenty for one that must be read cell by cell: a step stays short either way. */
const stepWork = 20_000;

/** The ordinary row, told by two looks: something with a number as long as an identity number, and a name beside it. */
function isPlainEntry(name: CellValue | undefined, id: CellValue | undefined): boolean {
  const hasId =
    typeof id === 'string'
      ? id.length >= 15 && id.length <= 22 && isDigit(id.charCodeAt(0))
      : typeof id === 'number' && id >= 1e14;
  return hasId && typeof name === 'string' && name.length > 0;
}

/** The ordinary row of a ledger without good numbers: a name that is no label, and a figure in one of the columns of figures. */
function ordinaryRow(layout: Layout, nameColumn: number): (cells: readonly CellValue[]) => boolean {
  const figures = [...layout.columns].filter(([field]) => isFigure(field)).map(([, { heading }]) => heading.column - 1);
  return (cells) => {
    const name = cells[nameColumn - 1];
    if (typeof name !== 'string' || name.length < 2 || name.length > 8 || labelSigns.test(name)) return false;
    for (let column = 0; column < nameColumn - 1; column += 1) {
      const before = cells[column];
      if (typeof before === 'string' && before.includes('计')) return false;
    }
    return figures.some((column) => typeof cells[column] === 'number') && !isBlankText(name);
  };
}
const labelSigns = /[计:：注说备]/;
const isDigit = (code: number) => code >= 48 && code <= 57;
