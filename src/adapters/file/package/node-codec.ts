import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from './codec';

/** The codec for Node: the platform's own zlib. Never imported by a page. */
export const nodeCodec: Codec = {
  async inflateRaw(bytes, size) {
    // One buffer of the right size from the start: no copy, and never more memory than was declared.
    const out = inflateRawSync(bytes, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
    if (out.length !== size) throw new RangeError('fewer bytes than declared');
    return new Uint8Array(out.buffer, out.byteOffset, out.length);
  },
  async deflateRaw(bytes) {
    const out = deflateRawSync(bytes, { level: 6 });
    return new Uint8Array(out.buffer, out.byteOffset, out.length);
  },
  ...(typeof crc32 === 'function' ? { crc32: (bytes: Uint8Array) => crc32(bytes) } : {}),
};
