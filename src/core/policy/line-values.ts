import { dateOfSerial, isoDate, parseDate, type IsoDate } from '../ledger/dates';

/** A figure as typed: a number, or a text with grouping and a unit behind it. Anything else is given back for the schema to refuse. */
export function numberInLine(typed: string | number): unknown {
  if (typeof typed === 'number') return typed;
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  const figures = /^(-?\d+(?:\.\d+)?)(?:元|天|个月|月|户|人|斤|床|套|件)?$/.exec(plain);
  return figures ? Number(figures[1]) : typed;
}

/** `4—6`, `4-6`, `4至6`, or one number for both ends. A number beyond 1,000 is a date that the program made of `4-6`. */
export function rangeInLine(typed: string | number): { readonly min: number; readonly max: number } | undefined {
  const ends = String(typed)
    .normalize('NFKC')
    .replace(/\s|个?月|床|套|件/g, '')
    .split(/[—–~～至-]+/);
  const [min, max = min] = ends.map((end) => (/^\d+(\.\d+)?$/.test(end) ? Number(end) : Number.NaN));
  return ends.length <= 2 && min <= max && max < 1000 ? { min, max } : undefined;
}

/** Words parted by 、 or commas. */
export const wordsInLine = (typed: string | number): readonly string[] =>
  String(typed)
    .split(/[、,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** 是 or 否; anything else is given back for the schema to refuse. */
export function yesNoInLine(typed: string | number): unknown {
  const word = String(typed).trim();
  return word === '是' || word === '否' ? word === '是' : typed;
}

/** A day of the year as `01-08`, from `1月8日`, `1-8`, a whole date, or the serial number that the program made of it. */
export function dayInLine(typed: string | number, date1904 = false): string | undefined {
  if (typeof typed === 'number') return dateOfSerial(typed, date1904)?.slice(5);
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const whole = parseDate(plain);
  if (whole?.precision === 'day') return whole.date.slice(5);
  const parts = /^(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(plain);
  // 2024 has every day there is.
  return parts ? isoDate(2024, Number(parts[1]), Number(parts[2]))?.slice(5) : undefined;
}

/** The day from which a line holds; empty for from the beginning; `undefined` where it cannot be read. */
export function startInLine(typed: string | number, date1904: boolean): IsoDate | '' | undefined {
  if (typeof typed === 'number') return dateOfSerial(typed, date1904);
  if (typed.trim() === '') return '';
  const read = parseDate(typed);
  return read?.precision === 'day' ? read.date : undefined;
}
