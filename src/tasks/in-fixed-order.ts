import type { Finding } from '../core/findings/finding';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/**
 * The findings by workbook, sheet, row, column and check; what is alike in all of these stays in the order given. In steps:
 * tens of thousands are no rarity, and one sort of them all would hold a page up.
 */
export function* inFixedOrder(
  findings: readonly Finding[],
  workbooks: readonly WorkbookSnapshot[],
): Generator<Step, readonly Finding[]> {
  const sheets = new Map<string, ReadonlyMap<string, number>>();
  let number = 0;
  for (const workbook of workbooks)
    sheets.set(
      workbook.name,
      new Map([
        ...(sheets.get(workbook.name) ?? []),
        ...workbook.sheets.map((sheet) => [sheet.name, (number += 1)] as const),
      ]),
    );
  const placed = findings.map((finding): Placed => {
    const { workbook, sheet, row, column } = finding.at[0];
    // Rows and columns of a sheet are below 2^21 and 2^15, so that a place fits one exact number.
    return { finding, place: ((sheets.get(workbook)?.get(sheet) ?? 0) * 2 ** 21 + row) * 2 ** 15 + column };
  });
  let runs: (readonly Placed[])[] = [];
  for (let from = 0; from < placed.length; from += sortedAtOnce) {
    yield { doing: '正在整理结果', done: from, total: placed.length };
    runs.push(placed.slice(from, from + sortedAtOnce).sort(byPlaceAndKind));
  }
  while (runs.length > 1) {
    const longer: (readonly Placed[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(at + 1 < runs.length ? yield* merged(runs[at], runs[at + 1]) : runs[at]);
    }
    runs = longer;
  }
  return (runs[0] ?? []).map(({ finding }) => finding);
}

interface Placed {
  readonly finding: Finding;
  readonly place: number;
}

const sortedAtOnce = 4096;

function byPlaceAndKind(left: Placed, right: Placed): number {
  if (left.place !== right.place) return left.place - right.place;
  const [one, other] = [left.finding.kind, right.finding.kind];
  return one === other ? 0 : one < other ? -1 : 1;
}

function* merged(left: readonly Placed[], right: readonly Placed[]): Generator<Step, readonly Placed[]> {
  const both: Placed[] = [];
  const total = left.length + right.length;
  let [fromLeft, fromRight] = [0, 0];
  while (both.length < total) {
    const isLeft =
      fromRight >= right.length || (fromLeft < left.length && byPlaceAndKind(left[fromLeft], right[fromRight]) <= 0);
    both.push(isLeft ? left[fromLeft++] : right[fromRight++]);
    if (both.length % 16_384 === 0) yield { doing: '正在整理结果', done: both.length, total };
  }
  return both;
}
