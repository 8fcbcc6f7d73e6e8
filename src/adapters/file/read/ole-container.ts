import { unreadable } from '../package/unreadable';

/** The old Office's file within the file: named streams, cut into sectors. */
export interface OleContainer {
  readonly names: ReadonlySet<string>;
  /** The bytes of a large stream; `undefined` where it is missing or small enough to be kept elsewhere. */
  stream(name: string): Uint8Array | undefined;
}

/** Opens a container, following its sector chains strictly. Throws `UnreadableWorkbook` where it was cut off or damaged. */
export function openOleContainer(bytes: Uint8Array): OleContainer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1024) throw unreadable('truncated');
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw unreadable('damaged');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const place = (sector: number): number => {
    if (sector >= sectors) throw unreadable('truncated');
    return (sector + 1) * sectorSize;
  };
  const word = (at: number): number => {
    if (at + 4 > bytes.length) throw unreadable('truncated');
    return view.getUint32(at, true);
  };

  const allocation: number[] = [];
  const note = (sector: number) => {
    if (sector < lastSector && allocation.length < sectors) allocation.push(sector);
  };
  for (let index = 0; index < 109; index++) note(view.getUint32(76 + index * 4, true));
  const perSector = sectorSize / 4;
  let next = view.getUint32(68, true);
  for (let turns = 0; next < lastSector; turns++) {
    if (turns > sectors) throw unreadable('damaged');
    const at = place(next);
    for (let index = 0; index < perSector - 1; index++) note(word(at + index * 4));
    next = word(at + (perSector - 1) * 4);
  }

  const chain = (first: number, size = Infinity): Uint8Array => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let sector = first; sector < lastSector && length < size;) {
      const at = place(sector);
      const piece = bytes.subarray(at, Math.min(at + sectorSize, bytes.length));
      pieces.push(piece);
      length += piece.length;
      if (pieces.length > sectors) throw unreadable('damaged');
      const table = allocation[Math.floor(sector / perSector)];
      if (table === undefined) throw unreadable('damaged');
      sector = word(place(table) + (sector % perSector) * 4);
    }
    if (size !== Infinity && length < size) throw unreadable('truncated');
    const whole = new Uint8Array(Math.min(length, size));
    let at = 0;
    for (const piece of pieces) {
      const part = piece.subarray(0, whole.length - at);
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  };

  const directory = chain(view.getUint32(48, true));
  const entries = new DataView(directory.buffer);
  const streams = new Map<string, { readonly first: number; readonly size: number }>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const nameLength = Math.min(64, entries.getUint16(at + 64, true));
    if (directory[at + 66] === 0 || nameLength < 2) continue;
    const name = wide.decode(directory.subarray(at, at + nameLength - 2));
    streams.set(name, { first: entries.getUint32(at + 116, true), size: entries.getUint32(at + 120, true) });
  }
  const smallest = view.getUint32(56, true);
  return {
    names: new Set(streams.keys()),
    stream(name) {
      const found = streams.get(name);
      return found && found.size >= smallest ? chain(found.first, found.size) : undefined;
    },
  };
}

/** Sector numbers from here on are signs, not places. */
const lastSector = 0xfffffffa;

const wide = new TextDecoder('utf-16le');
