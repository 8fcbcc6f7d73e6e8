import { isValidDay, type IsoDate } from '../ledger/dates';
import { kindOfIdNumber, upgradeOldNumber } from '../ledger/id-number';

/** What a sound identity number says of its holder (GB 11643: digits 7 to 14 the birth date, an odd 17th digit a man), or why nothing. */
export function idNumberFacts(
  idNumber: string,
): { readonly birthDate: IsoDate; readonly sex: '男' | '女' } | { readonly reason: string } {
  const kind = kindOfIdNumber(idNumber);
  if (kind !== 'citizen' && kind !== 'old-15')
    return { reason: '身份证号不是有效的 18 位号码，推算不出来，请先核对。' };
  const full = kind === 'old-15' ? upgradeOldNumber(idNumber) : idNumber;
  const birthDate = `${full.slice(6, 10)}-${full.slice(10, 12)}-${full.slice(12, 14)}`;
  if (!isValidDay(birthDate)) return { reason: '身份证号中的出生日期不存在，推算不出来，请先核对。' };
  return { birthDate, sex: Number(full[16]) % 2 === 1 ? '男' : '女' };
}

/** How the panel names the number without showing it. */
export const idNumberInput = [{ label: '身份证号', value: '按本行号码' }] as const;

/** The standard that the facts rest on. */
export const idNumberClause = 'GB 11643-1999《公民身份号码》';
