import { checks } from '../core/checks';
import { referenceKinds, type ReferenceKind } from '../core/checks/reference-kinds';
import type { ReferenceEntry } from '../core/ledger/reference-list';
import { readReferenceList, type ReferenceRead } from '../core/read/read-reference-list';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** One kind of list that may be given. */
export interface ReferenceOffered {
  readonly kind: ReferenceKind;
  readonly title: string;
  /** The titles of the checks that wait for it. */
  readonly checks: readonly string[];
}

/** What lists may be given, in the order in which they are offered. */
export const referenceCatalogue: readonly ReferenceOffered[] = (Object.keys(referenceKinds) as ReferenceKind[]).map(
  (kind) => ({
    kind,
    title: referenceKinds[kind],
    checks: checks.filter(({ lists }) => lists.includes(kind)).map(({ title }) => title),
  }),
);

/** The kind of that name, or `undefined`. */
export const referenceKindOf = (word: string): ReferenceKind | undefined =>
  referenceCatalogue.find(({ kind }) => kind === word)?.kind;

export type { ReferenceKind } from '../core/checks/reference-kinds';

/** A list picked as a file. */
export interface GivenList {
  readonly entries: readonly ReferenceEntry[];
  /** What was read of it and what was not, as Chinese sentences, the count of persons first. */
  readonly remarks: readonly string[];
}

/** A list picked as a file, read into memory and kept nowhere; a sentence where no sheet of it is a list. */
export function readReference(workbook: WorkbookSnapshot): GivenList | { readonly reason: string } {
  const read = readReferenceList(workbook);
  if (read.entries.length === 0) {
    return { reason: `“${workbook.name}”里没有找到姓名、身份证号或村名的列，请核对是不是名单。` };
  }
  return { entries: read.entries, remarks: [...remarksOn(read), ...workbook.remarks] };
}

function remarksOn({ sheets, notRead }: ReferenceRead): readonly string[] {
  const lists = sheets.filter(({ entries, setAside }) => entries > 0 || setAside.length > 0);
  const several = lists.length + notRead.length > 1;
  const place = (sheet: string): string => (several ? `工作表“${sheet}”` : '');
  return [
    ...lists.flatMap(({ sheet, headings, entries, withoutNumber, setAside }) => [
      `${place(sheet)}读取 ${entries} 行，按${headings.length > 0 ? headings.map((heading) => `“${heading}”`).join('、') : '没有表头的身份证号列'}。`,
      ...(withoutNumber > 0 ? [`${place(sheet)}有 ${withoutNumber} 行的身份证号不完整，按姓名比对。`] : []),
      ...(setAside.length > 0 ? [`${place(sheet)}有 ${setAside.length} 行没有读取：${rowsSaid(setAside)}。`] : []),
    ]),
    ...notRead.map(({ sheet, why }) => `工作表“${sheet}”没有读取：${why}`),
  ];
}

/** 第 8 行合计或落款、第 9、12 行没有姓名；the first few rows of each reason. */
function rowsSaid(setAside: readonly { readonly row: number; readonly why: string }[]): string {
  const rows = new Map<string, number[]>();
  for (const { row, why } of setAside) rows.set(why, [...(rows.get(why) ?? []), row]);
  return [...rows]
    .map(([why, places]) => {
      const more = places.length > mostRows ? `等 ${places.length} 行` : '行';
      return `第 ${places.slice(0, mostRows).join('、')} ${more}是${why}`.replace('是没有', '没有');
    })
    .join('；');
}

const mostRows = 5;
