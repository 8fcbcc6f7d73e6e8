import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { cellText } from '../../../../src/adapters/file/write/cell-xml';
import { openPackage } from '../../../../src/adapters/file/package/zip-package';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { readWorkbook } from '../../../../src/adapters/file/read/read-workbook';
import { savePackage } from '../../../../src/adapters/file/write/save-package';
import { text } from '../../../../src/adapters/file/write/xml-bytes';
import { applyToSnapshot } from '../../../../src/core/workbook/apply-to-snapshot';
import type { CellValue } from '../../../../src/core/workbook/cell';
import type { CellEdit, Mark, WorkbookChange } from '../../../../src/core/workbook/change';
import type { SheetPlan } from '../../../../src/core/workbook/sheet-plan';
import { styleAt, type WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import {
  buildXlsx,
  declaration,
  fixtureParts,
  mainSpace,
  plainStyles,
  relationship,
  relationSpace,
  utf8,
  zipped,
} from '../../../support/xlsx-fixture';
import { richTemplate, richXlsx, twoFormats } from './rich-template';

/** Opens, changes and saves as a person would; `changes` may look at what was read. */
async function save(
  file: Uint8Array,
  changes: readonly WorkbookChange[] | ((snapshot: WorkbookSnapshot) => readonly WorkbookChange[]),
): Promise<Uint8Array> {
  const { snapshot } = await readWorkbook(file, '台账.xlsx', nodeCodec);
  const done = applyToSnapshot(snapshot, typeof changes === 'function' ? changes(snapshot) : changes);
  expect(done.receipt.refused).toEqual([]);
  expect(done.receipt.refusedSheets).toEqual([]);
  const saved = (await savePackage(openPackage(file, nodeCodec), snapshot, done.snapshot, nodeCodec)) ?? file;
  await expectWellFormed(saved);
  return saved;
}

/** Every part is XML whose prefixes are declared, and every part has a content type. */
async function expectWellFormed(file: Uint8Array): Promise<void> {
  const pkg = openPackage(file, nodeCodec);
  const types = await partText(file, '[Content_Types].xml');
  for (const part of pkg.parts) {
    if (!/\.(xml|rels|vml)$/.test(part.name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${part.name}: ${error.message}`);
    });
    parser.write(text(await pkg.inflate(part))).close();
    if (/worksheets\/[^/]*$|styles/.test(part.name)) expect(types).toContain(`PartName="/${part.name}"`);
  }
  for (const [, name] of types.matchAll(/PartName="\/([^"]*)"/g)) expect(pkg.part(name)?.name).toBe(name);
}

async function partsOf(file: Uint8Array): Promise<Record<string, string>> {
  const pkg = openPackage(file, nodeCodec);
  const parts: Record<string, string> = {};
  for (const part of pkg.parts) parts[part.name] = Buffer.from(await pkg.inflate(part)).toString('latin1');
  return parts;
}

/** The names of the parts that are not the same in both files. */
async function differing(left: Uint8Array, right: Uint8Array): Promise<readonly string[]> {
  const [one, other] = [await partsOf(left), await partsOf(right)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]).sort();
}

const partText = async (file: Uint8Array, name: string): Promise<string> => {
  const pkg = openPackage(file, nodeCodec);
  const part = pkg.part(name);
  return part ? text(await pkg.inflate(part)) : '';
};

const edit = (
  row: number,
  column: number,
  from: CellValue,
  to: CellEdit['to'],
  numberFormat?: string,
): WorkbookChange => ({
  kind: 'edit-cells',
  edits: [{ at: { sheet: '台账', row, column }, from, to, ...(numberFormat ? { numberFormat } : {}) }],
});

const mark = (...marks: readonly Mark[]): WorkbookChange => ({ kind: 'replace-marks', sheet: '台账', marks });

const someMarks: readonly Mark[] = [
  { row: 4, column: 3, severity: 'error' },
  { row: 5, column: 3, severity: 'error' },
  { row: 5, column: 4, severity: 'error' },
  { row: 4, column: 4, severity: 'error' },
  { row: 9, column: 2, severity: 'warning' },
  { row: 10, column: 6, severity: 'note' },
];

const record = (more: Partial<SheetPlan> = {}): SheetPlan => ({
  name: '核查记录',
  heading: '核查记录（某乡）',
  columnWidths: [6, 30],
  rows: [
    { cells: [{ value: '核查记录（某乡）', style: 'title' }] },
    {
      cells: [
        { value: '序号', style: 'head' },
        { value: '问题', style: 'head' },
      ],
      height: 24,
    },
    { cells: [{ value: 1 }, { value: '身份证号位数不对', style: 'text' }] },
  ],
  merges: [{ top: 1, left: 1, bottom: 1, right: 2 }],
  styles: {
    title: { bold: true, size: 16, horizontal: 'center' },
    head: { bold: true, border: true, fill: '#ddebf7', wrap: true },
    text: { numberFormat: '@', border: true },
  },
  page: { paper: 'A4', orientation: 'landscape', fitToWidth: true, titleRows: { from: 1, to: 2 }, footer: '第 &P 页' },
  ...more,
});

const put = (more: Partial<SheetPlan> = {}): WorkbookChange => ({ kind: 'put-sheet', plan: record(more) });
const remove: WorkbookChange = { kind: 'remove-sheet', sheet: '核查记录', heading: '核查记录（某乡）' };

test('one edited cell changes that cell, and has the formulas calculated anew; all else keeps its bytes', async () => {
  const file = richXlsx();
  const saved = await save(file, [edit(4, 4, 3, 5)]);
  expect(await differing(file, saved)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const [before, after] = [await partsOf(file), await partsOf(saved)];
  const sheet = 'xl/worksheets/sheet1.xml';
  expect(after[sheet]).toBe(before[sheet].replace('<c r="D4" s="7"><v>3</v></c>', '<c r="D4" s="7"><v>5</v></c>'));
  expect(after['xl/workbook.xml']).toBe(
    before['xl/workbook.xml'].replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
  );
  expect((await readWorkbook(saved, '', nodeCodec)).snapshot.sheets[0].rows[3]?.[3]).toBe(5);
});

test('steps taken back leave the file as it was', async () => {
  const file = richXlsx();
  const { snapshot } = await readWorkbook(file, '', nodeCodec);
  const there = applyToSnapshot(snapshot, [edit(4, 4, 3, 5, '0.00'), mark(...someMarks), put()]);
  const back = applyToSnapshot(there.snapshot, there.receipt.undo);
  expect(back.receipt.refused).toEqual([]);
  expect(await savePackage(openPackage(file, nodeCodec), snapshot, back.snapshot, nodeCodec)).toBeUndefined();
});

test('marks go into their place behind all rules of others and bring nothing else', async () => {
  const file = richXlsx();
  const saved = await save(file, [mark(...someMarks)]);
  expect(await differing(file, saved)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  const rule = (severity: string, sqref: string, dxf: number, priority: number) =>
    `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="${dxf}" priority="${priority}">` +
    `<formula>N("冬春救助台账助手:${severity}")=0</formula></cfRule></conditionalFormatting>`;
  const marks = rule('error', 'C4:D5', 2, 8) + rule('warning', 'B9', 3, 9) + rule('note', 'F10', 4, 10);
  const before = await partText(file, 'xl/worksheets/sheet1.xml');
  expect(await partText(saved, 'xl/worksheets/sheet1.xml')).toBe(before.replace(twoFormats, twoFormats + marks));
  expect(await partText(saved, 'xl/styles.xml')).toMatch(
    /<dxfs count="5"><dxf>.*<\/styleSheet><!--relief-ledger dxfs:2-->$/s,
  );
  const again = (await readWorkbook(saved, '', nodeCodec)).snapshot;
  expect(new Set(again.sheets[0].marks.map((one) => JSON.stringify(one)))).toEqual(
    new Set(someMarks.map((one) => JSON.stringify(one))),
  );
});

const marked = { row: 1, column: 1, severity: 'warning' } as const;
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const styled = (dxfs: string) => plainStyles.replace('</cellStyles>', `</cellStyles>${dxfs}`);
const small = (styles: string, tail = '') => buildXlsx({ styles, sheets: [{ name: '台账', rows: cell, tail }] });

test.each<[string, Uint8Array]>([
  ['a rich form', richXlsx()],
  ['a form without rules', richXlsx({ formats: '' })],
  ['a form with an empty list of looks', richXlsx({ dxfs: '<dxfs count="0"/>', formats: '' })],
  ['a form without such a list', richXlsx({ dxfs: '', formats: '' })],
  ['an empty list with blanks and a closing tag', small(styled('<dxfs\n count="0" ></dxfs >'))],
  ['an empty list with a comment that has hyphens', small(styled('<dxfs count="0"><!-- a - b --></dxfs>'))],
  ['a list without count', small(styled('<dxfs><dxf/></dxfs>'))],
  ['a list over several lines', small(styled('<dxfs count="1">\n  <dxf/>\n</dxfs>'))],
  ['prefixed styles', small(plainStyles.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x='))],
  ['no styles at all', small('')],
  [
    'a merge and a validation',
    small(
      plainStyles,
      '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>',
    ),
  ],
])('marking and clearing gives back every part: %s', async (_name, file) => {
  const withMarks = await save(file, [mark(marked)]);
  expect(await differing(file, withMarks)).not.toEqual([]);
  expect(await differing(file, await save(withMarks, [mark()]))).toEqual([]);
});

test('marks replaced in several rounds do not pile up', async () => {
  const file = richXlsx();
  const first = await save(file, [mark(...someMarks)]);
  const second = await save(first, [mark(marked)]);
  expect(await partText(second, 'xl/worksheets/sheet1.xml')).not.toContain('助手:error');
  expect((await readWorkbook(second, '', nodeCodec)).snapshot.sheets[0].marks).toEqual([marked]);
  const third = await save(second, [mark(...someMarks)]);
  expect(await differing(first, third)).toEqual([]);
  expect(await differing(file, await save(third, [mark()]))).toEqual([]);
});

test('a cell marked twice shows its worst mark, and neighbours share a rectangle', async () => {
  const marks: Mark[] = [{ row: 2, column: 2, severity: 'note' }];
  for (const column of [2, 3, 4]) for (const row of [3, 2, 4]) marks.push({ row, column, severity: 'error' });
  marks.push({ row: 4, column: 4, severity: 'warning' }, { row: 9, column: 4, severity: 'warning' });
  const sheet = await partText(await save(small(plainStyles), [mark(...marks)]), 'xl/worksheets/sheet1.xml');
  expect([...sheet.matchAll(/sqref="([^"]*)"/g)].map(([, sqref]) => sqref)).toEqual(['B2:D4', 'D9']);
});

test('a rule of ours that Excel has put together with one of another leaves only itself', async () => {
  const shared =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule>' +
    '<cfRule type="expression" dxfId="1" priority="2"><formula>N("冬春救助台账助手:note")=0</formula></cfRule></conditionalFormatting>';
  const file = small(styled('<dxfs count="2"><dxf/><dxf/></dxfs>'), shared);
  const cleared = await save(file, [mark()]);
  expect(await differing(file, cleared)).toEqual(['xl/worksheets/sheet1.xml']);
  expect(await partText(cleared, 'xl/worksheets/sheet1.xml')).toContain(
    '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>',
  );
});

test('thousands of scattered marks are split over several rules', async () => {
  const many = Array.from({ length: 4000 }, (_, at) => ({ row: at * 2 + 1, column: 1, severity: 'note' }) as const);
  const saved = await save(small(plainStyles), [mark(...many)]);
  const references = [...(await partText(saved, 'xl/worksheets/sheet1.xml')).matchAll(/sqref="([^"]*)"/g)];
  expect(references.length).toBeGreaterThan(1);
  expect(Math.max(...references.map(([, sqref]) => sqref.length))).toBeLessThanOrEqual(8000);
  expect((await readWorkbook(saved, '', nodeCodec)).snapshot.sheets[0].marks).toHaveLength(4000);
});

test('a sheet put and taken away again leaves every part as it was', async () => {
  for (const file of [richXlsx(), richXlsx({ dxfs: '', formats: '' }), small(plainStyles), small('')]) {
    const added = await save(file, [put(), mark(marked)]);
    expect(Object.keys(await partsOf(added))).toHaveLength(
      new Set([
        ...Object.keys(await partsOf(file)),
        'sheet',
        ...((await partText(file, 'xl/styles.xml')) ? [] : ['styles']),
      ]).size,
    );
    const removed = await save(added, [remove, mark()]);
    expect(await partText(removed, 'xl/styles.xml')).toBe(await partText(file, 'xl/styles.xml'));
    expect(await differing(file, removed)).toEqual([]);
    const again = await save(await save(added, [put({ styles: { title: { size: 20 } } })]), [put()]);
    expect(await differing(file, await save(again, [mark(), remove]))).toEqual([]);
  }
});

test('a put sheet is listed everywhere it must be', async () => {
  const file = richXlsx();
  const added = await save(file, [put()]);
  expect(await differing(file, added)).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet3.xml',
  ]);
  const before = await partText(file, 'xl/workbook.xml');
  expect(await partText(added, 'xl/workbook.xml')).toBe(
    before
      .replace('</sheets>', '<sheet name="核查记录" sheetId="3" r:id="rId3"/></sheets>')
      .replace(
        '</definedNames>',
        `<definedName name="_xlnm.Print_Titles" localSheetId="2">'核查记录'!$1:$2</definedName></definedNames>`,
      ),
  );
  const sheet = await partText(added, 'xl/worksheets/sheet3.xml');
  expect(sheet).toContain('<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>');
  expect(sheet).toContain('<oddFooter>&amp;C第 &amp;P 页</oddFooter>');
  const styles = await partText(added, 'xl/styles.xml');
  expect(styles.startsWith((await partText(file, 'xl/styles.xml')).slice(0, 400))).toBe(true);
});

test('a sheet of ours is drawn anew in its place, and its typed cells are kept when saved', async () => {
  const file = await save(richXlsx(), [put()]);
  const redrawn = await save(file, [
    put({
      rows: [{ cells: [{ value: '核查记录（某乡）' }] }, { cells: [{ value: '一' }] }],
      merges: [],
      page: undefined,
    }),
    {
      kind: 'edit-cells',
      edits: [{ at: { sheet: '核查记录', row: 2, column: 1 }, from: '一', to: '二', numberFormat: '@' }],
    },
  ]);
  expect(await partText(redrawn, 'xl/workbook.xml')).toBe(
    (await partText(richXlsx(), 'xl/workbook.xml')).replace(
      '</sheets>',
      '<sheet name="核查记录" sheetId="3" r:id="rId3"/></sheets>',
    ),
  );
  const { snapshot } = await readWorkbook(redrawn, '', nodeCodec);
  expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['台账', '字典', '核查记录']);
  expect(snapshot.sheets[2].rows[1]).toEqual(['二']);
  expect(snapshot.styles[snapshot.sheets[2].styleRows[1]?.[0] ?? 0].numberFormat).toBe('@');
});

test('taking away a sheet in the middle moves up the names of the sheets behind it', async () => {
  const heading = '<row r="1"><c r="A1" t="str"><v>核查记录（某乡）</v></c></row>';
  const file = buildXlsx({
    sheets: [
      { name: '台账', rows: cell },
      {
        name: '核查记录',
        rows: heading,
        relations: '<Relationship Id="rId1" Type="t/comments" Target="../comments1.xml"/>',
      },
      { name: '字典', rows: cell },
    ],
    workbookHead: '<bookViews><workbookView activeTab="2"/></bookViews>',
    workbookTail:
      '<definedNames><definedName name="甲" localSheetId="0">台账!$A$1</definedName><definedName name="乙" localSheetId="1">核查记录!$A$1</definedName>' +
      '<definedName name="丙" localSheetId="2">字典!$A$1</definedName><definedName name="丁">字典!$A$1</definedName></definedNames>',
    parts: { 'xl/comments1.xml': `${declaration}<comments xmlns="${mainSpace}"><authors/><commentList/></comments>` },
  });
  const saved = await save(file, [remove]);
  expect(await partText(saved, 'xl/workbook.xml')).toContain(
    '<workbookView activeTab="1"/></bookViews><sheets><sheet name="台账" sheetId="1" r:id="rId1"/><sheet name="字典" sheetId="3" r:id="rId3"/></sheets>' +
      '<definedNames><definedName name="甲" localSheetId="0">台账!$A$1</definedName><definedName name="丙" localSheetId="1">字典!$A$1</definedName>' +
      '<definedName name="丁">字典!$A$1</definedName></definedNames>',
  );
  expect(Object.keys(await partsOf(saved)).filter((name) => /sheet2|comments/.test(name))).toEqual([]);
  expect(await partText(saved, '[Content_Types].xml')).not.toContain('sheet2');
});

test('names, prefixes and the dialect are those the workbook uses', async () => {
  const prefixed = richTemplate();
  const workbook = new TextDecoder().decode(prefixed['xl/workbook.xml']);
  prefixed['xl/workbook.xml'] = new TextEncoder().encode(
    workbook
      .replace(/<(\/?)(?=[a-zA-Z]+[\s>/])(?!x15:)/g, '<$1x:')
      .replace(`xmlns="${mainSpace}"`, 'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"')
      .replace('xmlns:r=', 'xmlns:rel=')
      .replace(/r:id=/g, 'rel:id='),
  );
  const saved = await save(zipped(prefixed), [put(), edit(4, 4, 3, 4)]);
  expect(await partText(saved, 'xl/workbook.xml')).toContain(
    '<x:sheet name="核查记录" sheetId="3" rel:id="rId3"/></x:sheets>',
  );
  expect(await partText(saved, 'xl/worksheets/sheet3.xml')).toContain(
    'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
  );
});

test('a workbook that declares its prefix on each sheet and lists no names comes back as it was', async () => {
  const parts = fixtureParts({
    styles: plainStyles,
    sheets: [{ name: '台账', rows: cell }],
    workbookTail: '<definedNames />\n',
  });
  const workbook = new TextDecoder().decode(parts['xl/workbook.xml']);
  parts['xl/workbook.xml'] = utf8(
    workbook.replace(/ xmlns:r="[^"]*"/, '').replace('<sheet ', `<sheet xmlns:r="${relationSpace}" `),
  );
  const file = zipped(parts);
  const added = await save(file, [put()]);
  expect(await partText(added, 'xl/workbook.xml')).toContain(
    `<sheet xmlns:r="${relationSpace}" name="核查记录" sheetId="2" `,
  );
  expect(await differing(file, await save(added, [remove]))).toEqual([]);
});

test('formats that someone else put behind ours stay, and so does what they need', async () => {
  const added = await save(small(plainStyles), [put(), mark(marked)]);
  const parts = Object.fromEntries(
    await Promise.all(
      openPackage(added, nodeCodec).parts.map(
        async (part) => [part.name, await openPackage(added, nodeCodec).inflate(part)] as const,
      ),
    ),
  );
  const count = Number(/<cellXfs count="(\d+)"/.exec(text(parts['xl/styles.xml']))?.[1]);
  parts['xl/styles.xml'] = utf8(
    text(parts['xl/styles.xml'])
      .replace(`<cellXfs count="${count}"`, `<cellXfs count="${count + 1}"`)
      .replace('</cellXfs>', '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>'),
  );
  parts['xl/worksheets/sheet1.xml'] = utf8(
    text(parts['xl/worksheets/sheet1.xml']).replace('<c r="A1">', `<c r="A1" s="${count}">`),
  );
  const styles = await partText(await save(zipped(parts), [remove, mark()]), 'xl/styles.xml');
  expect(styles).toContain(`<cellXfs count="${count + 1}">`);
  expect(styles).toContain('<fonts count="3">');
  expect(styles).not.toContain('<dxf>');
});

test('a changed heading of a table is changed in the table too, each name once', async () => {
  const words = ['户主', '人数', '备注'];
  const heads = words.map((word, at) => `<c r="${'BCD'[at]}2" t="str"><v>${word}</v></c>`).join('');
  const file = buildXlsx({
    sheets: [
      {
        name: '台账',
        rows: `<row r="2">${heads}</row><row r="3"><c r="B3"><v>1</v></c></row>`,
        tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        relations: relationship('rId1', 'table', '../tables/table1.xml'),
      },
    ],
    parts: {
      'xl/tables/table1.xml':
        `${declaration}<table xmlns="${mainSpace}" id="1" name="表1" displayName="表1" ref="B2:D9"><autoFilter ref="B2:D9"/>` +
        `<tableColumns count="3">${words.map((word, at) => `<tableColumn id="${at + 1}" name="${word}"/>`).join('')}</tableColumns></table>`,
    },
  });
  const saved = await save(file, [edit(2, 2, '户主', '备注'), edit(2, 3, '人数', '救助\n人数'), edit(3, 2, 1, 2)]);
  expect(await partText(saved, 'xl/tables/table1.xml')).toContain(
    '<tableColumn id="1" name="备注2"/><tableColumn id="2" name="救助_x000a_人数"/><tableColumn id="3" name="备注"/>',
  );
  expect((await readWorkbook(saved, '', nodeCodec)).snapshot.sheets[0].rows[1]).toEqual([
    null,
    '备注2',
    '救助\n人数',
    '备注',
  ]);
  expect(await differing(file, await save(file, [edit(3, 2, 1, 2)]))).toEqual(['xl/worksheets/sheet1.xml']);
});

test('whatever is typed where, the saved file holds just that', async () => {
  const file = richXlsx();
  const { snapshot } = await readWorkbook(file, '', nodeCodec);
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const typed = fc.record({
    row: fc.integer({ min: 2, max: 45 }),
    column: fc.integer({ min: 1, max: 9 }),
    to: value,
    numberFormat: fc.option(fc.constantFrom('@', '0.00', 'yyyy"年"', 'General'), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { maxLength: 25 }), async (list) => {
      let now = snapshot;
      for (const { row, column, ...rest } of list) {
        const from = now.sheets[0].rows[row - 1]?.[column - 1] ?? null;
        const edits = [{ at: { sheet: '台账', row, column }, from, ...rest }];
        now = applyToSnapshot(now, [{ kind: 'edit-cells', edits }]).snapshot;
      }
      const saved = await savePackage(openPackage(file, nodeCodec), snapshot, now, nodeCodec);
      if (!saved) return;
      const again = (await readWorkbook(saved, '', nodeCodec)).snapshot;
      for (let row = 1; row <= 46; row++) {
        for (let column = 1; column <= 10; column++) {
          const held = now.sheets[0].rows[row - 1]?.[column - 1] ?? null;
          const expected = typeof held === 'string' ? cellText(held) : held === 0 ? 0 : held;
          expect(again.sheets[0].rows[row - 1]?.[column - 1] ?? null).toEqual(expected);
          if (held === null) continue;
          const { numberFormat, ...look } = styleAt(now, now.sheets[0], row, column);
          const { numberFormat: savedFormat, ...savedLook } = styleAt(again, again.sheets[0], row, column);
          expect([row, column, savedFormat, savedLook]).toEqual([row, column, numberFormat, look]);
        }
      }
      expect(again.sheets[0].formulas).toEqual(snapshot.sheets[0].formulas);
      expect(again.sheets[0].merges).toEqual(snapshot.sheets[0].merges);
    }),
    { numRuns: 40 },
  );
});
