import type { CellValue } from '../../core/workbook/cell';
import type { WritableValue } from '../../core/workbook/change';
import type { CellStyle } from '../../core/workbook/snapshot';

export interface TypedValue {
  readonly value: WritableValue;
  /** Set where the text would not survive in the cell's present format. */
  readonly numberFormat?: string;
}

/**
 * What a typed or pasted text becomes in a cell. Text stays text: in `@` cells, over a text, with more than 15 digits or a
 * leading zero; a date becomes a day number only in a cell that shows dates.
 */
export function typedValue(text: string, before: CellValue, style: CellStyle, date1904: boolean): TypedValue {
  if (text === '') return { value: null };
  if (text.startsWith("'") && text.length > 1) return asText(text.slice(1), style);
  if (style.numberFormat === '@') return { value: text };
  const trimmed = text.trim();
  if (isDateFormat(style.numberFormat)) {
    const day = dayNumber(trimmed, date1904);
    if (day !== undefined) return { value: day };
  }
  // A text such as “三” in a plain cell may be an ID's neighbour; only a cell made for numbers takes the number back.
  if (typeof before === 'string' && !isNumberFormat(style.numberFormat)) return asText(text, style);
  const number = plainNumber(trimmed, style.numberFormat);
  if (number !== undefined) return { value: number };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  return asText(text, style);
}

/** The text to begin editing with; committing it unchanged gives the same value again. */
export function editText(value: CellValue, style: CellStyle, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(style.numberFormat) && Number.isInteger(value)) return dayText(value, date1904) ?? String(value);
  if (isPercent(style.numberFormat)) return `${Number((value * 100).toPrecision(15))}%`;
  return String(value);
}

/** Whether a number format shows days (not only times). Quoted words, colours and escapes in it do not count. */
export function isDateFormat(numberFormat: string): boolean {
  const bare = numberFormat
    .split(';')[0]
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  return /y|d|年|日/i.test(bare) && !/general|#|0/i.test(bare);
}

const isPercent = (numberFormat: string): boolean => /%/.test(numberFormat.replace(/"[^"]*"/g, ''));

const isNumberFormat = (numberFormat: string): boolean =>
  !isDateFormat(numberFormat) && /[0#?]/.test(numberFormat.replace(/"[^"]*"/g, ''));

// Excel re-reads a long number in a General cell as soon as somebody presses F2 and Enter there; `@` stops that.
const asText = (text: string, style: CellStyle): TypedValue =>
  style.numberFormat === 'General' && /^\s*(?:0\d+|\d{12,})\s*$/.test(text)
    ? { value: text, numberFormat: '@' }
    : { value: text };

function plainNumber(text: string, numberFormat: string): number | undefined {
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(%?)$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', percent] = match;
  const digits = whole.replace(/,/g, '');
  if (digits === '' && fraction.length < 2) return undefined;
  if (digits.length > 1 && digits.startsWith('0')) return undefined;
  if ((digits + fraction.slice(1)).replace(/^0+/, '').length > 15) return undefined;
  if (percent !== '' && !isPercent(numberFormat)) return undefined;
  const number = Number(`${sign}${digits || '0'}${fraction === '.' ? '' : fraction}`);
  if (isDateFormat(numberFormat) && (number < 0 || number > lastDay)) return undefined;
  // In a cell that shows percent, 5 means 5 %.
  return isPercent(numberFormat) ? Number((number / 100).toPrecision(15)) : number;
}

const lastDay = 2_958_465;
const millisecondsADay = 86_400_000;

function dayNumber(text: string, date1904: boolean): number | undefined {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (moment.getUTCFullYear() !== year || moment.getUTCMonth() !== month - 1) return undefined;
  const number = moment.getTime() / millisecondsADay + daysBefore1970(date1904);
  // Excel counts a 29 February 1900 that never was; days before it are left to text.
  return number < (date1904 ? 0 : 61) ? undefined : number;
}

function dayText(number: number, date1904: boolean): string | undefined {
  if (number < (date1904 ? 0 : 61) || number > lastDay) return undefined;
  const moment = new Date((number - daysBefore1970(date1904)) * millisecondsADay);
  return `${moment.getUTCFullYear()}-${moment.getUTCMonth() + 1}-${moment.getUTCDate()}`;
}

const daysBefore1970 = (date1904: boolean): number => (date1904 ? 24_107 : 25_569);
