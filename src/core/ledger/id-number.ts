import { isCellError, type CellValue } from '../workbook/cell';
import { isValidDay, type IsoDate } from './dates';
import { tidyIdNumber } from './tidy';

/** What stands in a cell for an identity number. Every cell is exactly one of these. */
export type IdNumberKind =
  | 'empty'
  /** 18 characters, residence permits of Hong Kong, Macao and Taiwan people among them; the check character agrees. */
  | 'citizen'
  /** 18 characters of the right shape whose check character does not agree. */
  | 'wrong-check-character'
  /** The 15 digits of a first-generation card (not issued since 2004, void since 2013). */
  | 'old-15'
  /** 外国人永久居留身份证: 9 and 17 more with the same check character, or three letters and 12 digits. */
  | 'foreigner-card'
  /** 港澳居民来往内地通行证: H or M with 8 or 10 digits. */
  | 'travel-permit'
  | 'passport'
  /** 残疾人证号: the 18 characters, then kind and grade, then two more after re-issue. */
  | 'disability-card'
  | 'bank-card'
  /** Words or digits that stand for a missing number: 无, 待办, 000000. */
  | 'placeholder'
  /** Some characters are hidden by `*`. */
  | 'masked'
  /** Spoilt by a spreadsheet program; see `idNumberDamage`. */
  | 'damaged'
  | 'malformed';

/** How a spreadsheet program spoilt the number. None of these can be undone. */
export type IdNumberDamage = 'number' | 'scientific' | 'zeros' | 'not-text';

/** Says what the cell holds, after tidying; GB 11643-1999 and the neighbours met in the same column. */
export function kindOfIdNumber(typed: CellValue): IdNumberKind {
  if (typed === null) return 'empty';
  if (typeof typed !== 'string') return kindOfNumber(typed);
  // Most cells are sound: they are told at a glance, without patterns.
  if (isCitizenShape(typed)) return kindOfCitizenShape(typed);
  const text = idNumberMeant(typed);
  if (text === '') return 'empty';
  if (isCitizenShape(text)) return kindOfCitizenShape(text);
  if (scientific.test(text) || hashes.test(text)) return 'damaged';
  if (masked.test(text)) return 'masked';
  if (placeholders.test(text) || isPlaceholderDigits(text)) return 'placeholder';
  if (isOldNumber(text)) return 'old-15';
  if (/^9\d{16}[\dX]$/.test(text)) return agreesWithCheck(text) ? 'foreigner-card' : 'wrong-check-character';
  if (/^[A-Z]{3}\d{12}$/.test(text)) return 'foreigner-card';
  if (/^[HM](\d{8}|\d{10})$/.test(text)) return 'travel-permit';
  if (/^(E[A-HJ-NP-Z]|[DEGPS])\d{7,8}$/.test(text)) return 'passport';
  if (isDisabilityCard(text)) return 'disability-card';
  if (/^62(\d{14}|\d{15}|\d{17})$/.test(text)) return 'bank-card';
  return 'malformed';
}

/** What spoilt a cell whose kind is `damaged`; `undefined` for all other cells. */
export function idNumberDamage(typed: CellValue): IdNumberDamage | undefined {
  if (kindOfIdNumber(typed) !== 'damaged') return undefined;
  // Excel keeps 15 digits of a number, other programs 17: from the 16th digit on nothing can be trusted.
  if (typeof typed === 'number') return typed >= 1e15 && typed < 1e19 ? 'number' : 'not-text';
  if (typeof typed !== 'string') return 'not-text';
  const text = idNumberMeant(typed);
  if (scientific.test(text)) return 'scientific';
  return hashes.test(text) ? 'not-text' : 'zeros';
}

/**
 * The number as it should stand: half-width, without blanks, quotes and hyphens, `X` in capitals and in no other guise.
 * It need not be a number at all.
 */
export function idNumberMeant(text: string): string {
  if (isCitizenShape(text)) return text;
  const tidied = tidyIdNumber(text).replace(strayQuotes, '');
  const plain = hyphened.test(tidied) ? tidied.replace(/-/g, '') : tidied;
  if (plain.length !== 18 || !/^\d{17}[×✕✖╳Х*]$/.test(plain)) return plain;
  // A last character drawn as × is an X; a * is one only where the check character must be X, else it hides a digit.
  return plain[17] !== '*' || checkCharacterOf(plain) === 'X' ? `${plain.slice(0, 17)}X` : plain;
}

/** The check character (0–9 or X) that the first 17 digits ask for; ISO 7064 MOD 11-2 with the weights of GB 11643-1999. */
export const checkCharacterOf = (idNumber: string): string => checkCharacters[remainderOf(idNumber)];

/**
 * The number by which two cells are known to be the same person: 18 characters, an old number brought up to 18,
 * the number inside a 残疾人证号, or another document as it is. `undefined` where nothing can be compared:
 * empty, placeholder, masked, damaged, malformed.
 */
export function comparableIdNumber(typed: CellValue): string | undefined {
  switch (kindOfIdNumber(typed)) {
    case 'citizen':
    case 'wrong-check-character':
    case 'foreigner-card':
    case 'travel-permit':
    case 'passport':
      return idNumberMeant(String(typed));
    case 'old-15':
      return upgradeOldNumber(idNumberMeant(String(typed)));
    case 'disability-card':
      return idNumberMeant(String(typed)).slice(0, 18);
    default:
      return undefined;
  }
}

/** The birth date in an 18-character number; `undefined` where the calendar has no such day. */
export function birthDateIn(idNumber: string): IsoDate | undefined {
  const day = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return isValidDay(day) ? day : undefined;
}

/** One slip that would explain a wrong check character: the digit that should stand at the place, or a swap with the next. */
export type Slip =
  { readonly place: number; readonly digit: string } | { readonly place: number; readonly swapped: true };

/**
 * The slip behind a wrong check character where only one is likely. Many a digit would mend the check character alone, so
 * one is named only where the birth date in the number shows by itself where it is wrong, and one slip mends both.
 */
export function likelySlip(idNumber: string, latestBirth: IsoDate): Slip | undefined {
  if (isPlausible(idNumber, latestBirth)) return undefined;
  const slips = slipsOf(idNumber).filter(({ to }) => agreesWithCheck(to) && isPlausible(to, latestBirth));
  return new Set(slips.map(({ to }) => to)).size === 1 ? slips[0].slip : undefined;
}

/** Every number that is one wrong digit or one swap of neighbours away from this one, with the slip that leads back. */
export function slipsOf(idNumber: string): readonly { readonly to: string; readonly slip: Slip }[] {
  const found: { to: string; slip: Slip }[] = [];
  for (let place = 0; place < 18; place++) {
    for (const digit of place === 17 ? '0123456789X' : '0123456789') {
      if (digit === idNumber[place]) continue;
      found.push({ to: idNumber.slice(0, place) + digit + idNumber.slice(place + 1), slip: { place, digit } });
    }
    const next = idNumber[place + 1];
    if (next === undefined || next === idNumber[place]) continue;
    const to = idNumber.slice(0, place) + next + idNumber[place] + idNumber.slice(place + 2);
    found.push({ to, slip: { place, swapped: true } });
  }
  return found;
}

/** A birth date of someone who may be alive. */
const isPlausible = (idNumber: string, latestBirth: IsoDate): boolean => {
  const born = birthDateIn(idNumber);
  return born !== undefined && born <= latestBirth && born >= '1900-01-01';
};

/** A 15-digit number as it reads on a second-generation card: the century 19 and the check character are added. */
export function upgradeOldNumber(idNumber: string): string {
  const first17 = `${idNumber.slice(0, 6)}19${idNumber.slice(6)}`;
  return first17 + checkCharacterOf(first17);
}

/** The last four characters, which may be shown to tell one number from another. */
export const idNumberTail = (typed: CellValue): string =>
  typed === null || isCellError(typed) ? '' : idNumberMeant(String(typed)).slice(-4);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const agreesWithCheck = (text: string): boolean =>
  checkCharacters.charCodeAt(remainderOf(text)) === text.charCodeAt(17);

function remainderOf(idNumber: string): number {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += (idNumber.charCodeAt(place) - 48) * weights[place];
  return sum % 11;
}

const strayQuotes = /^['‘’`´]+/;
const hyphened = /^\d[\d-]{16,}[\dX×✕✖╳Х*]$/;
const scientific = /^\d(\.\d+)?E\+?\d{2}$/;
const hashes = /^#/;
const masked = /\*|X{2,}|[×✕✖╳]{2,}/;
const placeholders =
  /^([-—_/\\.、?]+|0+|空|空白|[暂尚还]?(无|没有|未办|未上户|未办理|未登记|未落户)(身份证|户口|证件|号码)*号?|(待|正在|补)(办|补|查|补办|办理|核实)中?|办理中|补办中|(身份证)?(丢失|遗失|已丢|过期)(待补)?|不详|未知|不清楚|忘记|新生儿?|婴儿|黑户)$/;

/** A number is exact up to 15 digits; so only an old identity number can stand in a cell as one. */
const kindOfNumber = (typed: CellValue): IdNumberKind =>
  typeof typed !== 'number'
    ? 'damaged'
    : typed === 0
      ? 'placeholder'
      : isOldNumber(String(typed))
        ? 'old-15'
        : 'damaged';

/** 17 digits, the first 1–8, and a digit or X: `ID-01`. Without a pattern, since it is asked for every cell by every check. */
function isCitizenShape(text: string): boolean {
  if (text.length !== 18) return false;
  const first = text.charCodeAt(0);
  if (first < 49 || first > 56) return false;
  for (let place = 1; place < 17; place++) {
    const code = text.charCodeAt(place);
    if (code < 48 || code > 57) return false;
  }
  const last = text.charCodeAt(17);
  return (last >= 48 && last <= 57) || last === 88;
}

function kindOfCitizenShape(text: string): IdNumberKind {
  if (agreesWithCheck(text)) return 'citizen';
  if (isPlaceholderDigits(text)) return 'placeholder';
  if (text.startsWith('62') && !isCalendarDay(text.slice(6, 14))) return 'bank-card';
  return text.endsWith('000') ? 'damaged' : 'wrong-check-character';
}

/** All the same digit, or counted up from 1: typed to get past an empty cell. */
const isPlaceholderDigits = (text: string): boolean => /^(\d)\1{5,}$/.test(text) || /^123456(7890?\d*)?$/.test(text);

const isOldNumber = (text: string): boolean => /^[1-8]\d{14}$/.test(text) && isCalendarDay(`19${text.slice(6, 12)}`);

const isDisabilityCard = (text: string): boolean =>
  /^[1-8]\d{16}[\dX][1-7][1-4](B?\d|\d\d)?$/.test(text) && agreesWithCheck(text);

/** Whether the eight digits are a day of the calendar. */
function isCalendarDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}
