import type { CellValue } from '../workbook/cell';

/**
 * A short code of the rows of a sheet, such as `7K3M-9QXT`: the same for the same rows in the same order, and another one
 * where a value was changed, a row left out or rows changed places. Read from paper, it tells whether paper and file agree.
 */
export function paperCode(rows: readonly (readonly CellValue[])[]): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  const take = (code: number): void => {
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code ^ (high >>> 15), 0x85ebca6b);
  };
  for (const row of rows) {
    for (const value of row) {
      const text = value === null || typeof value === 'object' ? '' : String(value);
      for (let index = 0; index < text.length; index++) take(text.charCodeAt(index));
      take(0x1f);
    }
    take(0x1e);
  }
  return `${letters(high)}-${letters(low)}`;
}

// Without 0, 1, I and O, which are misread.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const letters = (number: number): string => {
  const mixed = Math.imul(number ^ (number >>> 13), 0xc2b2ae35);
  return [0, 5, 10, 15].map((shift) => alphabet[(mixed >>> shift) & 31]).join('');
};
