import { dateOfSerial, parseDate, type IsoDate } from '../ledger/dates';
import type { FieldKey, FieldKind } from '../ledger/fields';
import { isBlankText, tidyDigits, tidyIdNumber, tidyText, trimText } from '../ledger/tidy';
import type { Fen } from '../ledger/money';
import type { CellValue } from '../workbook/cell';

/** What a parser answers where a cell holds something that cannot be read as the field's kind. */
export const malformed = Symbol('malformed');
export type Parsed = string | number | boolean | undefined | typeof malformed;
/** `undefined` is an empty cell. */
export type CellParser = (value: CellValue, row: number) => Parsed;

export interface ParseContext {
  readonly field: FieldKey;
  readonly kind: FieldKind;
  /** The heading's unit, or the one a line above the headings sets. */
  readonly unit: string | undefined;
  readonly date1904: boolean;
  /** The allowed words, where the form fixes them. */
  readonly choices: readonly string[] | undefined;
  /** Whether the cell is formatted as a date: tells a short serial number from a year or a year with month. */
  readonly isDateCell: (row: number) => boolean;
}

/** The parser of one column. It allocates nothing for cells that are already tidy. */
export function parserFor(context: ParseContext): CellParser {
  const parse = parsers[context.kind](context);
  const { choices } = context;
  if (!choices || context.kind === 'yes-no') return parse;
  const allowed = new Set(choices);
  return (value, row) => {
    const parsed = parse(value, row);
    return parsed === undefined || parsed === malformed || allowed.has(String(parsed)) ? parsed : malformed;
  };
}

/** True for `/`, `-`, `—` and the like: how a person writes "nothing here" in a column of figures. */
export const isDash = (text: string): boolean => dash.test(text);

const dash = /^[\s\u3000]*[-/\\‐‑‒–—－／―]+[\s\u3000]*$/;

const textOf = (value: string | number | boolean): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' ? (value ? '是' : '否') : String(value);

/** Kinds whose text a check judges: only an error cell cannot be read. */
const verbal =
  (tidy: (text: string) => string) =>
  (): CellParser =>
  (value): Parsed => {
    if (value === null) return undefined;
    if (typeof value === 'object') return malformed;
    return tidy(textOf(value)) || undefined;
  };

function remembered(tidy: (text: string) => string): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    let tidied = seen.get(text);
    if (tidied === undefined) {
      tidied = tidy(text);
      if (seen.size < 1000) seen.set(text, tidied);
    }
    return tidied;
  };
}

/** `read` gets a number of 0 or more in the column's unit. */
const numeric =
  (read: (amount: number, unit: string | undefined) => number | typeof malformed) =>
  ({ unit, field, kind }: ParseContext): CellParser => {
    const ownUnits = [unit ?? (kind === 'money' ? '元' : undefined), ...(usualUnits[field] ?? [])].filter(
      (each) => each !== undefined,
    );
    return (value): Parsed => {
      if (value === null) return undefined;
      if (typeof value === 'number') return value >= 0 ? read(value, unit) : malformed;
      if (typeof value !== 'string') return malformed;
      if (isBlankText(value) || isDash(value)) return undefined;
      const amount = amountOfText(tidyText(value), ownUnits);
      return amount === undefined ? malformed : read(amount, unit);
    };
  };

function amountOfText(text: string, ownUnits: readonly string[]): number | undefined {
  const unit = ownUnits.find((each) => text.endsWith(each));
  const digits = (unit === undefined ? text : text.slice(0, -unit.length)).replace(/^[¥￥]/, '');
  if (/^\d+(\.\d+)?$/.test(digits)) return Number(digits);
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
}

/** Units that say nothing new behind a figure, whatever the heading holds. */
const usualUnits: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  householdSize: ['人', '口'],
  peopleInNeed: ['人', '口'],
  approvedMonths: ['个月', '月'],
  beddingNeed: ['件'],
  approvedBedding: ['件'],
  age: ['周岁', '岁'],
};

const fen = (amount: number, unit: string | undefined): Fen | typeof malformed => {
  // Nearly every amount is a small whole number of 元.
  if ((amount | 0) === amount && unit !== '万元') return (amount * 100) as Fen;
  const exact = amount * (unit === '万元' ? 1_000_000 : 100);
  const whole = Math.round(exact);
  // A sum of decimal fractions is a hair off a whole 分; anything more was never a sum of money.
  return Math.abs(exact - whole) <= 1e-6 * Math.max(1, whole) && whole <= Number.MAX_SAFE_INTEGER
    ? (whole as Fen)
    : malformed;
};

const yes = new Set(['是', '有', '对', '√', '✓', '✔', 'Y', 'y', 'YES', 'Yes', 'yes', 'TRUE', 'true', '1']);
const no = new Set(['否', '无', '不是', '没有', '×', '✕', '✗', '╳', 'N', 'n', 'NO', 'No', 'no', 'FALSE', 'false', '0']);

const parsers: { readonly [K in FieldKind]: (context: ParseContext) => CellParser } = {
  text: verbal(trimText),
  name: verbal(trimText),
  'id-number': verbal(tidyIdNumber),
  account: verbal(tidyDigits),
  phone: verbal(tidyDigits),
  choice: () => verbal(remembered(tidyText))(),
  count: numeric((amount) => (Number.isInteger(amount) ? amount : malformed)),
  quantity: numeric((amount) => amount),
  money: numeric(fen),
  'yes-no': () => (value) => {
    if (value === null) return undefined;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'object') return malformed;
    const text = tidyText(String(value));
    return text === '' ? undefined : yes.has(text) ? true : no.has(text) ? false : malformed;
  },
  date: ({ field, date1904, isDateCell }) => {
    const takesMonth = field === 'awaySince' || field === 'birthDate';
    const ofText = (text: string): IsoDate | typeof malformed => {
      const written = parseDate(text);
      return written && (written.precision === 'day' || takesMonth) ? written.date : malformed;
    };
    const seen = new Map<number, IsoDate | typeof malformed>();
    const ofSerial = (serial: number): IsoDate | typeof malformed => {
      let date = seen.get(serial);
      if (date === undefined) {
        date = dateOfSerial(serial, date1904) ?? malformed;
        if (seen.size < 10_000) seen.set(serial, date);
      }
      return date;
    };
    return (value, row) => {
      if (value === null) return undefined;
      if (typeof value === 'number') {
        // 20260104 typed as a number; no serial number of this calendar is as large.
        if (value >= 19_000_101) return Number.isInteger(value) ? ofText(String(value)) : malformed;
        // 2026, or 2026.1 for January or October: a serial number only where the cell is formatted as a date.
        if (value < 2_200 && !isDateCell(row)) return malformed;
        return ofSerial(value);
      }
      if (typeof value !== 'string') return malformed;
      if (isBlankText(value) || isDash(value)) return undefined;
      return ofText(value);
    };
  },
};
