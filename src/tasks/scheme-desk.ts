import type { IsoDate } from '../core/ledger/dates';
import { amountsBySize, type ClassAmounts } from '../core/policy/amounts-by-size';
import type { Contradiction } from '../core/policy/contradiction';
import { contradictionsOf } from '../core/policy/contradictions';
import { goodsBySize, type TypeGoods } from '../core/policy/goods-by-size';
import type { Good } from '../core/policy/goods';
import type { Entitlement } from '../core/policy/entitlement';
import { lineGroups, needsClause, newSubject, subjectChoices, unitChoices } from '../core/policy/line-choices';
import { policyOn } from '../core/policy/policy';
import { schemeText } from '../core/policy/read-scheme';
import type { Scheme } from '../core/policy/scheme';
import { linesOfScheme, type SchemeLine } from '../core/policy/scheme-lines';
import { schemeOfLines, type LineProblem } from '../core/policy/scheme-of-lines';
import { seasonCalendar, type SeasonCalendar } from '../core/policy/season-calendar';
import { isSchemeSheet, schemeHeading, schemeSheet } from '../core/sheets/scheme-sheet';
import { formatYuan, type Fen } from '../core/ledger/money';
import type { WorkbookChange } from '../core/workbook/change';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../core/workbook/snapshot';

export { needsClause, subjectChoices, unitChoices, valueChoices, valueExample } from '../core/policy/line-choices';
export type { ClassAmounts } from '../core/policy/amounts-by-size';
export type { TypeGoods } from '../core/policy/goods-by-size';
export type { Contradiction } from '../core/policy/contradiction';
export type { LineProblem } from '../core/policy/scheme-of-lines';
export type { SchemeLine } from '../core/policy/scheme-lines';

/** A scheme laid open: its lines, what is wrong with them, and what it comes to. */
export interface SchemeDesk {
  /** Missing while a line is wrong. */
  readonly scheme?: Scheme;
  readonly problems: readonly LineProblem[];
  /** Empty where the scheme sets no amounts. */
  readonly amounts: readonly ClassAmounts[];
  /** Empty where the scheme gives nothing in kind. */
  readonly goods: readonly TypeGoods[];
  readonly contradictions: readonly Contradiction[];
  readonly calendar?: SeasonCalendar;
}

/** What the lines come to on the day. `begin` is the first day of the village notice where the office knows it. */
export function layOpen(lines: readonly SchemeLine[], today: IsoDate, begin?: IsoDate): SchemeDesk {
  const read = schemeOfLines(lines);
  if ('problems' in read) return { problems: read.problems, amounts: [], goods: [], contradictions: [] };
  const policy = policyOn(read.scheme, today);
  return {
    scheme: read.scheme,
    problems: [],
    amounts: amountsBySize(policy),
    goods: goodsBySize(policy),
    contradictions: contradictionsOf(read.scheme, today),
    calendar: seasonCalendar(policy, begin),
  };
}

/** The scheme as lines to be edited. A scheme that ships gets no id of its own to keep: what is changed is another scheme. */
export const linesToEdit = (scheme: Scheme): readonly SchemeLine[] =>
  linesOfScheme(scheme).filter(({ word }) => word !== '编号');

/** The places of the lines in their groups, in reading order; groups without a line are left out. */
export const groupedLines = (
  lines: readonly SchemeLine[],
): readonly { readonly title: string; readonly places: readonly number[] }[] =>
  lineGroups.flatMap(({ title, words }) => {
    const places = lines.flatMap(({ word }, place) => (words.includes(word) ? [place] : []));
    return places.length > 0 ? [{ title, places }] : [];
  });

/** Every word that a new line may begin with, by group. */
export const wordsToAdd: readonly { readonly title: string; readonly words: readonly string[] }[] = lineGroups.map(
  ({ title, words }) => ({ title, words: words.filter((word) => word !== '编号') }),
);

/** A new line of that word, to be filled in. */
export const newLine = (word: string): SchemeLine => ({
  word,
  subject: newSubject(word),
  value: '',
  unit: unitChoices(word)[0] ?? '',
  source: '',
  from: '',
});

/** Whether the 对象 of the line is for the person to say. */
export const takesSubject = (word: string): boolean => subjectChoices(word)?.length !== 0;

/** Whether a line is a figure that wants a clause and has none. */
export const lacksClause = ({ word, source }: SchemeLine): boolean => needsClause(word) && source.trim() === '';

/** What a class gets at one size, in few words. */
export function entitlementWords(entitled: Entitlement): string {
  switch (entitled.kind) {
    case 'exact':
      return formatYuan(entitled.amount);
    case 'range':
      return rangeWords(entitled.least, entitled.most);
    case 'none':
      return noneWords[entitled.why];
  }
}

const noneWords = {
  'no-standard': '未定',
  'not-eligible': '不在内',
  unknown: '待问',
  unclear: '不定',
  contradiction: '矛盾',
} as const;

function rangeWords(least: Fen | undefined, most: Fen | undefined): string {
  if (least === undefined && most === undefined) return '未定';
  if (least === undefined) return `≤ ${formatYuan(most as Fen)}`;
  if (most === undefined) return `≥ ${formatYuan(least)}`;
  return least === most ? formatYuan(least) : `${formatYuan(least)}—${formatYuan(most)}`;
}

/** 写入本工作簿: the change that puts the scheme on the sheet 救助标准, over the one that is there. */
export function writeSchemeChanges(workbook: WorkbookSnapshot, scheme: Scheme): readonly WorkbookChange[] {
  const plan = schemeSheet(scheme);
  const before = workbook.sheets.find(isSchemeSheet);
  if (!before) {
    let name = plan.name;
    for (let number = 2; sheetNamed(workbook, name); number++) name = `${plan.name}${number}`;
    return [{ kind: 'put-sheet', plan: { ...plan, name } }];
  }
  // The person's own spelling of the title is the sign by which the sheet is known.
  const heading = String(valueAt(before, 1, 1) ?? schemeHeading);
  const [first, ...rows] = plan.rows;
  const titled = { ...first, cells: [{ ...first.cells[0], value: heading }] };
  return [{ kind: 'put-sheet', plan: { ...plan, name: before.name, heading, rows: [titled, ...rows] } }];
}

/** The scheme as a file to be handed on, and a name for it. */
export const schemeFile = (scheme: Scheme): { readonly name: string; readonly text: string } => ({
  name: `${scheme.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.json`,
  text: schemeText(scheme),
});

/** What a good is called, with its unit, as a table's heading: `口粮（斤）`. */
export const goodWords: Readonly<Record<Good, string>> = {
  grain: '口粮（斤）',
  quilts: '棉被（床）',
  clothes: '衣裤（套）',
  bedding: '衣被（件）',
  heating: '取暖（元）',
};

/** One figure or a range of a good: `360—540`. Heating is money and shown in 元. */
export function goodRangeWords({ good, min, max }: TypeGoods['bySize'][number]['goods'][number]): string {
  const show = (quantity: number) => (good === 'heating' ? formatYuan(quantity as Fen) : String(quantity));
  return min === max ? show(min) : `${show(min)}—${show(max)}`;
}
