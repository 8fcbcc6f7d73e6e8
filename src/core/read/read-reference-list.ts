import { dateOfSerial, parseDate, type IsoDate } from '../ledger/dates';
import { comparableIdNumber, kindOfIdNumber } from '../ledger/id-number';
import { yuan } from '../ledger/money';
import type { ReferenceEntry } from '../ledger/reference-list';
import { headingKey, tidyText, trimText, unitOfHeading } from '../ledger/tidy';
import type { CellValue } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';

export interface ReferenceRead {
  readonly entries: readonly ReferenceEntry[];
  /** Sheets without a column of names or numbers, each with the reason. */
  readonly notRead: readonly { readonly sheet: string; readonly why: string }[];
}

/**
 * Reads a list that an office holds: any sheet with a column of names, of identity numbers or, for money shared out, of
 * villages; with a heading or without. Nothing is judged; rows that say nothing are left out.
 */
export function readReferenceList(workbook: WorkbookSnapshot): ReferenceRead {
  const entries: ReferenceEntry[] = [];
  const notRead: ReferenceRead['notRead'][number][] = [];
  for (const sheet of workbook.sheets) {
    const found = findColumns(sheet);
    if (!found) {
      notRead.push({ sheet: sheet.name, why: '没有找到姓名、身份证号或村名的列，请核对是不是名单。' });
      continue;
    }
    for (let row = found.from; row <= sheet.rowCount; row++) {
      const entry = entryOf(sheet.rows[row - 1] ?? [], found.columns, workbook.date1904);
      if (entry) entries.push(entry);
    }
  }
  return { entries, notRead };
}

type Part = keyof ReferenceEntry;
type Columns = { readonly [K in Part]?: { readonly column: number; readonly unit?: string } };

/** Headings by what they mean, surest first; `headIdNumber` goes before the number that may be anybody's. */
const headings: readonly (readonly [Part, RegExp])[] = [
  ['headIdNumber', /^户主(公民)?身份证(件)?号码?$|^户主公民身份号码$/],
  ['idNumber', /身份证|公民身份号码|证件号/],
  [
    'name',
    /^(姓名|户主姓名|户主|成员姓名|死者姓名|死亡人员姓名|人员姓名|对象姓名|干部姓名|享受人员姓名|收款人|开户名|户名)$/,
  ],
  ['date', /(死亡|火化|注销|外出|离家|发放|支付|到账)(日期|时间)$|^(日期|时间)$/],
  ['words', /^(.*(类别|类型|关系|职务|单位|身份|岗位).*)$/],
  ['village', /^(行政村|村|村居|村名|所在村|社区|行政村社区|行政村社区名称|村居名称|村别|单位)$/],
  ['amount', /(金额|资金|分配数|下达数|指标|救助款)/],
];

function findColumns(sheet: SheetSnapshot): { readonly columns: Columns; readonly from: number } | undefined {
  for (let row = 1; row <= Math.min(sheet.rowCount, 20); row++) {
    const cells = sheet.rows[row - 1] ?? [];
    const columns: { [K in Part]?: { column: number; unit?: string } } = {};
    cells.forEach((value, column) => {
      if (typeof value !== 'string') return;
      const key = headingKey(value);
      const part = headings.find(([one, words]) => !columns[one] && words.test(key))?.[0];
      if (part) columns[part] = { column, unit: unitOfHeading(value) };
    });
    // A list of heads alone writes their number under the heading that a list of members gives the head's.
    if (columns.headIdNumber && !columns.idNumber) {
      columns.idNumber = columns.headIdNumber;
      delete columns.headIdNumber;
    }
    const isList = columns.idNumber || columns.name || (columns.village && columns.amount);
    if (isList && cells.filter((value) => typeof value === 'string').length >= 1) return { columns, from: row + 1 };
  }
  return withoutHeading(sheet);
}

/** A bare column of numbers is a list too. */
function withoutHeading(sheet: SheetSnapshot): { readonly columns: Columns; readonly from: number } | undefined {
  const rows = sheet.rows.slice(0, 50);
  for (let column = 0; column < sheet.columnCount; column++) {
    const filled = rows.map((row) => row?.[column] ?? null).filter((value) => value !== null && value !== '');
    const numbers = filled.filter((value) => kindOfIdNumber(value) === 'citizen');
    if (numbers.length > 0 && numbers.length >= filled.length * 0.6)
      return { columns: { idNumber: { column } }, from: 1 };
  }
  return undefined;
}

function entryOf(cells: readonly CellValue[], columns: Columns, date1904: boolean): ReferenceEntry | undefined {
  const at = (part: Part): CellValue => {
    const found = columns[part];
    return found ? (cells[found.column] ?? null) : null;
  };
  const text = (part: Part): string | undefined => {
    const value = at(part);
    return typeof value === 'string' ? trimText(value) || undefined : undefined;
  };
  const [idNumber, headIdNumber] = [comparableIdNumber(at('idNumber')), comparableIdNumber(at('headIdNumber'))];
  const [name, village, words] = [text('name'), text('village'), text('words')];
  const date = dayOf(at('date'), date1904);
  const amount = amountOf(at('amount'), columns.amount?.unit);
  if (idNumber === undefined && name === undefined && village === undefined) return undefined;
  if (/^(合计|总计|小计|制表|填表|单位负责人)/.test(tidyText(name ?? village ?? ''))) return undefined;
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
