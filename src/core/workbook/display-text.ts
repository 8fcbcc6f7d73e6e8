import { format, isDateFormat } from 'numfmt';
import { cellKey, isCellError } from './cell';
import { styleAt, valueAt, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';

/**
 * What the screen shows in a cell: the host's own text where it told us one, else the value under its number format.
 * Truth values read `TRUE` and `FALSE`, errors as Excel writes them; an 18-digit number in General shows in powers of ten.
 * Rows and columns count from 1. Column width is not looked at: no `####`.
 */
export function textOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number, column: number): string {
  const told = sheet.texts?.get(cellKey(row, column));
  if (told !== undefined) return told;
  const value = valueAt(sheet, row, column);
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = styleAt(workbook, sheet, row, column).numberFormat;
  if (typeof value === 'string') return showsTextAsIs(pattern) ? value : formatted(pattern, value);
  return formatted(pattern, workbook.date1904 && isDate(pattern) ? value + daysFrom1900To1904 : value);
}

/** A day number of the 1904 system is this much smaller than that of the 1900 system. */
const daysFrom1900To1904 = 1462;

const showsTextAsIs = (pattern: string): boolean => pattern === 'General' || pattern === '@' || !pattern.includes('@');

// A format that nobody can read throws, and the value is shown plainly.
const plainOptions = { locale: 'zh-CN', throws: true, dateErrorThrows: false, dateErrorNumber: true } as const;

function formatted(pattern: string, value: number | string): string {
  const general = pattern === '' || pattern === '@' || pattern.toLowerCase() === 'general';
  try {
    return format(general ? 'General' : pattern, value, plainOptions);
  } catch {
    return String(value);
  }
}

const dateFormats = new Map<string, boolean>();
function isDate(pattern: string): boolean {
  let known = dateFormats.get(pattern);
  if (known === undefined) dateFormats.set(pattern, (known = isDateFormat(pattern)));
  return known;
}
