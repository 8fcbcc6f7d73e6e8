import type { FieldKey } from '../ledger/fields';
import { add, asFigures, figuresOf, nothing, type Figures } from './figures';
import { isRead, type ReturnedFile } from './returned-file';

/** A file's own total row beside our count of the same rows. */
export interface OwnTotal {
  readonly workbook: string;
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  readonly stated: { readonly [K in keyof Figures]?: number };
  readonly counted: Figures;
  readonly agrees: boolean;
}

/** Every total row that states households, persons in need or money. */
export function ownTotalsOf(files: readonly ReturnedFile[]): readonly OwnTotal[] {
  return files.filter(isRead).flatMap(({ workbook, ledgers }) =>
    ledgers.flatMap(({ ledger }) =>
      ledger.totals.flatMap((total): OwnTotal[] => {
        const counted = nothing();
        for (let entry = total.from; entry < total.to; entry += 1) add(counted, figuresOf(ledger, entry));
        const cell = (field: FieldKey) => total.cells[field]?.value;
        const stated = { entries: total.households, people: cell('peopleInNeed'), money: cell('reliefAmount') };
        if (Object.values(stated).every((figure) => figure === undefined)) return [];
        const agrees = (Object.keys(stated) as (keyof Figures)[]).every(
          (key) => stated[key] === undefined || stated[key] === counted[key],
        );
        return [
          {
            workbook,
            sheet: ledger.sheet,
            row: total.row,
            label: total.label,
            stated,
            counted: asFigures(counted),
            agrees,
          },
        ];
      }),
    ),
  );
}
