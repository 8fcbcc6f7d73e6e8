import { trimText } from './tidy';

/**
 * A name for comparing, never for writing back: compatibility characters and radicals become the ordinary ones, every
 * separator and blank is left out, Latin letters are in capitals (rules.md NAM-01 to NAM-06).
 */
export function nameKey(name: string): string {
  if (isPlainHan(name)) return name;
  return [...name.normalize('NFKC')]
    .map((letter) => radicals.get(letter) ?? letter)
    .join('')
    .replace(leftOut, '')
    .toUpperCase();
}

/** The one separator of names of minority peoples (民委发〔2016〕33号). */
export const nameSeparator = '·';

/** The name with every sign that looks like the separator replaced by it. Full stops only between Han characters. */
export const withSeparator = (name: string): string =>
  name
    .replace(lookAlikes, nameSeparator)
    .replace(stops, nameSeparator)
    .replace(/\s*·\s*/g, nameSeparator);

/** The name without blanks and invisible signs: a Latin name keeps single blanks between its parts. */
export function tidyName(name: string): string {
  if (isPlainHan(name)) return name;
  const visible = trimText(name.replace(invisible, ''));
  return han.test(visible) ? visible.replace(blanks, '') : visible.replace(blanks, ' ');
}

/** What cannot stand in a name, each sign once: signs for lost characters, digits, brackets, letters amid Han characters. */
export function strangeInName(name: string): string {
  if (isPlainHan(name)) return '';
  const hasHan = han.test(name);
  const strange = [
    ...name.replace(lookAlikes, '').replace(stops, '').replace(blanks, '').replace(invisible, ''),
  ].filter(
    (letter) =>
      !(isNameHan(letter) || letter === nameSeparator || (!hasHan && /[\p{Script=Latin}\-'’. ]/u.test(letter))),
  );
  return [...new Set(strange)].join('');
}

/** How the characters of a name look alike though they differ: the character that is meant, by the one that stands there. */
export const lookAlikeCharacters = (name: string): string =>
  isPlainHan(name) ? '' : [...name].filter((letter) => radical.test(letter) || isCompatible(letter)).join('');

/** The name with radicals and compatibility characters as the ordinary characters they look like. */
export const withOrdinaryCharacters = (name: string): string =>
  [...name]
    .map((letter) =>
      radical.test(letter) || isCompatible(letter) ? (radicals.get(letter) ?? letter.normalize('NFKC')) : letter,
    )
    .join('');

/** What a person's state or another's errand has to do in the cell of a name; `undefined` in nearly all. */
export const remarkInName = (name: string): string | undefined =>
  name.length > 3 ? /(已|亡)故|去世|病故|死亡|过世|代领|代签|代办/.exec(name)?.[0] : undefined;

/** Twelve of the block are ordinary characters, which normalising leaves as they are. */
const isCompatible = (letter: string): boolean =>
  /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(letter) && letter.normalize('NFKC') !== letter;

/** Ordinary Han characters and nothing else: nearly every name, which then needs no tidying. */
export function isPlainHan(name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
}

/** A character of the national set GB 18030, in whatever plane; radicals and characters of private use are none. */
const isNameHan = (letter: string): boolean =>
  letter === '〇' || (han.test(letter) && !radical.test(letter) && !isCompatible(letter));

const han = /\p{Script=Han}/u;
const radical = /[\u2e80-\u2fdf]/;
const radicals = new Map(
  [...'⺠民⻄西⻁虎⻓长⻢马⻋车⻅见⻉贝⻔门⻰龙⻩黄⻬齐⻥鱼⻛风'.matchAll(/(.)(.)/g)].map(([, from, to]) => [from, to]),
);
/** Bullets, katakana dots, hyphenation points and the like that were typed for the separator. */
const lookAlikes = /[\u2022\u30fb\uff65\u2027\u22c5\u2219\u0387\u2024\u25cf\u16eb\u2e33\u25aa\u2981\u00b0]/g;
const stops = /(?<=\p{Script=Han})\s*[.．。、,，･]\s*(?=\p{Script=Han})/gu;
const blanks = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const invisible = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const leftOut =
  /[\s\u0000-\u0020\u007f\u00a0\u00ad\u00b7\u2000-\u200f\u2022\u2024\u2027-\u202f\u205f\u2060\u2219\u22c5\u25cf\u3000\u30fb\u3002\u2e33\u16eb\ufeff.,、'’-]/g;
