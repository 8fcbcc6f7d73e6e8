import { fields, type FieldKey } from '../ledger/fields';
import type { SetAsideRow } from '../ledger/ledger';
import { headingKey, isBlankText, tidyText } from '../ledger/tidy';
import { cellKey, type CellValue } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { labelsColumns } from './column-labels';
import { isHeadingRow, type HeadingBand } from './find-headings';
import { identifying } from './heading-words';
import type { Layout } from './pick-form';
import { isNameLike, isNote, isSignature, isUnitLine, totalLabel } from './row-words';

export interface RowContext {
  readonly sheet: SheetSnapshot;
  readonly band: HeadingBand;
  readonly layout: Layout;
  readonly title: readonly string[];
  /** All heading words. */
  readonly words: ReadonlySet<string>;
  /** True where the row is the heading of a ledger laid out differently from this one. */
  readonly isOtherHeading: (row: number) => boolean;
}

/** What a row turned out to be; `other-heading` begins another ledger. */
export type SortedRow = 'entry' | 'blank' | 'other-heading' | SetAsideRow;

/** Makes the judge of single rows: it looks at every cell of the row, so ask it only where a quick look does not do. */
export function rowSorter(context: RowContext, nameColumn: number, idColumn: number) {
  const { sheet, band, layout, words, isOtherHeading } = context;
  const fieldAt = new Map<number, FieldKey>();
  for (const [field, { heading }] of layout.columns) fieldAt.set(heading.column, field);
  const partsAt = new Map(band.headings.map((heading) => [heading.column, new Set(heading.parts.map(headingKey))]));
  const titleKeys = new Set(context.title.map(headingKey));
  const firstColumns = band.headings.slice(0, 4).map((heading) => heading.column);
  const labelsUpTo = Math.max(nameColumn, idColumn, ...firstColumns);
  const wideRows = rowsMergedAcross(sheet, band.bottom + 1);

  const isId = (cell: FilledCell | undefined) => cell !== undefined && /^[A-Z0-9*]{15,}$/i.test(cell.text);
  const isNumeric = (column: number) => {
    const field = fieldAt.get(column);
    return field !== undefined && isFigure(field);
  };
  const repeatsHeading = (cells: readonly FilledCell[]) => {
    const same = cells.filter(({ column, text }) => partsAt.get(column)?.has(headingKey(text)));
    return same.length * 2 > cells.length;
  };

  let headingRow = band.bottom;
  let headingEnd = band.bottom;
  return (row: number, values: readonly CellValue[], entriesAbove: number): SortedRow => {
    const cells = filledCells(sheet, row, values);
    if (cells.length === 0) return 'blank';
    const [first] = cells;
    const name = cells.find((cell) => cell.column === nameColumn);
    const id = cells.find((cell) => cell.column === idColumn);
    const aside = (why: SetAsideRow['why'], text = joined(cells)): SetAsideRow => ({ row, why, text });
    const headingAgain = (): SetAsideRow => {
      headingRow = row;
      headingEnd = Math.max(headingEnd, row + band.bottom - band.top);
      return aside('repeated-heading');
    };

    if (!isId(id)) {
      const label = cells.find(
        ({ column, value }) => column <= labelsUpTo && typeof value === 'string' && totalLabel(value),
      );
      if (label) return aside(totalLabel(String(label.value)) ?? 'total', label.text);
      // Where the name's cell is filled, a heading row has a heading word in it.
      if (
        name
          ? words.has(headingKey(name.text)) || partsAt.get(nameColumn)?.has(headingKey(name.text))
          : cells.length > 1 || id
      ) {
        const again = repeatsHeading(cells);
        // The lower rows of a heading come again are no heading of their own.
        if (again && row <= headingEnd) return headingAgain();
        if (again || isHeadingRow(sheet, row, words)) return isOtherHeading(row) ? 'other-heading' : headingAgain();
      }
      if ((entriesAbove === 0 || row === headingRow + 1) && labelsColumns(cells.map(({ text: label }) => label)))
        return headingAgain();
      if (titleKeys.has(headingKey(first.text)) && cells.length <= 2 && first.text.length > 3)
        return aside('repeated-heading');
      if (typeof first.value === 'string' && isSignature(first.text) && !isPerson(cells)) return aside('signature');
      if (typeof first.value === 'string' && isNote(first.text)) return aside('note');
      if (cells.length <= 4 && cells.some(({ text }) => isUnitLine(text))) return aside('note');
    }
    return cells.length === 1 ? sortLone(first) : sortFilled();

    function sortLone(cell: FilledCell): SortedRow {
      const field = fieldAt.get(cell.column);
      if (cell.formula !== undefined)
        return sumOfAll.test(cell.formula) && isNumeric(cell.column) ? aside('total', '') : 'blank';
      if (field === 'serialNumber' && /^\d+$/.test(cell.text)) return 'blank';
      const isMerged = wideRows.has(cellKey(row, cell.column));
      if (field !== undefined && identifying.has(field) && !isMerged) {
        if (cell.column !== nameColumn ? /\d{6}/.test(cell.text) : isNameLike(cell.text)) return 'entry';
      }
      return aside(
        cell.text.length <= 20 && /\p{Script=Han}/u.test(cell.text) && !/[。；]/.test(cell.text) ? 'section' : 'note',
      );
    }

    function sortFilled(): SortedRow {
      const known = cells.filter((cell) => fieldAt.has(cell.column) && fieldAt.get(cell.column) !== 'serialNumber');
      const typed = known.filter((cell) => cell.formula === undefined);
      const identified = known.some(
        (cell) =>
          identifying.has(fieldAt.get(cell.column) as FieldKey) &&
          (cell.formula === undefined || !/^0?$/.test(cell.text)),
      );
      if (!identified) {
        if (cells.every((cell) => isNumeric(cell.column)) && known.some((cell) => sumOfAll.test(cell.formula ?? '')))
          return aside('total', '');
        // Formulas filled down beyond the last household.
        if (
          typed.length === 0 &&
          cells.every((cell) => cell.formula !== undefined || fieldAt.get(cell.column) === 'serialNumber')
        )
          return 'blank';
        const own = typed.filter((cell) => !sharedByMany.has(fieldAt.get(cell.column) as FieldKey));
        if (own.length < 2)
          return aside(cells.length === 2 && /^[一二三四五六七八九十\d]+[、.]?$/.test(first.text) ? 'section' : 'note');
      }
      return 'entry';
    }
  };

  /** A signature word in the first cell of a row that is otherwise a household's: somebody's odd remark, not a signature. */
  function isPerson(cells: readonly FilledCell[]): boolean {
    return cells.filter((cell) => isNumeric(cell.column) && typeof cell.value === 'number').length >= 2;
  }
}

interface FilledCell {
  readonly column: number;
  readonly value: CellValue;
  /** Tidied; of a long text only the beginning. */
  readonly text: string;
  readonly formula: string | undefined;
}

const joined = (cells: readonly FilledCell[]): string =>
  cells
    .map((cell) => cell.text)
    .join(' ')
    .slice(0, 60);

const sumOfAll = /^\s*(ROUND\s*\(\s*)?(SUM|SUBTOTAL)\s*\(/i;

/** What clerks fill down for all rows at once: alone it makes no household. */
const sharedByMany: ReadonlySet<FieldKey> = new Set<FieldKey>([
  ...([
    'villageCode',
    'villageName',
    'villagerGroup',
    'registrationType',
    'householdType',
    'disasterType',
    'severity',
  ] as const),
  ...([
    'payoutUnit',
    'payoutMethod',
    'bankBranch',
    'bankAddress',
    'preparedBy',
    'preparedOn',
    'appraisalDate',
  ] as const),
  ...(['noticeStart', 'noticeEnd', 'approvedMonths', 'awayForLong', 'isInNeed', 'remark'] as const),
]);

function filledCells(sheet: SheetSnapshot, row: number, values: readonly CellValue[]): readonly FilledCell[] {
  const filled: FilledCell[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    const formula = sheet.formulas.size > 0 ? sheet.formulas.get(cellKey(row, index + 1)) : undefined;
    if (value === null || value === undefined) {
      // A formula that was never calculated still stands in its cell.
      if (formula !== undefined) filled.push({ column: index + 1, value: null, text: '', formula });
      continue;
    }
    if (typeof value === 'string' && isBlankText(value)) continue;
    const text = typeof value === 'object' ? value.error : tidyText(String(value).slice(0, 200));
    filled.push({ column: index + 1, value, text, formula });
  }
  return filled;
}

/** Cells of data rows that are merged over more than one column. */
function rowsMergedAcross(sheet: SheetSnapshot, from: number): ReadonlySet<number> {
  return new Set(
    sheet.merges
      .filter((area) => area.top >= from && area.right > area.left)
      .map((area) => cellKey(area.top, area.left)),
  );
}

/** True for fields whose columns hold figures. */
export const isFigure = (field: FieldKey): boolean => ['count', 'quantity', 'money'].includes(fields[field].kind);
