import { zipSync, type Zippable } from 'fflate';

/** The parts of a test workbook; anything left out gets the least that is legal. */
export interface FixtureWorkbook {
  readonly sheets: readonly FixtureSheet[];
  /** The `<si>` elements, or whole texts. */
  readonly sharedStrings?: readonly string[];
  /** The whole styles part; `''` leaves it out. */
  readonly styles?: string;
  readonly theme?: string;
  /** Put inside `<workbook>` before `<sheets>`. */
  readonly workbookHead?: string;
  /** Put inside `<workbook>` after `<sheets>`. */
  readonly workbookTail?: string;
  /** Further parts, or other content for a part made here; `undefined` leaves that part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

export interface FixtureSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  /** What stands before and after `<sheetData>`. */
  readonly head?: string;
  readonly tail?: string;
  /** `<Relationship>` elements of the sheet. */
  readonly relations?: string;
  /** The whole sheet part instead. */
  readonly xml?: string | Uint8Array;
}

/** Builds a small workbook out of pieces of XML; the same pieces give the same bytes. */
export function buildXlsx(workbook: FixtureWorkbook): Uint8Array {
  return zipped(fixtureParts(workbook));
}

/** The parts that `buildXlsx` zips, by name. */
export function fixtureParts(workbook: FixtureWorkbook): Record<string, Uint8Array> {
  const { sheets, sharedStrings, theme } = workbook;
  const styles = workbook.styles ?? plainStyles;
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': contentTypes(workbook),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${mainSpace}" xmlns:r="${relationSpace}">${workbook.workbookHead ?? ''}<sheets>` +
      sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
        )
        .join('') +
      `</sheets>${workbook.workbookTail ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ...(styles ? [['rId901', 'styles', 'styles.xml'] as const] : []),
      ...(sharedStrings ? [['rId902', 'sharedStrings', 'sharedStrings.xml'] as const] : []),
      ...(theme ? [['rId903', 'theme', 'theme/theme1.xml'] as const] : []),
    ]),
    'xl/styles.xml': styles || undefined,
    'xl/theme/theme1.xml': theme,
    'xl/sharedStrings.xml': sharedStrings && sharedStringTable(sharedStrings),
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml ?? sheetXml(sheet);
    if (sheet.relations) {
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] =
        `${declaration}<Relationships xmlns="${packageRelationSpace}">${sheet.relations}</Relationships>`;
    }
  });
  const all: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries({ ...parts, ...workbook.parts })) {
    if (content !== undefined) all[name] = typeof content === 'string' ? utf8(content) : content;
  }
  return all;
}

/** Zips parts in their order, all dated 1980. */
export function zipped(parts: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) entries[name] = [bytes, { level, mtime: new Date(1980, 0, 1) }];
  return zipSync(entries);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A whole sheet part around rows. */
export const sheetXml = ({ head = '', rows = '', tail = '' }: Omit<FixtureSheet, 'name'>): string =>
  `${declaration}<worksheet xmlns="${mainSpace}" xmlns:r="${relationSpace}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** A whole shared-string part; entries that are not `<si>` elements are taken as plain text. */
export const sharedStringTable = (texts: readonly string[]): string =>
  `${declaration}<sst xmlns="${mainSpace}" count="${texts.length}" uniqueCount="${texts.length}">` +
  texts
    .map((text) => (text.startsWith('<si') ? text : `<si><t xml:space="preserve">${escaped(text)}</t></si>`))
    .join('') +
  '</sst>';

/** A relations part out of `[id, last word of the type, target]`. */
export const relationships = (relations: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packageRelationSpace}">` +
  relations.map((relation) => relationship(...relation)).join('') +
  '</Relationships>';

export const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationSpace}/${kind}" Target="${target}"/>`;

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The least styles part that Excel accepts: cell format 0 is plain. */
export const plainStyles =
  `${declaration}<styleSheet xmlns="${mainSpace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function contentTypes({ sheets, sharedStrings, styles, theme }: FixtureWorkbook): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('/xl/workbook.xml', 'spreadsheetml.sheet.main') +
    sheets.map((_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'spreadsheetml.worksheet')).join('') +
    (styles === '' ? '' : part('/xl/styles.xml', 'spreadsheetml.styles')) +
    (theme ? part('/xl/theme/theme1.xml', 'theme') : '') +
    (sharedStrings ? part('/xl/sharedStrings.xml', 'spreadsheetml.sharedStrings') : '') +
    '</Types>'
  );
}
