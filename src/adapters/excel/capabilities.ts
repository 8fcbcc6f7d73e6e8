/** Whether this Excel has the least that everything here rests on, ExcelApi 1.9: Excel 2021, Microsoft 365, or newer. */
export const isExcelNewEnough = (): boolean => has('1.9');

type Since = '1.9' | '1.10' | '1.13' | '1.14';

/**
 * Whether Excel has this set. Excel's word alone is not enough: an older office.js repeats what the host claims,
 * so the member that is wanted must also be there.
 */
export function has(set: Since, member?: { readonly of: object; readonly named: string }): boolean {
  const claimed = Office.context.requirements.isSetSupported('ExcelApi', set);
  return claimed && (member === undefined || member.named in member.of);
}

/** Merged areas of a range can be asked for (ExcelApi 1.13). */
export const canAskForMerges = (): boolean =>
  has('1.13', { of: Excel.Range.prototype, named: 'getMergedAreasOrNullObject' });
