import { a1, isCellError, type CellValue } from '../workbook/cell';
import type { WritableValue } from '../workbook/change';
import { journalColumns, type JournalHeading } from './journal-columns';
import { isKept, type JournalCell, type JournalStep } from './journal';
import type { JournalBlock } from './journal-blocks';

/** A cell of the journal's own sheet: its value and the number format that keeps it what it is. */
export interface Written {
  readonly value: WritableValue;
  readonly numberFormat: string;
}

/** The rows of a step, one for each cell or block of cells it changed, in the order of `journalColumns`. */
export function* rowsOfStep(step: JournalStep): Generator<readonly Written[]> {
  const { cells, blocks = [] } = step;
  const row = (listed: Listed) => journalColumns.map(({ heading }) => columns[heading](step, listed));
  for (const cell of cells) yield row(listedCell(cell));
  for (const block of blocks) yield row(listedBlock(block));
  if (!isKept(step)) yield row({ from: text(''), to: text('') });
}

/** What a row says of the cell or the block that it is for. */
interface Listed {
  readonly sheet?: string;
  readonly place?: string;
  readonly from: Written;
  readonly to: Written;
  readonly fromFormat?: string;
  readonly toFormat?: string;
}

const listedCell = ({ at, from, to, fromFormat, toFormat }: JournalCell): Listed => ({
  sheet: at.sheet,
  place: a1(at.row, at.column),
  from: writtenValue(from, fromFormat),
  to: writtenValue(to, toFormat ?? fromFormat),
  fromFormat,
  toFormat,
});

// Under the format of text Excel shows nothing but # of more than 255 characters.
const listedBlock = ({ areas, from, to, ...block }: JournalBlock): Listed => ({
  ...block,
  place: areas,
  from: { ...text(from), numberFormat: 'General' },
  to: { ...text(to), numberFormat: 'General' },
});

const columns: Readonly<Record<JournalHeading, (step: JournalStep, listed: Listed) => Written>> = {
  步骤: ({ number }) => ({ value: number, numberFormat: '0' }),
  时间: ({ when }) => text(when),
  操作: (step) => text(isKept(step) || step.count === 0 ? step.name : `${step.name}（${step.count} 格${notListed}）`),
  工作表: (_, { sheet }) => text(sheet),
  单元格: (_, { place }) => text(place),
  改前: (_, { from }) => from,
  改后: (_, { to }) => to,
  原格式: (_, { fromFormat }) => text(fromFormat),
  新格式: (_, { toFormat }) => text(toFormat),
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
