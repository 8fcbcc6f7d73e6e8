import { crc32 as zlibCrc, inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { Cancelled, UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { fflateCodec } from '../../../../src/adapters/file/package/codec';
import { crc32 } from '../../../../src/adapters/file/package/crc32';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { openPackage, writePackage } from '../../../../src/adapters/file/package/zip-package';
import { buildXlsx, utf8, zipped } from '../../../support/xlsx-fixture';

const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let seed = 7;
  for (let at = 0; at < length; at++)
    bytes[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >>> (at % 5 ? 16 : 20);
  return bytes;
};
const repeated = utf8('户主姓名,身份证号,救助金额\n'.repeat(20_000));

test('the checksum agrees with zlib at every alignment', () => {
  const bytes = noise(1000);
  for (let from = 0; from < 20; from++) {
    const window = bytes.subarray(from, 1000 - from * 3);
    expect(crc32(window)).toBe(zlibCrc(window));
    expect(crc32(window.subarray(37), crc32(window.subarray(0, 37)))).toBe(zlibCrc(window));
  }
});

describe.each([
  ['fflate', fflateCodec],
  ['node', nodeCodec],
])('codec %s', (_name, codec) => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['one byte', Uint8Array.of(65)],
    ['text that squeezes well', repeated],
    ['noise', noise(300_000)],
  ])('gives back %s', async (_what, bytes) => {
    const deflated = await codec.deflateRaw(bytes);
    expect(Buffer.compare(inflateRawSync(deflated), bytes)).toBe(0);
    expect(Buffer.compare(await codec.inflateRaw(deflated, bytes.length), bytes)).toBe(0);
  });

  test('a part made in pieces is the part made whole', async () => {
    const pieces = [repeated, new Uint8Array(0), noise(300_000), repeated.subarray(0, 7)];
    const nothing = { replaced: new Map(), removed: new Set<string>() };
    const added = [
      { name: 'a.xml', bytes: () => pieces },
      { name: 'empty.xml', bytes: () => [] },
    ];
    const copy = unzipSync(await writePackage(undefined, { ...nothing, added }, codec));
    expect(Buffer.compare(copy['a.xml'], Buffer.concat(pieces))).toBe(0);
    expect(copy['empty.xml']).toHaveLength(0);
    const again = openPackage(await writePackage(undefined, { ...nothing, added }, codec), codec);
    expect(await again.inflate(again.parts[0])).toHaveLength(Buffer.concat(pieces).length);
  });

  test('refuses more, fewer and cut-off bytes', async () => {
    const deflated = await codec.deflateRaw(repeated);
    await expect(codec.inflateRaw(deflated, repeated.length - 1)).rejects.toThrow();
    await expect(codec.inflateRaw(deflated, repeated.length + 1)).rejects.toThrow();
    await expect(codec.inflateRaw(deflated.subarray(0, deflated.length / 2), repeated.length)).rejects.toThrow();
  });

  test('a package written without change has the same parts, squeezed bytes included', async () => {
    const source = openPackage(zipped({ 'a.xml': repeated, 'dir/乙.bin': noise(5000), 'empty.txt': utf8('') }), codec);
    const written = await writePackage(source, { replaced: new Map(), removed: new Set(), added: [] }, codec);
    const copy = openPackage(written, codec);
    expect(copy.parts).toEqual(source.parts);
  });

  test('replaces, removes and adds, and leaves the rest as it was', async () => {
    const source = openPackage(zipped({ 'a.xml': utf8('<a/>'), 'b.xml': repeated, 'c.xml': utf8('<c/>') }), codec);
    const written = await writePackage(
      source,
      {
        replaced: new Map([['A.xml', noise(70_000)]]),
        removed: new Set(['/c.xml']),
        added: [{ name: 'd.xml', bytes: repeated }],
      },
      codec,
    );
    const copy = openPackage(written, codec);
    expect(copy.parts.map(({ name }) => name)).toEqual(['a.xml', 'b.xml', 'd.xml']);
    expect(copy.part('b.xml')).toEqual(source.part('b.xml'));
    expect(copy.part('d.xml')).toMatchObject({ time: 0, date: 0x21 });
    const other = unzipSync(written);
    expect(Buffer.compare(other['a.xml'], noise(70_000))).toBe(0);
    expect(Buffer.compare(other['d.xml'], repeated)).toBe(0);
  });
});

test('a package made from nothing is a zip that others read', async () => {
  const written = await writePackage(undefined, {
    replaced: new Map(),
    removed: new Set(),
    added: [{ name: '一.txt', bytes: utf8('壹') }],
  });
  expect(unzipSync(written)).toEqual({ '一.txt': utf8('壹') });
});

test('finds parts whatever the case and the slashes', () => {
  const pkg = openPackage(zipped({ 'XL\\Workbook.xml': utf8('<a/>') }));
  expect(pkg.part('/xl/workbook.xml')?.name).toBe('XL\\Workbook.xml');
  expect(pkg.part('xl/other.xml')).toBeUndefined();
});

test('cancelling stops an inflate', async () => {
  const pkg = openPackage(zipped({ 'a.xml': repeated }));
  await expect(pkg.inflate(pkg.parts[0], { cancelled: () => true })).rejects.toThrow(Cancelled);
});

describe('damaged and hostile packages', () => {
  const whole = zipped({ 'a.xml': repeated, 'b.xml': noise(2000) });
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** The place of a signature, counted from the end. */
  const last = (bytes: Uint8Array, signature: number) => {
    for (let at = bytes.length - 4; at >= 0; at--) if (view(bytes).getUint32(at, true) === signature) return at;
    throw new Error('no such signature');
  };
  const changed = (change: (bytes: Uint8Array, fields: DataView) => void): Uint8Array => {
    const copy = whole.slice();
    change(copy, view(copy));
    return copy;
  };

  test.each([
    ['cut off', whole.subarray(0, whole.length - 30), '不完整'],
    ['empty', new Uint8Array(0), '空的'],
    ['not a zip', noise(5000), '不完整'],
    [
      'claiming a part of 3.9 GB',
      changed((b, v) => v.setUint32(last(b, 0x02014b50) + 24, 0xe8000000, true)),
      '大得不正常',
    ],
    [
      'claiming more than deflate can give',
      changed((b, v) => v.setUint32(last(b, 0x02014b50) + 24, 10_000_000, true)),
      '损坏',
    ],
    ['encrypted', changed((b, v) => v.setUint16(last(b, 0x02014b50) + 8, 1, true)), '密码'],
    ['with two parts on the same bytes', changed((b, v) => v.setUint32(last(b, 0x02014b50) + 42, 0, true)), '损坏'],
    ['with a part that begins nowhere', changed((b, v) => v.setUint32(last(b, 0x02014b50) + 42, 5, true)), '损坏'],
    ['with fewer entries than declared', changed((b, v) => v.setUint16(last(b, 0x06054b50) + 10, 3, true)), '损坏'],
    ['with more entries than declared', changed((b, v) => v.setUint16(last(b, 0x06054b50) + 10, 1, true)), '损坏'],
  ])('%s', (_what, bytes, sentence) => {
    expect(() => openPackage(bytes)).toThrow(UnreadableWorkbook);
    expect(() => openPackage(bytes)).toThrow(sentence);
  });

  test('2,001 entries', () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`p${index}`, utf8('x')]));
    expect(() => openPackage(zipped(parts))).toThrow('大得不正常');
  });

  test('a part of 30 MB that squeezes 1000 : 1', () => {
    expect(() => openPackage(zipped({ 'a.xml': new Uint8Array(30 * 1024 * 1024) }))).toThrow('大得不正常');
  });

  test('two parts of one name', () => {
    expect(() => openPackage(zipped({ 'a.xml': utf8('1'), 'A.xml': utf8('2') }))).toThrow('损坏');
  });

  test.each([fflateCodec, nodeCodec])('one damaged byte in a part is noticed', async (codec) => {
    const copy = whole.slice();
    copy[200] ^= 0x10;
    const pkg = openPackage(copy, codec);
    await expect(pkg.inflate(pkg.parts[0])).rejects.toThrow('损坏');
  });

  test('junk before and after does not matter', async () => {
    const pkg = openPackage(Buffer.concat([noise(700), whole, utf8('还有别的')]));
    expect(Buffer.compare(await pkg.inflate(pkg.parts[0]), repeated)).toBe(0);
    expect(pkg.parts).toHaveLength(2);
  });
});

test('the fixture builder makes a package', () => {
  const pkg = openPackage(buildXlsx({ sheets: [{ name: '台账' }] }));
  expect(pkg.part('xl/worksheets/sheet1.xml')).toBeDefined();
});
