import { crc32, deflateRawSync } from 'node:zlib';

/** Zips as streaming writers do: sizes unknown in the local header, told after the content; optionally in zip64 form. */
export function descriptorZip(parts: Readonly<Record<string, Uint8Array>>, isZip64: boolean): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const put = (piece: Buffer, to = pieces) => {
    to.push(piece);
    if (to === pieces) at += piece.length;
  };
  for (const [name, bytes] of Object.entries(parts)) {
    const offset = at;
    const deflated = deflateRawSync(bytes);
    const crc = crc32(bytes);
    const rawName = Buffer.from(name);
    put(
      fields(
        ['4', 0x04034b50],
        ['2', isZip64 ? 45 : 20],
        ['2', 8],
        ['2', 8],
        ['2', 0],
        ['2', 0x21],
        ['4', 0],
        ['4', isZip64 ? unset : 0],
        ['4', isZip64 ? unset : 0],
        ['2', rawName.length],
        ['2', isZip64 ? 20 : 0],
      ),
    );
    put(rawName);
    if (isZip64) put(fields(['2', 1], ['2', 16], ['8', 0], ['8', 0]));
    put(deflated);
    const size = isZip64 ? '8' : '4';
    put(fields(['4', 0x08074b50], ['4', crc], [size, deflated.length], [size, bytes.length]));
    const stated = (value: number): number => (isZip64 ? unset : value);
    const extra = isZip64
      ? fields(['2', 1], ['2', 24], ['8', bytes.length], ['8', deflated.length], ['8', offset])
      : Buffer.alloc(0);
    put(
      fields(
        ['4', 0x02014b50],
        ['2', 45],
        ['2', isZip64 ? 45 : 20],
        ['2', 8],
        ['2', 8],
        ['2', 0],
        ['2', 0x21],
        ['4', crc],
        ['4', stated(deflated.length)],
        ['4', stated(bytes.length)],
        ['2', rawName.length],
        ['2', extra.length],
        ['2', 0],
        ['2', 0],
        ['2', 0],
        ['4', 0],
        ['4', stated(offset)],
      ),
      directory,
    );
    put(rawName, directory);
    put(extra, directory);
  }
  const count = Object.keys(parts).length;
  const start = at;
  const all = Buffer.concat(directory);
  put(all);
  if (isZip64) {
    const record = at;
    put(
      fields(
        ['4', 0x06064b50],
        ['8', 44],
        ['2', 45],
        ['2', 45],
        ['4', 0],
        ['4', 0],
        ['8', count],
        ['8', count],
        ['8', all.length],
        ['8', start],
      ),
    );
    put(fields(['4', 0x07064b50], ['4', 0], ['8', record], ['4', 1]));
    put(
      fields(['4', 0x06054b50], ['2', 0], ['2', 0], ['2', 0xffff], ['2', 0xffff], ['4', unset], ['4', unset], ['2', 0]),
    );
  } else {
    put(
      fields(
        ['4', 0x06054b50],
        ['2', 0],
        ['2', 0],
        ['2', count],
        ['2', count],
        ['4', all.length],
        ['4', start],
        ['2', 0],
      ),
    );
  }
  return new Uint8Array(Buffer.concat(pieces));
}

const unset = 0xffffffff;

function fields(...list: readonly (readonly [width: '2' | '4' | '8', value: number])[]): Buffer {
  return Buffer.concat(
    list.map(([width, value]) => {
      const field = Buffer.alloc(Number(width));
      if (width === '2') field.writeUInt16LE(value);
      else if (width === '4') field.writeUInt32LE(value);
      else field.writeBigUInt64LE(BigInt(value));
      return field;
    }),
  );
}
