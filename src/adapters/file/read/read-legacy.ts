import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { a1, sheetLimits, type CellValue } from '../../../core/workbook/cell';
import type { Watch } from '../../../core/workbook/port';
import { plainStyle, type CellStyle, type SheetSnapshot } from '../../../core/workbook/snapshot';
import { pause } from '../package/pause';
import { unreadable } from '../package/unreadable';
import { cellError, cellText } from './cell-content';
import { codePages } from './code-pages';
import { openOleContainer } from './ole-container';
import { plainNumber } from './plain-number';
import type { FileContent } from './read-file';
import { createSheetDraft, freshBudget, type Budget } from './sheet-draft';
import type { FileFormat } from './sniff-format';
import { decodedPieces, remarksOnEncoding } from './text-encoding';

type LegacyFormat = Exclude<FileFormat, { kind: 'empty' | 'unknown' | 'zip' }>;

/**
 * Reads .xls and the tables that only claim to be .xls (web pages, XML of 2003). Values, formulas, merges, hidden rows
 * and columns and number formats are read, no looks. The library behind it is loaded only when one of these comes, and
 * works in one go. Throws `UnreadableWorkbook`.
 */
export async function readLegacy(
  bytes: Uint8Array,
  name: string,
  format: LegacyFormat,
  watch?: Watch,
): Promise<FileContent> {
  if (bytes.length > mostBytes) throw unreadable('tooLarge');
  if (format.kind === 'ole') checkContainer(bytes);
  let content: Uint8Array | string = bytes;
  if ('encoding' in format) {
    content = '';
    for await (const piece of decodedPieces(bytes, format.encoding.label, watch)) content += piece;
    if (format.kind === 'xml-2003' && /<!DOCTYPE/i.test(content)) throw unreadable('doctype');
    if (format.kind === 'html' && !/<table[\s>]/i.test(content)) throw unreadable('webPage');
  }
  watch?.progress?.({ doing: '读取旧格式', done: 0, total: 1 });
  await pause(watch);

  const library = await import(/* webpackChunkName: "old-formats" */ '@e965/xlsx');
  library.set_cptable(codePages);
  const workbook = guarded(() =>
    library.read(content, {
      type: typeof content === 'string' ? 'string' : 'array',
      raw: true,
      dense: true,
      nodim: true,
      WTF: true,
      cellText: false,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
    }),
  );
  const snapshot = await snapshotOf(workbook, name, format, watch);
  return { snapshot, parts: { sheets: [] } };
}

const mostBytes = 128 * 1024 * 1024;

/** What the library throws, and what it prints, is its own English; the person gets a sentence. */
/* eslint-disable no-console -- only to keep the library from using it */
function guarded<T>(work: () => T): T {
  const print = console.error;
  console.error = () => undefined;
  try {
    return work();
  } catch (error) {
    throw unreadable(error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'damaged');
  } finally {
    console.error = print;
  }
}
/* eslint-enable no-console */

/** The library reads on past damage without a word, so the container and its records are walked first. */
function checkContainer(bytes: Uint8Array): void {
  const container = openOleContainer(bytes);
  if (container.names.has('EncryptedPackage') || container.names.has('EncryptionInfo')) throw unreadable('encrypted');
  const name = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].find((candidate) => container.names.has(candidate));
  if (name === undefined) throw unreadable('notWorkbook');
  const stream = container.stream(name);
  if (!stream) return;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  let at = 0;
  for (; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === filePassRecord && depth > 0) throw unreadable('encrypted');
    if (record === endRecord && depth > 0) depth--;
    else if ((record & 0xff) === 9 && record <= 0x0809 && at + 8 <= stream.length) depth++;
    else if (record === 0 && depth === 0) return;
  }
  if (at > stream.length || depth > 0) throw unreadable('damaged');
}

const filePassRecord = 0x2f;
const endRecord = 0x0a;

async function snapshotOf(workbook: WorkBook, name: string, format: LegacyFormat, watch?: Watch) {
  const styles: CellStyle[] = [plainStyle];
  const styleOf = new Map<string, number>([['General', 0]]);
  const budget = freshBudget();
  const sheets: SheetSnapshot[] = [];
  const props = workbook.Workbook;
  for (const [index, sheetName] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[sheetName];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    const hidden = props?.Sheets?.[index]?.Hidden ?? 0;
    const toStyle = (code: string | number | undefined): number => {
      const numberFormat = typeof code === 'string' && code !== '' ? code : 'General';
      const known = styleOf.get(numberFormat);
      if (known !== undefined) return known;
      styles.push({ numberFormat, locked: true });
      styleOf.set(numberFormat, styles.length - 1);
      return styles.length - 1;
    };
    const valueOf = format.kind === 'html' ? htmlValue : legacyValue;
    const draft = await draftOf(sheet, toStyle, valueOf, budget, watch);
    sheets.push(draft.finish(sheetName, hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible'));
  }
  if (sheets.length === 0) throw unreadable('noSheet');
  return {
    name,
    date1904: props?.WBProps?.date1904 === true,
    styles,
    sheets,
    remarks: 'encoding' in format ? remarksOnEncoding(format.encoding) : [],
  };
}

async function draftOf(
  sheet: WorkSheet,
  toStyle: (code: string | number | undefined) => number,
  valueOf: (cell: CellObject) => CellValue,
  budget: Budget,
  watch?: Watch,
) {
  const draft = createSheetDraft(budget);
  sheet['!cols']?.forEach((column, index) => {
    if (column && index < sheetLimits.columns) {
      draft.columns(index + 1, index + 1, 0, column.width, column.hidden === true);
    }
  });
  const cells: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rowProps = sheet['!rows'] ?? [];
  const notes: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  for (let row = 0; row < Math.max(cells.length, rowProps.length); row++) {
    if (row % 2000 === 1999) await pause(watch);
    const props = rowProps[row];
    if (!cells[row] && !props) continue;
    draft.startRow(row + 1, -1, props?.hpt, props?.hidden === true);
    cells[row]?.forEach((cell, column) => {
      if (!cell) return;
      if (typeof cell.f === 'string' && cell.f !== '') {
        draft.formula(column + 1, { text: cell.f, type: cell.F === undefined ? '' : 'array', area: cell.F });
      }
      draft.cell(column + 1, toStyle(cell.z), valueOf(cell));
      const note = cell.c?.map(({ t }) => t).join('\n');
      if (note) notes.push({ row: row + 1, column: column + 1, text: note });
    });
    draft.endRow();
  }
  for (const { row, column, text } of notes) draft.note(row, column, cellText(text));
  for (const { s, e } of sheet['!merges'] ?? []) {
    draft.merge(`${placeOf(s.r, s.c)}:${placeOf(e.r, e.c)}`);
  }
  if (sheet['!protect']) draft.protect();
  return draft;
}

const placeOf = (row: number, column: number): string => a1(row + 1, column + 1);

function legacyValue({ t, v }: CellObject): CellValue {
  if (t === 'z' || v === undefined || v === null) return null;
  if (t === 'e') return cellError(errorCodes[Number(v)] ?? '#VALUE!');
  if (v instanceof Date) return null;
  if (typeof v === 'string') {
    if (v.length > sheetLimits.characters) throw unreadable('overlongText');
    return v;
  }
  return typeof v === 'number' && !Number.isFinite(v) ? null : v;
}

/** Web pages know no numbers: every cell comes as text, and only what is safe becomes a number. */
function htmlValue(cell: CellObject): CellValue {
  const value = legacyValue(cell);
  if (typeof value !== 'string') return value;
  return value === '' ? null : (plainNumber(value) ?? value);
}

/** MS-XLS 2.5.10 */
const errorCodes: Readonly<Record<number, string | undefined>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
