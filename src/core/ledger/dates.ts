/** A day as `yyyy-mm-dd`. */
export type IsoDate = string & { readonly unit: 'day' };

/** A date as it was written: `month` where the day was left out, and `date` is then the first of that month. */
export interface WrittenDate {
  readonly date: IsoDate;
  readonly precision: 'day' | 'month';
}

/** The day, or `undefined` where the calendar has no such day. Years from 1900 to 9999. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as IsoDate;
}

/** True for `yyyy-mm-dd` that stands in the calendar. */
export const isValidDay = (text: string): text is IsoDate => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
};

/**
 * What a person wrote as a date: `2026.1.4`, `2026年1月4日`, `20260104`, `2026-01-04`, `2026/1/4`, or a month alone
 * (`2025年9月`, `2025.09`, `2025-9`). Full-width signs and blanks are allowed, a time of day behind the date is left out.
 * Without a year, with two-digit years or in an order that needs guessing: `undefined`.
 */
export function parseDate(text: string): WrittenDate | undefined {
  const plain = text.normalize('NFKC').trim().replace(clockTime, '').replace(/\s+/g, '');
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})([-/.,、])(\d{1,2})\2(\d{1,2})[日.]?$/.exec(plain);
  const parts = whole ?? /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain);
  if (parts) {
    const [day, month] = [Number(parts[parts.length - 1]), Number(parts[parts.length - 2])];
    const date = isoDate(Number(parts[1]), month, day);
    return date && { date, precision: 'day' };
  }
  const monthOnly = /^(\d{4})(?:年|[-/.])(\d{1,2})月?(?:份)?$/.exec(plain);
  const date = monthOnly ? isoDate(Number(monthOnly[1]), Number(monthOnly[2]), 1) : undefined;
  return date && { date, precision: 'month' };
}

/**
 * The day of a serial number, its time of day left out. `undefined` for numbers before the calendar's first day, after
 * 9999, and for 60 in the 1900 system: that is 29 February 1900, a day that never was.
 */
export function dateOfSerial(serial: number, date1904: boolean): IsoDate | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= (date1904 ? 0 : 1)) || (!date1904 && whole === 60)) return undefined;
  const sinceEpoch = date1904 ? whole + dayNumber1904 : whole + dayNumber1900 + (whole < 60 ? 1 : 0);
  return dayOfNumber(sinceEpoch);
}

/** The serial number of a day, in the workbook's date system. */
export function serialOfDate(date: IsoDate, date1904: boolean): number {
  const sinceEpoch = numberOfDay(date);
  if (date1904) return sinceEpoch - dayNumber1904;
  const serial = sinceEpoch - dayNumber1900;
  return serial <= 60 ? serial - 1 : serial;
}

/** The day that many days later; negative goes back. */
export const addDays = (date: IsoDate, days: number): IsoDate => {
  const moved = dayOfNumber(numberOfDay(date) + days);
  if (!moved) throw new Error(`no day ${days} days from ${date}`);
  return moved;
};

/** How many days `to` lies after `from`; negative where it lies before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => numberOfDay(to) - numberOfDay(from);

/** Months gone by in full: from 31 August to 30 September none, to 1 October one. Negative where `to` lies before `from`. */
export function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -wholeMonthsBetween(to, from) || 0;
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return dayOf(to) < dayOf(from) ? months - 1 : months;
}

/** The same day so many months on, or that month's last day where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const inAll = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(inAll / 12), (inAll % 12) + 1];
  const moved = isoDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
  if (!moved) throw new Error(`no day ${months} months from ${date}`);
  return moved;
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: IsoDate): number => (((numberOfDay(date) + 4) % 7) + 7) % 7;

/** `2026年1月4日`, as a Chinese sentence shows a day. */
export const formatDate = (date: IsoDate): string => `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));

const clockTime = /[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;
const msPerDay = 86_400_000;

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

const numberOfDay = (date: IsoDate): number => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / msPerDay;

function dayOfNumber(days: number): IsoDate | undefined {
  if (days < -25_567 || days > 2_932_896) return undefined;
  const day = new Date(days * msPerDay);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

// Serial 61 is 1900-03-01 in Excel, which counts a 29 February 1900; later days are one off from a true count.
const dayNumber1900 = Date.UTC(1899, 11, 30) / msPerDay;
const dayNumber1904 = Date.UTC(1904, 0, 1) / msPerDay;
