import { a1, isCellError, type CellValue } from '../workbook/cell';
import type { WritableValue } from '../workbook/change';
import { journalColumns, type JournalHeading } from './journal-columns';
import type { JournalCell, JournalStep } from './journal';

/** A cell of the journal's own sheet: its value and the number format that keeps it what it is. */
export interface Written {
  readonly value: WritableValue;
  readonly numberFormat: string;
}

/** The rows of a step, one for each cell it changed, in the order of `journalColumns`. */
export function* rowsOfStep(step: JournalStep): Generator<readonly Written[]> {
  for (const cell of step.cells.length > 0 ? step.cells : [undefined])
    yield journalColumns.map(({ heading }) => columns[heading](step, cell));
}

const columns: Readonly<Record<JournalHeading, (step: JournalStep, cell: JournalCell | undefined) => Written>> = {
  步骤: ({ number }) => ({ value: number, numberFormat: '0' }),
  时间: ({ when }) => text(when),
  操作: ({ name, cells, count }) => text(cells.length < count ? `${name}（${count} 格${notListed}）` : name),
  工作表: (_, cell) => text(cell?.at.sheet),
  单元格: (_, cell) => text(cell && a1(cell.at.row, cell.at.column)),
  改前: (_, cell) => writtenValue(cell?.from ?? null, cell?.fromFormat),
  改后: (_, cell) => writtenValue(cell?.to ?? null, cell?.toFormat ?? cell?.fromFormat),
  原格式: (_, cell) => text(cell?.fromFormat),
  新格式: (_, cell) => text(cell?.toFormat),
  撤销的步骤: ({ undoes }) => ({ value: undoes ?? null, numberFormat: '0' }),
};

const notListed = '，格数过多，未逐格登记';

/** `填列（94500 格，格数过多，未逐格登记）` → name and count; any other text is a name alone. */
export function nameAndCount(words: string): { readonly name: string; readonly count?: number } {
  const match = new RegExp(`^(.*)（(\\d+) 格${notListed}）$`).exec(words);
  return match ? { name: match[1], count: Number(match[2]) } : { name: words };
}

const text = (words: string | undefined): Written => ({ value: words || null, numberFormat: '@' });

/** Text stays text and numbers stay numbers, or a step could not be taken back exactly. */
function writtenValue(value: CellValue, format: string | undefined): Written {
  if (isCellError(value)) return text(`（错误值 ${value.error}）`);
  if (typeof value === 'string') return { value, numberFormat: '@' };
  if (typeof value !== 'number') return { value, numberFormat: 'General' };
  const own = format === undefined || format === '@' ? 'General' : format;
  // Twelve digits and more would show in powers of ten.
  return { value, numberFormat: own === 'General' && Math.abs(value) >= 1e11 ? '0' : own };
}

/** The value that a cell of 改前 or 改后 stands for. */
export function valueRead(value: CellValue): CellValue {
  const error = typeof value === 'string' ? /^（错误值 (#.+)）$/.exec(value) : null;
  return error ? { error: error[1] } : value;
}
