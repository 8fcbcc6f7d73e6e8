import { UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { fflateCodec } from '../../../../src/adapters/file/package/codec';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import {
  buildXlsx,
  escaped,
  fixtureParts,
  sheetXml,
  utf8,
  zipped,
  type FixtureSheet,
} from '../../../support/xlsx-fixture';

const refusal = async (bytes: Uint8Array, name = 'a.xlsx') => {
  const error: unknown = await readFile(bytes, name, { codec: nodeCodec }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableWorkbook);
  const { message } = error as UnreadableWorkbook;
  expect(message).toMatch(/^[^！!]+，[^！!]+。$/u);
  return message;
};
const withSheet = (sheet: Omit<FixtureSheet, 'name'>) => buildXlsx({ sheets: [{ name: '台账', ...sheet }] });
const read = async (bytes: Uint8Array) => (await readFile(bytes, 'a.xlsx', { codec: nodeCodec })).snapshot.sheets[0];
const usual = () =>
  buildXlsx({
    sheets: [
      {
        name: '台账',
        rows: Array.from(
          { length: 40 },
          (_, row) =>
            `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${row % 3}</v></c><c r="B${row + 1}"><v>${row * 150}</v></c></row>`,
        ).join(''),
        tail: '<mergeCells><mergeCell ref="D1:E2"/></mergeCells>',
      },
    ],
    sharedStrings: ['大湾村', '青石村', '柳溪村'],
  });

describe('is refused with one sentence', () => {
  test.each([
    ['nothing', new Uint8Array(0), '空的'],
    ['blanks', utf8('  \r\n '), '空的'],
    ['half a file', usual().subarray(0, 1500), '不完整'],
    ['a file without its end', usual().subarray(0, -10), '不完整'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0xff, 0x80]),
      '不是可以识别',
    ],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), '不是可以识别'],
    ['a zip of something else', zipped({ 'readme.txt': utf8('x') }), '不是可以识别'],
    [
      'a text document',
      zipped({
        '_rels/.rels': utf8(
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        'word/document.xml': utf8('<w/>'),
      }),
      '不是可以识别',
    ],
    [
      'an open document',
      zipped({ mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': utf8('<x/>') }),
      '开放文档',
    ],
    [
      'a binary workbook',
      zipped({
        '_rels/.rels': utf8(
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        'xl/workbook.bin': utf8('x'),
      }),
      '二进制',
    ],
    [
      'a sheet part that is missing',
      buildXlsx({ sheets: [{ name: '台账' }], parts: { 'xl/worksheets/sheet1.xml': undefined } }),
      '找不到',
    ],
    ['a sheet part without rows', withSheet({ xml: sheetXml({}).replace(/<sheetData>.*<\/sheetData>/, '') }), '找不到'],
    ['a sheet part that is another part', withSheet({ xml: '<sst><si/></sst>' }), '找不到'],
    ['a workbook without sheets', buildXlsx({ sheets: [] }), '找不到'],
    [
      'two sheets on one part',
      buildXlsx({
        sheets: [{ name: '甲' }, { name: '乙' }],
        parts: {
          'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2].map((n) => `<Relationship Id="rId${n}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`).join('')}</Relationships>`,
        },
      }),
      '损坏',
    ],
    [
      'a DOCTYPE in the sheet',
      withSheet({ xml: sheetXml({}).replace('<worksheet', '<!DOCTYPE x [<!ENTITY j "jjj">]><worksheet') }),
      '声明',
    ],
    [
      'a DOCTYPE in the workbook',
      buildXlsx({
        sheets: [{ name: '台账' }],
        parts: { 'xl/workbook.xml': '<!DOCTYPE x SYSTEM "file:///etc/hosts"><workbook/>' },
      }),
      '声明',
    ],
    [
      'a DOCTYPE in the texts',
      buildXlsx({
        sheets: [{ name: '台账' }],
        sharedStrings: [],
        parts: { 'xl/sharedStrings.xml': '<!DOCTYPE x><sst><si><t>1</t></si></sst>' },
      }),
      '声明',
    ],
    ['a shared text out of range', withSheet({ rows: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' }), '对不上'],
    [
      'a text longer than a cell',
      withSheet({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c></row>` }),
      '32767',
    ],
    ['row 2,147,483,647', withSheet({ rows: '<row r="2147483647"><c><v>1</v></c></row>' }), '超出了工作表'],
    ['column XFE', withSheet({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }), '超出了工作表'],
    [
      'XML that breaks off',
      withSheet({ xml: sheetXml({ rows: '<row r="1"><c r="A1"><v>1' }).replace(/<\/.*/s, '') }),
      '损坏',
    ],
    ['an encoding nobody knows', withSheet({ xml: sheetXml({}).replace('UTF-8', 'x-none') }), '损坏'],
    [
      'elements nested without end',
      buildXlsx({ sheets: [{ name: '台账' }], styles: '<a>'.repeat(5000) + '</a>'.repeat(5000) }),
      '大得不正常',
    ],
  ])('%s', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toContain(sentence);
  });

  test('a part whose checksum is wrong, stored or squeezed', async () => {
    const stored = zipped(
      fixtureParts({ sheets: [{ name: '台账', rows: '<row r="1"><c r="A1"><v>450</v></c></row>' }] }),
      0,
    );
    const at = Buffer.from(stored).indexOf('<v>450');
    stored[at + 3] = 0x39;
    expect(await refusal(stored)).toContain('损坏');
  });

  test('a sheet that grows to gigabytes, a text that does', async () => {
    const blanks = new Uint8Array(40 * 1024 * 1024).fill(0x20);
    expect(await refusal(withSheet({ xml: blanks }))).toContain('大得不正常');
    expect(
      await refusal(
        buildXlsx({ sheets: [{ name: '台账' }], sharedStrings: [], parts: { 'xl/sharedStrings.xml': blanks } }),
      ),
    ).toContain('大得不正常');
  });

  test('rows spread so wide that they could not be held', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(await refusal(withSheet({ rows: rows.join('') }))).toContain('太多或太分散');
  });

  test('a long formula shared by very many cells', async () => {
    const long = Array.from({ length: 1500 }, (_, index) => `A${index + 1}`).join('+');
    const rows = Array.from(
      { length: 20_000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="B${row + 1}"><f t="shared" si="0"${row ? '/>' : ` ref="B1:B20000">${long}</f>`}</c></row>`,
    );
    expect(await refusal(withSheet({ rows: rows.join('') }))).toContain('太多或太分散');
  });

  test('arrays that cover the sheet again and again', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><f t="array" ref="A1:XFD1048576">1</f></c></row>`,
    );
    expect(await refusal(withSheet({ rows: rows.join('') }))).toContain('太多或太分散');
  });
});

describe('is read without ado', () => {
  test('cells at both far corners', async () => {
    const sheet = await read(
      withSheet({
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      }),
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1_048_576, 16_384]);
    expect(sheet.rows[1_048_575]?.[16_383]).toBe(2);
  });

  test('1,048,576 styled rows without content', async () => {
    const rows = '<row><c s="0"/></row>'.repeat(1_048_575);
    // Stored, since squeezed it would look like the bomb it is not.
    const bytes = zipped(
      fixtureParts({ sheets: [{ name: '台账', rows: `<row r="1"><c r="A1"><v>1</v></c></row>${rows}` }] }),
      0,
    );
    const sheet = await read(bytes);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });

  test('merges, validations and formats over the whole sheet', async () => {
    const sheet = await read(
      withSheet({
        rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
        tail:
          '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>' +
          '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>' +
          '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
      }),
    );
    expect(sheet.merges).toEqual([{ top: 3, left: 1, bottom: 1_048_576, right: 16_384 }]);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1_048_576, 16_384]);
  });

  test('our mark stretched over the whole sheet is not followed', async () => {
    const sheet = await read(
      withSheet({
        tail: `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>${escaped('N("冬春救助台账助手:error")=0')}</formula></cfRule></conditionalFormatting>`,
      }),
    );
    expect(sheet.marks).toEqual([]);
  });

  test('20,000 pieces of CDATA', async () => {
    const sheet = await read(
      withSheet({
        rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'<![CDATA[a]]>'.repeat(20_000)}</t></is></c></row>`,
      }),
    );
    expect(sheet.rows[0]).toEqual(['a'.repeat(20_000)]);
  });

  test('an attribute of megabytes', async () => {
    const noise = Array.from({ length: 400_000 }, (_, index) => ((index * 48_271) % 2_147_483_647).toString(36)).join(
      '',
    );
    const sheet = await read(withSheet({ rows: `<row r="1" x="${noise}"><c r="A1" y="${noise}"><v>1</v></c></row>` }));
    expect(sheet.rows[0]).toEqual([1]);
  });

  test('names that programs stumble over', async () => {
    const names = ['__proto__', 'constructor', 'toString', "a'b"];
    const { snapshot } = await readFile(
      buildXlsx({
        sheets: names.map((name) => ({ name, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' })),
        sharedStrings: ['__proto__'],
        parts: { __proto: 'x', 'constructor/prototype': 'y' },
      }),
      '__proto__',
    );
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(names);
    expect(snapshot.sheets[0].rows[0]).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('texts that look like formulas stay texts', async () => {
    const texts = ['=1+1', '+1', '-5', '@SUM(A1)'];
    const sheet = await read(
      buildXlsx({
        sheets: [
          {
            name: '台账',
            rows: `<row r="1">${texts.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`,
          },
        ],
        sharedStrings: texts,
      }),
    );
    expect(sheet.rows[0]).toEqual(texts);
    expect(sheet.formulas.size).toBe(0);
  });
});

describe('a damaged file gives the right content or a sentence, never anything else', () => {
  const whole = usual();

  test.each([
    ['fflate', fflateCodec],
    ['node', nodeCodec],
  ])('cut off anywhere (%s)', async (_name, codec) => {
    for (let length = 0; length < whole.length; length += 13) {
      await expect(readFile(whole.subarray(0, length), 'a.xlsx', { codec })).rejects.toThrow(UnreadableWorkbook);
    }
  });

  test.each([
    ['fflate', fflateCodec],
    ['node', nodeCodec],
  ])('one byte changed anywhere (%s)', async (_name, codec) => {
    const right = (await readFile(whole, 'a.xlsx', { codec })).snapshot;
    let refused = 0;
    for (let at = 0; at < whole.length; at += 5) {
      const copy = whole.slice();
      copy[at] ^= 1 << (at % 8);
      try {
        const { snapshot } = await readFile(copy, 'a.xlsx', { codec });
        expect(snapshot.sheets[0].rows).toEqual(right.sheets[0].rows);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableWorkbook);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});

test('what is left of a package after its first bytes is no text table', async () => {
  const start = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]);
  for (const length of [2, 3, 4, 6]) {
    await expect(readFile(start.subarray(0, length), '台账.xlsx')).rejects.toThrow(UnreadableWorkbook);
  }
});
