/**
 * Text without what the eye does not see: NFKC (full-width letters and digits become plain), then every blank, tab,
 * line break, zero-width space and byte mark is taken out, and an apostrophe typed in front. For comparing, never for
 * writing back.
 */
export function tidyText(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(blanks, '').replace(/^'+/, '');
}

/** Text as typed but for blanks, line breaks and zero-width marks at both ends. What is inside stays. */
export function trimText(text: string): string {
  const last = text.length - 1;
  if (last < 0 || (!isBlankCode(text.charCodeAt(0)) && !isBlankCode(text.charCodeAt(last)))) return text;
  let from = 0;
  let to = last;
  while (from <= to && isBlankCode(text.charCodeAt(from))) from += 1;
  while (to >= from && isBlankCode(text.charCodeAt(to))) to -= 1;
  return text.slice(from, to + 1);
}

/** True for a text that shows nothing on paper. */
export function isBlankText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isBlankCode(text.charCodeAt(index))) return false;
  return true;
}

/** An identity number for comparison: `tidyText`, letters in upper case. Signs mistyped for X stay: a check judges them. */
export function tidyIdNumber(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 48 || code > 57) && code !== 88) return tidyText(text).toUpperCase();
  }
  return text;
}

/** An account or phone number for comparison: `tidyText` without hyphens and dots between digits, letters in upper case. */
export function tidyDigits(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) {
      return tidyText(text)
        .replace(/(?<=\d)[-‐‑‒–—.·](?=\d)/g, '')
        .toUpperCase();
    }
  }
  return text;
}

/**
 * What a heading says, for comparing headings: tidied, without quotes, numbering stars and colons, without brackets that
 * hold a unit or a filling hint. Other brackets lose only their signs: `行政村（社区）` → `行政村社区`.
 */
export function headingKey(heading: string): string {
  return tidyText(heading)
    .replace(/^(\(\d{1,2}\)|\d{1,2}[.、:)])/, '')
    .replace(/\/([^/]+)$/, (whole, last: string) => (isUnit(last) ? '' : whole))
    .replace(/\(([^()]*)\)/g, (_, inside: string) => (isUnit(inside) || fillingHint.test(inside) ? '' : inside))
    .replace(/["'“”‘’《》〈〉「」『』[\]【】()*※★☆:,，。、]/g, '');
}

/** The unit in a heading: `核准救助金额（元）` or `金额/元` → `元`. Gives `undefined` where there is none. */
export function unitOfHeading(heading: string): string | undefined {
  const text = tidyText(heading);
  const inBrackets = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]).reverse();
  const behindStroke = /[/](?:单位:)?([^/()]+)$/.exec(text)?.[1];
  const found = [...inBrackets, behindStroke].find((part) => part !== undefined && isUnit(part));
  return found === undefined ? undefined : unitName(found);
}

/** True for a text that is a unit and nothing else, in brackets or not: `（元）`. */
export const isUnitAlone = (text: string): boolean => isUnit(tidyText(text).replace(/^\((.*)\)$/, '$1'));

/** The unit that a line above the headings sets for money, such as `单位：万元`; `undefined` where it sets none. */
export function unitOfLine(line: string): '元' | '万元' | undefined {
  const named = /单位\s*:?\s*(?:\p{Script=Han}{1,2}\s*[、,;/]\s*)*(万元|人民币元|元)(?!\p{Script=Han})/u.exec(
    line.normalize('NFKC'),
  );
  return named ? (named[1] === '万元' ? '万元' : '元') : undefined;
}

// The first blank is the plain one; the others are those that offices paste from web pages and old programs.
const blanks = /[\u0000-\u0020\u007f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g;

const isBlankCode = (code: number): boolean =>
  code <= 0x20 ||
  code === 0x7f ||
  code === 0xa0 ||
  code === 0xad ||
  (code >= 0x2000 && (code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code === 0x205f || code === 0x2060)) ||
  code === 0x3000 ||
  code === 0xfeff;

/** Nothing to do: printable ASCII without blank or apostrophe in front, or the ordinary block of Han characters. */
function isPlain(text: string): boolean {
  if (text.charCodeAt(0) === 39) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false;
  }
  return true;
}

const units = new Set([
  ...['元', '万元', '人民币元', '角', '分', '人', '口', '户'],
  ...[
    '件',
    '床',
    '套',
    '条',
    '双',
    '斤',
    '公斤',
    '千克',
    'kg',
    'KG',
    'Kg',
    '吨',
    '升',
    '克',
    '月',
    '个月',
    '天',
    '日',
    '次',
  ],
  ...['岁', '周岁', '亩', '间', '平方米', '%'],
]);
const isUnit = (text: string): boolean => units.has(text.replace(/^单位:?/, ''));
const unitName = (text: string): string => {
  const unit = text.replace(/^单位:?/, '');
  if (unit === '人民币元') return '元';
  return unit === '千克' || unit.toLowerCase() === 'kg' ? '公斤' : unit === '个月' ? '月' : unit;
};
const fillingHint =
  /^(必填|选填|必填项|选填项|可不填|非必填|\d+位|文本|文本格式|数字|下拉|下拉选择|可下拉|单选|是\/否|是否|男\/女|[yY]{4}.?[mM]{2}(.?[dD]{2})?|年月日|年\/月\/日|如.*|例.*|见.*|不含.*符号)$/;
