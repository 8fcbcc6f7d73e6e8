import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { checkCharacterOf } from '../../src/core/ledger/id-number';
import { regionKnown } from '../../src/core/ledger/region-codes';
import { idNumberFrom, person } from '../support/people';
import { filesUnder, root } from './source-files';

/** Numbers printed in standards, on sample cards and in public samples: nobody's. */
const specimens = new Set([
  '11010519491231002X',
  '440524188001010014',
  '440308199901101512',
  '810000199408230021',
  '830000199201300022',
  '610104196209276908',
]);

/** The first two digits of every province, and of residence permits. A number that begins otherwise is nobody's. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** No prefecture and no county has a number above 90, so that 95 to 99 are free for invented people as well. */
const isAssigned = (idNumber: string): boolean => provinces.test(idNumber) && !/^(\d\d|\d{4})9[5-9]/.test(idNumber);

/** Invented phones begin so. */
const inventedPhone = /^19900\d{6}$/;

const textFile = /\.(ts|tsx|js|mjs|cjs|json|md|html|css|xml|csv|txt|py|svg|yml|yaml)$/;
const ours = filesUnder('.').filter((path) => path !== 'package-lock.json' && !path.startsWith('.git'));

interface Text {
  readonly path: string;
  readonly text: string;
}

const texts: readonly Text[] = ours.flatMap((path): readonly Text[] => {
  if (textFile.test(path)) return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  // In an old workbook texts stand as plain bytes or as pairs of a byte and nothing.
  if (path.endsWith('.xls')) return [{ path, text: readFileSync(join(root, path), 'latin1').replaceAll('\0', '') }];
  return /\.xls[xm]$/.test(path) ? textsInWorkbook(path) : [];
});

test('the repository was read', () => {
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.some(({ path }) => path.includes('.xlsx/'))).toBe(true);
});

test('no identity number could be anybody’s', () => {
  expect(texts.flatMap(({ path, text }) => [...realIdNumbers(text)].map(() => path))).toEqual([]);
});

test('no phone could be anybody’s', () => {
  expect(texts.flatMap(({ path, text }) => [...realPhones(text)].map(() => path))).toEqual([]);
});

test('no county there ever was has a number given to invented people', () => {
  const free = [95, 96, 97, 98, 99];
  const ends = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
  const codes = ends.flatMap((province) =>
    ends.flatMap((other) => free.flatMap((number) => [`${province}${number}${other}`, `${province}${other}${number}`])),
  );
  expect(codes.filter((code) => regionKnown(code) === 'county')).toEqual([]);
});

test('what is looked for is found', () => {
  const real = idNumberFrom('52262519900101123');
  expect([...realIdNumbers(`x ${real}, ${person(1).idNumber}, 11010519491231002X`)]).toEqual([real]);
  expect([...realPhones(`13${'812345678'} ${person(1).phone} 1381234567890`)]).toEqual([`13${'812345678'}`]);
});

function* realIdNumbers(text: string): Generator<string> {
  for (const [idNumber] of text.matchAll(/(?<![\dA-Fa-f.])[1-8]\d{5}(?:18|19|20)\d{9}[\dXx](?![\dA-Fa-f])/g)) {
    const upper = idNumber.toUpperCase();
    const [month, day] = [Number(upper.slice(10, 12)), Number(upper.slice(12, 14))];
    const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (isDay && checkCharacterOf(upper) === upper[17] && isAssigned(upper) && !specimens.has(upper)) yield idNumber;
  }
}

function* realPhones(text: string): Generator<string> {
  for (const [phone] of text.matchAll(/(?<![\dA-Za-z.])1[3-9]\d{9}(?![\dA-Za-z.])/g))
    if (!inventedPhone.test(phone)) yield phone;
}

/** The parts of a package that hold text; damaged packages hold none that anyone could read. */
function textsInWorkbook(path: string): readonly Text[] {
  try {
    const parts = unzipSync(readFileSync(join(root, path)), {
      filter: ({ name, originalSize }) => /\.xml$/.test(name) && originalSize < 5e6,
    });
    return Object.entries(parts).map(([name, bytes]) => ({ path: `${path}/${name}`, text: strFromU8(bytes) }));
  } catch {
    return [];
  }
}
