import type { FindingKind, Severity } from '../findings/finding';
import type { FieldKey, FieldValue } from '../ledger/fields';
import type { Policy } from '../policy/policy';
import type { Explain } from '../policy/working';

/** One computed column: what it needs, how it is computed, and how a typed value that disagrees is reported. */
export interface Fill<T extends FieldKey = FieldKey, F extends FieldKey = FieldKey, U extends FieldKey = FieldKey> {
  readonly id: string;
  readonly title: string;
  /** The column that gets the value. */
  readonly target: T;
  /** The rule it rests on, in Chinese, as 为什么 shows it. */
  readonly basis: string;
  /** Columns without which no row can be computed. */
  readonly needs: readonly F[];
  /** Columns read where the ledger has them. */
  readonly uses: readonly U[];
  /** Which of `uses` are needed as well under the policy. */
  readonly alsoNeeds?: (policy: Policy) => readonly FieldKey[];
  /** Why the policy gives this column no value in any row, in Chinese; `undefined` where it does. */
  readonly unavailable?: (policy: Policy) => string | undefined;
  readonly compute: (entry: FillEntry<F, U>, policy: Policy, above: Above) => Computed<T>;
  /** How a typed value disagrees; missing compares for equality and says `differs`. */
  readonly judge?: (
    typed: FieldValue<T>,
    computed: FieldValue<T>,
    entry: FillEntry<F, U>,
    policy: Policy,
  ) => Disagreement | undefined;
  /** The kind of finding made where a typed value disagrees. `differs` is one of its messages. */
  readonly disagrees: FindingKind;
  readonly examples: readonly FillExample<T>[];
}

/** A row as far as the fill reads it: all that it needs, and what else there is. Quantities are in 斤. */
export type FillEntry<F extends FieldKey, U extends FieldKey> = { readonly [K in F]: FieldValue<K> } & {
  readonly [K in Exclude<U, F>]?: FieldValue<K>;
};

/** The row above: none in the first row, else what its target holds or would get. */
export interface Above {
  readonly isFirst: boolean;
  readonly value?: unknown;
}

export type Computed<T extends FieldKey> =
  /** Quantities are in 斤. */
  | { readonly value: FieldValue<T>; readonly working: Explain }
  /** Why this row gets no value: one Chinese sentence. */
  | { readonly reason: string };

/** Which message of the kind is said, and how grave it is where not as the kind itself. */
export interface Disagreement {
  readonly message: string;
  readonly severity?: Severity;
}

/** A worked row: it is run as a test and printed in the catalogue. */
export interface FillExample<T extends FieldKey = FieldKey> {
  readonly policy: Partial<Policy>;
  readonly given: { readonly [K in FieldKey]?: FieldValue<K> };
  readonly gives: { readonly value: FieldValue<T>; readonly formula: string } | { readonly reason: string };
}

/** Ties the columns that `compute` may read to `needs` and `uses`, and its value to `target`. */
export function defineFill<T extends FieldKey, F extends FieldKey, U extends FieldKey>(fill: Fill<T, F, U>): Fill {
  // A shelf holds fills of all columns; the runner hands each one the entry it declared.
  return fill as unknown as Fill;
}
