import { fields, type FieldKey } from '../ledger/fields';
import type { CellValue } from '../workbook/cell';
import type { PlanCell, PlanRow } from '../workbook/sheet-plan';
import type { MergedColumn } from './merged-columns';
import type { Origin } from './origin';
import { nameOf, type Part } from './part';
import type { ReturnedLedger } from './returned-file';

/** What rows add up to; amounts by column, in millionths, so that sums stay exact. */
export interface RowSums {
  entries: number;
  readonly amounts: (number | undefined)[];
}

/** Writes the rows of a merged sheet and keeps where each comes from. `looks`: the style of each column. */
export function mergedRowWriter(columns: readonly MergedColumn[], looks: readonly string[], sheet: string) {
  const origins: Origin[] = [];
  const empty: readonly PlanCell[] = looks.map((style) => ({ value: null, style }));
  // Most cells say what the one above says: those are one object.
  const above: PlanCell[] = [...empty];
  const labelAt =
    Math.max(
      columns.findIndex(({ field }) => field === 'villageName'),
      0,
    ) || columns.findIndex(({ field }) => field === 'householdHead' || field === 'memberName');
  const counted = columns.some(({ field }) => field === 'memberName') ? '人' : '户';
  const summed = columns.map(({ field }) => field !== undefined && isSummed(field));
  const serialAt = columns.findIndex(({ field }) => field === 'serialNumber');
  const villageAt = columns.findIndex(({ field }) => field === 'villageName');
  const labelEnd = summed.findIndex((isSum, index) => isSum && index > labelAt);
  return {
    origins,
    /** The columns, from 1, over which a total's label reaches. */
    label: { left: labelAt + 1, right: labelEnd < 0 ? labelAt + 1 : labelEnd },
    sums: (): RowSums => ({ entries: 0, amounts: columns.map(() => undefined) }),
    /** The writer of the rows that come from one ledger; `sums` take in what they add. */
    entriesOf(part: Part, returned: ReturnedLedger, sums: readonly RowSums[]): (entry: number, row: number) => PlanRow {
      const { ledger } = returned;
      const readers = columns.map((column) => column.readerOf(returned));
      const ownVillage = part.village === '' ? null : part.village;
      const valueAt = (index: number, entry: number): CellValue => {
        // A number of its own in the merged list; the village that the file tells of where the row itself does not.
        if (index === serialAt) return origins.length;
        const value = readers[index](entry);
        return value === null && index === villageAt ? ownVillage : value;
      };
      return (entry, row) => {
        const place = { returned, entry };
        origins.push({
          sheet,
          row,
          workbook: part.file.workbook,
          from: { sheet: ledger.sheet, row: ledger.rows[entry] },
          village: part.village,
          name: nameOf(place),
          place,
        });
        for (const sum of sums) sum.entries += 1;
        const cells: PlanCell[] = new Array<PlanCell>(columns.length);
        for (let index = 0; index < columns.length; index += 1) {
          const value = valueAt(index, entry);
          if (value === null) cells[index] = empty[index];
          else if (above[index].value === value) cells[index] = above[index];
          else cells[index] = above[index] = { value, style: looks[index] };
          if (summed[index] && typeof value === 'number') {
            const millionths = Math.round(value * 1e6);
            for (const { amounts } of sums) amounts[index] = (amounts[index] ?? 0) + millionths;
          }
        }
        return { height: rowHeight, cells };
      };
    },
    total(word: string, place: string, { entries, amounts }: RowSums): PlanRow {
      const label = `${word}（${place}${entries}${counted}）`;
      return {
        height: rowHeight,
        cells: columns.map((_, index) => {
          const sum = amounts[index];
          const value = index === labelAt ? label : sum === undefined ? null : sum / 1e6;
          return { value, style: `${looks[index]}Total` };
        }),
      };
    },
  };
}

const rowHeight = 22;

/** Months and ages are not added up. */
const isSummed = (field: FieldKey): boolean =>
  ['count', 'quantity', 'money'].includes(fields[field].kind) &&
  !['age', 'approvedMonths', 'heatingMonths'].includes(field);
