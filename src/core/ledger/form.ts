import type { FieldKey } from './fields';

/** How a fixed form lays a ledger out on paper. Data only; one zod schema guards built-in and loaded ones (`form-schema.ts`). */
export interface Form {
  readonly id: string;
  readonly title: string;
  /** What one row stands for. */
  readonly entryIs: 'household' | 'person';
  /** Where the form comes from. */
  readonly source: string;
  /** Lines above the headings when a blank form is made, such as `填报单位：`. */
  readonly preamble: readonly string[];
  readonly columns: readonly FormColumn[];
  /** Lines under the table, such as `单位负责人：`. */
  readonly footer: readonly string[];
  /** Words that a blank form carries along on a sheet of its own, by field. */
  readonly dictionary?: {
    readonly sheet: string;
    readonly lists: Readonly<Partial<Record<FieldKey, readonly string[]>>>;
  };
  readonly sheetName: string;
  readonly paper: 'A4' | 'A3';
  /** False where the paper carries no title line, only what `preamble` says. Missing means the title is printed. */
  readonly printsTitle?: boolean;
  /** Fields that offices add to this paper when they lay it out as a list: finding them is no change of the form. */
  readonly mayAdd?: readonly FieldKey[];
}

export interface FormColumn {
  readonly field: FieldKey;
  /** From the top heading row down: `['核准', '救助款']`. Without the unit. */
  readonly heading: readonly [string, ...string[]];
  readonly alsoSeenAs?: readonly string[];
  /** As printed in brackets behind the heading: `元`, `人`, `公斤`. */
  readonly unit?: string;
  readonly required?: boolean;
  /** Required only in rows where another field holds this word. */
  readonly requiredIf?: { readonly field: FieldKey; readonly is: string };
  /** Allowed words, where the form itself fixes them. */
  readonly choices?: readonly string[];
  /** In characters. */
  readonly width: number;
}
