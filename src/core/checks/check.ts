import type { Certainty, FindingKind, Messages } from '../findings/finding';
import type { FieldKey, FieldValue } from '../ledger/fields';
import type { IdNumberKind } from '../ledger/id-number';
import type { Ledger, LedgerColumns } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { CellValue } from '../workbook/cell';
import type { WritableValue } from '../workbook/change';
import type { ReferenceEntry } from '../ledger/reference-list';
import type { ReferenceKind, References } from './reference-kinds';

/**
 * Ties a check's facts to its code: a field that is not listed cannot be read, a message that does not exist cannot be
 * named, a placeholder cannot be left without its value. Exactly one of `cell`, `each` and `across` is given.
 */
export function defineCheck<
  const M extends Messages,
  C extends FieldKey = never,
  N extends FieldKey = never,
  R extends FieldKey = never,
  P extends ParameterKey = never,
  U extends ParameterKey = never,
  L extends ReferenceKind = never,
>(check: CheckDefinition<M, C, N, R, P, U, L>): Check {
  return { needs: [], needsOneOf: [], reads: [], cells: [], parameters: [], usesParameters: [], lists: [], ...check };
}

export interface CheckDefinition<
  M extends Messages,
  C extends FieldKey,
  N extends FieldKey,
  R extends FieldKey,
  P extends ParameterKey,
  U extends ParameterKey,
  L extends ReferenceKind,
> extends FindingKind {
  readonly messages: M;
  /** Only ledgers whose rows are these are checked; missing means all. */
  readonly entryIs?: Ledger['entryIs'];
  /** `cell` looks at these fields one by one, where the ledger has them. */
  readonly cells?: readonly C[];
  /** `cell`, or `each` of the row, sees only identity numbers of these kinds; missing means all. Not for `citizen`, the usual one. */
  readonly idNumbersThatAre?: readonly Exclude<IdNumberKind, 'citizen' | 'empty'>[];
  /**
   * The entries of a column that `cell` need look at, where what is known of the whole column tells the others to be sound.
   * It only saves time: `cell` must find nothing in the others, which the tests hold it to.
   */
  readonly suspects?: (typed: readonly CellValue[], policy: Policy) => readonly number[];
  /** Columns that must be there; `each` sees only entries in which all of them are filled and well formed. */
  readonly needs?: readonly N[];
  /** At least one of these columns must be there. */
  readonly needsOneOf?: readonly R[];
  /** Columns looked at where the ledger has them. */
  readonly reads?: readonly R[];
  /** Parameters without which nothing can be checked. */
  readonly parameters?: readonly P[];
  /** Parameters without which a part cannot be checked. */
  readonly usesParameters?: readonly U[];
  /** Lists of the office without which nothing can be checked; `across` receives them. */
  readonly lists?: readonly L[];
  /**
   * Which other entries `across` compares one with: none (`entry`), those that share a value, those whose identity number is
   * one slip away, those beside it in a run of numbers counted up. After an edit only these are checked again; missing means
   * all, which must then be quick.
   */
  readonly comparedBy?: ComparedBy;
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };

  /** One cell that is not empty. Gives what is wrong with it. */
  cell?(typed: Exclude<CellValue, null>, policy: PolicyWith<P>): CellProblem<M> | undefined;
  /** One household or person. */
  each?(entry: Entry<N, R>, policy: PolicyWith<P>): OneOrMore<EntryProblem<M, NoInfer<N | R>>> | undefined;
  /** All ledgers together. A bare `yield` between two pieces of work lets a page breathe. */
  across?(
    ledgers: readonly LedgerWith<N>[],
    policy: PolicyWith<P>,
    lists: { readonly [K in L]: readonly ReferenceEntry[] },
  ): Iterable<LedgerProblem<M> | undefined>;
}

export type ComparedBy =
  'entry' | 'idNumber' | 'phone' | 'cardAccount' | 'name' | 'villageName' | 'oneSlip' | 'nextNumber' | 'nextAccount';

/** A ledger as a Markdown table of headings and rows, under our own scheme or the figures named; several tables are several workbooks. `lists` are those of the office. */
export type Example =
  string | { readonly tables: readonly string[]; readonly policy?: Partial<Policy>; readonly lists?: References };

/** An entry as a check sees it: what it needs is there, what it reads may not be. One view is moved from row to row: do not keep it. */
export type Entry<N extends FieldKey, R extends FieldKey> = { readonly [K in N]: FieldValue<K> } & {
  readonly [K in R]: FieldValue<K> | undefined;
} & {
  /** What was typed; `null` where there is no such column. */
  readonly typed: (field: N | R) => CellValue;
};

/** What a scheme may set: all of a policy but the scheme's own name and the calendar. */
export type ParameterKey = Exclude<keyof Policy, 'scheme' | 'schemeTitle' | 'document' | 'holidays' | 'asOf'>;

export type PolicyWith<P extends ParameterKey> = Policy & { readonly [K in P]-?: NonNullable<Policy[K]> };
export type LedgerWith<N extends FieldKey> = Ledger & { readonly columns: Required<Pick<LedgerColumns, N>> };

export type CellProblem<M extends Messages = Messages> = Sentence<M> & { readonly fix?: Repair };

export type EntryProblem<M extends Messages = Messages, F extends FieldKey = FieldKey> = Sentence<M> & {
  /** The guilty field. */
  readonly field: F;
  /** Other fields of the entry that are concerned. */
  readonly also?: readonly F[];
  readonly fix?: Repair;
};

export type LedgerProblem<M extends Messages = Messages> = Sentence<M> & {
  readonly at: Place;
  readonly also?: readonly Place[];
  /** For a problem of one entry. */
  readonly fix?: Repair;
};

/** What the guilty cell should hold instead. */
export interface Repair {
  readonly to: WritableValue;
  readonly certainty: Certainty;
}

/** A field of an entry, of one of the ledger's total rows (by their indexes), or the heading of a whole column. */
export type Place =
  | { readonly ledger: Ledger; readonly entry: number; readonly field: FieldKey }
  | { readonly ledger: Ledger; readonly total: number; readonly field: FieldKey }
  | { readonly ledger: Ledger; readonly heading: FieldKey };

/** A check as the runner, the catalogue and the panel see it: facts and one function. */
export interface Check extends FindingKind {
  readonly entryIs?: Ledger['entryIs'];
  readonly cells: readonly FieldKey[];
  readonly idNumbersThatAre?: readonly IdNumberKind[];
  readonly suspects?: (typed: readonly CellValue[], policy: Policy) => readonly number[];
  readonly needs: readonly FieldKey[];
  readonly needsOneOf: readonly FieldKey[];
  readonly reads: readonly FieldKey[];
  readonly parameters: readonly ParameterKey[];
  readonly usesParameters: readonly ParameterKey[];
  readonly lists: readonly ReferenceKind[];
  readonly comparedBy?: ComparedBy;
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  cell?(typed: CellValue, policy: Policy): CellProblem | undefined;
  each?(entry: unknown, policy: Policy): OneOrMore<EntryProblem> | undefined;
  across?(ledgers: readonly Ledger[], policy: Policy, lists: unknown): Iterable<LedgerProblem | undefined>;
}

type OneOrMore<T> = T | readonly T[];

type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Data<S extends string> = [Placeholder<S>] extends [never]
  ? { readonly data?: Readonly<Record<never, never>> }
  : { readonly data: Readonly<Record<Placeholder<S>, string | number>> };

type Sentence<M extends Messages> = { [K in keyof M & string]: { readonly message: K } & Data<M[K]> }[keyof M & string];
