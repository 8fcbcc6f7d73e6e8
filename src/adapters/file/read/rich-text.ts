import { bounded, cellText, tidied } from './cell-content';
import { indexOfBytes, startsAt, textOf, type TextPool } from './byte-text';

/** Where a reader stands in the bytes; moved on by what reads. */
export interface Cursor {
  at: number;
}

/**
 * Reads the inside of `<si>` or `<is>` up to and including its closing tag: the runs of rich text joined, phonetic hints
 * left out. Gives `undefined` where the XML is not of the plain kind, so that the thorough way must be taken.
 */
export function readRichText(bytes: Uint8Array, cursor: Cursor, closing: string, pool?: TextPool): string | undefined {
  let at = cursor.at;
  let text: string | undefined;
  for (;;) {
    if (bytes[at] !== lessThan) {
      if (at >= bytes.length || bytes[at] > 32) return undefined;
      at++;
      continue;
    }
    const next = bytes[at + 1];
    const after = bytes[at + 2];
    if (next === letterT && (after === greaterThan || after === blank || after === slash)) {
      let from = at + 3;
      let preserved = false;
      if (after === slash) {
        if (bytes[at + 3] !== greaterThan) return undefined;
        text ??= '';
        at += 4;
        continue;
      }
      if (after === blank) {
        if (!startsAt(bytes, preserve, at + 2)) return undefined;
        preserved = true;
        from = at + 2 + preserve.length;
      }
      const to = bytes.indexOf(lessThan, from);
      if (to < 0 || !startsAt(bytes, '</t>', to)) return undefined;
      const run = cellText(tidied(pool ? pool.text(from, to) : textOf(bytes, from, to), preserved));
      text = text === undefined ? run : text + run;
      at = to + 4;
    } else if (next === slash && startsAt(bytes, closing, at)) {
      cursor.at = at + closing.length;
      return bounded(text ?? '');
    } else if (startsAt(bytes, '<r>', at)) at += 3;
    else if (startsAt(bytes, '</r>', at)) at += 4;
    else {
      const skipped = skippable.find(({ open }) => startsAt(bytes, open, at) && isNameEnd(bytes[at + open.length]));
      if (!skipped) return undefined;
      const end = skipTo(bytes, at, skipped.close);
      if (end < 0) return undefined;
      at = end;
    }
  }
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const blank = 0x20;
const letterT = 0x74;
const preserve = ' xml:space="preserve">';

const skippable = [
  { open: '<rPr', close: '</rPr>' },
  { open: '<rPh', close: '</rPh>' },
  { open: '<phoneticPr', close: '</phoneticPr>' },
];

const isNameEnd = (byte: number): boolean => byte === greaterThan || byte === slash || byte <= 32;

/** Past an element whose content does not matter; -1 where anything unusual stands in it. */
function skipTo(bytes: Uint8Array, at: number, close: string): number {
  const tagEnd = bytes.indexOf(greaterThan, at);
  if (tagEnd < 0) return -1;
  if (bytes[tagEnd - 1] === slash) return tagEnd + 1;
  const end = indexOfBytes(bytes, close, tagEnd);
  if (end < 0) return -1;
  for (let inside = tagEnd; inside < end; inside++)
    if (bytes[inside] === lessThan && bytes[inside + 1] === 0x21) return -1;
  return end + close.length;
}
