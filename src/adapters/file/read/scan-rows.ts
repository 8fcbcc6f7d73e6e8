import { numberOrText, valueOf } from './cell-content';
import type { CellValue } from '../../../core/workbook/cell';
import { unreadable } from '../package/unreadable';
import { createTextPool, startsAt, textOf } from './byte-text';
import { createUsualCells } from './usual-cell';
import { readRichText, type Cursor } from './rich-text';
import type { SheetDraft } from './sheet-draft';

/** How a scan stands. `unusual`: the XML is not of the plain kind and must be read the thorough way. */
export type ScanState = 'more' | 'done' | 'unusual';

/** Reads rows from the bytes of a plain UTF-8 sheet without making text of anything but cells. */
export interface RowScanner {
  /** Where it stands. */
  at(): number;
  /** Reads on until about `until`. */
  advance(until: number): ScanState;
}

/** A scanner of the bytes between `<sheetData>` and `</sheetData>`. Throws `UnreadableWorkbook`. */
export function createRowScanner(
  bytes: Uint8Array,
  from: number,
  to: number,
  draft: SheetDraft,
  strings: readonly string[],
  date1904: boolean,
): RowScanner {
  const usual = createUsualCells(bytes, draft, strings);
  const pool = createTextPool(bytes);
  const cursor: Cursor = { at: 0 };
  let at = from;
  let inRow = false;
  let row = 0;

  /** Reads a row's opening tag; `-1` for anything unusual. */
  const startRow = (start: number): number => {
    let place = start;
    let number = 0;
    let style = -1;
    let hasStyle = false;
    let height: number | undefined;
    let isHidden = false;
    for (;;) {
      while (isBlank(bytes[place])) place++;
      if (bytes[place] === greaterThan || bytes[place] === slash) break;
      const name = place;
      while (place < to && bytes[place] !== equals) place++;
      const length = place - name;
      const quote = bytes[place + 1];
      if (place >= to || isBlank(bytes[place - 1]) || (quote !== doubleQuote && quote !== singleQuote)) return -1;
      const value = place + 2;
      place = bytes.indexOf(quote, value);
      if (place < 0 || place >= to) return -1;
      if (length === 1 && bytes[name] === letterR) {
        number = digits(bytes, value, place);
        if (number < 1) return -1;
      } else if (length === 1 && bytes[name] === letterS) {
        style = digits(bytes, value, place);
        if (style < 0) return -1;
      } else if (length === 2 && startsAt(bytes, 'ht', name)) {
        height = numberAt(bytes, value, place);
        if (height === undefined) return -1;
      } else if (length === 6 && startsAt(bytes, 'hidden', name)) isHidden = isTrue(bytes, value, place);
      else if (length === 12 && startsAt(bytes, 'customFormat', name)) hasStyle = isTrue(bytes, value, place);
      place++;
    }
    draft.startRow(number, hasStyle ? style : -1, height, isHidden);
    row = draft.row();
    usual.startRow(row);
    if (bytes[place] === greaterThan) {
      inRow = true;
      return place + 1;
    }
    if (bytes[place + 1] !== greaterThan) return -1;
    draft.endRow();
    return place + 2;
  };

  /** Reads a whole cell; `-1` for anything unusual. */
  const cell = (start: number): number => {
    let place = start;
    let column = 0;
    let style = 0;
    let type = number;
    for (;;) {
      while (isBlank(bytes[place])) place++;
      if (bytes[place] === greaterThan || bytes[place] === slash) break;
      const name = place;
      while (place < to && bytes[place] !== equals) place++;
      const isSingle = place - name === 1;
      const quote = bytes[place + 1];
      if (place >= to || isBlank(bytes[place - 1]) || (quote !== doubleQuote && quote !== singleQuote)) return -1;
      place += 2;
      if (isSingle && bytes[name] === letterR) {
        let letters = 0;
        for (let letter = bytes[place] | 0x20; letter >= 0x61 && letter <= 0x7a; letter = bytes[++place] | 0x20) {
          column = column * 26 + letter - 0x60;
          if (++letters > 3) throw unreadable('beyondSheet');
        }
        let ofRow = 0;
        for (let digit = bytes[place] - 0x30; digit >= 0 && digit <= 9; digit = bytes[++place] - 0x30) {
          ofRow = ofRow * 10 + digit;
        }
        if (bytes[place] !== quote || letters === 0 || ofRow !== row) return -1;
      } else if (isSingle && bytes[name] === letterS) {
        const value = place;
        while (bytes[place] >= 0x30 && bytes[place] <= 0x39) place++;
        if (bytes[place] !== quote || (style = digits(bytes, value, place)) < 0) return -1;
      } else {
        const value = place;
        while (place < to && bytes[place] !== quote) place++;
        if (place >= to) return -1;
        if (isSingle && bytes[name] === letterT) {
          type = typeAt(bytes, value, place);
          if (type < 0) return -1;
        }
      }
      place++;
    }
    if (bytes[place] === slash) {
      if (bytes[place + 1] !== greaterThan) return -1;
      draft.cell(column, style, null);
      return place + 2;
    }
    place++;

    let value: CellValue = null;
    for (;;) {
      while (isBlank(bytes[place])) place++;
      if (bytes[place] !== lessThan) return -1;
      const next = bytes[place + 1];
      if (next === letterV) {
        let begin = place + 3;
        if (bytes[place + 2] !== greaterThan) {
          if (bytes[place + 2] === slash && bytes[place + 3] === greaterThan) {
            value = content(type, place, place);
            place += 4;
            continue;
          }
          if (!startsAt(bytes, preserve, place + 2)) return -1;
          begin = place + 2 + preserve.length;
        }
        let end = begin;
        while (end < to && bytes[end] !== lessThan) end++;
        if (bytes[end + 1] !== slash || bytes[end + 2] !== letterV || bytes[end + 3] !== greaterThan) return -1;
        value = content(type, begin, end);
        place = end + 4;
      } else if (next === slash) {
        if (bytes[place + 2] !== letterC || bytes[place + 3] !== greaterThan) return -1;
        draft.cell(column, style, value);
        return place + 4;
      } else if (next === letterF) {
        place = formula(place, column);
        if (place < 0) return -1;
      } else if (startsAt(bytes, '<is>', place)) {
        cursor.at = place + 4;
        const text = readRichText(bytes, cursor, '</is>', pool);
        if (text === undefined) return -1;
        if (type === inline) value = text;
        place = cursor.at;
      } else return -1;
    }
  };

  const content = (type: number, begin: number, end: number): CellValue => {
    if (type === number) return numberAt(bytes, begin, end) ?? numberOrText(textOf(bytes, begin, end));
    if (type === shared) {
      const index = digits(bytes, begin, end);
      const text = index >= 0 ? strings[index] : undefined;
      return text ?? valueOf('s', textOf(bytes, begin, end), strings, date1904);
    }
    return valueOf(typeNames[type], pool.text(begin, end), strings, date1904);
  };

  const formula = (start: number, column: number): number => {
    const tagEnd = bytes.indexOf(greaterThan, start);
    if (tagEnd < 0 || tagEnd >= to) return -1;
    const isEmpty = bytes[tagEnd - 1] === slash;
    const tag = tagEnd > start + 2 ? textOf(bytes, start + 2, isEmpty ? tagEnd - 1 : tagEnd) : '';
    let attributes: Record<string, string> = noAttributes;
    if (tag.trim() !== '') {
      // A greater-than inside an attribute, or anything else out of the way, does not match.
      if (!/^(\s+[\w:]+="[^"&<]*")+\s*$/.test(tag)) return -1;
      attributes = {};
      for (const [, name, value] of tag.matchAll(/([\w:]+)="([^"]*)"/g)) attributes[name] = value;
    }
    const end = isEmpty ? tagEnd + 1 : bytes.indexOf(lessThan, tagEnd);
    if (end < 0 || (!isEmpty && !startsAt(bytes, '</f>', end))) return -1;
    draft.formula(column, {
      text: isEmpty ? '' : textOf(bytes, tagEnd + 1, end),
      type: attributes.t ?? '',
      shared: attributes.si,
      area: attributes.ref,
    });
    return isEmpty ? end : end + 4;
  };

  return {
    at: () => at,
    advance(until) {
      // Few bytes can mean much work: wide gaps, or a long formula shared by many cells.
      const enough = draft.effort() + mostEffort;
      while (at < until && draft.effort() < enough) {
        if (inRow) for (let next = 0; at < until && (next = usual.read(at)) >= 0;) at = next;
        if (isBlank(bytes[at])) {
          at++;
          continue;
        }
        if (at >= to) return at === to && !inRow ? 'done' : 'unusual';
        if (bytes[at] !== lessThan) return 'unusual';
        let next = -1;
        if (inRow) {
          if (bytes[at + 1] === letterC && isNameEnd(bytes[at + 2])) next = cell(at + 2);
          else if (startsAt(bytes, '</row>', at)) {
            draft.endRow();
            inRow = false;
            next = at + 6;
          }
        } else if (startsAt(bytes, '<row', at) && isNameEnd(bytes[at + 4])) next = startRow(at + 4);
        if (next < 0) return 'unusual';
        at = next;
      }
      return 'more';
    },
  };
}

const mostEffort = 500_000;

const number = 0;
const shared = 1;
const string = 2;
const boolean = 3;
const error = 4;
const inline = 5;
const date = 6;
const typeNames = ['n', 's', 'str', 'b', 'e', 'inlineStr', 'd'];

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const letterC = 0x63;
const letterF = 0x66;
const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;
const letterV = 0x76;
const preserve = ' xml:space="preserve">';
const noAttributes: Record<string, string> = {};

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isNameEnd = (byte: number): boolean => byte === greaterThan || byte === slash || isBlank(byte);

function typeAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from === 1) {
    const letter = bytes[from];
    if (letter === letterS) return shared;
    if (letter === 0x6e) return number;
    if (letter === 0x62) return boolean;
    if (letter === 0x65) return error;
    if (letter === 0x64) return date;
  }
  if (to - from === 3 && startsAt(bytes, 'str', from)) return string;
  if (to - from === 9 && startsAt(bytes, 'inlineStr', from)) return inline;
  return -1;
}

/** Digits only; -1 for anything else, or for more than a place can have. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 10) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A plain decimal of at most 15 digits, which this gives exactly; `undefined` for any other. */
function numberAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  const isNegative = bytes[from] === 0x2d;
  let mantissa = 0;
  let count = 0;
  let point = -1;
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const digit = bytes[at] - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      count++;
    } else if (digit === -2 && point < 0) point = count;
    else return undefined;
  }
  if (count === 0 || count > 15) return undefined;
  const size = point < 0 ? mantissa : mantissa / powersOfTen[count - point];
  return isNegative ? -size : size;
}

const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);

const isTrue = (bytes: Uint8Array, from: number, to: number): boolean =>
  (to - from === 1 && bytes[from] === 0x31) || (to - from === 4 && startsAt(bytes, 'true', from));
