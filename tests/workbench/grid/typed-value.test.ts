import type { CellValue } from '../../../src/core/workbook/cell';
import { plainStyle } from '../../../src/core/workbook/snapshot';
import { editText, isDateFormat, typedValue } from '../../../src/workbench/grid/typed-value';

const id = '109901195203071234';
const styled = (numberFormat: string) => ({ ...plainStyle, numberFormat });
const typed = (text: string, numberFormat = 'General', before: CellValue = null) =>
  typedValue(text, before, styled(numberFormat), false);

describe('what a typed text becomes', () => {
  test('an 18-digit number stays text and the cell becomes a text cell, so that Excel keeps it too', () => {
    expect(typed(id)).toEqual({ value: id, numberFormat: '@' });
    expect(typed(id, '@')).toEqual({ value: id });
    expect(typed(id, 'General', '旧号码')).toEqual({ value: id, numberFormat: '@' });
    expect(typed('11010519491231002X')).toEqual({ value: '11010519491231002X' });
  });

  test('16 digits stay text and 15 become a number; a leading zero stays text', () => {
    expect(typed('1234567890123456').value).toBe('1234567890123456');
    expect(typed('123456789012345').value).toBe(123456789012345);
    expect(typed('007').value).toBe('007');
    expect(typed('0.07').value).toBe(0.07);
    expect(typed('0').value).toBe(0);
  });

  test.each([
    ['150', 150],
    [' 150 ', 150],
    ['-3.5', -3.5],
    ['1,234.50', 1234.5],
    ['12,34', '12,34'],
    ['.', '.'],
    ['.5', 0.5],
    ['1e3', '1e3'],
    ['3人', '3人'],
    ['TRUE', true],
    ['', null],
    ["'12", '12'],
  ])('%j in an empty plain cell', (text, value) => {
    expect(typed(text).value).toBe(value);
  });

  test('over a text the new entry stays text, but a cell made for numbers takes a number back', () => {
    expect(typed('3', 'General', '三').value).toBe('3');
    expect(typed('3', '0.00', '三').value).toBe(3);
    expect(typed('3', 'General', 2).value).toBe(3);
  });

  test('a date becomes a day number only where the cell shows dates', () => {
    expect(typed('2026-1-4').value).toBe('2026-1-4');
    for (const text of ['2026-1-4', '2026/01/04', '2026.1.4', '2026年1月4日']) {
      expect(typed(text, 'yyyy-mm-dd').value).toBe(46026);
    }
    expect(typedValue('2026-1-4', null, styled('yyyy-mm-dd'), true).value).toBe(46026 - 1462);
    expect(typed('2026-2-30', 'yyyy-mm-dd').value).toBe('2026-2-30');
    expect(typed('20260104', 'yyyy-mm-dd').value).toBe('20260104');
  });

  test('in a percent cell 5 and 5% both mean five percent; elsewhere 5% stays text', () => {
    expect(typed('5', '0%').value).toBe(0.05);
    expect(typed('5%', '0%').value).toBe(0.05);
    expect(typed('5%').value).toBe('5%');
  });

  test.each([
    ['yyyy-mm-dd', true],
    ['yyyy"年"m"月"d"日";@', true],
    ['[$-804]yyyy/m/d', true],
    ['General', false],
    ['0.00"d"', false],
    ['@', false],
    ['h:mm', false],
  ])('format %s shows days: %s', (numberFormat, is) => {
    expect(isDateFormat(numberFormat)).toBe(is);
  });

  test('what editing begins with gives the same value back when nothing is changed', () => {
    const cases: readonly (readonly [CellValue, string])[] = [
      [id, 'General'],
      [id, '@'],
      ['007', 'General'],
      [150, 'General'],
      [1234.5, '#,##0.00'],
      [46026, 'yyyy-mm-dd'],
      [0.05, '0%'],
      [true, 'General'],
      ['2026-1-4', '@'],
    ];
    for (const [value, numberFormat] of cases) {
      const text = editText(value, styled(numberFormat), false);
      expect(typedValue(text, value, styled(numberFormat), false).value).toBe(value);
    }
  });
});
