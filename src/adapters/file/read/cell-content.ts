import { sheetLimits, type CellError, type CellValue } from '../../../core/workbook/cell';
import { unreadable } from '../package/unreadable';

/** What a cell's content means, by the cell's `t` attribute. `raw` is the text of `<v>`; `null` where there is none. */
export function valueOf(type: string, raw: string | null, strings: readonly string[], date1904: boolean): CellValue {
  if (raw === null) return null;
  switch (type) {
    case 's':
      return sharedText(raw.trim(), strings);
    case 'str':
    case 'inlineStr':
      return cellText(raw);
    case 'b':
      return raw.trim() === '' ? null : /^(1|true)$/i.test(raw.trim());
    case 'e':
      return raw.trim() === '' ? null : cellError(raw.trim());
    case 'd':
      return serialOfIso(raw.trim(), date1904) ?? (raw.trim() === '' ? null : cellText(raw));
    default:
      return numberOrText(raw);
  }
}

/** The entry of the table of shared texts. Throws `UnreadableWorkbook` where there is none. */
export function sharedText(index: string, strings: readonly string[]): CellValue {
  if (index === '') return null;
  const text = /^\d{1,9}$/.test(index) ? strings[Number(index)] : undefined;
  if (text === undefined) throw unreadable('missingText');
  return text;
}

/** A text as the person sees it, read from one piece of XML text. Throws where it is over-long. */
export const cellText = (raw: string): string => bounded(unescaped(raw));

/** `_x000B_` stands for a character that XML cannot hold, `_x005F_` for an underscore that would look like such. */
export const unescaped = (raw: string): string =>
  raw.includes('_x') ? raw.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16))) : raw;

/** Passes a text that a cell can hold. Throws `UnreadableWorkbook` for a longer one. */
export function bounded(text: string): string {
  if (text.length > sheetLimits.characters) throw unreadable('overlongText');
  return text;
}

/** Without `xml:space="preserve"` the blanks around a text are the writer's, not the person's. */
export const tidied = (text: string, preserved: boolean): string =>
  preserved || (text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32)
    ? text
    : text.replace(outerBlanks, '');

/** One object for each kind of error. */
export function cellError(code: string): CellError {
  let error = errors.get(code);
  if (!error) {
    error = { error: code.slice(0, 255) };
    if (errors.size < 100) errors.set(code, error);
  }
  return error;
}

/** A number as files write it; what is no number stays the text it is. */
export function numberOrText(raw: string): CellValue {
  const text = raw.trim();
  if (text === '') return null;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : cellText(raw);
}

/** `2024-01-15` or `2024-01-15T08:30:00` → a serial number, as dates in cells are. */
export function serialOfIso(iso: string, date1904: boolean): number | undefined {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (!match || iso === '' || (!match[1] && !match[4])) return undefined;
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
  if (!match[1]) return time;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;
  if (date1904) return day + 24_107 + time;
  const serial = day + 25_569;
  // The 1900 calendar has a 29 February that never was.
  return (serial < 61 ? serial - 1 : serial) + time;
}

const outerBlanks = /^[ \t\r\n]+|[ \t\r\n]+$/g;
const errors = new Map<string, CellError>();
