import type { MergeReport } from './merge-returned';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** A merged row and the row it came from. */
export interface MergedRow {
  readonly sheet: string;
  readonly row: number;
  readonly village: string;
  readonly name: string;
  readonly from: { readonly workbook: string; readonly sheet: string; readonly row: number };
}

/** All merged rows in the order of the merged sheets, and the same by the row they came from (`placeKey`). */
export function* mergedRows({
  sheets,
}: Pick<MergeReport, 'sheets'>): Generator<
  Step,
  { readonly rows: readonly MergedRow[]; readonly byOrigin: ReadonlyMap<string, MergedRow> }
> {
  const rows: MergedRow[] = [];
  const byOrigin = new Map<string, MergedRow>();
  for (const { origins } of sheets) {
    for (const { sheet, row, village, name, workbook, from } of origins) {
      if (rows.length % 2048 === 0) yield { doing: '登记每一行的来源', done: 0, total: 0 };
      const merged = { sheet, row, village, name, from: { workbook, ...from } };
      rows.push(merged);
      byOrigin.set(placeKey(merged.from), merged);
    }
  }
  return { rows, byOrigin };
}

/** One key for a row of a sheet of a workbook. */
export const placeKey = ({ workbook, sheet, row }: MergedRow['from']): string => `${workbook}\n${sheet}\n${row}`;

/** The name of the sheet that keeps where each merged row comes from. */
export const isOriginSheet = (name: string): boolean => name === '合并来源';

/**
 * What the sheet 合并来源 of a merged workbook says, by sheet and row (`mergedKey`); empty where it has none. It holds for the
 * workbook as it was written: a row that was moved since is told wrongly, which is why the name is told with it.
 */
export function originsIn(workbook: WorkbookSnapshot): ReadonlyMap<string, MergedRow> {
  const rows = workbook.sheets.find(({ name }) => isOriginSheet(name))?.rows ?? [];
  const found = new Map<string, MergedRow>();
  for (const row of rows) {
    const [sheet, at, village, name, from, fromSheet, fromRow] = row ?? [];
    if (typeof at !== 'number' || typeof fromRow !== 'number') continue;
    found.set(mergedKey({ sheet: String(sheet), row: at }), {
      sheet: String(sheet),
      row: at,
      village: String(village ?? ''),
      name: String(name ?? ''),
      from: { workbook: String(from), sheet: String(fromSheet), row: fromRow },
    });
  }
  return found;
}

/** One key for a row of the merged workbook. */
export const mergedKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}\n${row}`;
