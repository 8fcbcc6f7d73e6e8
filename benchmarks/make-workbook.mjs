import { zipSync, strToU8 } from 'fflate';

const headings = [
  '序号',
  '行政村',
  '村民小组',
  '户主姓名',
  '身份证号',
  '联系电话',
  '家庭住址',
  '户口类型',
  '家庭类型',
  '受灾类型',
  '困难程度',
  '家庭人口',
  '需救助人口',
  '救助金额（元）',
  '开户银行',
  '开户名',
  '一卡通账号',
  '是否长期外出',
  '填报日期',
  '备注',
];
const surnames = '陈林黄张吴杨王李刘周徐孙胡朱高何郭马罗梁';
const given = ['大山', '春生', '有田', '长河', '开顺', '秀英', '桂兰', '玉梅', '春花', '金凤', '素芬', '月娥'];

/**
 * A ledger workbook of 20 columns in the shape Excel writes (shared strings, a style on every cell), made by a writer of
 * the measurements' own, so that no reader measured has written it. People are invented; about one row in a hundred
 * carries a mistake. `first` shifts the people, so that several workbooks hold different ones, `perVillage` gives each so many people a village of their own; with `untidy` every
 * identity number has a space in it.
 */
export function makeWorkbook(rowCount, { first = 0, untidy = false, perVillage } = {}) {
  const strings = new Map();
  const string = (text) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const parts = [sheetHead];
  parts.push(
    `<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>${string('松岭乡冬春救助台账')}</v></c></row>`,
  );
  parts.push(
    rowXml(
      2,
      headings.map((heading) => `s="2" t="s"><v>${string(heading)}`),
    ),
  );
  for (let index = 0; index < rowCount; index += 1) {
    parts.push(
      rowXml(
        index + 3,
        household(first + index, untidy, perVillage).map((value) => cellXml(value, string)),
      ),
    );
  }
  parts.push(sheetTail(rowCount + 2));
  const table = [...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(rootRelations),
      'xl/workbook.xml': strToU8(workbook),
      'xl/_rels/workbook.xml.rels': strToU8(workbookRelations),
      'xl/styles.xml': strToU8(styles),
      'xl/sharedStrings.xml': strToU8(
        `${declaration}<sst xmlns="${main}" count="${(rowCount + 1) * 16}" uniqueCount="${strings.size}">${table}</sst>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(parts.join('')),
    },
    { level: 6, mtime: new Date(2025, 0, 8) },
  );
}

/** The cells of one household, in the order of the headings; dates are `{ serial }`. */
function household(number, untidy, perVillage) {
  const size = 1 + (number % 6);
  // Birth dates begin anew after 20,000 people: from there on the names are others, so that no two people are alike.
  const name =
    surnames[number % surnames.length] + given[(number * 7 + 5 * Math.floor(number / 20_000)) % given.length];
  const mistake = number % 100 === 99;
  const village = perVillage ? Math.floor(number / perVillage) : Math.floor(number / 400) % 250;
  return [
    number + 1,
    `第${village + 1}村`,
    `${(number % 8) + 1}组`,
    name,
    untidy ? identity(number, mistake).replace(/^.{6}/, '$& ') : identity(number, mistake),
    `0400-${String(5000000 + (number % 4000000))}`,
    `第${village + 1}村${(number % 8) + 1}组${(number % 90) + 1}号`,
    '农村',
    number % 9 === 0 ? '低保户' : '其他户',
    '洪涝',
    number % 5 === 0 ? '重点' : '一般',
    size,
    size,
    mistake ? 100 : size * 150,
    '松岭信用社',
    name,
    // Spread, or the whole column would be one run of a dragged fill handle.
    `900400${String((number * 7_919_191) % 10 ** 13).padStart(13, '0')}`,
    '否',
    { serial: 45_999 + (number % 30) },
    number % 4 === 0 ? '房屋受损' : null,
  ];
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that fits GB 11643 under a region code never assigned; all are different. */
function identity(number, mistake) {
  const born = new Date(Date.UTC(1940, 0, 1 + (number % 20_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const body = `1099${String(10 + (Math.floor(number / 20_000_000) % 90))}${born}${String(1 + Math.floor(number / 20_000)).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  const digit = '10X98765432'[sum % 11];
  return body + (mistake ? (digit === '1' ? '2' : '1') : digit);
}

function cellXml(value, string) {
  if (value === null) return 's="3">';
  if (typeof value === 'string') return `s="3" t="s"><v>${string(value)}`;
  return typeof value === 'number' ? `s="4"><v>${value}` : `s="5"><v>${value.serial}`;
}

function rowXml(row, cells) {
  const xml = cells.map(
    (cell, index) => `<c r="${letters[index]}${row}" ${cell}${cell.endsWith('>') ? '' : '</v>'}</c>`,
  );
  return `<row r="${row}" spans="1:20">${xml.join('')}</row>`;
}

const letters = [...'ABCDEFGHIJKLMNOPQRST'];
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const sheetHead =
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="20" width="14" customWidth="1"/></cols><sheetData>';
const sheetTail = (last) =>
  '</sheetData><mergeCells count="1"><mergeCell ref="A1:T1"/></mergeCells>' +
  `<conditionalFormatting sqref="N3:N${last}"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>1000</formula></cfRule></conditionalFormatting>` +
  `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="H3:H${last}"><formula1>"农村,城镇"</formula1></dataValidation></dataValidations>` +
  '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter></worksheet>';
const contentTypes =
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`;
const rootRelations = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="冬春救助台账" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const workbookRelations =
  `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
const line = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';
const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line}</border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFill="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>';
