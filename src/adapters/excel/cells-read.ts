import { cellKey, type CellValue } from '../../core/workbook/cell';
import { plainStyle, type CellStyle } from '../../core/workbook/snapshot';

/** Excel gives an empty cell as an empty text and an error as its name. */
export function cellValue(value: unknown): CellValue {
  if (typeof value === 'string') {
    if (value === '') return null;
    return /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(value) ? { error: value } : value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The place of the look in the table, which grows where it is new. Only number formats and locks are read from Excel. */
export function styleIndex(styles: CellStyle[], numberFormat: string, locked = true): number {
  const known = styles.findIndex((style) => style.numberFormat === numberFormat && style.locked === locked);
  return known >= 0 ? known : styles.push({ ...plainStyle, numberFormat, locked }) - 1;
}

/** The formulas of areas that hold some, by `cellKey`, without `=`. */
export function formulasOf(areas: Excel.RangeAreas | undefined): ReadonlyMap<number, string> {
  const formulas = new Map<number, string>();
  if (!areas || areas.isNullObject) return formulas;
  for (const range of areas.areas.items) {
    range.formulas.forEach((row, down) => {
      row.forEach((formula, across) => {
        if (typeof formula === 'string' && formula.startsWith('=')) {
          formulas.set(cellKey(range.rowIndex + down + 1, range.columnIndex + across + 1), formula.slice(1));
        }
      });
    });
  }
  return formulas;
}
