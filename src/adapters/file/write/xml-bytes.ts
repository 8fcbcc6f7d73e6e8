import { finish, type Step } from '../../../core/workbook/port';

/** An element of an XML part, by the byte offsets where its pieces stand. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** With its colon: `x:`, or empty. */
  readonly prefix: string;
  /** Of the `<` that opens it. */
  readonly start: number;
  /** Just after the `>` of the opening tag. */
  readonly openEnd: number;
  /** Of the `<` of the closing tag; the same as `end` where the element closes itself. */
  readonly closeStart: number;
  /** Just after the whole element. */
  readonly end: number;
  readonly children: readonly XmlElement[];
}

/** An attribute, by the byte offsets of its pieces. */
export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly value: string;
  /** Of the blank before the name. */
  readonly start: number;
  /** Just after the closing quote. */
  readonly end: number;
}

/** A place in bytes to be replaced: `start` and `end` are offsets in the original, equal ones insert. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Thrown where a part is no XML that can be patched. */
export class UnpatchableXml extends Error {
  override readonly name = 'UnpatchableXml';
}

/**
 * The root element of a part with everything below it; elements named in `closed` are kept as one piece without
 * children. Prefixes are read off, comments and CDATA stepped over. Throws `UnpatchableXml`.
 */
export const outline = (bytes: Uint8Array, closed: readonly string[] = []): XmlElement =>
  finish(outlineSteps(bytes, closed));

/** As `outline`, with a rest now and then: a part may have a hundred million bytes. */
export function* outlineSteps(bytes: Uint8Array, closed: readonly string[] = []): Generator<Step, XmlElement> {
  const stack: { name: string; prefix: string; start: number; openEnd: number; children: XmlElement[] }[] = [];
  for (let at = nextTag(bytes, 0); at >= 0;) {
    if (bytes[at + 1] === slash) {
      const end = endOfTag(bytes, at);
      const open = stack.pop();
      if (!open) throw new UnpatchableXml('a tag closes that was never opened');
      const element: XmlElement = { ...open, closeStart: at, end };
      const parent = stack[stack.length - 1];
      if (!parent) return element;
      parent.children.push(element);
      at = nextTag(bytes, end);
      continue;
    }
    const end = endOfTag(bytes, at);
    const { name, prefix } = nameAt(bytes, at + 1);
    if (bytes[end - 2] === slash) {
      const element: XmlElement = { name, prefix, start: at, openEnd: end, closeStart: end, end, children: [] };
      const parent = stack[stack.length - 1];
      if (!parent) return element;
      parent.children.push(element);
      at = nextTag(bytes, end);
      continue;
    }
    stack.push({ name, prefix, start: at, openEnd: end, children: [] });
    at = closed.includes(name) ? yield* closingTagSteps(bytes, end, prefix + name) : nextTag(bytes, end);
  }
  throw new UnpatchableXml('the part ends inside an element');
}

/** Offset of the next opening or closing tag at or after `from`; -1 where there is none. */
export function nextTag(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(lessThan, from); at >= 0; at = bytes.indexOf(lessThan, at)) {
    const next = bytes[at + 1];
    if (next !== exclamation && next !== question) return at;
    const [skip, length] =
      next === question
        ? (['?>', 2] as const)
        : bytes[at + 2] === 0x2d
          ? (['-->', 3] as const)
          : bytes[at + 2] === 0x5b
            ? ([']]>', 3] as const)
            : (['>', 1] as const);
    const end = indexOf(bytes, skip, at + 2);
    if (end < 0) throw new UnpatchableXml('a comment or section never ends');
    at = end + length;
  }
  return -1;
}

/** Offset just after the tag that begins at `at`; a `>` inside quotes does not end it. */
export function endOfTag(bytes: Uint8Array, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === greaterThan) return i + 1;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
  }
  throw new UnpatchableXml('a tag never ends');
}

/** Offset of the `</name>` at or after `from`, where no element of that name lies in between. */
export function closingTag(bytes: Uint8Array, from: number, name: string): number {
  const at = closingTagBefore(bytes, from, bytes.length, name);
  if (at < bytes.length) return at;
  throw new UnpatchableXml(`${name} never ends`);
}

function* closingTagSteps(bytes: Uint8Array, from: number, name: string): Generator<Step, number> {
  for (let at = from; at < bytes.length;) {
    const end = Math.min(at + stride, bytes.length);
    const found = closingTagBefore(bytes, at, end, name);
    if (found < end) return found;
    at = found;
    yield { doing: '正在保存', done: at, total: bytes.length };
  }
  throw new UnpatchableXml(`${name} never ends`);
}

/** The offset of `</name>` where it begins before `end`; otherwise where to go on looking, at `end` or behind it. */
function closingTagBefore(bytes: Uint8Array, from: number, end: number, name: string): number {
  // By hand: most distances here are a few bytes, and this passes over every cell of a sheet.
  let at = from;
  for (; at < end; at++) {
    if (bytes[at] !== lessThan) continue;
    const next = bytes[at + 1];
    if (next === slash) {
      if (isName(bytes, at + 2, name)) return at;
    } else if (next === exclamation || next === question) {
      at = nextTag(bytes, at) - 1;
      if (at < 0) return bytes.length;
    }
  }
  return at;
}

/** Whether exactly this name stands at the offset. */
export function isName(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name.charCodeAt(i)) return false;
  return !isNameByte(bytes[at + name.length]);
}

/** The attributes of the opening tag that begins at `start`, in their order. */
export function attributesOf(bytes: Uint8Array, start: number): readonly XmlAttribute[] {
  const found: XmlAttribute[] = [];
  const tagEnd = endOfTag(bytes, start);
  let at = start + 1;
  while (isNameByte(bytes[at])) at++;
  for (;;) {
    const before = at;
    while (at < tagEnd && bytes[at] <= 0x20) at++;
    const nameStart = at;
    while (isNameByte(bytes[at])) at++;
    if (at === nameStart) return found;
    const nameEnd = at;
    while (at < tagEnd && bytes[at] !== 0x22 && bytes[at] !== 0x27) at++;
    const valueEnd = bytes.indexOf(bytes[at], at + 1);
    if (at >= tagEnd || valueEnd < 0) throw new UnpatchableXml('an attribute without value');
    const [first, second] = text(bytes, nameStart, nameEnd).split(':');
    found.push({
      name: second ?? first,
      prefix: second === undefined ? '' : `${first}:`,
      value: unescapeXml(text(bytes, at + 1, valueEnd)),
      start: before,
      end: valueEnd + 1,
    });
    at = valueEnd + 1;
  }
}

/** The value of an attribute without prefix. */
export const attribute = (bytes: Uint8Array, element: { readonly start: number }, name: string): string | undefined =>
  attributesOf(bytes, element.start).find((candidate) => candidate.name === name && candidate.prefix === '')?.value;

/** A splice that gives the opening tag this attribute, in place of its old value or behind the last attribute. */
export function attributeSplice(bytes: Uint8Array, element: XmlElement, name: string, value: string): Splice {
  const attributes = attributesOf(bytes, element.start);
  const old = attributes.find((candidate) => candidate.name === name && candidate.prefix === '');
  const written = encode(` ${name}="${escapeAttribute(value)}"`);
  if (old) return { start: old.start, end: old.end, bytes: written };
  const last = attributes[attributes.length - 1];
  const at = last ? last.end : element.start + 1 + element.prefix.length + element.name.length;
  return { start: at, end: at, bytes: written };
}

/** The bytes with all splices carried out. They may come in any order but must not overlap; equal places keep their order. */
export const applySplices = (bytes: Uint8Array, splices: readonly Splice[]): Uint8Array =>
  finish(spliceSteps(bytes, splices));

/** As `applySplices`, with a rest now and then. */
export function* spliceSteps(bytes: Uint8Array, splices: readonly Splice[]): Generator<Step, Uint8Array> {
  if (splices.length === 0) return bytes;
  const ordered = splices.slice().sort((left, right) => left.start - right.start || left.end - right.end);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const splice of ordered) {
    if (splice.start < from) throw new UnpatchableXml('two changes touch the same place');
    pieces.push(bytes.subarray(from, splice.start), splice.bytes);
    from = splice.end;
  }
  return yield* joinSteps([...pieces, bytes.subarray(from)]);
}

/** One array out of many, in order, with a rest now and then. */
export function* joinSteps(pieces: readonly Uint8Array[]): Generator<Step, Uint8Array> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let to = 0;
  let rested = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += stride) {
      const part = piece.subarray(from, from + stride);
      whole.set(part, to);
      to += part.length;
      if (to - rested < stride) continue;
      rested = to;
      yield { doing: '正在保存', done: to, total: whole.length };
    }
  }
  return whole;
}

/** The part in UTF-8: UTF-16 is turned over, anything else is refused with `UnpatchableXml`. UTF-8 comes back as it is. */
export function inUtf8(bytes: Uint8Array): Uint8Array {
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === lessThan && bytes[1] === 0)
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === lessThan)
        ? 'utf-16be'
        : undefined;
  if (wide) {
    const read = new TextDecoder(wide).decode(bytes);
    return encode(read.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, '$1 encoding="UTF-8"'));
  }
  const declared = /^(?:\uFEFF)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    text(bytes, 0, Math.min(bytes.length, 200)),
  )?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) throw new UnpatchableXml(`written in ${declared}`);
  return bytes;
}

/** The bytes from `start` to `end` read as UTF-8. */
export function text(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start < 64) {
    // Short pieces are nearly always plain ASCII, and a decoder costs more than they do.
    let short = '';
    for (let i = start; i < end && bytes[i] < 0x80; i++) short += String.fromCharCode(bytes[i]);
    if (short.length === end - start) return short;
  }
  return decoder.decode(bytes.subarray(start, end));
}

export const encode = (written: string): Uint8Array => encoder.encode(written);

/** The offset of these ASCII characters at or after `from`; -1 where there are none. */
export function indexOf(bytes: Uint8Array, wanted: string, from = 0): number {
  const first = wanted.charCodeAt(0);
  search: for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    for (let i = 1; i < wanted.length; i++) if (bytes[at + i] !== wanted.charCodeAt(i)) continue search;
    return at;
  }
  return -1;
}

export const escapeText = (written: string): string =>
  /[&<>]/.test(written)
    ? written.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
    : written;

export const escapeAttribute = (written: string): string =>
  escapeText(written)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const unescapeXml = (written: string): string =>
  written.includes('&')
    ? written.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, name) => {
        if (name) return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[name as string] ?? whole;
        const code = hex ? parseInt(hex, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : written;

/** How many bytes are gone through between two rests. */
const stride = 2 * 1024 * 1024;

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

// Everything but blanks, `/`, `>`, `=` and the end of the part may stand in a name.
const isNameByte = (byte: number | undefined): boolean =>
  byte !== undefined && byte > 0x20 && byte !== slash && byte !== greaterThan && byte !== 0x3d && byte !== lessThan;

function nameAt(bytes: Uint8Array, at: number): { readonly name: string; readonly prefix: string } {
  let end = at;
  let colon = -1;
  while (isNameByte(bytes[end])) {
    if (bytes[end] === 0x3a) colon = end;
    end++;
  }
  return colon < 0
    ? { name: text(bytes, at, end), prefix: '' }
    : { name: text(bytes, colon + 1, end), prefix: text(bytes, at, colon + 1) };
}
