import type { Place } from './part';

/** Where a merged row comes from. */
export interface Origin {
  /** The sheet and row of the merged workbook. */
  readonly sheet: string;
  readonly row: number;
  readonly workbook: string;
  readonly from: { readonly sheet: string; readonly row: number };
  readonly village: string;
  readonly name: string;
  readonly place: Place;
}
