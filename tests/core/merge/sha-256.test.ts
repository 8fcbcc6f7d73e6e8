import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { contentHash } from '../../../src/core/merge/content-hash';
import { sha256 } from '../../../src/core/merge/sha-256';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('the published examples of FIPS 180-4', (text, digest) => {
  expect(sha256(text)).toBe(digest);
});

test('any text has the digest that the platform gives, whatever its length and signs', () => {
  const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expect(sha256(text)).toBe(reference(text))),
  );
  for (let length = 50; length < 140; length += 1)
    expect(sha256('户'.repeat(length))).toBe(reference('户'.repeat(length)));
  expect(sha256('\ud800x')).toBe(reference('\ud800x'));
});

test('texts that differ by one sign, in length or in order have different content hashes', () => {
  const texts = ['', '\0', '\0\0', 'ab', 'ba', '109901194805208032', '109901194805208033', '109901194805208023'];
  for (let number = 0; number < 20_000; number += 1) texts.push(`户${number}`);
  const hashes = texts.map(contentHash);
  expect(new Set(hashes).size).toBe(texts.length);
  // Parts of it are used alone: they must tell texts apart as well as so many bits can.
  expect(new Set(hashes.map((hash) => hash.slice(0, 12))).size).toBe(texts.length);
  for (const hash of hashes.slice(0, 20)) expect(hash).toMatch(/^[0-9a-f]{32}$/);
});
