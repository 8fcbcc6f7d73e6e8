import type { Fen } from '../ledger/money';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';
import { add, asFigures, figuresOf, nothing, type Figures, type Sum } from './figures';
import type { MergedSheet } from './merged-sheet';
import { ownTotalsOf, type OwnTotal } from './own-totals';
import { isRead, type ReturnedFile } from './returned-file';
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
export function conservationOf(
  files: readonly ReturnedFile[],
  verdicts: readonly PartVerdict[],
  sheets: readonly { readonly merged: MergedSheet; readonly entryIs: Ledger['entryIs'] }[],
  villageOf: VillageOf,
): Conservation {
  const books = new Map<string, Book>();
  const rows: NamedRow[] = [];
  const seen = new Map<string, number>();
  for (const file of files.filter(isRead)) {
    for (const { ledger } of file.ledgers) {
      for (let entry = 0; entry < ledger.rows.length; entry += 1) {
        const row = ledger.rows[entry];
        add(bookOf(books, ledger.entryIs, villageOf(ledger, entry)).cameIn, figuresOf(ledger, entry));
        seen.set(rowKey(file.workbook, ledger.sheet, row), 0);
        const unread = unreadSentence(ledger, entry);
        if (unread !== undefined) rows.push({ workbook: file.workbook, sheet: ledger.sheet, row, sentence: unread });
      }
    }
  }
  const count = (workbook: string, sheet: string, row: number) => {
    const key = rowKey(workbook, sheet, row);
    const before = seen.get(key);
    if (before === undefined)
      rows.push({ workbook, sheet, row, sentence: '汇总表里有这一行，交来的文件里却没有读到它，请重新汇总。' });
    else seen.set(key, before + 1);
  };
  for (const { part, setAside } of verdicts) {
    if (!setAside) continue;
    for (const { returned, entries } of part.pieces) {
      for (const entry of entries) {
        add(bookOf(books, part.entryIs, villageOf(returned.ledger, entry)).setAside, figuresOf(returned.ledger, entry));
        count(part.file.workbook, returned.ledger.sheet, returned.ledger.rows[entry]);
      }
    }
  }
  for (const { merged, entryIs } of sheets) countMerged(merged, entryIs, books, villageOf, count);
  for (const [key, times] of seen) {
    if (times === 1) continue;
    const [workbook, sheet, row] = key.split('\n');
    rows.push({
      workbook,
      sheet,
      row: Number(row),
      sentence: times === 0 ? '这一行既没有汇入，也没有列为未汇入，请重新汇总。' : '这一行被计了不止一次，请重新汇总。',
    });
  }
  const lines = [...books.values()].map(lineOf);
  return { lines, totals: wholeOf(lines), ownTotals: ownTotalsOf(files), rows };
}

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

function bookOf(
  books: Map<string, Book>,
  entryIs: Ledger['entryIs'],
  { village, township }: ReturnType<VillageOf>,
): Book {
  const key = `${entryIs}\n${township ?? ''}\n${village}`;
  let book = books.get(key);
  if (!book) {
    book = {
      village,
      ...(township !== undefined && { township }),
      entryIs,
      cameIn: nothing(),
      merged: nothing(),
      setAside: nothing(),
    };
    books.set(key, book);
  }
  return book;
}

function countMerged(
  { plan, origins, columns }: MergedSheet,
  entryIs: Ledger['entryIs'],
  books: Map<string, Book>,
  villageOf: VillageOf,
  count: (workbook: string, sheet: string, row: number) => void,
): void {
  const people = columns.findIndex(({ field }) => field === 'peopleInNeed');
  const money = columns.findIndex(({ field }) => field === 'reliefAmount');
  const perYuan = columns[money]?.unit === '万元' ? 1_000_000 : 100;
  for (const origin of origins) {
    const cells = plan.rows[origin.row - 1].cells;
    const numberIn = (column: number): number => {
      const value = cells[column]?.value;
      return typeof value === 'number' ? value : 0;
    };
    add(bookOf(books, entryIs, villageOf(origin.place.returned.ledger, origin.place.entry)).merged, {
      entries: 1,
      people: readable(origin.place, 'peopleInNeed') ? numberIn(people) : 0,
      money: (readable(origin.place, 'reliefAmount') ? Math.round(numberIn(money) * perYuan) : 0) as Fen,
    });
    count(origin.workbook, origin.from.sheet, origin.from.row);
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
  const unread = (['peopleInNeed', 'reliefAmount'] as const).filter((field) => {
    const typed = typedIn(ledger, entry, field);
    return (
      valueOf(ledger, entry, field) === undefined &&
      typed !== null &&
      !(typeof typed === 'string' && /^[\s\u3000]*[-/—－]*[\s\u3000]*$/.test(typed))
    );
  });
  if (unread.length === 0) return undefined;
  const names = unread.map((field) => (field === 'peopleInNeed' ? '需救助人口' : '救助金额')).join('、');
  return `“${names}”认不出来，没有计入人数和金额，请改为数字。`;
}

const rowKey = (workbook: string, sheet: string, row: number): string => `${workbook}\n${sheet}\n${row}`;
