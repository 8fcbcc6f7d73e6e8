import { unreadable } from '../package/unreadable';
import { forbiddenInXml, withEntities } from '../package/xml-text';

/** The text that UTF-8 bytes of an XML part stand for, entities resolved. Throws `UnreadableWorkbook` for illegal characters. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > longest) return thoroughTextOf(bytes, from, to);
  let count = 0;
  for (let at = from; at < to;) {
    const first = bytes[at];
    if (first < 0x80) {
      // Entities, line ends and characters that XML forbids take the thorough way.
      if (first === ampersand || (first < 0x20 && first !== 9 && first !== 10)) return thoroughTextOf(bytes, from, to);
      units[count++] = first;
      at += 1;
    } else if (first >= 0xe1 && first <= 0xec && at + 2 < to && isTail(bytes[at + 1]) && isTail(bytes[at + 2])) {
      units[count++] = ((first & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
      at += 3;
    } else if (first >= 0xc2 && first <= 0xdf && at + 1 < to && isTail(bytes[at + 1])) {
      units[count++] = ((first & 31) << 6) | (bytes[at + 1] & 63);
      at += 2;
    } else return thoroughTextOf(bytes, from, to);
  }
  if (count === 0) return '';
  const exact = ofLength[count];
  for (let at = 0; at < count; at++) exact[at] = units[at];
  return String.fromCharCode.apply(null, exact);
}

/** A pool that gives the same string object for the same bytes, as long as they come close together. */
export interface TextPool {
  text(from: number, to: number): string;
}

/** Short texts that repeat in a part (a village, a category) are decoded and held once. */
export function createTextPool(bytes: Uint8Array): TextPool {
  // Most sheets keep their texts in the shared table: room is made with the first text that stands in the sheet itself.
  let starts = noSlots;
  let lengths = noSlots;
  let texts: string[] = [];
  return {
    text(from, to) {
      const length = to - from;
      if (length === 0) return '';
      if (length > pooledLength) return textOf(bytes, from, to);
      if (texts.length === 0) {
        starts = new Int32Array(poolSlots).fill(-1);
        lengths = new Int32Array(poolSlots);
        texts = new Array<string>(poolSlots).fill('');
      }
      let hash = length;
      for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
      const slot = (hash ^ (hash >>> 15)) & (poolSlots - 1);
      if (lengths[slot] === length && starts[slot] >= 0 && sameBytes(bytes, starts[slot], from, length))
        return texts[slot];
      starts[slot] = from;
      lengths[slot] = length;
      return (texts[slot] = textOf(bytes, from, to));
    },
  };
}

/** Where `word` (ASCII) next begins at or after `from` and before `to`, or -1. */
export function indexOfBytes(bytes: Uint8Array, word: string, from = 0, to = bytes.length): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at + word.length <= to; at = bytes.indexOf(first, at + 1)) {
    if (startsAt(bytes, word, at)) return at;
  }
  return -1;
}

/** Where `word` (ASCII) last begins, or -1. */
export function lastIndexOfBytes(bytes: Uint8Array, word: string): number {
  for (
    let at = bytes.lastIndexOf(word.charCodeAt(0));
    at >= 0;
    at = at > 0 ? bytes.lastIndexOf(word.charCodeAt(0), at - 1) : -1
  ) {
    if (startsAt(bytes, word, at)) return at;
  }
  return -1;
}

/** Up to four ASCII signs as a `DataView` reads them in one word, the first one lowest. */
export const wordOf = (signs: string): number =>
  [...signs].reduce((word, sign, index) => word | (sign.charCodeAt(0) << (8 * index)), 0);

export function startsAt(bytes: Uint8Array, word: string, at: number): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

const longest = 128;
const ampersand = 0x26;
const units = new Uint16Array(longest);
// Arrays of each exact length: handing one to fromCharCode is the quickest portable way to make a short string.
const ofLength = Array.from({ length: longest + 1 }, (_, length) => new Array<number>(length).fill(0));

const noSlots = new Int32Array(0);
const poolSlots = 8192;
const pooledLength = 64;

const isTail = (byte: number): boolean => (byte & 0xc0) === 0x80;

function sameBytes(bytes: Uint8Array, left: number, right: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[left + at] !== bytes[right + at]) return false;
  return true;
}

function thoroughTextOf(bytes: Uint8Array, from: number, to: number): string {
  let text: string;
  try {
    text = strictUtf8.decode(bytes.subarray(from, to));
  } catch {
    throw unreadable('damaged');
  }
  if (forbiddenInXml.test(text)) throw unreadable('damaged');
  return withEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
