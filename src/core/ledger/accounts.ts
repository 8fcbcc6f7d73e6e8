import { isCellError, type CellValue } from '../workbook/cell';
import { tidyDigits } from './tidy';

/** How a spreadsheet program spoilt an account, or `malformed` where it is no account for another reason. */
export type AccountFault = 'number' | 'scientific' | 'zeros' | 'not-text' | 'masked' | 'characters';

/** What is wrong with the cell as an account; `undefined` for digits (rules.md DMG-04 to DMG-06, ACC-01). */
export function accountFault(typed: Exclude<CellValue, null>): AccountFault | undefined {
  if (typeof typed === 'number')
    return typed >= 1e15 ? 'number' : Number.isInteger(typed) && typed > 0 ? undefined : 'not-text';
  if (typeof typed !== 'string') return isCellError(typed) ? undefined : 'not-text';
  const text = accountDigits(typed);
  if (isDigits(text)) return text.length >= 18 && /0{3,4}$/.test(text) && isSpoiltTail(text) ? 'zeros' : undefined;
  if (/^\d+E\+?\d{2}$/.test(text) || /^#+$/.test(text)) return 'scientific';
  return /\*|X{3,}/.test(text) ? 'masked' : 'characters';
}

/** The account for comparing: digits without blanks and hyphens. */
export const accountDigits = (text: string): string => tidyDigits(text);

/** Whether the last digit agrees with the others by the Luhn rule that most bank cards follow. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const value = place % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** The digits that say which bank issued a card. */
export const bankOf = (account: string): string => account.slice(0, 6);

/** A spreadsheet keeps 15 digits and writes noughts for the others: 18 digits end in 000, 19 in 0000. */
const isSpoiltTail = (digits: string): boolean => /^\d{15}0+$/.test(digits) && !passesLuhn(digits);

export function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}
