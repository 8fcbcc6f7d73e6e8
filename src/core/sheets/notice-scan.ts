import { isCellError, type CellValue } from '../workbook/cell';
import { a1 } from '../workbook/cell';
import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { hotlineWord } from './notice-words';

/** A number in a notice that passes as an identity number, an account or a telephone. The number itself is not repeated. */
export interface Leak {
  readonly sheet: string;
  /** The cell, or in words where else in the sheet. */
  readonly where: string;
  readonly passesAs: '身份证号' | '账号' | '电话号码';
}

/**
 * Every place in the plans (cells, names, headings, choices, header and footer) that holds a number which passes as an
 * identity number, account or telephone: written plainly, in full-width or Chinese digits, with blanks or hyphens in it, or
 * parted over neighbouring cells. Also any number of `known` (identity numbers, accounts and phones of the ledger), however short.
 * Telephones are let pass only where the line begins with the word for hotlines and the number is one of `hotlines`.
 */
export function* scanNotice(
  plans: readonly SheetPlan[],
  { known = [], hotlines = [] }: { readonly known?: readonly string[]; readonly hotlines?: readonly string[] } = {},
): Generator<Step, readonly Leak[]> {
  const look: Look = {
    known: new Set(known.map(plainDigits).filter((digits) => digits.length >= 5)),
    hotlines: new Set(hotlines.flatMap((hotline) => runsIn(hotline))),
  };
  const leaks: Leak[] = [];
  for (const plan of plans) leaks.push(...(yield* leaksIn(plan, look)));
  return leaks;
}

interface Look {
  readonly known: ReadonlySet<string>;
  readonly hotlines: ReadonlySet<string>;
}

function* leaksIn(plan: SheetPlan, look: Look): Generator<Step, readonly Leak[]> {
  const leaks: Leak[] = [];
  const report = (where: string, text: string, isFigure = false): void => {
    const mayHoldHotlines = text.startsWith(hotlineWord);
    for (const run of runsIn(text)) {
      // A sum of money may have as many digits as a local telephone.
      if ((mayHoldHotlines && look.hotlines.has(run)) || (isFigure && run.length < 9)) continue;
      const passesAs = numberKind(run, look);
      if (passesAs) leaks.push({ sheet: plan.name, where, passesAs });
    }
  };
  report('工作表名', plan.name);
  report('表头标识', plan.heading);
  for (const words of [plan.page?.header, plan.page?.footer]) if (words) report('页眉页脚', words);
  for (const { choices } of plan.lists ?? []) report('下拉选项', choices.join('、'));
  for (const [name, style] of Object.entries(plan.styles))
    report('单元格样式', `${name} ${style.font ?? ''} ${style.numberFormat ?? ''}`);
  for (const [row, { cells }] of plan.rows.entries()) {
    if (row % 200 === 199) yield { doing: `核对“${plan.name}”`, done: row, total: plan.rows.length };
    let pieces = '';
    let from = 0;
    cells.forEach(({ value }, column) => {
      const text = textOf(value);
      report(a1(row + 1, column + 1), text, typeof value === 'number');
      // A number cut into pieces is only looked for in text: counts standing side by side are no number.
      if (typeof value === 'string' && /^[\d\s-]*[\dXx]$/.test(value.normalize('NFKC'))) {
        if (pieces === '') from = column;
        else if (numberKind(plainDigits(pieces + text), look) && !numberKind(plainDigits(text), look)) {
          leaks.push({ sheet: plan.name, where: a1(row + 1, from + 1), passesAs: '账号' });
        }
        pieces += text;
      } else if (value !== null) pieces = '';
    });
  }
  return leaks;
}

const textOf = (value: CellValue): string =>
  value === null || isCellError(value) ? '' : typeof value === 'number' ? numberText(value) : String(value);

/** Large numbers in full, not as 1.1E+17. */
const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

const chineseDigits = '〇一二三四五六七八九';

/** The runs of digits in a text, an X at the end kept; blanks, hyphens and dots between digits do not part a run. */
function runsIn(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/零/g, '〇')
    .replace(/[〇一二三四五六七八九]{5,}/g, (run) => [...run].map((sign) => chineseDigits.indexOf(sign)).join(''))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/(?<=\d)[\s\u00a0_.·•,，*'’|/\\()]{1,3}(?=[\dXx])/g, (gap, at: number, whole: string) =>
      isDecimalPoint(gap, at, whole) ? gap : '',
    )
    .replace(/(?<=\d)[-‐‑‒–—](?=[\dXx])/g, (gap, at: number, whole: string) => (isYears(at, whole) ? gap : ''));
  return plain.match(/\d+[Xx]?/g) ?? [];
}

const plainDigits = (text: string): string => runsIn(text).join('').toUpperCase();

/** `450.00` is an amount: one point with one or two digits and no more behind it. */
const isDecimalPoint = (gap: string, at: number, whole: string): boolean =>
  gap === '.' && /^\.\d{1,2}(?!\d)/.test(whole.slice(at)) && /(^|[^\d.])\d{1,9}$/.test(whole.slice(0, at));

/** `2025—2026` is a season. */
const isYears = (at: number, whole: string): boolean =>
  /(^|\D)(19|20)\d\d$/.test(whole.slice(0, at)) && /^.(19|20)\d\d(?!\d)/.test(whole.slice(at));

function numberKind(run: string, { known }: Look): Leak['passesAs'] | undefined {
  const digits = run.toUpperCase();
  if (/^\d{17}[\dX]$/.test(digits) || /^[1-9]\d{5}\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}$/.test(digits))
    return '身份证号';
  if (/^(86)?1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits)) return '电话号码';
  if (/^\d{10,}X?$/.test(digits)) return '账号';
  if (/^[2-9]\d{6,7}$/.test(digits) && !/^20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits)) return '电话号码';
  return known.has(digits) ? '账号' : undefined;
}
