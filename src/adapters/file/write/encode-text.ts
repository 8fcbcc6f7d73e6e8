import { encode } from './xml-bytes';

export type TextEncoding = 'utf-8' | 'gb18030';

/** A text file's bytes. UTF-8 gets a byte order mark, without which spreadsheet programs take it for the local code page. */
export const encodeText = (text: string, encoding: TextEncoding): Uint8Array =>
  encoding === 'utf-8' ? encode(`\ufeff${text}`) : encodeGb18030(text);

/**
 * GB18030, which holds every character there is: one byte for ASCII, two for those of GBK, four for all others. The tables
 * are the platform's own decoder, read backwards, so that none are shipped.
 */
function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) pushFour(bytes, code - 0x10000 + firstBeyondPlane0);
    else {
      tables ??= readTables();
      const two = tables.two.get(code);
      if (two !== undefined) bytes.push(two >> 8, two & 0xff);
      else pushFour(bytes, tables.four.get(code) ?? questionMark);
    }
  }
  return Uint8Array.from(bytes);
}

interface Tables {
  /** By code point: lead and trail byte. */
  readonly two: ReadonlyMap<number, number>;
  /** By code point: the place in the row of four-byte signs. */
  readonly four: ReadonlyMap<number, number>;
}

let tables: Tables | undefined;

/** Place of U+10000 among the four-byte signs: 0x90308130. */
const firstBeyondPlane0 = 189_000;
/** U+FFFD, for half a surrogate pair. */
const questionMark = 39_417;
const countInPlane0 = 39_420;

function readTables(): Tables {
  const decoder = new TextDecoder('gb18030');
  const two = new Map<number, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      const code = sign.charCodeAt(0);
      if (sign.length === 1 && code !== 0xfffd && !two.has(code)) two.set(code, (lead << 8) | trail);
    }
  }
  const four = new Map<number, number>();
  const quad: number[] = [];
  for (let place = 0; place < countInPlane0; place++) {
    quad.length = 0;
    pushFour(quad, place);
    const sign = decoder.decode(Uint8Array.from(quad));
    if (sign.length === 1 && !two.has(sign.charCodeAt(0))) four.set(sign.charCodeAt(0), place);
  }
  return { two, four };
}

function pushFour(bytes: number[], place: number): void {
  bytes.push(
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1_260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  );
}
