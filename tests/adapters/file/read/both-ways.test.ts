import fc from 'fast-check';
import type { SheetSnapshot } from '../../../../src/core/workbook/snapshot';
import { UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { scanSheet, streamSheet } from '../../../../src/adapters/file/read/read-sheet';
import { scanSharedStrings, streamSharedStrings } from '../../../../src/adapters/file/read/shared-strings';
import { freshBudget } from '../../../../src/adapters/file/read/sheet-draft';
import { sharedStringTable, sheetXml, utf8 } from '../../../support/xlsx-fixture';

// The quick way (over bytes) and the thorough way (an XML parser) must tell the same of every part both can read.

const strings = ['户主姓名', '', '11010519491231002X', '杨·阿依古丽'];
const around = () => ({ strings, date1904: false, budget: freshBudget() });

/** What a way makes of a part: a sheet, a refusal's sentence, or nothing where it is not for that way. */
async function outcome(
  work: () => Promise<{ finish(name: string, visibility: 'visible'): SheetSnapshot } | undefined>,
) {
  try {
    return (await work())?.finish('台账', 'visible');
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.message;
    throw error;
  }
}

const quickly = (xml: string) => outcome(() => scanSheet(utf8(xml), around()));
const thoroughly = (xml: string) => outcome(() => streamSheet(utf8(xml), around()));

const blank = fc.constantFrom('', '', '', ' ', '\n  ', '\r\n');
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '',
    '-',
    '.',
    '007',
    '1e5',
    '+3',
    '1e999',
    '110105194912310021',
    '123456789012345.6',
    ' 7 ',
    '-0',
    '0x10',
  ),
);
const words = fc
  .array(
    fc.constantFrom(
      '户',
      '主',
      'a',
      ' ',
      '&amp;',
      '&lt;',
      '&#x4E00;',
      '_x000B_',
      '_x005F_',
      '𠮷',
      'é',
      '\n',
      '\r\n',
      '>',
      '"',
    ),
  )
  .map((pieces) => pieces.join(''));
const run = fc
  .tuple(fc.constantFrom('', ' xml:space="preserve"'), words)
  .map(([space, text]) => `<t${space}>${text}</t>`);
const rich = fc.oneof(
  run,
  fc.constantFrom('', '<t/>'),
  fc
    .array(run, { maxLength: 3 })
    .map(
      (runs) =>
        runs.map((t) => `<r><rPr><b/><sz val="9"/></rPr>${t}</r>`).join('') + '<rPh sb="0" eb="1"><t>x</t></rPh>',
    ),
);
const formula = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '<f>A1+B2</f>',
    '<f/>',
    '<f t="shared" ref="A1:A9" si="0">A1&amp;"A1"</f>',
    '<f t="shared" si="0"/>',
    '<f t="shared" si="7"/>',
    '<f t="array" ref="B2:C3">ROW(A1)</f>',
    '<f ca="1">TODAY()</f>',
  ),
);
const content = fc.oneof(
  number.map((v) => ({ type: '', inner: `<v>${v}</v>` })),
  number.map((v) => ({ type: ' t="n"', inner: `<v>${v}</v>` })),
  fc.constantFrom('0', '1', '3', '4', '', 'x', '-1').map((v) => ({ type: ' t="s"', inner: `<v>${v}</v>` })),
  words.map((v) => ({ type: ' t="str"', inner: `<v xml:space="preserve">${v}</v>` })),
  rich.map((v) => ({ type: ' t="inlineStr"', inner: `<is>${v}</is>` })),
  fc.constantFrom('1', '0', 'true', '').map((v) => ({ type: ' t="b"', inner: `<v>${v}</v>` })),
  fc.constantFrom('#N/A', '#DIV/0!', '').map((v) => ({ type: ' t="e"', inner: `<v>${v}</v>` })),
  fc
    .constantFrom('2026-01-15', '2026-01-15T12:00:00', '1900-02-28', 'x')
    .map((v) => ({ type: ' t="d"', inner: `<v>${v}</v>` })),
  fc.constantFrom('', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="zzz"').map((type) => ({ type, inner: '<v/>' })),
  fc.constant({ type: '', inner: '' }),
);
const cell = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }), content, formula, blank, fc.boolean());
const row = fc.tuple(
  fc.constantFrom(
    '',
    '',
    ' ht="20"',
    ' hidden="1"',
    ' s="3" customFormat="1"',
    ' s="3"',
    ' spans="1:3" collapsed="false"',
  ),
  fc.boolean(),
  fc.array(cell, { maxLength: 6 }),
  blank,
);
const sheet = fc
  .tuple(
    fc.constantFrom(
      '',
      '<cols><col min="2" max="4" style="5" width="12"/></cols>',
      '<sheetFormatPr defaultRowHeight="14" zeroHeight="1"/>',
    ),
    fc.array(row, { maxLength: 5 }),
    fc.constantFrom('', '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', '<sheetProtection sheet="1"/>'),
  )
  .map(([head, list, tail]) =>
    sheetXml({
      head,
      tail,
      rows: list
        .map(([attributes, isPlaced, cells, gap], index) => {
          const inner = cells.map(([hasPlace, style, { type, inner: value }, f, space, isFirst], column) => {
            const place = hasPlace ? ` r="${String.fromCharCode(65 + column * 2)}${index + 1}"` : '';
            return `${space}<c${isFirst ? place : ''} s="${style}"${type}${isFirst ? '' : place}>${f}${value}</c>`;
          });
          return `${gap}<row${isPlaced ? ` r="${index + 1}"` : ''}${attributes}>${inner.join('')}</row>`;
        })
        .join(''),
    }),
  );

test('sheets', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(sheet, async (xml) => {
      const quick = await quickly(xml);
      if (quick === undefined) return;
      read++;
      expect(quick).toEqual(await thoroughly(xml));
    }),
    { numRuns: 250 },
  );
  expect(read).toBeGreaterThan(100);
});

test('tables of shared texts', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(rich, blank), { maxLength: 8 }), async (list) => {
      const bytes = utf8(
        sharedStringTable(list.map(([inner]) => `<si>${inner}</si>`)).replaceAll(
          '</si><si>',
          `</si>${list[0]?.[1] ?? ''}<si>`,
        ),
      );
      const quick = await scanSharedStrings(bytes);
      if (quick === undefined) return;
      read++;
      expect(quick).toEqual(await streamSharedStrings(bytes));
    }),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(150);
});

test.each([
  ['a row beyond the sheet', '<row r="1048577"><c><v>1</v></c></row>'],
  ['an absurd row', '<row r="2147483647"><c><v>1</v></c></row>'],
  ['row zero', '<row r="0"><c><v>1</v></c></row>'],
  ['a column beyond the sheet', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['a place that is none', '<row r="1"><c r="__proto__"><v>1</v></c></row>'],
  ['a place in another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ['a text that is not in the table', '<row r="1"><c t="s"><v>4</v></c></row>'],
  ['a text of 32,768 characters', `<row r="1"><c t="str"><v>${'字'.repeat(32_768)}</v></c></row>`],
  ['a control character', '<row r="1"><c t="str"><v>\u0007</v></c></row>'],
  ['an unknown entity', '<row r="1"><c t="str"><v>&e;</v></c></row>'],
  ['a lone ampersand', '<row r="1"><c t="str"><v>a & b</v></c></row>'],
  ['a reference to a forbidden character', '<row r="1"><c t="str"><v>&#x7;</v></c></row>'],
  ['an element that is not closed', '<row r="1"><c t="str"><v>1</c></row>'],
])('%s is refused either way', async (_what, rows) => {
  const xml = sheetXml({ rows });
  const thorough = await thoroughly(xml);
  expect(typeof thorough).toBe('string');
  expect([thorough, undefined]).toContainEqual(await quickly(xml));
});
