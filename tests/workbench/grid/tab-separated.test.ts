import fc from 'fast-check';
import { parseTabSeparated, writeTabSeparated } from '../../../src/workbench/grid/tab-separated';

describe('cells on the clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['甲', [['甲']]],
    ['甲\t', [['甲', '']]],
    ['"第一行\n第二行"\tb', [['第一行\n第二行', 'b']]],
    ['"他说""好"""', [['他说"好"']]],
    ['"甲"村\tb', [['"甲"村', 'b']]],
    ['5"\tb', [['5"', 'b']]],
    ['"没有结尾\tb', [['"没有结尾', 'b']]],
    ['\n', [['']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => {
    expect(parseTabSeparated(text)).toEqual(rows);
  });

  test('whatever is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', '0') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parseTabSeparated(writeTabSeparated(rows))).toEqual(rows);
      }),
    );
  });
});
