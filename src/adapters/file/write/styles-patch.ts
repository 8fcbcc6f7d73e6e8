import { markFills } from '../../../core/workbook/mark-tag';
import type { MarkSeverity } from '../../../core/workbook/change';
import type { PlanStyle } from '../../../core/workbook/sheet-plan';
import type { Reformat } from './cell-splices';
import { ownRecordsSplices, readOwnRecords } from './own-records';
import { recordList } from './record-list';
import { applySplices, encode, escapeAttribute, outline, unescapeXml } from './xml-bytes';

/** The style part opened for adding to it. No record that was there is ever changed. */
export interface StylesPatch {
  /** The number of the cell format that is `base` but for its number format. */
  readonly reformat: Reformat;
  /** The number of the cell format that looks as planned; 0, the workbook's own, where nothing is planned. */
  readonly planFormat: (style: PlanStyle | undefined) => number;
  /** The number of the differential format that colours a mark. */
  readonly markFormat: (severity: MarkSeverity) => number;
  /** True where records of ours from an earlier save are in the part. */
  readonly hasOurs: boolean;
  /** Takes away records of ours at the ends of the lists that no sheet uses any more. Nothing may be added afterwards. */
  readonly trim: (used: StyleUse) => void;
  /** The part as it is to be written; the very same array where nothing changed. */
  readonly bytes: () => Uint8Array;
}

/** The numbers of the cell formats and differential formats that the workbook's parts refer to. */
export interface StyleUse {
  readonly cellFormats: ReadonlySet<number>;
  readonly differential: ReadonlySet<number>;
}

/** Opens a style part in UTF-8. `remembers` is false for a workbook that is all ours. Throws `UnpatchableXml`. */
export function patchStyles(bytes: Uint8Array, remembers = true): StylesPatch {
  const root = outline(bytes);
  const ours = readOwnRecords(bytes, root);
  const list = (name: string) => recordList(bytes, root, name, order.slice(0, order.indexOf(name)), ours.get(name));
  const [numFmts, fonts, fills, borders, cellXfs, dxfs] = grown.map(list);
  const lists = [numFmts, fonts, fills, borders, cellXfs, dxfs];
  const styleXfs = list('cellStyleXfs');
  const p = root.prefix;

  const numberFormatId = (code: string): number => {
    const fixed = fixedFormats[code];
    if (fixed !== undefined) return fixed;
    let highest = 163;
    for (let index = 0; index < numFmts.count; index++) {
      const id = Number(valueIn(numFmts.at(index), 'numFmtId'));
      if (unescapeXml(valueIn(numFmts.at(index), 'formatCode') ?? '') === code) return id;
      highest = Math.max(highest, id);
    }
    numFmts.add(`<${p}numFmt numFmtId="${highest + 1}" formatCode="${escapeAttribute(code)}"/>`);
    return highest + 1;
  };

  const reformat: Reformat = (base, code) => {
    const record = cellXfs.at(base) || cellXfs.at(0) || `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    const id = String(numberFormatId(code));
    return cellXfs.add(withAttribute(withAttribute(record, 'numFmtId', id), 'applyNumberFormat', '1'));
  };

  const fontId = (style: PlanStyle): number => {
    if (!style.font && !style.size && !style.bold && !style.color) return 0;
    const basic = fonts.at(0);
    const name = style.font ?? unescapeXml(/<(?:\w+:)?name\s[^>]*?val="([^"]*)"/.exec(basic)?.[1] ?? '宋体');
    const size = style.size ?? Number(/<(?:\w+:)?sz\s[^>]*?val="([^"]*)"/.exec(basic)?.[1] ?? 11);
    const color = style.color ? `<${p}color rgb="${argb(style.color)}"/>` : '';
    const charset = /[^\u0020-\u007e]/.test(name) ? `<${p}charset val="134"/>` : '';
    const named = `<${p}name val="${escapeAttribute(name)}"/>${charset}`;
    return fonts.add(`<${p}font>${style.bold ? `<${p}b/>` : ''}<${p}sz val="${size}"/>${color}${named}</${p}font>`);
  };

  const fillId = (fill: string | undefined): number =>
    fill
      ? fills.add(
          `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
        )
      : 0;

  const borderId = (border: boolean | undefined): number =>
    border
      ? borders.add(
          `<${p}border>${['left', 'right', 'top', 'bottom']
            .map((edge) => `<${p}${edge} style="thin"><${p}color indexed="64"/></${p}${edge}>`)
            .join('')}<${p}diagonal/></${p}border>`,
        )
      : 0;

  const planFormat = (style: PlanStyle | undefined): number => {
    if (!style || Object.values(style).every((value) => value === undefined)) return 0;
    const ids = [
      ['numFmtId', numberFormatId(style.numberFormat ?? 'General'), 'applyNumberFormat'],
      ['fontId', fontId(style), 'applyFont'],
      ['fillId', fillId(style.fill), 'applyFill'],
      ['borderId', borderId(style.border), 'applyBorder'],
    ] as const;
    const aligned = [
      style.horizontal ? ` horizontal="${style.horizontal}"` : '',
      style.vertical && style.vertical !== 'bottom' ? ` vertical="${style.vertical}"` : '',
      style.wrap ? ' wrapText="1"' : '',
    ].join('');
    const attributes = [
      ...ids.map(([name, id]) => `${name}="${id}"`),
      ...(styleXfs.count > 0 ? ['xfId="0"'] : []),
      ...ids.filter(([, id]) => id > 0).map(([, , applied]) => `${applied}="1"`),
      ...(aligned ? ['applyAlignment="1"'] : []),
    ].join(' ');
    return cellXfs.add(
      aligned ? `<${p}xf ${attributes}><${p}alignment${aligned}/></${p}xf>` : `<${p}xf ${attributes}/>`,
    );
  };

  const trim = (used: StyleUse): void => {
    cellXfs.trim((index) => used.cellFormats.has(index));
    dxfs.trim((index) => used.differential.has(index));
    const referred = new Map<string, Set<string>>();
    for (const xfs of [cellXfs, styleXfs]) {
      for (let index = 0; index < xfs.count; index++) {
        for (const name of ['numFmtId', 'fontId', 'fillId', 'borderId']) {
          const values = referred.get(name) ?? new Set();
          referred.set(name, values.add(valueIn(xfs.at(index), name) ?? '0'));
        }
      }
    }
    numFmts.trim((index) => referred.get('numFmtId')?.has(valueIn(numFmts.at(index), 'numFmtId') ?? '') ?? false);
    fonts.trim((index) => referred.get('fontId')?.has(String(index)) ?? false);
    fills.trim((index) => referred.get('fillId')?.has(String(index)) ?? false);
    borders.trim((index) => referred.get('borderId')?.has(String(index)) ?? false);
  };

  return {
    reformat,
    planFormat,
    markFormat: (severity) =>
      dxfs.add(
        `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="FF${markFills[severity].slice(1).toUpperCase()}"/></${p}patternFill></${p}fill></${p}dxf>`,
      ),
    hasOurs: ours.size > 0,
    trim,
    bytes: () => {
      const splices = lists.flatMap((one) => one.splices());
      if (splices.length === 0 || !remembers) return applySplices(bytes, splices);
      const left = lists.flatMap((one) => {
        const beginning = one.beginning();
        return beginning ? [[one.name, beginning] as const] : [];
      });
      return applySplices(bytes, [...splices, ...ownRecordsSplices(bytes, root, new Map(left))]);
    },
  };
}

/** The style part of a workbook that begins with us: 宋体 11, no theme. */
export const blankStyles = (namespace: string): Uint8Array =>
  encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/></styleSheet>',
  );

/** The order the schema asks for (ECMA-376 Part 1, CT_Stylesheet). */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];

/** The lists that we add to. */
const grown = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];

/** Number formats that have the same number in every language version (ECMA-376 Part 1, 18.8.30). */
const fixedFormats: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '0.00E+00': 11,
  '@': 49,
};

const argb = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

/** Where the `>` of the opening tag stands; a number format may hold one between its quotes. */
const openEndOf = (record: string): number => (/^(?:[^"'>]|"[^"]*"|'[^']*')*/.exec(record)?.[0] ?? '').length;

const valueIn = (record: string, name: string): string | undefined => {
  const tag = record.slice(0, openEndOf(record));
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
};

function withAttribute(record: string, name: string, value: string): string {
  const end = openEndOf(record);
  const old = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  const tag = record.slice(0, end);
  if (old.test(tag)) return tag.replace(old, `$1"${value}"`) + record.slice(end);
  const at = record[end - 1] === '/' ? end - 1 : end;
  return `${record.slice(0, at).trimEnd()} ${name}="${value}"${record.slice(at)}`;
}
