import type { Watch } from '../../../core/workbook/port';
import { pause } from './pause';
import { unreadable } from './unreadable';
import type { XmlNode } from './xml';
import { forbiddenInXml, withEntities } from './xml-text';

/**
 * The tree of a part in the XML that spreadsheet programs write: UTF-8, no document type, no CDATA, no instructions, names
 * in ASCII. `undefined` for any other and for what is not well-formed, which a parser of all XML must then judge. The
 * pieces are read as one part. Small parts are most of the work of a small workbook, and a parser of all XML is slow to start.
 */
export async function plainTree(pieces: readonly Uint8Array[], watch?: Watch): Promise<XmlNode | undefined> {
  const text = decoded(pieces);
  const start = text === undefined ? null : declaration.exec(text);
  if (text === undefined || !start || forbiddenInXml.test(text) || text.includes(']]>')) return undefined;
  const top: Growing = { tag: '', name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [top];
  let current = top;
  let nodes = 0;
  let at = start[0].length;
  for (let rest = at + pieceSize; ;) {
    const tag = text.indexOf('<', at);
    const end = tag < 0 ? text.length : tag;
    if (end > at) {
      const piece = text.slice(at, end);
      if (current !== top) current.text += withEntities(piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece);
      else if (/[^ \t\r\n]/.test(piece)) return undefined;
    }
    if (tag < 0) return open.length === 1 ? top.children[0] : undefined;
    const next = text.charCodeAt(tag + 1);
    if (next === exclamation) {
      at = endOfComment(text, tag);
      if (at < 0) return undefined;
    } else if (next === slash) {
      at = tag + 2 + current.tag.length;
      if (current === top || !text.startsWith(current.tag, tag + 2)) return undefined;
      while (isBlank(text.charCodeAt(at))) at++;
      if (text.charCodeAt(at) !== greaterThan) return undefined;
      at++;
      open.pop();
      current = open[open.length - 1];
    } else {
      if (current === top && top.children.length > 0) return undefined;
      if (++nodes > treeLimits.nodes || open.length > treeLimits.depth) throw unreadable('tooLarge');
      const cursor = { at: tag + 1 };
      const node = openingTag(text, cursor);
      if (!node) return undefined;
      at = cursor.at;
      current.children.push(node);
      if (text.charCodeAt(at - 2) !== slash) {
        open.push(node);
        current = node;
      }
    }
    if (at > rest) {
      await pause(watch);
      rest = at + pieceSize;
    }
  }
}

/** How large a tree may become before its part is refused. */
export const treeLimits = { bytes: 32 * 1024 * 1024, nodes: 2_000_000, depth: 200 } as const;

/** A node of a tree while it is being read. */
export interface Growing extends XmlNode {
  children: Growing[];
  text: string;
}

const pieceSize = 64 * 1024;

// Whoever declares another version or encoding wants the real parser.
const declaration =
  /^\ufeff?(<\?xml version=(["'])1\.0\2(\s+encoding=(["'])utf-?8\4)?(\s+standalone=(["'])(yes|no)\6)?\s*\?>)?/i;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(pieces: readonly Uint8Array[]): string | undefined {
  try {
    return pieces.map((piece) => strictUtf8.decode(piece)).join('');
  } catch {
    return undefined;
  }
}

/** Just behind the comment that begins here; -1 for anything else that begins so. */
function endOfComment(text: string, at: number): number {
  if (!text.startsWith('<!--', at)) return -1;
  const end = text.indexOf('--', at + 4);
  return end >= 0 && text.charCodeAt(end + 2) === greaterThan ? end + 3 : -1;
}

/** The element whose name begins at the cursor, which is moved behind its tag. */
function openingTag(text: string, cursor: { at: number }): Growing | undefined {
  let at = endOfName(text, cursor.at);
  if (at === cursor.at) return undefined;
  const tag = text.slice(cursor.at, at);
  const attributes: Record<string, string> = {};
  for (;;) {
    const before = at;
    while (isBlank(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === slash) at++;
    if (code === slash || code === greaterThan) {
      if (text.charCodeAt(at) !== greaterThan) return undefined;
      cursor.at = at + 1;
      return { tag, name: tag.slice(tag.indexOf(':') + 1), attributes, children: [], text: '' };
    }
    const equals = endOfName(text, at);
    if (at === before || equals === at || text.charCodeAt(equals) !== equalsSign) return undefined;
    const key = text.slice(at, equals);
    const quote = text[equals + 1];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, equals + 2) : -1;
    if (end < 0) return undefined;
    const value = text.slice(equals + 2, end);
    // A name twice, or one that every object has; and blanks that would have to become others.
    if (attributes[key] !== undefined || /[<\t\r\n]/.test(value)) return undefined;
    attributes[key] = withEntities(value);
    at = end + 1;
  }
}

/** Just behind the name that begins here; the same place where none does. */
function endOfName(text: string, from: number): number {
  let at = from;
  if ((nameCodes[text.charCodeAt(at)] ?? 0) !== startsName) return from;
  do at++;
  while ((nameCodes[text.charCodeAt(at)] ?? 0) !== 0);
  return at;
}

const startsName = 2;
const nameCodes = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z_:]/.test(sign) ? startsName : /[\d.-]/.test(sign) ? 1 : 0;
});

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const exclamation = 0x21;
const slash = 0x2f;
const equalsSign = 0x3d;
const greaterThan = 0x3e;
