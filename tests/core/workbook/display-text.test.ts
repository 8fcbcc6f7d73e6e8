import { textOf } from '../../../src/core/workbook/display-text';
import { cellKey, type CellValue } from '../../../src/core/workbook/cell';
import { plainStyle, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { sheetOf } from '../../support/table';

function shown(value: CellValue, numberFormat = 'General', date1904 = false): string {
  const sheet = { ...sheetOf('| x |'), rows: [[value]], styleRows: [[1]] };
  const workbook: WorkbookSnapshot = {
    name: 'a.xlsx',
    date1904,
    styles: [plainStyle, { ...plainStyle, numberFormat }],
    sheets: [sheet],
    remarks: [],
  };
  return textOf(workbook, sheet, 1, 1);
}

test.each<[CellValue, string, string]>([
  [null, 'General', ''],
  ['张三', 'General', '张三'],
  ['11010519491231002X', '@', '11010519491231002X'],
  [450, 'General', '450'],
  [0.1, 'General', '0.1'],
  [110101199001011230, 'General', '1.10101E+17'],
  [110101199001011230, '0', '110101199001011000'],
  [12345678901, 'General', '12345678901'],
  [123456789012, 'General', '1.23457E+11'],
  [450, '0.00', '450.00'],
  [1234.5, '#,##0.00', '1,234.50'],
  [0, '0;-0;;@', ''],
  [-5, '0.00_);[Red](0.00)', '(5.00)'],
  [46026, 'yyyy-mm-dd', '2026-01-04'],
  [46026, 'yyyy"年"m"月"d"日"', '2026年1月4日'],
  [46026, 'yyyy"年"m"月"d"日";@', '2026年1月4日'],
  [46026, '[$-804]yyyy"年"m"月"', '2026年1月'],
  [true, 'General', 'TRUE'],
  [false, '0.00', 'FALSE'],
  [{ error: '#N/A' }, 'General', '#N/A'],
  ['村', '"上寨"@', '上寨村'],
  [450, '@', '450'],
  [450, '0.00"', '450'],
])('%j as %s shows %j', (value, format, expected) => {
  expect(shown(value, format)).toBe(expected);
});

test('a day number follows the workbook’s date system, a plain number does not', () => {
  expect(shown(44564, 'yyyy-mm-dd', true)).toBe('2026-01-04');
  expect(shown(44564, '0', true)).toBe('44564');
});

test('the host’s own text is believed', () => {
  const sheet = { ...sheetOf('| 3 |'), texts: new Map([[cellKey(1, 1), '叁']]) };
  expect(textOf({ name: 'a', date1904: false, styles: [plainStyle], sheets: [sheet], remarks: [] }, sheet, 1, 1)).toBe(
    '叁',
  );
});
