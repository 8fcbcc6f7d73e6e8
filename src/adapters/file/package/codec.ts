import { Deflate, Inflate } from 'fflate';
import type { Watch } from '../../../core/workbook/port';
import { pause } from './pause';

/** How parts are squeezed and unsqueezed: raw deflate, without any header. */
export interface Codec {
  /** Gives exactly `size` bytes. Throws where the data is damaged or holds more or fewer. */
  inflateRaw(bytes: Uint8Array, size: number, watch?: Watch): Promise<Uint8Array>;
  deflateRaw(bytes: Uint8Array, watch?: Watch): Promise<Uint8Array>;
  /** Squeezes what comes in pieces, so that a large part need never be whole. */
  deflating(): Deflating;
  /** A quicker zip checksum, where the platform has one; goes on from `begun`. */
  crc32?(bytes: Uint8Array, begun?: number): number;
}

export interface Deflating {
  /** A piece must not be changed afterwards. */
  push(piece: Uint8Array): Promise<void> | undefined;
  /** All of it, squeezed. */
  end(): Promise<Uint8Array>;
}

/** How hard parts are squeezed, of 9: the next step makes a sheet smaller by a thirtieth and takes half as long again. */
export const squeeze = 5;

/** The codec for browsers: works in pieces on the page's own thread, since a worker made of a blob is forbidden there. */
export const fflateCodec: Codec = {
  async inflateRaw(bytes, size, watch) {
    const out = new Uint8Array(size);
    let filled = 0;
    const inflater = new Inflate((piece) => {
      if (filled + piece.length > size) throw new RangeError('more bytes than declared');
      out.set(piece, filled);
      filled += piece.length;
    });
    // A piece is sized by what comes out of it, so that a well-squeezed part does not hold up the page.
    const step = Math.max(1024, Math.min(pieceSize, Math.floor((bytes.length * 2 * pieceSize) / Math.max(1, size))));
    for (let from = 0; from < bytes.length; from += step) {
      inflater.push(bytes.subarray(from, from + step), from + step >= bytes.length);
      await pause(watch);
    }
    if (filled !== size) throw new RangeError('fewer bytes than declared');
    return out;
  },

  async deflateRaw(bytes, watch) {
    const pieces: Uint8Array[] = [];
    const deflater = new Deflate({ level: squeeze }, (piece) => pieces.push(piece));
    let from = 0;
    do {
      deflater.push(bytes.subarray(from, from + pieceSize), from + pieceSize >= bytes.length);
      from += pieceSize;
      await pause(watch);
    } while (from < bytes.length);
    return joined(pieces);
  },

  deflating() {
    const pieces: Uint8Array[] = [];
    const deflater = new Deflate({ level: squeeze }, (piece) => pieces.push(piece));
    return {
      push: (piece) => void deflater.push(piece),
      end: async () => {
        deflater.push(new Uint8Array(0), true);
        return joined(pieces);
      },
    };
  },
};

const pieceSize = 64 * 1024;

/** One array out of many, in order. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
