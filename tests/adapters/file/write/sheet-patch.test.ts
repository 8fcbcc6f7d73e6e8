import { patchSheet, type SheetPatch } from '../../../../src/adapters/file/write/sheet-patch';
import { patchStyles, type StylesPatch } from '../../../../src/adapters/file/write/styles-patch';
import { text, UnpatchableXml } from '../../../../src/adapters/file/write/xml-bytes';
import { finish } from '../../../../src/core/workbook/port';
import { declaration, mainSpace, plainStyles, sheetXml, utf8 } from '../../../support/xlsx-fixture';

const noStyles = (): StylesPatch => patchStyles(utf8(plainStyles));

const patched = (xml: string, patch: Partial<SheetPatch>, styles = noStyles()): string =>
  text(finish(patchSheet(utf8(xml), { cells: new Map(), ...patch }, styles)));

const cells = (
  ...list: readonly (readonly [row: number, column: number, value: string | number | boolean | null])[]
) => {
  const rows = new Map<number, { column: number; value: string | number | boolean | null }[]>();
  for (const [row, column, value] of list) rows.set(row, [...(rows.get(row) ?? []), { column, value }]);
  return { cells: rows };
};

/** What stands inside sheetData after the patch; everything else must have stayed. */
function rowsAfter(rows: string, patch: Partial<SheetPatch>, around = { head: '', tail: '' }): string {
  const [before, behind] = sheetXml({ ...around, rows: '|' }).split('|');
  const result = patched(sheetXml({ ...around, rows }), patch);
  expect(result.startsWith(before)).toBe(true);
  expect(result.endsWith(behind)).toBe(true);
  return result.slice(before.length, result.length - behind.length);
}

test('replaces a value and keeps the place, the style and every neighbour', () => {
  const rows =
    '<row r="3" spans="1:3" ht="20.25" customHeight="1" x14ac:dyDescent="0.2"><c r="A3" s="5" t="s"><v>12</v></c>' +
    '<c r="B3" s="6"/><c r="C3" s="7"><f>SUM(A1:A2)</f><v>3</v></c></row>';
  expect(rowsAfter(rows, cells([3, 1, '石有田'], [3, 2, 450]))).toBe(
    '<row r="3" spans="1:3" ht="20.25" customHeight="1" x14ac:dyDescent="0.2">' +
      '<c r="A3" s="5" t="inlineStr"><is><t>石有田</t></is></c><c r="B3" s="6"><v>450</v></c>' +
      '<c r="C3" s="7"><f>SUM(A1:A2)</f><v>3</v></c></row>',
  );
});

test.each([
  [true, '<c r="A1" s="2" t="b"><v>1</v></c>'],
  [-0, '<c r="A1" s="2"><v>0</v></c>'],
  [0.1, '<c r="A1" s="2"><v>0.1</v></c>'],
  [1e21, '<c r="A1" s="2"><v>1e+21</v></c>'],
  [null, '<c r="A1" s="2"/>'],
  ['=1+1', '<c r="A1" s="2" t="inlineStr"><is><t>=1+1</t></is></c>'],
  ['11010519491231002X', '<c r="A1" s="2" t="inlineStr"><is><t>11010519491231002X</t></is></c>'],
  [' 两端 ', '<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve"> 两端 </t></is></c>'],
  ['上\r\n下', '<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">上\n下</t></is></c>'],
  ['a<b&"c">', '<c r="A1" s="2" t="inlineStr"><is><t>a&lt;b&amp;"c"&gt;</t></is></c>'],
  ['\u0007铃\uD800半\uFFFF', '<c r="A1" s="2" t="inlineStr"><is><t>铃半</t></is></c>'],
  ['𠮷', '<c r="A1" s="2" t="inlineStr"><is><t>𠮷</t></is></c>'],
  ['_x0041_', '<c r="A1" s="2" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>'],
])('writes %p so that it stays what it is', (value, cell) => {
  const rows = '<row r="1"><c r="A1" s="2" t="str" cm="1" vm="2"><v>旧</v></c></row>';
  expect(rowsAfter(rows, cells([1, 1, value]))).toBe(`<row r="1">${cell}</row>`);
});

test('refuses numbers that no cell can hold', () => {
  expect(() => patched(sheetXml({ rows: '<row r="1"><c r="A1"/></row>' }), cells([1, 1, Infinity]))).toThrow(
    RangeError,
  );
});

test('puts missing cells and rows in their order, with the look of their row or column', () => {
  const rows =
    '<row r="2" spans="2:2"><c r="B2"><v>1</v></c></row><row r="5" s="9" customFormat="1"/>' +
    '<row r="7"><c r="A7"><v>7</v></c><extLst><ext uri="u"/></extLst></row>';
  const head = '<dimension ref="A2:B7"/><cols><col min="3" max="4" width="9" style="4"/></cols>';
  const result = patched(
    sheetXml({ head, rows }),
    cells([1, 3, 1], [2, 1, 2], [2, 3, 3], [5, 2, 4], [7, 2, 5], [9, 5, 6]),
  );
  expect(result).toContain(
    '<sheetData><row r="1"><c r="C1" s="4"><v>1</v></c></row>' +
      '<row r="2" spans="1:3"><c r="A2"><v>2</v></c><c r="B2"><v>1</v></c><c r="C2" s="4"><v>3</v></c></row>' +
      '<row r="5" s="9" customFormat="1"><c r="B5" s="9"><v>4</v></c></row>' +
      '<row r="7"><c r="A7"><v>7</v></c><c r="B7"><v>5</v></c><extLst><ext uri="u"/></extLst></row>' +
      '<row r="9"><c r="E9"><v>6</v></c></row></sheetData>',
  );
  expect(result).toContain('<dimension ref="A1:E9"/>');
});

test('emptying a cell that is not there leaves no trace', () => {
  const xml = sheetXml({ head: '<dimension ref="A1"/>', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect(patched(xml, cells([1, 4, null], [8, 8, null]))).toBe(xml);
});

test('fills a sheet without any row', () => {
  const xml = `${declaration}<worksheet xmlns="${mainSpace}"><sheetData/></worksheet>`;
  expect(patched(xml, cells([2, 2, 1]))).toContain('<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>');
});

test('finds cells and rows that do not say where they stand', () => {
  const rows = '<row><c><v>1</v></c><c t="s"><v>0</v></c></row><row r="4"><c r="C4"/><c><v>9</v></c></row>';
  expect(rowsAfter(rows, cells([1, 2, 5], [4, 4, 6]))).toBe(
    '<row><c><v>1</v></c><c><v>5</v></c></row><row r="4"><c r="C4"/><c><v>6</v></c></row>',
  );
});

test('is not led astray by comments, sections and signs inside quotes', () => {
  const rows =
    '<!-- <row r="1"><c r="A1"/></row> --><row r="1" x="/>"><c r="A1" t="str"><v><![CDATA[</c></row><row r="2">]]></v></c>' +
    "<c r='B1'><v>2</v></c></row><?x <row r='2'>?><row r = '2'><c r = 'A2'/></row>";
  expect(rowsAfter(rows, cells([1, 2, 3], [2, 1, 4]))).toBe(
    rows
      .replace("<c r='B1'><v>2</v></c>", "<c r='B1'><v>3</v></c>")
      .replace("<c r = 'A2'/>", "<c r = 'A2'><v>4</v></c>"),
  );
});

test('writes with the prefix that the part uses', () => {
  const xml =
    `<?xml version="1.0"?><x:worksheet xmlns:x="${mainSpace}"><x:sheetData>` +
    '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const result = patched(xml, {
    ...cells([1, 1, '甲'], [1, 2, 2], [2, 1, 3]),
    marks: [{ row: 1, column: 1, severity: 'note' }],
  });
  expect(result).toContain(
    '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row></x:sheetData><x:conditionalFormatting sqref="A1"><x:cfRule ',
  );
});

test('turns UTF-16 into UTF-8 and says so in the declaration', () => {
  const xml = sheetXml({ rows: '<row r="1"><c r="A1" t="str"><v>石</v></c><c r="B1"/></row>' }).replace(
    'UTF-8',
    'UTF-16',
  );
  const wide = new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
  const result = text(finish(patchSheet(wide, cells([1, 2, '田']), noStyles())));
  expect(result).toBe(
    xml.replace('UTF-16', 'UTF-8').replace('<c r="B1"/>', '<c r="B1" t="inlineStr"><is><t>田</t></is></c>'),
  );
});

test('keeps a byte order mark and refuses other encodings and rows out of order', () => {
  const rows = '<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>';
  expect(patched(`\uFEFF${sheetXml({ rows: '' })}`, cells([1, 1, 1])).charCodeAt(0)).toBe(0xfeff);
  expect(() => patched(sheetXml({ rows }), cells([3, 1, 1]))).toThrow(UnpatchableXml);
  expect(() => patched(sheetXml({ rows: '' }).replace('UTF-8', 'GBK'), cells([1, 1, 1]))).toThrow(UnpatchableXml);
});

test('a new number format clones the format of the cell and is shared by equals', () => {
  const styles = utf8(
    plainStyles.replace(
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
      '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="2" fontId="3" fillId="2" borderId="1" xfId="0" quotePrefix="1" applyFont="1"><alignment wrapText="1"/></xf></cellXfs>',
    ),
  );
  const open = patchStyles(styles);
  const xml = sheetXml({ rows: '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"><v>5</v></c><c r="C1"/></row>' });
  const list = [
    { column: 1, value: '000123', numberFormat: '@' },
    { column: 2, numberFormat: '@' },
    { column: 3, value: 3, numberFormat: 'yyyy"年"m"月"' },
  ];
  expect(patched(xml, { cells: new Map([[1, list]]) }, open)).toContain(
    '<c r="A1" s="2" t="inlineStr"><is><t>000123</t></is></c><c r="B1" s="2"><v>5</v></c><c r="C1" s="3"><v>3</v></c>',
  );
  const written = text(open.bytes());
  expect(written).toContain(
    '<xf numFmtId="49" fontId="3" fillId="2" borderId="1" xfId="0" quotePrefix="1" applyFont="1" applyNumberFormat="1">' +
      '<alignment wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  );
  expect(written).toContain('<cellXfs count="4">');
  expect(written).toMatch(/<styleSheet [^>]*><numFmts count="1"><numFmt numFmtId="164" /);
});
