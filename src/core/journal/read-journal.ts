import { parseA1, type CellValue } from '../workbook/cell';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import { isJournalSheet, type Journal, type JournalCell, type JournalStep } from './journal';
import { cellsNamed, type JournalBlock } from './journal-blocks';
import { nameAndCount, valueRead } from './journal-cells';
import { headingRow, journalColumns, type JournalHeading } from './journal-columns';

/**
 * The journal of a workbook. Rows may have been sorted or removed by a person: steps are put together by their number, and
 * rows that name no cell are left out. Where the headings are no longer ours the sheet is drawn anew with the next step.
 */
export function readJournal(workbook: WorkbookSnapshot): Journal {
  const sheet = workbook.sheets.find(isJournalSheet);
  if (!sheet) return { sheet: freeName(workbook), lastRow: 0, steps: [] };
  const headings = journalColumns.map((_, index) => valueAt(sheet, headingRow, index + 1));
  const isOurs = journalColumns.every(({ heading }, index) => headings[index] === heading);
  return { sheet: sheet.name, lastRow: isOurs ? Math.max(sheet.rowCount, headingRow) : 0, steps: stepsIn(sheet) };
}

function stepsIn(sheet: SheetSnapshot): readonly JournalStep[] {
  const columns = new Map<JournalHeading, number>();
  for (const { heading } of journalColumns) {
    const index = sheet.rows[headingRow - 1]?.indexOf(heading) ?? -1;
    if (index >= 0) columns.set(heading, index + 1);
  }
  const steps = new Map<number, Gathered>();
  for (let row = headingRow + 1; row <= sheet.rowCount; row++) {
    const at = (heading: JournalHeading): CellValue => valueAt(sheet, row, columns.get(heading) ?? 0);
    const number = Number(at('步骤') ?? NaN);
    if (!Number.isInteger(number) || number < 1) continue;
    const { name, count } = nameAndCount(textOf(at('操作')));
    const undoes = Number(at('撤销的步骤') ?? 0);
    const step = steps.get(number) ?? {
      number,
      when: textOf(at('时间')),
      name,
      cells: [],
      blocks: [],
      ...(undoes > 0 ? { undoes } : {}),
    };
    steps.set(number, count === undefined ? step : { ...step, count });
    const named = textOf(at('单元格'));
    const place = parseA1(named);
    if (place) step.cells.push(cellOf(textOf(at('工作表')), place, at));
    else if (cellsNamed(named) > 0) step.blocks.push(blockOf(textOf(at('工作表')), named, at));
  }
  return [...steps.values()]
    .sort((left, right) => left.number - right.number)
    .map(({ blocks, ...step }) => ({
      ...step,
      ...(blocks.length > 0 ? { blocks } : {}),
      count: step.count ?? blocks.reduce((sum, { areas }) => sum + cellsNamed(areas), step.cells.length),
    }));
}

type Gathered = Omit<JournalStep, 'cells' | 'blocks' | 'count'> & {
  readonly cells: JournalCell[];
  readonly blocks: JournalBlock[];
  readonly count?: number;
};

const blockOf = (sheet: string, areas: string, at: (heading: JournalHeading) => CellValue): JournalBlock => ({
  sheet,
  areas,
  from: textOf(at('改前')),
  to: textOf(at('改后')),
  ...formatsOf(at),
});

function cellOf(
  sheet: string,
  place: { readonly row: number; readonly column: number },
  at: (heading: JournalHeading) => CellValue,
): JournalCell {
  return {
    at: { sheet, ...place },
    from: valueRead(at('改前')),
    to: valueRead(at('改后')),
    ...formatsOf(at),
  };
}

function formatsOf(at: (heading: JournalHeading) => CellValue): Pick<JournalCell, 'fromFormat' | 'toFormat'> {
  const [fromFormat, toFormat] = [textOf(at('原格式')), textOf(at('新格式'))];
  return { ...(fromFormat ? { fromFormat } : {}), ...(toFormat ? { toFormat } : {}) };
}

const textOf = (value: CellValue): string => (value === null || typeof value === 'object' ? '' : String(value));

/** Another person's sheet of that name is left alone. */
function freeName(workbook: WorkbookSnapshot): string {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? '操作记录' : `操作记录${number}`;
    if (!taken.has(name)) return name;
  }
}
