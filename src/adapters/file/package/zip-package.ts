import { Cancelled, UnreadableWorkbook, type Watch } from '../../../core/workbook/port';
import { fflateCodec, joined, type Codec } from './codec';
import { crc32 } from './crc32';
import { pause } from './pause';
import { unreadable } from './unreadable';

/** A zip package held in memory, its parts still squeezed. */
export interface ZipPackage {
  /** In the order of the file. */
  readonly parts: readonly ZipPart[];
  /** Finds a part whatever its case, whichever slash it uses, with or without a leading slash. */
  part(name: string): ZipPart | undefined;
  /** The part's content, checked against its size and checksum. Throws `UnreadableWorkbook`. */
  inflate(part: ZipPart, watch?: Watch): Promise<Uint8Array>;
}

/** One part as it stands in the file, with all it takes to copy it unchanged. */
export interface ZipPart {
  readonly name: string;
  readonly rawName: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly versionMadeBy: number;
  readonly versionNeeded: number;
  /** MS-DOS time and date. */
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  /** A window on the file's bytes, not a copy. */
  readonly compressed: Uint8Array;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  readonly localExtra: Uint8Array;
  readonly centralExtra: Uint8Array;
  readonly comment: Uint8Array;
}

/** What is to differ from the source package; names are matched as `ZipPackage.part` does. */
export interface PackageChange {
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  readonly removed: ReadonlySet<string>;
  readonly added: readonly AddedPart[];
}

/** A part that is new: whole, or in pieces that are made when its turn comes and are kept nowhere. */
export interface AddedPart {
  readonly name: string;
  readonly bytes: Uint8Array | (() => Iterable<Uint8Array>);
}

/** How large a package may be before it is refused. Sizes are bytes. */
export const packageLimits = {
  file: 512 * 1024 * 1024,
  entries: 2_000,
  part: 256 * 1024 * 1024,
  total: 512 * 1024 * 1024,
  /** How many times larger than its squeezed form a part may be, where it is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 20 * 1024 * 1024,
} as const;

/**
 * Opens a zip package by its central directory; nothing is inflated yet. Junk before and after, zip64 and data
 * descriptors are accepted. Throws `UnreadableWorkbook` for anything truncated, damaged, encrypted or oversized.
 */
export function openPackage(bytes: Uint8Array, codec: Codec = fflateCodec): ZipPackage {
  if (bytes.length > packageLimits.file) throw unreadable('tooLarge');
  const parts = readDirectory(bytes);
  const byName = new Map<string, ZipPart>();
  for (const part of parts) {
    const key = keyOf(part.name);
    // Two parts of one name would let two programs see two different workbooks.
    if (byName.has(key) && !key.endsWith('/')) throw unreadable('damaged');
    byName.set(key, part);
  }
  return {
    parts,
    part: (name) => byName.get(keyOf(name)),
    inflate: (part, watch) => inflatePart(part, codec, watch),
  };
}

/**
 * Writes a package: untouched parts are copied with their squeezed bytes in their old order, replaced parts keep their
 * place and date, added ones follow at the end. The same input gives the same bytes.
 */
export async function writePackage(
  source: ZipPackage | undefined,
  change: PackageChange,
  codec: Codec = fflateCodec,
  watch?: Watch,
): Promise<Uint8Array> {
  const replaced = new Map([...change.replaced].map(([name, bytes]) => [keyOf(name), bytes] as const));
  const removed = new Set([...change.removed].map(keyOf));
  const parts: ZipPart[] = [];
  for (const part of source?.parts ?? []) {
    const key = keyOf(part.name);
    if (removed.has(key)) continue;
    const bytes = replaced.get(key);
    parts.push(bytes ? { ...part, flags: part.flags & utf8Name, ...(await squeezed(bytes, codec, watch)) } : part);
  }
  for (const { name, bytes } of change.added) {
    const content = bytes instanceof Uint8Array ? squeezed(bytes, codec, watch) : squeezedPieces(bytes(), codec, watch);
    parts.push({ ...newPart(name), ...(await content) });
  }
  return assemble(parts);
}

/** How part names are compared: case and kind of slash do not matter, nor does a leading slash. */
export const keyOf = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

async function inflatePart(part: ZipPart, codec: Codec, watch?: Watch): Promise<Uint8Array> {
  if (part.method !== 0 && part.method !== 8) throw unreadable('unusualPacking');
  let bytes: Uint8Array;
  try {
    bytes = part.method === 0 ? part.compressed : await codec.inflateRaw(part.compressed, part.size, watch);
  } catch (error) {
    if (error instanceof Cancelled || error instanceof UnreadableWorkbook) throw error;
    throw unreadable('damaged');
  }
  if (bytes.length !== part.size || (await checksum(bytes, codec, watch)) !== part.crc) throw unreadable('damaged');
  return bytes;
}

async function checksum(bytes: Uint8Array, codec: Codec, watch?: Watch): Promise<number> {
  if (codec.crc32) return codec.crc32(bytes);
  let crc = 0;
  for (let from = 0; from < bytes.length; from += checksumPiece) {
    crc = crc32(bytes.subarray(from, from + checksumPiece), crc);
    await pause(watch);
  }
  return crc;
}

const checksumPiece = 1024 * 1024;

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;

interface Directory {
  /** Where the zip begins, after any junk. */
  readonly base: number;
  readonly start: number;
  readonly end: number;
  readonly entries: number;
}

function readDirectory(bytes: Uint8Array): readonly ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(bytes, view);
  if (!directory) throw unreadable(bytes.length === 0 ? 'empty' : 'truncated');
  if (directory.entries > packageLimits.entries) throw unreadable('tooLarge');

  const parts: ZipPart[] = [];
  const taken: { from: number; to: number }[] = [];
  let total = 0;
  let at = directory.start;
  for (let entry = 0; entry < directory.entries; entry++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== centralSignature) throw unreadable('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > directory.end) throw unreadable('damaged');

    const flags = view.getUint16(at + 8, true);
    if (flags & encryptedFlags) throw unreadable('encrypted');
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const long = zip64Fields(
      extra,
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    );
    const { size, compressedSize } = long;

    total += size;
    if (size > packageLimits.part || total > packageLimits.total) throw unreadable('tooLarge');
    if (size > packageLimits.ratioFrom && size > packageLimits.ratio * compressedSize) throw unreadable('tooLarge');
    // Deflate cannot do better than 1032 : 1, so a larger claim is a lie that would only cost memory.
    if (size > 1032 * compressedSize + 1024) throw unreadable('damaged');

    const local = directory.base + long.offset;
    if (local + 30 > directory.start || view.getUint32(local, true) !== localSignature) throw unreadable('damaged');
    const extraAt = local + 30 + view.getUint16(local + 26, true);
    const from = extraAt + view.getUint16(local + 28, true);
    if (from + compressedSize > directory.start) throw unreadable('damaged');
    taken.push({ from: local, to: from + compressedSize });

    parts.push({
      name: nameOf(rawName),
      rawName,
      method: view.getUint16(at + 10, true),
      flags,
      versionMadeBy: view.getUint16(at + 4, true),
      versionNeeded: view.getUint16(at + 6, true),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      crc: view.getUint32(at + 16, true),
      size,
      compressed: bytes.subarray(from, from + compressedSize),
      internalAttributes: view.getUint16(at + 36, true),
      externalAttributes: view.getUint32(at + 38, true),
      localExtra: bytes.subarray(extraAt, from),
      centralExtra: extra,
      comment: bytes.subarray(next - commentLength, next),
    });
    at = next;
  }

  if (at !== directory.end) throw unreadable('damaged');
  taken.sort((left, right) => left.from - right.from);
  if (taken.some(({ from }, index) => index > 0 && from < taken[index - 1].to)) throw unreadable('damaged');
  return parts;
}

/** Bit 0: encrypted. Bit 6: strong encryption. Bit 13: directory masked. */
const encryptedFlags = 0x2041;

/** The last end record whose directory really stands where it says. */
function findDirectory(bytes: Uint8Array, view: DataView): Directory | undefined {
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== endSignature) continue;
    const directory = directoryAt(view, at);
    if (directory) return directory;
  }
  return undefined;
}

function directoryAt(view: DataView, end: number): Directory | undefined {
  let entries = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (end >= 76 && view.getUint32(end - 20, true) === locator64Signature) {
    // The record is looked for right before its locator, where every writer puts it: its stated offset is off by any leading junk.
    const record = end - 76;
    if (view.getUint32(record, true) !== end64Signature) return undefined;
    entries = long(view, record + 32);
    size = long(view, record + 40);
    offset = long(view, record + 48);
    directoryEnd = record;
  }
  const start = directoryEnd - size;
  const base = start - offset;
  if (start < 0 || base < 0) return undefined;
  if (entries > 0 && (size < 46 || view.getUint32(start, true) !== centralSignature)) return undefined;
  return { base, start, end: directoryEnd, entries };
}

/** An eight-byte count; beyond what a number can hold it only has to stay too large. */
const long = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;

const unset = 0xffffffff;

/** Where a four-byte field is all ones, its value stands in the extra field 1, in this order. */
function zip64Fields(extra: Uint8Array, size: number, compressedSize: number, offset: number) {
  const found = { size, compressedSize, offset };
  if (size !== unset && compressedSize !== unset && offset !== unset) return found;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    for (const name of ['size', 'compressedSize', 'offset'] as const) {
      if (found[name] !== unset) continue;
      if (field + 8 > end) throw unreadable('damaged');
      found[name] = long(view, field);
      field += 8;
    }
  }
  return found;
}

function nameOf(raw: Uint8Array): string {
  if (raw.every((byte) => byte < 0x80)) return String.fromCharCode(...raw);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return String.fromCharCode(...raw);
  }
}

const noBytes = new Uint8Array(0);

/** 1 January 1980: zip's first day, so that the day of writing leaves no trace. */
const newPart = (name: string): Omit<ZipPart, Squeezed> => ({
  name,
  rawName: new TextEncoder().encode(name),
  flags: /^[ -~]*$/.test(name) ? 0 : utf8Name,
  versionMadeBy: 20,
  versionNeeded: 20,
  time: 0,
  date: 0x21,
  internalAttributes: 0,
  externalAttributes: 0,
  localExtra: noBytes,
  centralExtra: noBytes,
  comment: noBytes,
});

/** Bit 11: the name is UTF-8. */
const utf8Name = 0x0800;

type Squeezed = 'method' | 'compressed' | 'size' | 'crc';

async function squeezed(bytes: Uint8Array, codec: Codec, watch?: Watch): Promise<Pick<ZipPart, Squeezed>> {
  const deflated = await codec.deflateRaw(bytes, watch);
  const crc = await checksum(bytes, codec, watch);
  const smaller = deflated.length < bytes.length;
  return { method: smaller ? 8 : 0, compressed: smaller ? deflated : bytes, size: bytes.length, crc };
}

async function squeezedPieces(
  pieces: Iterable<Uint8Array>,
  codec: Codec,
  watch?: Watch,
): Promise<Pick<ZipPart, Squeezed>> {
  const deflating = codec.deflating();
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    // Nothing in between would make zlib begin its checksum anew.
    if (piece.length === 0) continue;
    crc = codec.crc32 ? codec.crc32(piece, crc) : crc32(piece, crc);
    size += piece.length;
    await deflating.push(piece);
    await pause(watch);
  }
  return { method: 8, compressed: await deflating.end(), size, crc };
}

function assemble(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  let directorySize = 0;
  for (const part of parts) {
    const localExtra = withoutZip64(part.localExtra);
    const local = localHeader(part, localExtra);
    pieces.push(local, part.rawName, localExtra, part.compressed);
    const centralExtra = withoutZip64(part.centralExtra);
    const central = centralHeader(part, centralExtra, at);
    directory.push(central, part.rawName, centralExtra, part.comment);
    at += local.length + part.rawName.length + localExtra.length + part.compressed.length;
    directorySize += central.length + part.rawName.length + centralExtra.length + part.comment.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, endSignature, true);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, at, true);
  return joined([...pieces, ...directory, end]);
}

/** Bit 3 announced a data descriptor; the sizes now stand in the header, so it goes. */
const writtenFlags = (part: ZipPart): number => part.flags & ~0x0008;

/** 45 asks for zip64, which what we write never needs. */
const writtenVersion = (part: ZipPart): number => ((part.versionNeeded & 255) === 45 ? 20 : part.versionNeeded);

function localHeader(part: ZipPart, extra: Uint8Array): Uint8Array {
  const header = new Uint8Array(30);
  const view = new DataView(header.buffer);
  view.setUint32(0, localSignature, true);
  view.setUint16(4, writtenVersion(part), true);
  setShared(view, 6, part, extra);
  return header;
}

function centralHeader(part: ZipPart, extra: Uint8Array, offset: number): Uint8Array {
  const header = new Uint8Array(46);
  const view = new DataView(header.buffer);
  view.setUint32(0, centralSignature, true);
  view.setUint16(4, part.versionMadeBy, true);
  view.setUint16(6, writtenVersion(part), true);
  setShared(view, 8, part, extra);
  view.setUint16(32, part.comment.length, true);
  view.setUint16(36, part.internalAttributes, true);
  view.setUint32(38, part.externalAttributes, true);
  view.setUint32(42, offset, true);
  return header;
}

/** The run of fields that both headers have in common. */
function setShared(view: DataView, at: number, part: ZipPart, extra: Uint8Array): void {
  view.setUint16(at, writtenFlags(part), true);
  view.setUint16(at + 2, part.method, true);
  view.setUint16(at + 4, part.time, true);
  view.setUint16(at + 6, part.date, true);
  view.setUint32(at + 8, part.crc, true);
  view.setUint32(at + 12, part.compressed.length, true);
  view.setUint32(at + 16, part.size, true);
  view.setUint16(at + 20, part.rawName.length, true);
  view.setUint16(at + 22, extra.length, true);
}

function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const rest = extra.subarray(Math.min(extra.length, at + 4 + view.getUint16(at + 2, true)));
    return joined([extra.subarray(0, at), withoutZip64(rest)]);
  }
  return extra;
}
