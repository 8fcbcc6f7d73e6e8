import * as fc from 'fast-check';
import { encodeText } from '../../../../src/adapters/file/write/encode-text';

const decoded = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);

test.each([
  ['ASCII', 'abc,123\r\n', [0x61, 0x62, 0x63, 0x2c, 0x31, 0x32, 0x33, 0x0d, 0x0a]],
  ['two bytes', '张', [0xd5, 0xc5]],
  ['the dot in names', '·', [0xa1, 0xa4]],
  ['four bytes', '\u4dae', [0xfe, 0x9f]],
  ['beyond the basic plane', '𠮷', [0x95, 0x34, 0xb2, 0x35]],
])('%s', (_, text, bytes) => {
  expect([...encodeText(text, 'gb18030')]).toEqual(bytes);
});

test('the platform reads back every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // Signs of the private area and lone surrogates are not told apart by every table.
      const plain = [...text]
        .filter((sign) => !/[\ud800-\udfff\ue000-\uf8ff]/.test(sign) || sign.length === 2)
        .join('');
      expect(decoded(encodeText(plain, 'gb18030'), 'gb18030')).toBe(plain);
    }),
  );
});

test('UTF-8 begins with the mark that spreadsheet programs look for', () => {
  const bytes = encodeText('张', 'utf-8');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(decoded(bytes, 'utf-8')).toBe('张');
});
