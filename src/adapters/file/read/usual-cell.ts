import type { CellValue } from '../../../core/workbook/cell';
import { wordOf } from './byte-text';
import type { SheetDraft } from './sheet-draft';

/** Reads cells as spreadsheet programs write nearly all of them: address, style, kind, and a whole number or a shared text. */
export interface UsualCells {
  /** The row whose cells follow. */
  startRow(row: number): void;
  /** Takes the cell that begins at `at` into the draft and gives where it ends. `-1`: not such a one, and nothing was taken. */
  read(at: number): number;
}

/** A reader of usual cells. It compares four bytes at a time: a sheet has a hundred million bytes, and few of them say anything. */
export function createUsualCells(bytes: Uint8Array, draft: SheetDraft, strings: readonly string[]): UsualCells {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - longestCell;
  // The row's number with the quote behind it, in two words.
  const address = new DataView(new ArrayBuffer(8));
  let row = 0;
  let rowLength = 0;
  let rowHead = 0;
  let rowHeadMask = 0;
  let rowTail = 0;
  let rowTailMask = 0;
  return {
    startRow(number) {
      row = number;
      rowLength = 2;
      for (let most = 9; row > most; most = most * 10 + 9) rowLength++;
      address.setUint8(rowLength - 1, quote);
      for (let place = rowLength - 2, rest = row; place >= 0; place--, rest = (rest / 10) | 0) {
        address.setUint8(place, 0x30 + (rest % 10));
      }
      rowHeadMask = masks[Math.min(4, rowLength)];
      rowHead = address.getInt32(0, true) & rowHeadMask;
      rowTailMask = masks[Math.max(0, rowLength - 4)];
      rowTail = address.getInt32(4, true) & rowTailMask;
    },

    read(at) {
      if (at > last || view.getInt32(at, true) !== openCell || view.getInt16(at + 4, true) !== equalsQuote) return -1;
      let place = at + 6;
      let column = 0;
      for (let byte = bytes[place]; byte >= 0x41 && byte <= 0x5a; byte = bytes[++place])
        column = column * 26 + byte - 0x40;
      if (column === 0 || place > at + 9) return -1;
      if ((view.getInt32(place, true) & rowHeadMask) !== rowHead) return -1;
      if (rowTailMask !== 0 && (view.getInt32(place + 4, true) & rowTailMask) !== rowTail) return -1;
      place += rowLength;

      let word = view.getInt32(place, true);
      let style = 0;
      if (word === styleIs) {
        const from = (place += 4);
        for (let byte = bytes[place]; byte >= 0x30 && byte <= 0x39; byte = bytes[++place])
          style = style * 10 + byte - 0x30;
        if (bytes[place] !== quote || place === from || place > from + 9) return -1;
        word = view.getInt32(++place, true);
      }
      const isShared = word === typeIs;
      if (isShared) {
        if (view.getInt16(place + 4, true) !== sharedQuote) return -1;
        word = view.getInt32((place += 6), true);
      }
      if (word === openValue) {
        const from = (place += 4);
        let read = 0;
        for (let byte = bytes[place]; byte >= 0x30 && byte <= 0x39; byte = bytes[++place])
          read = read * 10 + byte - 0x30;
        if (place === from || place > from + 15) return -1;
        if (view.getInt32(place, true) !== closeValue || view.getInt32(place + 4, true) !== closeCell) return -1;
        let value: CellValue = read;
        if (isShared) {
          value = strings[read];
          if (value === undefined) return -1;
        }
        draft.cell(column, style, value);
        return place + 8;
      }
      if ((word & 0xffff) === closeAtOnce) {
        draft.cell(column, style, null);
        return place + 2;
      }
      if (word !== closeEmpty || bytes[place + 4] !== greaterThan) return -1;
      draft.cell(column, style, null);
      return place + 5;
    },
  };
}

/** No usual cell is longer, so that within it no byte need be asked whether it is there. */
const longestCell = 80;

const masks = [0, 0xff, 0xffff, 0xffffff, -1];

const openCell = wordOf('<c r');
const equalsQuote = wordOf('="');
const styleIs = wordOf(' s="');
const typeIs = wordOf(' t="');
const sharedQuote = wordOf('s"');
const openValue = wordOf('><v>');
const closeValue = wordOf('</v>');
const closeCell = wordOf('</c>');
const closeAtOnce = wordOf('/>');
const closeEmpty = wordOf('></c');
const quote = 0x22;
const greaterThan = 0x3e;
