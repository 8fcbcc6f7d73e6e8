import type { Fen } from './money';

/**
 * 大写金额 without 人民币, in the first form that 《支付结算办法》附一 prints (rules.md CAP-02 to CAP-07). `undefined` where
 * the rule has no form: below zero, not whole 分, or 10,000 亿元 and more.
 */
export const capitalAmount = (amount: Fen): string | undefined => formsOf(amount)?.[0];

/** Every form the rule allows for the amount, with 整 or 正; the canonical one comes first. Empty where there is none. */
export const acceptedCapitals = (amount: Fen): readonly string[] => formsOf(amount) ?? [];

/** What a written 大写金额 means. `isProper`: it is one of the accepted forms, 人民币 in front and 圆 or traditional characters allowed. */
export interface ReadCapital {
  readonly amount: Fen;
  readonly isProper: boolean;
}

/** Reads a 大写金额, odd styles too (二百元, 拾元整, 块). `undefined` where no one amount can be read from it. */
export function parseCapital(text: string): ReadCapital | undefined {
  const tidy = [...text.normalize('NFKC').trim()].map((letter) => traditional.get(letter) ?? letter).join('');
  const proper = tidy.replace(/^人民币/, '');
  const plain = [...proper.replace(/^[\s::]+/, '').replace(/\s/g, '')]
    .map((letter) => everyday.get(letter) ?? letter)
    .join('');
  const parts = /^(?:(.+)元)?零?(?:([零壹贰叁肆伍陆柒捌玖])角)?零?(?:([零壹贰叁肆伍陆柒捌玖])分)?[整正]?$/.exec(plain);
  if (!parts || (parts[1] ?? parts[2] ?? parts[3]) === undefined) return undefined;
  const whole = parts[1] === undefined ? 0 : wholeNumber(parts[1]);
  if (whole === undefined || whole >= limit) return undefined;
  const amount = (whole * 100 + digits.indexOf(parts[2] ?? '零') * 10 + digits.indexOf(parts[3] ?? '零')) as Fen;
  return { amount, isProper: acceptedCapitals(amount).includes(proper) };
}

const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '拾', '佰', '仟'];
/** 元, from here on there is no form. */
const limit = 1e12;

/** Pairs of characters, written one behind the other, as a map. */
const pairs = (letters: string): ReadonlyMap<string, string> =>
  new Map(letters.match(/../g)?.map(([from, to]) => [from, to]));

/** Allowed by the rule in place of the simplified character. */
const traditional = pairs('貳贰陸陆億亿萬万圓元圆元');

/** Met in practice, not allowed by the rule. */
const everyday = pairs('〇零○零0零另零一壹二贰两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟块元毛角');

function formsOf(amount: Fen): readonly [string, ...string[]] | undefined {
  if (!Number.isInteger(amount) || amount < 0 || amount >= limit * 100) return undefined;
  if (amount === 0) return ['零元整', '零元正'];
  const yuan = Math.floor(amount / 100);
  const [jiao, fen] = [Math.floor(amount / 10) % 10, amount % 10];
  const heads = yuan === 0 ? [''] : wholeForms(yuan).map((form) => `${form}元`);
  const bodies = heads.flatMap((head) => smallForms(head, yuan, jiao, fen));
  // 整 is compulsory after 元, optional after 角, not allowed after 分 (CAP-02).
  const ends = fen > 0 ? [''] : jiao > 0 ? ['', '整', '正'] : ['整', '正'];
  const [first, ...rest] = ends.flatMap((end) => bodies.map((body) => body + end));
  return [first, ...rest];
}

function smallForms(head: string, yuan: number, jiao: number, fen: number): readonly string[] {
  const cents = fen > 0 ? `${digits[fen]}分` : '';
  if (jiao > 0) {
    const tail = `${digits[jiao]}角${cents}`;
    // 元位 is 0 and 角位 is not: one 零 or none (CAP-04 三).
    return yuan > 0 && yuan % 10 === 0 ? [`${head}零${tail}`, head + tail] : [head + tail];
  }
  // 角位 is 0 and 分位 is not: 零 is compulsory after 元 (CAP-04 四).
  return [fen > 0 && yuan > 0 ? `${head}零${cents}` : head + cents];
}

/** A whole number above 0 in all allowed forms, canonical first. */
function wholeForms(number: number): readonly string[] {
  const groups = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4];
  let forms: readonly string[] = [''];
  let lower: number | undefined;
  let skipped = false;
  groups.forEach((group, index) => {
    if (group === 0) {
      skipped = lower !== undefined;
      return;
    }
    const name = groupForm(group) + ['亿', '万', ''][index];
    // 零 is compulsory where 千位 is 0; where only the digits before it are 0, one 零 or none, printed after an empty group (CAP-04 三).
    const joints =
      lower === undefined ? [''] : group < 1000 ? ['零'] : skipped ? ['零', ''] : lower % 10 === 0 ? ['', '零'] : [''];
    forms = joints.flatMap((joint) => forms.map((form) => form + joint + name));
    lower = group;
    skipped = false;
  });
  return forms;
}

/** 1 to 9999; zeros between digits become one 零. */
function groupForm(group: number): string {
  let form = '';
  for (let power = 3, rest = group, scale = 1000; power >= 0; power--, scale /= 10) {
    const digit = Math.floor(rest / scale);
    rest %= scale;
    if (digit > 0) form += digits[digit] + units[power];
    else if (form !== '' && rest > 0 && !form.endsWith('零')) form += '零';
  }
  return form;
}

/** Reads 亿, 万 and the rest; `undefined` where signs stand in an order that gives no number. */
function wholeNumber(text: string): number | undefined {
  const parts = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(text);
  if (!parts) return undefined;
  const values = parts.slice(1).map((part) => (part === undefined || part === '' ? 0 : groupNumber(part)));
  const [high, middle, low] = values;
  return high === undefined || middle === undefined || low === undefined ? undefined : high * 1e8 + middle * 1e4 + low;
}

function groupNumber(text: string): number | undefined {
  const parts =
    /^零?(?:([壹贰叁肆伍陆柒捌玖])仟)?零*(?:([壹贰叁肆伍陆柒捌玖])佰)?零*(?:([壹贰叁肆伍陆柒捌玖]?)拾)?零*([壹贰叁肆伍陆柒捌玖])?零*$/.exec(
      text,
    );
  if (!parts) return undefined;
  const [, thousands, hundreds, tens, ones] = parts;
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0);
  // 拾元 without 壹 is odd but plain.
  return value(thousands) * 1000 + value(hundreds) * 100 + (tens === '' ? 1 : value(tens)) * 10 + value(ones);
}
