import { cellKey } from '../../../../src/core/workbook/cell';
import { Cancelled } from '../../../../src/core/workbook/port';
import { styleAt, valueAt } from '../../../../src/core/workbook/snapshot';
import { markFormula } from '../../../../src/core/workbook/mark-tag';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import {
  buildXlsx,
  declaration,
  escaped,
  mainSpace,
  relationship,
  type FixtureSheet,
  type FixtureWorkbook,
} from '../../../support/xlsx-fixture';

const read = async (workbook: FixtureWorkbook) =>
  (await readFile(buildXlsx(workbook), '台账.xlsx', { codec: nodeCodec })).snapshot;
const readOne = async (sheet: Omit<FixtureSheet, 'name'>, workbook: Omit<FixtureWorkbook, 'sheets'> = {}) =>
  (await read({ ...workbook, sheets: [{ name: '台账', ...sheet }] })).sheets[0];

describe('values', () => {
  test('of every kind a cell can hold', async () => {
    const sheet = await readOne(
      {
        rows:
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>450</v></c><c r="C1"><v>0.1</v></c><c r="D1" t="b"><v>1</v></c>' +
          '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="inlineStr"><is><t>现金</t></is></c><c r="G1" t="str"><f>A1</f><v>张三</v></c>' +
          '<c r="H1" t="d"><v>2026-01-15</v></c><c r="I1" s="0"/><c r="J1" t="b"><v>0</v></c><c r="K1" t="n"><v>-1.5E3</v></c>' +
          '<c r="L1" t="str"><v></v></c><c r="M1" t="s"/></row>',
      },
      { sharedStrings: ['11010519491231002X'] },
    );
    expect(sheet.rows[0]).toEqual([
      '11010519491231002X',
      450,
      0.1,
      true,
      { error: '#N/A' },
      '现金',
      '张三',
      46037,
      null,
      false,
      -1500,
      '',
    ]);
    expect(sheet.columnCount).toBe(12);
    expect(sheet.formulas).toEqual(new Map([[cellKey(1, 7), 'A1']]));
  });

  test('numbers come out exactly, long ones too', async () => {
    const written = [
      '1099011990010112',
      '110105194912310020',
      '0.30000000000000004',
      '1e-7',
      '-0.05',
      '123456789012345',
      '.5',
      '5.',
    ];
    const sheet = await readOne({ rows: `<row r="1">${written.map((v) => `<c><v>${v}</v></c>`).join('')}</row>` });
    expect(sheet.rows[0]).toEqual(written.map(Number));
  });

  test('texts: runs joined, phonetic hints left out, escapes and entities resolved, blanks kept where they are meant', async () => {
    const sheet = await readOne(
      { rows: `<row r="1">${[0, 1, 2, 3, 4, 5, 6].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>` },
      {
        sharedStrings: [
          '<si><r><rPr><b/></rPr><t>户主</t></r><r><t xml:space="preserve"> 姓名</t></r><rPh sb="0" eb="1"><t>huzhu</t></rPh><phoneticPr fontId="1"/></si>',
          '<si><t>行_x000B_首_x005F_x0041_</t></si>',
          '<si><t>&lt;甲&gt; &amp; &#20057;&#x4E19;&quot;</t></si>',
          '<si><t xml:space="preserve"> 前后 </t></si>',
          '<si><t> 前后 </t></si>',
          '<si><t>一\r\n二</t></si>',
          '<si><t>𠮷𫠊😀é</t></si>',
        ],
      },
    );
    expect(sheet.rows[0]).toEqual([
      '户主 姓名',
      '行\u000b首_x0041_',
      '<甲> & 乙丙"',
      ' 前后 ',
      '前后',
      '一\n二',
      '𠮷𫠊😀é',
    ]);
  });

  test('cells and rows without places follow one another', async () => {
    const sheet = await readOne({
      rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c r="B5"><v>5</v></c></row>',
    });
    expect([valueAt(sheet, 1, 1), valueAt(sheet, 1, 2), valueAt(sheet, 4, 3), valueAt(sheet, 4, 4)]).toEqual([
      1, 2, 3, 4,
    ]);
    expect(sheet.rows[4]).toEqual([null, 5]);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([5, 4]);
  });

  test('a row takes its number from its first cell where it has none itself', async () => {
    const sheet = await readOne({ rows: '<row><c r="B7"><v>5</v></c></row><row><c><v>6</v></c></row>' });
    expect([valueAt(sheet, 7, 2), valueAt(sheet, 8, 1)]).toEqual([5, 6]);
  });

  test('cells out of order find their places', async () => {
    const sheet = await readOne({
      rows: '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>9</v></c></row>',
    });
    expect(sheet.rows.slice(0, 3)).toEqual([[9], undefined, [1, null, 3]]);
  });

  test('styles alone do not count for the size of the sheet', async () => {
    const sheet = await readOne({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="Z1" s="0"/></row><row r="900"><c r="AZ900" s="0"/></row>',
    });
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });
});

describe('formulas', () => {
  test('a shared one is spelled out for each cell', async () => {
    const sheet = await readOne({
      rows:
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+SUM(A$1:A1)&amp;"A1"</f><v>1</v></c></row>' +
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"></f></c></row>',
    });
    expect([...sheet.formulas.values()]).toEqual([
      'A1*$B$1+SUM(A$1:A1)&"A1"',
      'A2*$B$1+SUM(A$1:A2)&"A1"',
      'A3*$B$1+SUM(A$1:A3)&"A1"',
    ]);
    expect(valueAt(sheet, 2, 3)).toBe(2);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([3, 3]);
  });

  test('each cell of an array has it', async () => {
    const sheet = await readOne({
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>',
    });
    expect(sheet.formulas).toEqual(
      new Map([
        [cellKey(1, 1), 'B1:B2*2'],
        [cellKey(2, 1), 'B1:B2*2'],
      ]),
    );
  });
});

test('sheet set-up: widths, heights, hidden rows and columns, merges, frozen panes, protection, visibility', async () => {
  const snapshot = await read({
    workbookHead: '<workbookPr date1904="1"/>',
    sheets: [
      {
        name: '台账',
        head:
          '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen"/></sheetView></sheetViews>' +
          '<sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>' +
          '<cols><col min="2" max="3" width="20.5" customWidth="1"/><col min="5" max="5" width="8" hidden="1"/></cols>',
        rows: '<row r="1" ht="30"><c><v>1</v></c></row><row r="2" hidden="1" ht="13.5"/><row r="3" hidden="true"><c><v>2</v></c></row>',
        tail: '<sheetProtection sheet="1" objects="1"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>',
      },
      { name: '字典', state: 'hidden' },
      { name: '参数', state: 'veryHidden' },
    ],
  });
  const [sheet] = snapshot.sheets;
  expect(snapshot.date1904).toBe(true);
  expect(snapshot.name).toBe('台账.xlsx');
  expect(sheet).toMatchObject({
    frozen: { rows: 3, columns: 2 },
    defaultColumnWidth: 9,
    defaultRowHeight: 13.5,
    isProtected: true,
    merges: [{ top: 1, left: 1, bottom: 1, right: 4 }],
    rowCount: 3,
    columnCount: 4,
  });
  expect(sheet.columnWidths).toEqual(
    new Map([
      [2, 20.5],
      [3, 20.5],
      [5, 8],
    ]),
  );
  expect(sheet.rowHeights).toEqual(new Map([[1, 30]]));
  expect(sheet.hiddenRows).toEqual(new Set([2, 3]));
  expect(sheet.hiddenColumns).toEqual(new Set([5]));
  expect(snapshot.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden', 'very-hidden']);
});

test('notes, with their runs joined', async () => {
  const snapshot = await read({
    sheets: [
      {
        name: '台账',
        rows: '<row r="1"><c><v>1</v></c></row>',
        relations: relationship('rId1', 'comments', '../comments7.xml'),
      },
    ],
    parts: {
      'xl/comments7.xml':
        `${declaration}<comments xmlns="${mainSpace}"><authors><author>核查</author></authors><commentList>` +
        '<comment ref="C5" authorId="0"><text><r><rPr><b/></rPr><t>核查：</t></r><r><t xml:space="preserve">\n请补号</t></r></text></comment>' +
        '<comment ref="A1" authorId="0"><text><t>已核</t></text></comment></commentList></comments>',
    },
  });
  expect(snapshot.sheets[0].notes).toEqual(
    new Map([
      [cellKey(5, 3), '核查：\n请补号'],
      [cellKey(1, 1), '已核'],
    ]),
  );
  expect([snapshot.sheets[0].rowCount, snapshot.sheets[0].columnCount]).toEqual([5, 3]);
});

test('marks of ours are found again, other formats are not taken for them', async () => {
  const rule = (formula: string) =>
    `<cfRule type="expression" dxfId="0" priority="1"><formula>${escaped(formula)}</formula></cfRule>`;
  const sheet = await readOne({
    tail:
      `<conditionalFormatting sqref="B2 D4:D5">${rule(markFormula('error'))}</conditionalFormatting>` +
      `<conditionalFormatting sqref="E1">${rule(markFormula('note'))}</conditionalFormatting>` +
      `<conditionalFormatting sqref="A1:C9">${rule('N("其他工具:error")=0')}${rule('A1>3')}</conditionalFormatting>`,
  });
  expect(sheet.marks).toEqual([
    { row: 2, column: 2, severity: 'error' },
    { row: 4, column: 4, severity: 'error' },
    { row: 5, column: 4, severity: 'error' },
    { row: 1, column: 5, severity: 'note' },
  ]);
});

describe('styles', () => {
  const styles =
    `${declaration}<styleSheet xmlns="${mainSpace}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0_ "/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><u/><sz val="10.5"/><color theme="4" tint="0.59996337778862885"/><name val="仿宋"/></font></fonts>' +
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor indexed="64"/></patternFill></fill>' +
    '<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/></border><border><left style="thin"/><right style="none"/><top/><bottom style="medium"/></border></borders>' +
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyAlignment="1" applyProtection="1"><alignment horizontal="centerContinuous" vertical="center" wrapText="1"/><protection locked="0"/></xf>' +
    '<xf numFmtId="176" fontId="0" fillId="3" borderId="0"><alignment horizontal="left" indent="2"/></xf><xf numFmtId="31" fontId="0" fillId="1" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>';

  test('are resolved to what is drawn', async () => {
    const { styles: read1 } = await read({ styles, sheets: [{ name: '台账' }] });
    expect(read1[0]).toEqual({ numberFormat: 'General', font: { name: '宋体', size: 11 }, locked: true });
    expect(read1[1]).toEqual({
      numberFormat: '@',
      font: { name: '仿宋', size: 10.5, bold: true, underline: true, color: '#b4c7e7' },
      fill: '#ffeb9c',
      border: { left: true, bottom: true },
      horizontal: 'center',
      vertical: 'center',
      wrap: true,
      locked: false,
    });
    expect(read1[2]).toMatchObject({ numberFormat: '0.0_ ', fill: '#ffff00', horizontal: 'left', indent: 2 });
    expect(read1.slice(3).map(({ numberFormat }) => numberFormat)).toEqual(['yyyy"年"m"月"d"日"', 'yyyy/m/d']);
  });

  test('equal rows share one array, and rows and columns lend theirs to cells that have none', async () => {
    const snapshot = await read({
      styles,
      sheets: [
        {
          name: '台账',
          head: '<cols><col min="3" max="3" width="9" style="1"/></cols>',
          rows:
            '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="D1" s="3"/></row><row r="2"><c r="A2" s="2"/><c r="D2" s="3"/></row>' +
            '<row r="3" s="3" customFormat="1"><c r="B3" s="2"/></row>',
        },
      ],
    });
    const [sheet] = snapshot.sheets;
    expect(sheet.styleRows[0]).toBe(sheet.styleRows[1]);
    expect([...Array.from(sheet.styleRows[0] ?? [])]).toEqual([2, 0, 1, 3]);
    expect(Array.from(sheet.styleRows[2] ?? []).slice(0, 4)).toEqual([3, 2, 3, 3]);
    expect(styleAt(snapshot, sheet, 5, 3).locked).toBe(false);
    expect(styleAt(snapshot, sheet, 5, 2).locked).toBe(true);
  });
});

test('parts are named for whoever writes back', async () => {
  const content = await readFile(
    buildXlsx({ sheets: [{ name: '甲' }, { name: '乙' }], sharedStrings: ['一'] }),
    '/home/x/a.xlsx',
  );
  expect(content.snapshot.name).toBe('a.xlsx');
  expect(content.parts).toEqual({
    workbook: 'xl/workbook.xml',
    styles: 'xl/styles.xml',
    sharedStrings: 'xl/sharedStrings.xml',
    sheets: ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
  });
  expect(content.package?.part(content.parts.sheets[1])).toBeDefined();
});

test('tells its progress, pauses, and stops when told to', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
  );
  const bytes = buildXlsx({ sheets: [{ name: '台账', rows: rows.join('') }] });
  const steps: number[] = [];
  let breaths = 0;
  const watch = {
    progress: ({ done, total }: { done: number; total: number }) => {
      expect(done).toBeLessThanOrEqual(total);
      steps.push(done);
    },
    breathe: async () => {
      breaths++;
    },
  };
  await readFile(bytes, 'a.xlsx', {}, watch);
  expect(steps.length).toBeGreaterThan(3);
  expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  expect(breaths).toBeGreaterThan(10);
  let asked = 0;
  await expect(readFile(bytes, 'a.xlsx', {}, { cancelled: () => ++asked > 8 })).rejects.toThrow(Cancelled);
});
