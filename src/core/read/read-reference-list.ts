import { dateOfSerial, parseDate, type IsoDate } from '../ledger/dates';
import { comparableIdNumber } from '../ledger/id-number';
import { yuan } from '../ledger/money';
import type { ReferenceEntry } from '../ledger/reference-list';
import { headingKey, isBlankText, tidyText, trimText } from '../ledger/tidy';
import type { CellValue } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { referenceColumns, type ReferenceColumns } from './reference-columns';

export interface ReferenceRead {
  readonly entries: readonly ReferenceEntry[];
  /** The sheets that are lists, with what was read of each. */
  readonly sheets: readonly ReferenceSheet[];
  /** Sheets without a column of names or numbers, each with the reason. */
  readonly notRead: readonly { readonly sheet: string; readonly why: string }[];
}

export interface ReferenceSheet {
  readonly sheet: string;
  /** The headings of the columns read, as printed; none over a bare column of numbers. */
  readonly headings: readonly string[];
  readonly entries: number;
  /** Entries whose number cannot be compared, in a list that has a column of numbers: these are looked up by name. */
  readonly withoutNumber: number;
  /** Rows that hold something and are no entry. entries + set aside + blank = rows. */
  readonly setAside: readonly { readonly row: number; readonly why: string }[];
}

/**
 * Reads a list that an office holds: any sheet with a column of names, of identity numbers or, for money shared out, of
 * villages; with a heading or without. Nothing is judged; what is set aside is said.
 */
export function readReferenceList(workbook: WorkbookSnapshot): ReferenceRead {
  const entries: ReferenceEntry[] = [];
  const sheets: ReferenceSheet[] = [];
  const notRead: ReferenceRead['notRead'][number][] = [];
  for (const sheet of workbook.sheets) {
    const found = referenceColumns(sheet);
    if (!found) {
      notRead.push({ sheet: sheet.name, why: '没有找到姓名、身份证号或村名的列，请核对是不是名单。' });
      continue;
    }
    const own: ReferenceEntry[] = [];
    const setAside: ReferenceSheet['setAside'][number][] = [];
    for (let row = found.from; row <= sheet.rowCount; row++) {
      const cells = sheet.rows[row - 1] ?? [];
      const entry = entryOf(cells, found.columns, workbook.date1904);
      const why = whyNoEntry(entry, found);
      if (entry && why === undefined) own.push(entry);
      else if (why !== undefined && !isBlank(cells)) setAside.push({ row, why });
    }
    for (const entry of own) entries.push(entry);
    const { idNumber } = found.columns;
    sheets.push({
      sheet: sheet.name,
      headings: found.headings,
      entries: own.length,
      withoutNumber: idNumber ? own.filter((entry) => entry.idNumber === undefined).length : 0,
      setAside,
    });
  }
  return { entries, sheets, notRead };
}

/** What stands in a list without being on it. */
function whyNoEntry(entry: ReferenceEntry | undefined, { columns, headings }: ReferenceColumns): string | undefined {
  const isOfPersons = columns.name !== undefined || columns.idNumber !== undefined;
  if (!entry || (isOfPersons && entry.name === undefined && entry.idNumber === undefined))
    return '没有姓名，也没有能比对的身份证号';
  const text = entry.name ?? entry.village;
  if (text === undefined) return undefined;
  if (/^(合计|总计|小计|制表|填表|单位负责人)/.test(tidyText(text))) return '合计或落款';
  return headings.some((heading) => headingKey(heading) === headingKey(text)) ? '重复的表头' : undefined;
}

const isBlank = (cells: readonly CellValue[]): boolean =>
  cells.every((value) => value === null || (typeof value === 'string' && isBlankText(value)));

function entryOf(
  cells: readonly CellValue[],
  columns: ReferenceColumns['columns'],
  date1904: boolean,
): ReferenceEntry | undefined {
  const at = (part: keyof ReferenceEntry): CellValue => {
    const found = columns[part];
    return found ? (cells[found.column] ?? null) : null;
  };
  const text = (part: keyof ReferenceEntry): string | undefined => {
    const value = at(part);
    return typeof value === 'string' ? trimText(value) || undefined : undefined;
  };
  const [idNumber, headIdNumber] = [comparableIdNumber(at('idNumber')), comparableIdNumber(at('headIdNumber'))];
  const [name, village, words] = [text('name'), text('village'), text('words')];
  const date = dayOf(at('date'), date1904);
  const amount = amountOf(at('amount'), columns.amount?.unit);
  if (idNumber === undefined && name === undefined && village === undefined) return undefined;
  return {
    ...(idNumber !== undefined && { idNumber }),
    ...(headIdNumber !== undefined && { headIdNumber }),
    ...(name !== undefined && { name }),
    ...(village !== undefined && { village }),
    ...(words !== undefined && { words }),
    ...(date !== undefined && { date }),
    ...(amount !== undefined && { amount }),
  };
}

function dayOf(value: CellValue, date1904: boolean): IsoDate | undefined {
  if (typeof value === 'string') return parseDate(value)?.date;
  if (typeof value !== 'number') return undefined;
  return value >= 19_000_101 ? parseDate(String(value))?.date : dateOfSerial(value, date1904);
}

function amountOf(value: CellValue, unit: string | undefined) {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? Number(tidyText(value).replace(/[,元]/g, ''))
        : Number.NaN;
  return Number.isFinite(number) && value !== '' ? yuan(unit === '万元' ? number * 10_000 : number) : undefined;
}
