import type { Fen } from '../ledger/money';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';
import { add, asFigures, figuresOf, nothing, type Figures, type Sum } from './figures';
import type { MergedSheet } from './merged-sheet';
import { ownTotalsOf, type OwnTotal } from './own-totals';
import type { Step } from '../workbook/port';
import { inOrder, isRead, type ReturnedFile } from './returned-file';
import type { PartVerdict } from './verdict';

export interface ConservationLine {
  /** Empty for the whole. */
  readonly village: string;
  readonly township?: string;
  readonly entryIs: Ledger['entryIs'];
  /** As the returned files hold them. */
  readonly cameIn: Figures;
  /** As they stand in the merged sheet, counted from its cells. */
  readonly merged: Figures;
  readonly setAside: Figures;
  readonly holds: boolean;
}

/** A row that a difference comes from, or whose figure could not be counted. */
export interface NamedRow {
  readonly workbook: string;
  readonly sheet: string;
  readonly row: number;
  /** A Chinese sentence. */
  readonly sentence: string;
}

export interface Conservation {
  readonly lines: readonly ConservationLine[];
  readonly totals: readonly ConservationLine[];
  /** The total rows of the files beside our own count. */
  readonly ownTotals: readonly OwnTotal[];
  /** Rows whose persons or money could not be read, and rows that are neither merged nor set aside or are both. */
  readonly rows: readonly NamedRow[];
}

/**
 * What came in against what was merged and what was set aside, per village and in whole. The three are counted separately:
 * from the ledgers as read, from the cells of the merged sheets, from the parts set aside.
 */
export function* conservationOf(
  files: readonly ReturnedFile[],
  verdicts: readonly PartVerdict[],
  sheets: readonly { readonly merged: MergedSheet }[],
  villageOf: VillageOf,
): Generator<Step, Conservation> {
  const books = bookkeeping(villageOf);
  const rows: NamedRow[] = [];
  // By entry: how often it was merged or set aside.
  const seen = new Map<Ledger, Uint8Array>();
  const read = files.filter(isRead);
  for (const [index, file] of read.entries()) {
    yield { doing: '核对户数、人数和金额', done: index, total: read.length };
    for (const { ledger } of file.ledgers) {
      seen.set(ledger, new Uint8Array(ledger.rows.length));
      for (let entry = 0; entry < ledger.rows.length; entry += 1) {
        const row = ledger.rows[entry];
        add(books.of(ledger, entry).cameIn, figuresOf(ledger, entry));
        const unread = unreadSentence(ledger, entry);
        if (unread !== undefined) rows.push({ workbook: file.workbook, sheet: ledger.sheet, row, sentence: unread });
      }
    }
  }
  const count = (ledger: Ledger, entry: number) => {
    const times = seen.get(ledger);
    if (times) times[entry] += 1;
  };
  for (const { part, setAside } of verdicts) {
    if (!setAside) continue;
    for (const { returned, entries } of part.pieces) {
      for (const entry of entries) {
        add(books.of(returned.ledger, entry).setAside, figuresOf(returned.ledger, entry));
        count(returned.ledger, entry);
      }
    }
  }
  for (const { merged } of sheets) yield* countMerged(merged, books, count);
  yield { doing: '核对户数、人数和金额', done: 1, total: 1 };
  for (const [ledger, times] of seen) {
    times.forEach((each, entry) => {
      if (each !== 1) rows.push({ ...placeIn(ledger, entry), sentence: each === 0 ? nowhere : moreThanOnce });
    });
  }
  const lines = books.all().map(lineOf).sort(byPlace);
  return { lines, totals: wholeOf(lines), ownTotals: ownTotalsOf(files), rows };
}

/** By township and village, as the merged sheet has them; those without a township first. */
const byPlace = (one: ConservationLine, other: ConservationLine): number =>
  inOrder(one.township ?? '', other.township ?? '') ||
  inOrder(one.village, other.village) ||
  inOrder(one.entryIs, other.entryIs);

/** The village under which an entry is counted. */
export type VillageOf = (ledger: Ledger, entry: number) => { readonly village: string; readonly township?: string };

interface Book {
  readonly village: string;
  readonly township?: string;
  readonly entryIs: Ledger['entryIs'];
  readonly cameIn: Sum;
  readonly merged: Sum;
  readonly setAside: Sum;
}

/** The book that each entry is kept in; told by village once for all entries of a part. */
function bookkeeping(villageOf: VillageOf) {
  const books = new Map<string, Book>();
  const known = { household: new Map<object, Book>(), person: new Map<object, Book>() };
  return {
    all: () => [...books.values()],
    of(ledger: Ledger, entry: number): Book {
      const owner = villageOf(ledger, entry);
      const before = known[ledger.entryIs].get(owner);
      if (before) return before;
      const key = `${ledger.entryIs}\n${owner.township ?? ''}\n${owner.village}`;
      const sums = { cameIn: nothing(), merged: nothing(), setAside: nothing() };
      const book = books.get(key) ?? { ...owner, entryIs: ledger.entryIs, ...sums };
      books.set(key, book);
      known[ledger.entryIs].set(owner, book);
      return book;
    },
  };
}

function* countMerged(
  { plan, origins, columns }: MergedSheet,
  books: ReturnType<typeof bookkeeping>,
  count: (ledger: Ledger, entry: number) => void,
): Generator<Step, void> {
  const people = columns.findIndex(({ field }) => field === 'peopleInNeed');
  const money = columns.findIndex(({ field }) => field === 'reliefAmount');
  const perYuan = columns[money]?.unit === '万元' ? 1_000_000 : 100;
  for (const [index, origin] of origins.entries()) {
    if (index % 1000 === 0) yield { doing: '核对户数、人数和金额', done: index, total: origins.length };
    const cells = plan.rows[origin.row - 1].cells;
    const numberIn = (column: number): number => {
      const value = cells[column]?.value;
      return typeof value === 'number' ? value : 0;
    };
    const { returned, entry } = origin.place;
    add(books.of(returned.ledger, entry).merged, {
      entries: 1,
      people: readable(origin.place, 'peopleInNeed') ? numberIn(people) : 0,
      money: (readable(origin.place, 'reliefAmount') ? Math.round(numberIn(money) * perYuan) : 0) as Fen,
    });
    count(returned.ledger, entry);
  }
}

/** A number that was not understood on the way in is no figure on the way out. */
const readable = (
  { returned, entry }: { readonly returned: { readonly ledger: Ledger }; readonly entry: number },
  field: 'peopleInNeed' | 'reliefAmount',
): boolean => valueOf(returned.ledger, entry, field) !== undefined;

function lineOf({ village, township, entryIs, cameIn, merged, setAside }: Book): ConservationLine {
  const holds = (['entries', 'people', 'money'] as const).every((key) => cameIn[key] === merged[key] + setAside[key]);
  return {
    village,
    ...(township !== undefined && { township }),
    entryIs,
    cameIn: asFigures(cameIn),
    merged: asFigures(merged),
    setAside: asFigures(setAside),
    holds,
  };
}

function wholeOf(lines: readonly ConservationLine[]): readonly ConservationLine[] {
  return (['household', 'person'] as const).flatMap((entryIs) => {
    const own = lines.filter((line) => line.entryIs === entryIs);
    if (own.length === 0) return [];
    const sums = { cameIn: nothing(), merged: nothing(), setAside: nothing() };
    for (const line of own) for (const key of ['cameIn', 'merged', 'setAside'] as const) add(sums[key], line[key]);
    return [lineOf({ village: '', entryIs, ...sums })];
  });
}

function unreadSentence(ledger: Ledger, entry: number): string | undefined {
  const people = isUnread(ledger, entry, 'peopleInNeed');
  const money = isUnread(ledger, entry, 'reliefAmount');
  if (!people && !money) return undefined;
  const names = [...(people ? ['需救助人口'] : []), ...(money ? ['救助金额'] : [])].join('、');
  return `“${names}”认不出来，没有计入人数和金额，请改为数字。`;
}

/** True where something is typed that was not understood; strokes stand for nothing. */
function isUnread(ledger: Ledger, entry: number, field: 'peopleInNeed' | 'reliefAmount'): boolean {
  if (valueOf(ledger, entry, field) !== undefined) return false;
  const typed = typedIn(ledger, entry, field);
  return typed !== null && !(typeof typed === 'string' && /^[\s\u3000]*[-/—－]*[\s\u3000]*$/.test(typed));
}

const placeIn = ({ workbook, sheet, rows }: Ledger, entry: number) => ({ workbook, sheet, row: rows[entry] });
const nowhere = '这一行既没有汇入，也没有列为未汇入，请重新汇总。';
const moreThanOnce = '这一行被计了不止一次，请重新汇总。';
