import { columnName } from '../../../../src/core/workbook/cell';
import { person } from '../../../support/people';
import {
  declaration,
  escaped,
  fixtureParts,
  mainSpace,
  relationship,
  relationSpace,
  utf8,
  zipped,
} from '../../../support/xlsx-fixture';

/** How the template differs from its usual shape. */
export interface TemplateOptions {
  readonly rows?: number;
  /** The list of differential formats; `''` leaves it out. */
  readonly dxfs?: string;
  /** `<conditionalFormatting>` elements and whatever else stands at their place. */
  readonly formats?: string;
}

/** The parts of a form as offices keep them: everything that a library is known to lose is in it once. */
export function richTemplate({ rows = 30, dxfs = twoDxfs, formats = twoFormats }: TemplateOptions = {}): Record<
  string,
  Uint8Array
> {
  const strings = [
    '冬春救助台账',
    '户主姓名',
    '身份证号',
    '人数',
    '金额',
    '备注',
    '<si><r><rPr><b/><sz val="10.5"/></rPr><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si>',
  ];
  const body = Array.from({ length: rows }, (_, at) => {
    const row = at + 4;
    const one = person(at);
    const total =
      at === 0 ? `<f t="shared" ref="E4:E${rows + 3}" si="0">D4*150</f><v>450</v>` : '<f t="shared" si="0"/><v>450</v>';
    return (
      `<row r="${row}" spans="1:6" ht="24" customHeight="1" x14ac:dyDescent="0.2"><c r="A${row}" s="4"><v>${at + 1}</v></c>` +
      `<c r="B${row}" s="5" t="inlineStr"><is><t>${one.name}</t></is></c>` +
      `<c r="C${row}" s="6" t="inlineStr"><is><t>${one.idNumber}</t></is></c><c r="D${row}" s="7"><v>3</v></c>` +
      `<c r="E${row}" s="8">${total}</c><c r="F${row}" s="9" t="s"><v>6</v></c></row>`
    );
  });
  const last = rows + 3;
  const ledger =
    `${declaration}<worksheet xmlns="${mainSpace}" xmlns:r="${relationSpace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">` +
    '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:F${last}"/><sheetViews><sheetView showGridLines="0" tabSelected="1" view="pageBreakPreview" zoomScale="85" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="13.5" x14ac:dyDescent="0.15"/><cols><col min="1" max="1" width="5.625" style="4" customWidth="1"/><col min="2" max="2" width="9.875" style="5" customWidth="1"/><col min="3" max="3" width="21.125" style="6" customWidth="1"/><col min="4" max="4" width="6" style="7" customWidth="1"/><col min="5" max="5" width="10.375" style="8" customWidth="1"/><col min="6" max="6" width="14" style="9" customWidth="1"/><col min="7" max="7" width="9" hidden="1" customWidth="1"/></cols>' +
    '<sheetData><row r="1" spans="1:6" ht="36" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/><c r="E1" s="1"/><c r="F1" s="1"/></row>' +
    '<row r="2" spans="1:6"><c r="A2" s="2" t="str"><f>"填报单位："&amp;字典!A1</f><v>填报单位：村</v></c></row>' +
    '<row r="3" spans="1:6" ht="30" customHeight="1"><c r="A3" s="3" t="inlineStr"><is><t>序号</t></is></c><c r="B3" s="3" t="s"><v>1</v></c><c r="C3" s="3" t="s"><v>2</v></c><c r="D3" s="3" t="s"><v>3</v></c><c r="E3" s="3" t="s"><v>4</v></c><c r="F3" s="3" t="s"><v>5</v></c></row>' +
    `${body.join('')}</sheetData>` +
    '<sheetProtection algorithmName="SHA-512" hashValue="q83vEjRWeJCrze8SNFZ4kA==" saltValue="EjRWeJCrze8SNFZ4kKvN7w==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>' +
    `<protectedRanges><protectedRange sqref="B4:D${last}" name="填报区"/></protectedRanges><autoFilter ref="A3:F${last}"/>` +
    '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A2:C2"/></mergeCells><phoneticPr fontId="2" type="noConversion"/>' +
    formats +
    `<dataValidations count="2"><dataValidation type="textLength" imeMode="off" operator="equal" allowBlank="1" showErrorMessage="1" errorTitle="位数" error="应为18位" sqref="C4:C${last}"><formula1>18</formula1></dataValidation><dataValidation type="whole" allowBlank="1" sqref="D4:D${last}"><formula1>1</formula1><formula2>20</formula2></dataValidation></dataValidations>` +
    '<hyperlinks><hyperlink ref="F3" location="字典!A1" tooltip="去字典" display="备注"/></hyperlinks>' +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape" r:id="rId1"/>' +
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"宋体,加粗"台账</oddHeader><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="15" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="C4:C10" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>' +
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-2222-3333-4444-555555555555}" priority="7"><x14:dataBar minLength="0" maxLength="100"/></x14:cfRule><xm:sqref>D4:D${last}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
    `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F4:F${last}</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{DEADBEEF-0000-0000-0000-000000000000}" xmlns:u="urn:unknown"><u:thing a="1">不认识的内容</u:thing></ext></extLst></worksheet>`;
  const settings =
    '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="124226"/><workbookProtection lockStructure="0"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="9840" activeTab="0" xr2:uid="{00000000-000D-0000-FFFF-FFFF00000000}" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"/></bookViews>';
  const names =
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台账!$A$3:$F$${last}</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">台账!$A$1:$F$${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">台账!$1:$3</definedName><definedName name="类别" comment="勿改">字典!$A$1:$A$3</definedName></definedNames>` +
    '<calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
  const parts = fixtureParts({
    sheets: [
      {
        name: '台账',
        xml: ledger,
        relations:
          relationship('rId1', 'printerSettings', '../printerSettings/printerSettings1.bin') +
          relationship('rId2', 'drawing', '../drawings/drawing1.xml') +
          relationship('rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
          relationship('rId4', 'comments', '../comments1.xml'),
      },
      {
        name: '字典',
        state: 'hidden',
        rows: ['村', '一般', '重点']
          .map((word, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>${word}</v></c></row>`)
          .join(''),
      },
    ],
    sharedStrings: strings,
    styles: richStyles(dxfs),
    theme: `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office">${['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name, at) => `<a:${name}><a:srgbClr val="${(at * 1_118_481).toString(16).padStart(6, '0').toUpperCase()}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${'<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
    workbookHead: settings,
    workbookTail: names,
    parts: {
      'xl/comments1.xml': `${declaration}<comments xmlns="${mainSpace}"><authors><author>审核人</author></authors><commentList><comment ref="C4" authorId="0"><text><r><rPr><b/></rPr><t>核对</t></r></text></comment></commentList></comments>`,
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>',
      'xl/drawings/drawing1.xml': `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${relationSpace}" r:embed="rId1"><a:alphaModFix amt="50000"/></a:blip><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm rot="900000"><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'image', '../media/image1.png')}</Relationships>`,
      'xl/media/image1.png': new Uint8Array(
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      ),
      'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 256),
      'xl/vbaProject.bin': Uint8Array.from({ length: 500 }, (_, at) => (at * 91) % 256),
      'xl/calcChain.xml': `${declaration}<calcChain xmlns="${mainSpace}"><c r="A2" i="1"/>${Array.from({ length: rows }, (_, at) => `<c r="E${at + 4}" i="1"/>`).join('')}</calcChain>`,
      'customXml/item1.xml': '<县 编号="7"><乡>某乡</乡></县>',
      'docProps/app.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS</Application></Properties>`,
      'docProps/custom.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property></Properties>`,
    },
  });
  return withTypesAndRelations(parts);
}

/** The template as a file; 30 households unless told otherwise. */
export const richXlsx = (options?: TemplateOptions): Uint8Array => zipped(richTemplate(options));

function withTypesAndRelations(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const edit = (name: string, change: (text: string) => string): void => {
    parts[name] = utf8(change(new TextDecoder().decode(parts[name])));
  };
  const kind = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  const office = 'application/vnd.openxmlformats-officedocument';
  edit('[Content_Types].xml', (text) =>
    text
      .replace(`${office}.spreadsheetml.sheet.main+xml`, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace(
        '<Override',
        '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="' +
          office +
          '.spreadsheetml.printerSettings"/><Default Extension="vml" ContentType="' +
          office +
          '.vmlDrawing"/><Override',
      )
      .replace(
        '</Types>',
        `${kind('/xl/comments1.xml', `${office}.spreadsheetml.comments+xml`)}${kind('/xl/drawings/drawing1.xml', `${office}.drawing+xml`)}${kind('/xl/calcChain.xml', `${office}.spreadsheetml.calcChain+xml`)}${kind('/xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject')}${kind('/docProps/app.xml', `${office}.extended-properties+xml`)}${kind('/docProps/custom.xml', `${office}.custom-properties+xml`)}</Types>`,
      ),
  );
  edit('xl/_rels/workbook.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `${relationship('rId904', 'calcChain', 'calcChain.xml')}<Relationship Id="rId905" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>${relationship('rId906', 'customXml', '../customXml/item1.xml')}</Relationships>`,
    ),
  );
  edit('_rels/.rels', (text) =>
    text.replace(
      '</Relationships>',
      `${relationship('rId2', 'extended-properties', 'docProps/app.xml')}${relationship('rId3', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
    ),
  );
  return parts;
}

export const twoDxfs =
  '<dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/></font></dxf></dxfs>';

export const twoFormats =
  '<conditionalFormatting sqref="C4:C33"><cfRule type="duplicateValues" dxfId="0" priority="2" stopIfTrue="1"/></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D33"><cfRule type="cellIs" dxfId="1" priority="3" operator="greaterThan"><formula>10</formula></cfRule><cfRule type="dataBar" priority="5"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>{11111111-2222-3333-4444-555555555555}</x14:id></ext></extLst></cfRule></conditionalFormatting>';

function richStyles(dxfs: string): string {
  const edge = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
  const xf = (ids: string, rest: string): string =>
    `<xf ${ids} xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${rest}</xf>`;
  const middle = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  const open = '<protection locked="0"/>';
  return (
    `${declaration}<styleSheet xmlns="${mainSpace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">\r\n` +
    `<numFmts count="1"><numFmt numFmtId="176" formatCode="${escaped('0.00_);[Red]\\(0.00\\)')}"/></numFmts>` +
    '<fonts count="5" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="2"/><charset val="134"/><scheme val="minor"/></font><font><sz val="22"/><name val="方正小标宋简体"/><family val="4"/><charset val="134"/></font><font><sz val="9"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="10.5"/><name val="仿宋_GB2312"/><charset val="134"/></font><font><sz val="10.5"/><name val="仿宋_GB2312"/><charset val="134"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.14999847407452621"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>` +
    xf('numFmtId="0" fontId="1" fillId="0" borderId="0"', middle) +
    xf('numFmtId="0" fontId="4" fillId="0" borderId="0"', '<alignment horizontal="left"/>') +
    xf('numFmtId="0" fontId="3" fillId="2" borderId="1"', middle) +
    xf('numFmtId="0" fontId="4" fillId="0" borderId="1"', middle) +
    xf('numFmtId="49" fontId="4" fillId="0" borderId="1"', middle + open) +
    xf('numFmtId="49" fontId="4" fillId="0" borderId="1" quotePrefix="1"', middle + open) +
    xf('numFmtId="0" fontId="4" fillId="0" borderId="1"', middle + open) +
    xf('numFmtId="176" fontId="4" fillId="0" borderId="1"', middle) +
    xf('numFmtId="0" fontId="4" fillId="0" borderId="1"', `<alignment wrapText="1"/>${open}`) +
    xf('numFmtId="14" fontId="4" fillId="0" borderId="1"', middle) +
    '</cellXfs><cellStyles count="2"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="百分比" xfId="1" builtinId="5"/></cellStyles>\r\n' +
    `${dxfs}<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
  );
}

/** The address of a household's cell in the template. */
export const templateCell = (household: number, column: number): string => `${columnName(column)}${household + 4}`;
