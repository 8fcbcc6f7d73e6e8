import { kindOfIdNumber } from '../ledger/id-number';
import type { ReferenceEntry } from '../ledger/reference-list';
import { headingKey, trimText, unitOfHeading } from '../ledger/tidy';
import type { SheetSnapshot } from '../workbook/snapshot';

/** Where a list has what. */
export interface ReferenceColumns {
  readonly columns: { readonly [K in Part]?: { readonly column: number; readonly unit?: string } };
  /** The headings of these columns, as printed; none over a bare column of numbers. */
  readonly headings: readonly string[];
  /** The first row under them. */
  readonly from: number;
}

/** The columns of a list that an office holds; `undefined` where the sheet has none of names, numbers, or villages with money. */
export function referenceColumns(sheet: SheetSnapshot): ReferenceColumns | undefined {
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
    if (!isList) continue;
    const read = Object.values(columns).map(({ column }) => column);
    return {
      columns,
      headings: read.sort((a, b) => a - b).map((column) => trimText(String(cells[column]))),
      from: row + 1,
    };
  }
  return withoutHeading(sheet);
}

type Part = keyof ReferenceEntry;
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

/** A bare column of numbers is a list too. */
function withoutHeading(sheet: SheetSnapshot): ReferenceColumns | undefined {
  const rows = sheet.rows.slice(0, 50);
  for (let column = 0; column < sheet.columnCount; column++) {
    const filled = rows.map((row) => row?.[column] ?? null).filter((value) => value !== null && value !== '');
    const numbers = filled.filter((value) => kindOfIdNumber(value) === 'citizen');
    if (numbers.length > 0 && numbers.length >= filled.length * 0.6)
      return { columns: { idNumber: { column } }, headings: [], from: 1 };
  }
  return undefined;
}
