import type { CellAt, CellValue } from './cell';
import type { SheetPlan } from './sheet-plan';

/** What may be put into a cell. Errors and formulas are never written. */
export type WritableValue = Exclude<CellValue, object> | null;

/** A new value for one cell. Refused where the cell no longer holds `from`. */
export interface CellEdit {
  readonly at: CellAt;
  readonly from: CellValue;
  readonly to: WritableValue;
  /** Set before the value is written; `@` keeps an 18-digit number text. Missing leaves the format alone. */
  readonly numberFormat?: string;
}

export type MarkSeverity = 'error' | 'warning' | 'note';

/** An overlay on one cell. It never touches the cell's own fill, font, note or formula. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly severity: MarkSeverity;
}

export type WorkbookChange =
  | { readonly kind: 'edit-cells'; readonly edits: readonly CellEdit[] }
  /** All our marks on the sheet become these; an empty list clears without trace. Other people's formats stay. */
  | { readonly kind: 'replace-marks'; readonly sheet: string; readonly marks: readonly Mark[] }
  /** A sheet of that name is replaced only if it is ours: its A1 holds `plan.heading`. Otherwise the sheet is added at the end. */
  | { readonly kind: 'put-sheet'; readonly plan: SheetPlan }
  /** Removes a sheet of ours; refused if its A1 does not hold `heading`. */
  | { readonly kind: 'remove-sheet'; readonly sheet: string; readonly heading: string };

/** Why something was not done. `changed`: the cell no longer holds `from`. */
export type RefusalReason =
  'changed' | 'formula' | 'locked' | 'merged-away' | 'sheet-missing' | 'sheet-not-ours' | 'read-only' | 'too-long';

export interface RefusedEdit {
  readonly edit: CellEdit;
  readonly reason: RefusalReason;
  /** What the cell holds now. */
  readonly found: CellValue;
}

export interface RefusedSheet {
  readonly sheet: string;
  readonly reason: RefusalReason;
}

/** What `apply` did and did not do. Everything not refused was done. */
export interface ApplyReceipt {
  readonly applied: readonly CellEdit[];
  readonly refused: readonly RefusedEdit[];
  readonly refusedSheets: readonly RefusedSheet[];
  /** The changes that take this step back, to be applied in this order. */
  readonly undo: readonly WorkbookChange[];
  /** Plain Chinese sentences about what the program asked for and the host did not take, such as parts of a page set-up. */
  readonly remarks?: readonly string[];
}
