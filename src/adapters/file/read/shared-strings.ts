import type { Watch } from '../../../core/workbook/port';
import { pause } from '../package/pause';
import { unreadable } from '../package/unreadable';
import { streamXml } from '../package/xml';
import { indexOfBytes, startsAt, textOf, wordOf } from './byte-text';
import { bounded, cellText, tidied } from './cell-content';
import { isPlainPart } from './plain-part';
import { readRichText, type Cursor } from './rich-text';

/** The workbook's table of shared texts. Quick for plain XML, thorough for any other. Throws `UnreadableWorkbook`. */
export async function readSharedStrings(bytes: Uint8Array, watch?: Watch): Promise<readonly string[]> {
  return (await scanSharedStrings(bytes, watch)) ?? (await streamSharedStrings(bytes, watch));
}

/** The quick way: over the bytes themselves. Gives `undefined` where they are not of the plain kind. */
export async function scanSharedStrings(bytes: Uint8Array, watch?: Watch): Promise<readonly string[] | undefined> {
  if (!isPlainPart(bytes, 'sst')) return undefined;
  const root = indexOfBytes(bytes, '<sst');
  const rootEnd = bytes.indexOf(0x3e, root);
  if (rootEnd < 0 || bytes[rootEnd - 1] === 0x2f || indexOfBytes(bytes, 'xml:', root, rootEnd) >= 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - '</t></si>'.length;
  const strings: string[] = [];
  const cursor: Cursor = { at: rootEnd + 1 };
  /** The text of an item without runs or attributes, which nearly all are; the cursor then stands behind it. */
  const plainItem = (at: number): string | undefined => {
    if (at > last || view.getInt32(at, true) !== openItem || view.getInt32(at + 3, true) !== openText) return undefined;
    const to = bytes.indexOf(lessThan, at + 7);
    if (to < 0 || to > last || view.getInt32(to, true) !== closeText) return undefined;
    if (view.getInt32(to + 4, true) !== closeItem || bytes[to + 8] !== greaterThan) return undefined;
    cursor.at = to + 9;
    return cellText(tidied(textOf(bytes, at + 7, to), false));
  };
  for (let rest = cursor.at + piece; ; rest = cursor.at + piece) {
    while (cursor.at < rest) {
      const at = cursor.at;
      const plain = plainItem(at);
      if (plain !== undefined) keep(strings, plain);
      else if (startsAt(bytes, '<si>', at)) {
        cursor.at = at + 4;
        const text = readRichText(bytes, cursor, '</si>');
        if (text === undefined) return undefined;
        keep(strings, text);
      } else if (startsAt(bytes, '<si/>', at)) {
        cursor.at = at + 5;
        keep(strings, '');
      } else if (startsAt(bytes, '</sst>', at)) return isBlank(bytes, at + 6) ? strings : undefined;
      else if (at < bytes.length && bytes[at] <= 32) cursor.at = at + 1;
      else return undefined;
    }
    await pause(watch);
  }
}

/** The thorough way: any prefix, any encoding, CDATA and comments. */
export async function streamSharedStrings(bytes: Uint8Array, watch?: Watch): Promise<readonly string[]> {
  const strings: string[] = [];
  const open: string[] = [];
  let prefix = '';
  let text = '';
  let run = '';
  let preserved = false;
  await streamXml(
    bytes,
    {
      open(name, attributes) {
        if (open.length === 0) prefix = name.slice(0, name.indexOf(':') + 1);
        const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
        open.push(own);
        if (own === 'si' && open.length === 2) text = '';
        run = '';
        if (own === 't') preserved = attributes['xml:space'] === 'preserve';
      },
      text(more) {
        const depth = open.length;
        if (open[depth - 1] !== 't') return;
        if ((depth === 3 && open[1] === 'si') || (depth === 4 && open[1] === 'si' && open[2] === 'r')) run += more;
      },
      close() {
        const own = open.pop();
        if (own === 't') {
          text += cellText(tidied(run, preserved));
          run = '';
        } else if (own === 'si' && open.length === 1) keep(strings, bounded(text));
      },
    },
    watch,
  );
  return strings;
}

const openItem = wordOf('<si>');
const openText = wordOf('><t>');
const closeText = wordOf('</t>');
const closeItem = wordOf('</si');
const lessThan = 0x3c;
const greaterThan = 0x3e;

const piece = 64 * 1024;
const mostStrings = 10_000_000;

function keep(strings: string[], text: string): void {
  if (strings.length >= mostStrings) throw unreadable('tooManyCells');
  strings.push(text);
}

function isBlank(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) if (bytes[at] > 32) return false;
  return true;
}
