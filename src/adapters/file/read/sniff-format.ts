import type { Watch } from '../../../core/workbook/port';
import { lastIndexOfBytes, startsAt } from './byte-text';
import { encodingOf, type TextEncoding } from './text-encoding';

/** What a file is, told by its bytes and never by its name. */
export type FileFormat =
  | { readonly kind: 'empty' | 'unknown' | 'zip' }
  /** A container of the old Office, or bare records of one. */
  | { readonly kind: 'ole' | 'records' }
  | { readonly kind: 'text' | 'html' | 'xml-2003'; readonly encoding: TextEncoding };

/** Tells what a file is. */
export async function sniffFormat(bytes: Uint8Array, watch?: Watch): Promise<FileFormat> {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsAt(bytes, 'PK', 0) && bytes[2] <= 8 && bytes[3] <= 8) return { kind: 'zip' };
  if (oleSignature.every((byte, index) => bytes[index] === byte)) return { kind: 'ole' };
  // The bare records of the 1990s: a beginning-of-file record with its version and length.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1]) && [4, 6, 8, 16].includes(bytes[2]) && bytes[3] === 0) {
    return { kind: 'records' };
  }
  if (startsAt(bytes, '%PDF', 0)) return { kind: 'unknown' };
  // What begins like a package and is no longer than its signature was cut off, whatever its two letters would mean as text.
  if (bytes.length < 30 && startsAt(bytes, 'PK', 0)) return { kind: 'unknown' };
  const encoding = await encodingOf(bytes, watch);
  // Junk before a package is legal, so what is no text may still be one.
  if (!encoding)
    return { kind: lastIndexOfBytes(bytes.subarray(-tailLength), 'PK\u0005\u0006') >= 0 ? 'zip' : 'unknown' };
  const head = new TextDecoder(encoding.label).decode(bytes.subarray(0, headLength));
  if (/^\s*$/.test(head) && bytes.length <= headLength) return { kind: 'empty' };
  if (/^\s*</.test(head)) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html/i.test(head)) {
      return { kind: 'xml-2003', encoding };
    }
    if (/<(html|head|body|table|meta|style|div|!doctype\s+html)[\s>]/i.test(head)) return { kind: 'html', encoding };
    if (/^\s*<\?xml/.test(head)) return { kind: 'unknown' };
  }
  return { kind: 'text', encoding };
}

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headLength = 8192;
const tailLength = 70_000;
