import { comparableIdNumber } from '../ledger/id-number';
import { tidyText } from '../ledger/tidy';
import { isCellError, type CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { valueAt, type SheetSnapshot } from '../workbook/snapshot';
import { fenOf, placeOf, type Household } from './household';
import { paperCode } from './paper-code';
import { saysPartly } from './scope';
import { headingOf } from './sheet-kind';

/** Where a printed sheet and the ledger it was made from have parted. */
export type PaperDifference =
  /** A figure of a household is not the ledger's. */
  | {
      readonly kind: 'figure';
      readonly row: number;
      readonly column: number;
      readonly heading: string;
      readonly printed: string;
      readonly household: Household;
      readonly inLedger: string;
    }
  /** The ledger has no such household any more. */
  | { readonly kind: 'gone'; readonly row: number; readonly column: number; readonly name: string }
  /** The ledger has a household of the sheet's villages that the sheet has not. */
  | { readonly kind: 'unprinted'; readonly household: Household; readonly row: number; readonly column: number }
  /** Rows were changed by hand after the sheet was made: its code is of other rows. */
  | { readonly kind: 'edited'; readonly row: number; readonly column: number };

/** Whether the sheet is one of those that this program prints. */
export const isPrintedSheet = (sheet: SheetSnapshot): boolean => {
  const first = valueAt(sheet, 1, 1);
  return typeof first === 'string' && first.endsWith(headingOf(''));
};

/** How a printed sheet differs from the households it should show, row by row; empty where they agree or where it lists no households. */
export function* paperDifferences(
  sheet: SheetSnapshot,
  households: readonly Household[],
): Generator<Step, readonly PaperDifference[]> {
  const table = tableOf(sheet);
  if (!table) return [];
  const edited = editedAt(sheet, table);
  const listed = table.places.has('户主姓名') ? yield* rowDifferences(sheet, table, households) : [];
  return edited ? [edited, ...listed] : listed;
}

interface PrintedRows {
  /** Headings by their plain words: column. */
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly number[];
  readonly width: number;
}

/** The headings of a printed table and the rows that begin with a serial number. */
function tableOf(sheet: SheetSnapshot): PrintedRows | undefined {
  const top = sheet.rows.findIndex((row) => row?.[0] === '序号') + 1;
  if (top === 0) return undefined;
  const rows: number[] = [];
  for (let row = top + 1; row <= sheet.rowCount; row++) if (typeof valueAt(sheet, row, 1) === 'number') rows.push(row);
  const places = new Map<string, number>();
  for (let row = top; row < (rows[0] ?? top + 1); row++) {
    (sheet.rows[row - 1] ?? []).forEach((value, index) => {
      const words = textOf(value).replace(/\s|（.*?）/g, '');
      if (words !== '' && !places.has(words)) places.set(words, index + 1);
    });
  }
  const heading = sheet.merges.find((area) => area.top === 1 && area.left === 1);
  return { places, rows, width: heading?.right ?? sheet.columnCount };
}

function editedAt(sheet: SheetSnapshot, { rows, width }: PrintedRows): PaperDifference | undefined {
  for (let row = sheet.rowCount; row > 0; row--) {
    const code = /^核对码：([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(textOf(valueAt(sheet, row, 1)))?.[1];
    if (code === undefined) continue;
    const values = rows.map((at) => Array.from({ length: width - 1 }, (_, index) => valueAt(sheet, at, index + 2)));
    return paperCode(values) === code ? undefined : { kind: 'edited', row, column: 1 };
  }
  return undefined;
}

const figures: readonly (readonly [RegExp, (household: Household) => number | undefined])[] = [
  [/^家庭人口$/, ({ size }) => size],
  [/^需救助人口$/, ({ inNeed }) => inNeed],
  [/^(拟救助|审核发放|审批|评议|救助)金额$|^已发放救助款$/, (household) => household.amount && fenOf(household) / 100],
];

function* rowDifferences(
  sheet: SheetSnapshot,
  { places, rows }: PrintedRows,
  households: readonly Household[],
): Generator<Step, readonly PaperDifference[]> {
  const idColumn = places.get('身份证号') ?? places.get('户主身份证号');
  const nameColumn = places.get('户主姓名') ?? 1;
  const groupColumns = ['村组', '村', '村民小组'].flatMap((heading) => places.get(heading) ?? []);
  const byKey = new Map<string, Household[]>();
  const keyOf = (idNumber: string, name: string): string =>
    (idColumn === undefined ? undefined : comparableIdNumber(idNumber)) ?? tidyText(name);
  for (const household of households) {
    const key = keyOf(household.idNumber, household.head);
    byKey.set(key, [...(byKey.get(key) ?? []), household]);
  }
  const seen = new Set<Household>();
  const villages = new Set<string>();
  const differences: PaperDifference[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % 500 === 0) yield { doing: `核对“${sheet.name}”`, done: index, total: rows.length };
    const name = textOf(valueAt(sheet, row, nameColumn));
    const found = byKey.get(keyOf(idColumn ? textOf(valueAt(sheet, row, idColumn)) : '', name)) ?? [];
    const place = groupColumns.map((column) => textOf(valueAt(sheet, row, column))).join('');
    // Two heads of one name are told apart by their group, then by their order.
    const free = found.filter((household) => !seen.has(household));
    const household = free.find((one) => place !== '' && placeOf(one).endsWith(place)) ?? free[0];
    if (!household) {
      differences.push({ kind: 'gone', row, column: nameColumn, name });
      continue;
    }
    seen.add(household);
    villages.add(household.village);
    for (const [heading, column] of places) {
      const figure = figures.find(([words]) => words.test(heading))?.[1];
      const printed = valueAt(sheet, row, column);
      if (!figure || sameFigure(printed, figure(household))) continue;
      differences.push({
        kind: 'figure',
        row,
        column,
        heading,
        printed: textOf(printed) || '空白',
        household,
        inLedger: String(figure(household) ?? '空白'),
      });
    }
  }
  const last = rows[rows.length - 1] ?? 1;
  if (isPartly(sheet, last)) return differences;
  return [
    ...differences,
    ...households
      .filter((household) => villages.has(household.village) && !seen.has(household))
      .map((household): PaperDifference => ({ kind: 'unprinted', household, row: last, column: nameColumn })),
  ];
}

/** The sheet says at its foot that it lists only some of the households, so those missing are not missed. */
function isPartly(sheet: SheetSnapshot, last: number): boolean {
  for (let row = last + 1; row <= sheet.rowCount; row++) if (saysPartly(textOf(valueAt(sheet, row, 1)))) return true;
  return false;
}

const sameFigure = (printed: CellValue, figure: number | undefined): boolean =>
  figure === undefined ? textOf(printed) === '' : typeof printed === 'number' && Math.abs(printed - figure) < 1e-6;

const textOf = (value: CellValue): string => (value === null || isCellError(value) ? '' : String(value));
