import { sheetLimits, type CellValue } from '../../../core/workbook/cell';
import type { Watch } from '../../../core/workbook/port';
import { plainStyle } from '../../../core/workbook/snapshot';
import { unreadable } from '../package/unreadable';
import { plainNumber } from './plain-number';
import type { FileContent } from './read-file';
import { createSheetDraft, freshBudget } from './sheet-draft';
import { decodedPieces, remarksOnEncoding, type TextEncoding } from './text-encoding';

/** Reads a table of text (.csv, .txt): one sheet, named after the file. Throws `UnreadableWorkbook`. */
export async function readTextTable(
  bytes: Uint8Array,
  name: string,
  encoding: TextEncoding,
  watch?: Watch,
): Promise<FileContent> {
  if (bytes.length > mostBytes) throw unreadable('tooLarge');
  const remarks = [...remarksOnEncoding(encoding)];
  let draft = createSheetDraft(freshBudget());
  const sample = new TextDecoder(encoding.label).decode(bytes.subarray(0, sampleBytes));
  const stated = statedDelimiter(sample);
  const delimiter = stated ?? guessDelimiter(sample);

  const parse = async (hasQuotes: boolean): Promise<boolean> => {
    let isStatement = stated !== undefined;
    const parser = createTableParser(delimiter, hasQuotes, (fields) => {
      // Excel takes this line for itself too; the rows below keep the numbers that a person sees there.
      if (isStatement) {
        isStatement = false;
        return;
      }
      draft.startRow(0, -1, undefined, false);
      for (const field of fields) draft.cell(0, 0, valueOf(field));
      draft.endRow();
    });
    let done = 0;
    for await (const piece of decodedPieces(bytes, encoding.label, watch)) {
      parser.push(piece);
      watch?.progress?.({ doing: '读取文字', done: (done += piece.length), total: bytes.length });
    }
    return parser.end();
  };

  if (!(await parse(true))) {
    draft = createSheetDraft(freshBudget());
    await parse(false);
    remarks.push('文件里有没有配对的引号，已把引号当作普通文字读取，请检查引号附近的内容。');
  }
  const sheet = draft.finish(sheetNameOf(name), 'visible');
  return {
    snapshot: { name, date1904: false, styles: [plainStyle], sheets: [sheet], remarks },
    parts: { sheets: [] },
  };
}

/** Splits a table of text that comes in pieces. `end` answers whether all quotes were closed. */
export function createTableParser(
  delimiter: string,
  hasQuotes: boolean,
  onRow: (fields: readonly string[]) => void,
): { push(piece: string): void; end(): boolean } {
  let fields: string[] = [];
  let field = '';
  /** `fresh`: nothing of the field has come. `closed`: a quote that may end the field or be half of a doubled one. */
  let state: 'fresh' | 'plain' | 'quoted' | 'closed' = 'fresh';
  let isAfterReturn = false;
  let broken = false;

  const endField = () => {
    fields.push(field);
    field = '';
    state = 'fresh';
    if (fields.length > sheetLimits.columns) throw unreadable('beyondSheet');
  };
  const endRow = () => {
    endField();
    onRow(fields);
    fields = [];
  };

  return {
    push(piece) {
      let from = 0;
      for (let at = 0; at < piece.length; at++) {
        const letter = piece[at];
        if (isAfterReturn && letter === '\n') {
          isAfterReturn = false;
          from = at + 1;
          continue;
        }
        isAfterReturn = false;
        if (state === 'quoted') {
          if (letter === '"') {
            field += piece.slice(from, at);
            from = at + 1;
            state = 'closed';
          }
          continue;
        }
        if (letter === '"' && hasQuotes && (state === 'fresh' || state === 'closed')) {
          // The second of two quotes stands for one.
          from = state === 'closed' ? at : at + 1;
          state = 'quoted';
        } else if (letter === delimiter) {
          field += piece.slice(from, at);
          from = at + 1;
          endField();
        } else if (letter === '\n' || letter === '\r') {
          field += piece.slice(from, at);
          from = at + 1;
          isAfterReturn = letter === '\r';
          endRow();
        } else state = 'plain';
      }
      field += piece.slice(from);
      // A stray quote can swallow the rest of the file; no cell is that long.
      if (state === 'quoted' && field.length > sheetLimits.characters) {
        broken = true;
        field = '';
      }
    },
    end() {
      if (broken || state === 'quoted') return false;
      if (field !== '' || fields.length > 0 || state !== 'fresh') endRow();
      return true;
    },
  };
}

/** What a first line `sep=;` says, as some programs write it for Excel. */
const statedDelimiter = (sample: string): string | undefined =>
  /^\uFEFF?"?sep=([,;\t])"?[,;\t]*\r?\n/i.exec(sample)?.[1];

/** Comma, tab or semicolon: the one that splits most of the first lines into the same number of fields. */
export function guessDelimiter(sample: string): string {
  const lines = sample.split(/\r\n?|\n/).slice(0, 50);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of [',', '\t', ';']) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.replace(/"[^"]*"/g, '').split(delimiter).length;
      if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...counts].map(([count, times]) => times * Math.min(count, 4)));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

const mostBytes = 256 * 1024 * 1024;
const sampleBytes = 64 * 1024;

function valueOf(field: string): CellValue {
  if (field === '') return null;
  // Exports write ="0123" or a tab beside the digits so that a spreadsheet keeps them.
  const kept = /^="([^"]*)"$/.exec(field)?.[1] ?? /^\t*(\d+[Xx]?)\t*$/.exec(field.includes('\t') ? field : '')?.[1];
  if (kept !== undefined) return kept === '' ? null : kept;
  if (field.length > sheetLimits.characters) throw unreadable('overlongText');
  return plainNumber(field) ?? field;
}

/** As a spreadsheet names the sheet of a text file: after the file, without what sheet names may not hold. */
const sheetNameOf = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/[\\/?*[\]:]/g, '')
    .slice(0, 31) || 'Sheet1';
