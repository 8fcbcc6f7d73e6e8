import { columnName, sheetLimits, type CellValue } from '../../../core/workbook/cell';
import type { Step } from '../../../core/workbook/port';
import { cellXml } from './cell-xml';
import {
  attributesOf,
  closingTag,
  encode,
  endOfTag,
  isName,
  nextTag,
  text,
  UnpatchableXml,
  type Splice,
  type XmlAttribute,
  type XmlElement,
} from './xml-bytes';

/** What becomes of one cell. What is missing stays as it is. */
export interface CellPatch {
  readonly column: number;
  readonly value?: CellValue;
  readonly numberFormat?: string;
}

/** By row; within a row by rising column, each column once. */
export type CellPatches = ReadonlyMap<number, readonly CellPatch[]>;

/** Gives the number of the cell format that is `base` but for its number format. */
export type Reformat = (base: number, numberFormat: string) => number;

/**
 * The splices of a sheet part that put these cells right and leave every other byte. Cells and rows that were not there
 * come in at their place and take the look of their row or column. Throws `UnpatchableXml` where rows are out of order.
 */
export function* cellSplices(
  bytes: Uint8Array,
  sheet: XmlElement,
  patches: CellPatches,
  reformat: Reformat,
): Generator<Step, Splice[]> {
  const data = sheet.children.find((child) => child.name === 'sheetData');
  if (!data) throw new UnpatchableXml('no sheetData');
  const splices: Splice[] = [];
  const wanted = [...patches.keys()].sort((left, right) => left - right);
  const context: Context = {
    bytes,
    prefix: data.prefix,
    columnStyles: columnStylesOf(bytes, sheet),
    reformat,
    splices,
  };
  const missing = (row: number): string => newRow(context, row, patches.get(row) ?? []);
  if (data.closeStart === data.end) {
    const open = text(bytes, data.start, data.end).replace(/\s*\/>$/, '>');
    const rows = wanted.map(missing).join('');
    return [{ start: data.start, end: data.end, bytes: encode(`${open}${rows}</${data.prefix}sheetData>`) }];
  }
  let next = 0;
  let row = 0;
  let seen = 0;
  const rowTag = `${data.prefix}row`;
  for (let at = nextTag(bytes, data.openEnd); at < data.closeStart && next < wanted.length;) {
    if (bytes[at + 1] === slash || !isName(bytes, at + 1, rowTag)) {
      at = nextTag(bytes, at + 1);
      continue;
    }
    const openEnd = endOfTag(bytes, at);
    const number = numberOf(bytes, at, openEnd) ?? row + 1;
    if (number <= row) throw new UnpatchableXml('rows out of order');
    row = number;
    let fresh = '';
    while (next < wanted.length && wanted[next] < row) fresh += missing(wanted[next++]);
    if (fresh) splices.push({ start: at, end: at, bytes: encode(fresh) });
    const closed = bytes[openEnd - 2] === slash;
    const closeStart = closed ? openEnd : closingTag(bytes, openEnd, rowTag);
    if (wanted[next] === row) {
      patchRow(context, { row, start: at, openEnd, closeStart, closed }, patches.get(row) ?? []);
      next++;
    }
    if (++seen % 1000 === 0) yield { doing: '正在保存', done: at, total: bytes.length };
    at = nextTag(bytes, closed ? openEnd : closeStart + 1);
  }
  const rest = wanted.slice(next).map(missing).join('');
  if (rest) splices.push({ start: data.closeStart, end: data.closeStart, bytes: encode(rest) });
  return splices;
}

interface Context {
  readonly bytes: Uint8Array;
  readonly prefix: string;
  readonly columnStyles: (column: number) => string;
  readonly reformat: Reformat;
  readonly splices: Splice[];
}

interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly closed: boolean;
}

function patchRow(context: Context, span: RowSpan, patches: readonly CellPatch[]): void {
  const { bytes, prefix, splices } = context;
  const attributes = attributesOf(bytes, span.start);
  const own = attributes.find((candidate) => candidate.name === 'customFormat')?.value;
  const rowStyle =
    own === '1' || own === 'true' ? attributes.find((candidate) => candidate.name === 's')?.value : undefined;
  const fresh = (patch: CellPatch): string => newCell(context, span.row, patch, rowStyle);
  const added: number[] = [];
  let next = 0;
  let column = 0;
  let lastEnd = span.openEnd;
  const cellTag = `${prefix}c`;
  const skipped = (until: number): string => {
    let written = '';
    for (; next < patches.length && patches[next].column < until; next++) {
      const cell = fresh(patches[next]);
      if (cell) added.push(patches[next].column);
      written += cell;
    }
    return written;
  };
  for (let at = span.closed ? span.closeStart : nextTag(bytes, span.openEnd); at < span.closeStart;) {
    if (bytes[at + 1] === slash || !isName(bytes, at + 1, cellTag)) {
      at = nextTag(bytes, at + 1);
      continue;
    }
    const openEnd = endOfTag(bytes, at);
    const number = columnOf(bytes, at, openEnd) ?? column + 1;
    if (number <= column) throw new UnpatchableXml('cells out of order');
    column = number;
    const before = skipped(column);
    if (before) splices.push({ start: at, end: at, bytes: encode(before) });
    const closed = bytes[openEnd - 2] === slash;
    const end = closed ? openEnd : endOfTag(bytes, closingTag(bytes, openEnd, cellTag));
    if (patches[next]?.column === column) {
      splices.push(patchCell(context, at, end, patches[next++]));
    }
    lastEnd = end;
    if (next >= patches.length) break;
    at = nextTag(bytes, end);
  }
  const after = skipped(Infinity);
  if (after && span.closed) {
    const open = text(bytes, span.start, span.openEnd).replace(/\s*\/>$/, '>');
    splices.push({
      start: span.start,
      end: span.openEnd,
      bytes: encode(`${widerSpans(open, added)}${after}</${prefix}row>`),
    });
    return;
  }
  if (after) splices.push({ start: lastEnd, end: lastEnd, bytes: encode(after) });
  const spans = attributes.find((candidate) => candidate.name === 'spans');
  if (spans && added.length > 0) {
    const wider = widerSpans(` spans="${spans.value}"`, added);
    splices.push({ start: spans.start, end: spans.end, bytes: encode(wider) });
  }
}

function patchCell(context: Context, start: number, end: number, patch: CellPatch): Splice {
  const { bytes, prefix, reformat } = context;
  const attributes = attributesOf(bytes, start);
  const style = attributes.find((candidate) => candidate.name === 's');
  const restyled =
    patch.numberFormat === undefined
      ? undefined
      : ` s="${reformat(style ? Number(style.value) : 0, patch.numberFormat)}"`;
  if (patch.value === undefined) {
    const place = attributes.find((candidate) => candidate.name === 'r');
    const at = place ? place.end : start + 1 + prefix.length + 1;
    return { start: style?.start ?? at, end: style?.end ?? at, bytes: encode(restyled ?? '') };
  }
  const kept = attributes.filter((candidate) => !goesWithTheValue.has(candidate.name) || candidate.prefix !== '');
  const raw = (one: XmlAttribute): string => text(bytes, one.start, one.end);
  let written = kept.map((one) => (one === style && restyled !== undefined ? restyled : raw(one))).join('');
  if (!style && restyled !== undefined) written += restyled;
  return { start, end, bytes: encode(cellXml(prefix, written, patch.value)) };
}

// The type, the phonetic flag and the numbers of rich values and array metadata say something of the old value only.
const goesWithTheValue = new Set(['t', 'ph', 'cm', 'vm']);

function newRow(context: Context, row: number, patches: readonly CellPatch[]): string {
  const cells = patches.map((patch) => newCell(context, row, patch, undefined)).join('');
  return cells === '' ? '' : `<${context.prefix}row r="${row}">${cells}</${context.prefix}row>`;
}

function newCell(context: Context, row: number, patch: CellPatch, rowStyle: string | undefined): string {
  const inherited = rowStyle ?? context.columnStyles(patch.column);
  const style =
    patch.numberFormat === undefined ? inherited : String(context.reformat(Number(inherited), patch.numberFormat));
  const value = patch.value ?? null;
  if (value === null && style === inherited) return '';
  const attributes = ` r="${columnName(patch.column)}${row}"${style === '0' ? '' : ` s="${style}"`}`;
  return cellXml(context.prefix, attributes, value);
}

function columnStylesOf(bytes: Uint8Array, sheet: XmlElement): (column: number) => string {
  const columns = sheet.children.find((child) => child.name === 'cols')?.children ?? [];
  const styled = columns.flatMap((column) => {
    const attributes = attributesOf(bytes, column.start);
    const value = (name: string) => attributes.find((candidate) => candidate.name === name)?.value;
    const style = value('style');
    return style ? [{ from: Number(value('min')), to: Number(value('max')), style }] : [];
  });
  return (column) => styled.find((one) => one.from <= column && column <= one.to)?.style ?? '0';
}

/** The row number in the opening tag, read without decoding it: this runs for each row of the sheet. */
function numberOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = valueOfR(bytes, start, end);
  if (at === 0) return undefined;
  let number = 0;
  for (; bytes[at] >= 0x30 && bytes[at] <= 0x39; at++) number = number * 10 + bytes[at] - 0x30;
  if (number < 1 || number > sheetLimits.rows) throw new UnpatchableXml('a row number no sheet has');
  return number;
}

function columnOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = valueOfR(bytes, start, end);
  if (at === 0) return undefined;
  let column = 0;
  const letter = (): number => bytes[at] & 0xdf;
  for (; letter() >= 0x41 && letter() <= 0x5a; at++) column = column * 26 + letter() - 0x40;
  if (column < 1 || column > sheetLimits.columns) throw new UnpatchableXml('a column no sheet has');
  return column;
}

/** Offset of the value of the attribute `r`; 0 where there is none. */
function valueOfR(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i + 3 < end; i++) {
    if (bytes[i] === 0x72 && bytes[i + 1] === 0x3d && bytes[i - 1] <= 0x20) return i + 3;
  }
  const found = attributesOf(bytes, start).find((candidate) => candidate.name === 'r' && candidate.prefix === '');
  return found ? found.end - 1 - found.value.length : 0;
}

function widerSpans(tag: string, columns: readonly number[]): string {
  return tag.replace(/(\sspans=["'])(\d+):(\d+)(["'])/, (_whole, before, from, to, after) => {
    return `${before}${Math.min(Number(from), ...columns)}:${Math.max(Number(to), ...columns)}${after}`;
  });
}

const slash = 0x2f;
