import { fflateCodec } from '../../../../src/adapters/file/package/codec';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { openPackage, writePackage } from '../../../../src/adapters/file/package/zip-package';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import { descriptorZip } from '../../../support/odd-zip';
import { buildXlsx, fixtureParts, sheetXml, sharedStringTable, utf8, zipped } from '../../../support/xlsx-fixture';

// Files that are legal, or illegal but common, and that readers are known to trip over.

const rows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>46037</v></c></row>';
const strings = ['户主姓名', '填报日期', '杨·阿依古丽'];
const expected = [
  ['户主姓名', '填报日期'],
  ['杨·阿依古丽', 46037],
];
const usual = () => fixtureParts({ sheets: [{ name: '台账', rows }], sharedStrings: strings });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The same parts, some rewritten. */
const rewritten = (change: (name: string, content: string) => string | Uint8Array, rename = (name: string) => name) =>
  zipped(
    Object.fromEntries(
      Object.entries(usual()).map(([name, bytes]) => {
        const changed = change(name, text(bytes));
        return [rename(name), typeof changed === 'string' ? utf8(changed) : changed];
      }),
    ),
  );
const isSheet = (name: string) => name.includes('sheet1.xml');

/** Gives an element and all it holds the prefix that some writers use. */
const prefixed = (content: string) =>
  content
    .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
    .replace('xmlns="http://schemas.openxmlformats.org/s', 'xmlns:x="http://schemas.openxmlformats.org/s');
const utf16 = (content: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content.replace('UTF-8', 'UTF-16'), 'utf16le')]),
  );
const utf16be = (content: string) => new Uint8Array(Buffer.from(utf16(content)).swap16());
const strict = (content: string) =>
  content
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );

const kinds: readonly (readonly [string, Uint8Array])[] = [
  ['the usual kind', zipped(usual())],
  [
    'every element prefixed',
    rewritten((name, content) =>
      /^xl\/\w|sheets\//.test(name) && !name.includes('_rels') ? prefixed(content) : content,
    ),
  ],
  [
    'part names with backslashes',
    rewritten(
      (_, content) => content,
      (name) => name.replaceAll('/', '\\'),
    ),
  ],
  [
    'absolute targets',
    rewritten((_, content) =>
      content
        .replace(/Target="(worksheets|sharedStrings|styles)/g, 'Target="/xl/$1')
        .replace('Target="xl/', 'Target="/xl/'),
    ),
  ],
  [
    'targets that go up and down',
    rewritten((_, content) => content.replace('Target="worksheets/', 'Target="../xl/./worksheets/')),
  ],
  [
    'cells without places',
    rewritten((name, content) => (isSheet(name) ? content.replace(/ r="[A-Z]*\d"/g, '') : content)),
  ],
  [
    'the strict dialect',
    rewritten((name, content) =>
      isSheet(name)
        ? strict(content).replace('<c r="B2"><v>46037</v>', '<c r="B2" t="d"><v>2026-01-15</v>')
        : strict(content),
    ),
  ],
  [
    'rich text',
    zipped(
      fixtureParts({
        sheets: [{ name: '台账', rows }],
        sharedStrings: ['<si><r><t>户主</t></r><r><rPr><b/></rPr><t>姓名</t></r></si>', strings[1], strings[2]],
      }),
    ),
  ],
  [
    'texts in their cells',
    buildXlsx({
      sheets: [
        {
          name: '台账',
          rows: rows.replace(
            /t="s"><v>(\d)<\/v>/g,
            (_, index) => `t="inlineStr"><is><t>${strings[Number(index)]}</t></is>`,
          ),
        },
      ],
    }),
  ],
  [
    'texts in CDATA',
    rewritten((name, content) =>
      name.endsWith('sharedStrings.xml')
        ? content.replace(/<t xml:space="preserve">([^<]*)</g, '<t xml:space="preserve"><![CDATA[$1]]><')
        : content,
    ),
  ],
  [
    'phonetic hints',
    zipped(
      fixtureParts({
        sheets: [{ name: '台账', rows }],
        sharedStrings: [
          strings[0],
          strings[1],
          `<si><t>${strings[2]}</t><rPh sb="0" eb="1"><t>yang</t></rPh><phoneticPr fontId="1"/></si>`,
        ],
      }),
    ),
  ],
  ['no styles', zipped(fixtureParts({ sheets: [{ name: '台账', rows }], sharedStrings: strings, styles: '' }))],
  [
    'part names in another case',
    rewritten(
      (_, content) => content,
      (name) => (name.startsWith('xl/w') ? name.toUpperCase() : name),
    ),
  ],
  ['a byte order mark', rewritten((_, content) => `\ufeff${content}`)],
  ['UTF-16 parts', rewritten((_, content) => utf16(content))],
  [
    'UTF-16 parts, big end first',
    rewritten((name, content) => (isSheet(name) || name.endsWith('Strings.xml') ? utf16be(content) : content)),
  ],
  ['nothing squeezed', zipped(usual(), 0)],
  ['data descriptors', descriptorZip(usual(), false)],
  ['zip64 with data descriptors', descriptorZip(usual(), true)],
  ['junk before', new Uint8Array(Buffer.concat([Buffer.from([1, 2, 3, 0, 0xff, 0xfe, 0x80]), zipped(usual())]))],
  ['junk after', new Uint8Array(Buffer.concat([zipped(usual()), Buffer.from('--boundary--\r\n')]))],
  [
    'comments between cells',
    rewritten((name, content) =>
      isSheet(name) ? content.replace('<row r="2">', '<!-- </sheetData> --><row r="2"><!-- <c/> -->') : content,
    ),
  ],
  [
    'a comment before the rows that looks like them',
    rewritten((name, content) =>
      isSheet(name) ? content.replace('<sheetData>', '<!--<sheetData><row r="9"/>--><sheetData>') : content,
    ),
  ],
  [
    'a comment after the rows that looks like their end',
    rewritten((name, content) =>
      isSheet(name) ? content.replace('</worksheet>', '<!--</sheetData>--></worksheet>') : content,
    ),
  ],
  [
    'line breaks and blanks between elements',
    rewritten((name, content) =>
      isSheet(name) || name.endsWith('Strings.xml')
        ? content.replace(/></g, '>\r\n  <').replace(/<c r/g, '<c\n r')
        : content,
    ),
  ],
  ['single quotes', rewritten((name, content) => (isSheet(name) ? content.replace(/"/g, "'") : content))],
  [
    'foreign elements and attributes',
    rewritten((name, content) =>
      isSheet(name)
        ? content
            .replace('<worksheet ', '<worksheet xmlns:q="urn:q" ')
            .replace('<row r="1">', '<row r="1" q:dyDescent="0.2" spans="1:2">')
            .replace(
              '</worksheet>',
              '<extLst><ext uri="q"><q:row r="1"><q:c r="A1"><q:v>9</q:v></q:c></q:row></ext></extLst></worksheet>',
            )
        : content,
    ),
  ],
  [
    'a stale dimension',
    rewritten((name, content) =>
      isSheet(name) ? content.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>') : content,
    ),
  ],
  ['an XML declaration that is missing', rewritten((_, content) => content.replace(/^<\?xml[^>]*>\s*/, ''))],
];

test.each(kinds)('%s', async (_kind, bytes) => {
  for (const codec of [nodeCodec, fflateCodec]) {
    const { snapshot } = await readFile(bytes, 'a.xlsx', { codec });
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['台账']);
    expect(snapshot.sheets[0].rows).toEqual(expected);
    expect([snapshot.sheets[0].rowCount, snapshot.sheets[0].columnCount]).toEqual([2, 2]);
  }
});

test.each(kinds)('%s: copied without change it reads the same', async (_kind, bytes) => {
  const copy = await writePackage(openPackage(bytes), { replaced: new Map(), removed: new Set(), added: [] });
  const { snapshot } = await readFile(copy, 'a.xlsx', { codec: nodeCodec });
  expect(snapshot.sheets[0].rows).toEqual(expected);
});

test('rare characters, in tables and in cells', async () => {
  const rare = '𠮷𪚥䶮㐂·•—“”…※→①㎡ﬀ　é🏠';
  const bytes = zipped({
    ...usual(),
    'xl/sharedStrings.xml': utf8(sharedStringTable([rare, '', 'a'.repeat(300)])),
    'xl/worksheets/sheet1.xml': utf8(
      sheetXml({
        rows: `<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>${rare}</t></is></c></row>`,
      }),
    ),
  });
  const { snapshot } = await readFile(bytes, 'a.xlsx');
  expect(snapshot.sheets[0].rows).toEqual([[rare, '', 'a'.repeat(300), rare]]);
});

test('a chart page is passed over with a remark', async () => {
  const parts = usual();
  const bytes = zipped({
    ...parts,
    'xl/workbook.xml': utf8(
      text(parts['xl/workbook.xml']).replace('</sheets>', '<sheet name="图" sheetId="9" r:id="rId77"/></sheets>'),
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      text(parts['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      ),
    ),
  });
  const { snapshot } = await readFile(bytes, 'a.xlsx');
  expect(snapshot.sheets).toHaveLength(1);
  expect(snapshot.remarks).toEqual([expect.stringContaining('“图”')]);
});
