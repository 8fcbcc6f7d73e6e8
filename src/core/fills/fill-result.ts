import type { Finding, NotChecked } from '../findings/finding';
import type { Working } from '../policy/working';
import type { CellRef } from '../workbook/cell';
import type { CellEdit } from '../workbook/change';

/** An empty cell that would get a value, before consent. */
export interface ProposedEdit {
  readonly workbook: string;
  readonly edit: CellEdit;
  /** The fill's id. */
  readonly fill: string;
  readonly working: Working;
}

export interface FillResult {
  readonly edits: readonly ProposedEdit[];
  /** Typed values that disagree with the computed ones. */
  readonly findings: readonly Finding[];
  /** Empty cells that stay empty, and why. */
  readonly notFilled: readonly { readonly at: CellRef; readonly fill: string; readonly reason: string }[];
  /** Columns that cannot be computed at all, and why, by the id of the fill's finding. A ledger without the column is left out. */
  readonly notChecked: readonly NotChecked[];
}

/** What the runner gathers. */
export type Collected = { readonly [K in keyof FillResult]: FillResult[K][number][] };
