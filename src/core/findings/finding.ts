import type { CellEdit } from '../workbook/change';
import type { CellRef } from '../workbook/cell';

export type Severity = 'error' | 'warning' | 'note';

/** The sentences of a kind, by message key; `{name}` is a placeholder. */
export type Messages = Readonly<Record<string, string>>;

/** A kind of thing that can be found: what it is called, why it matters, how it reads. Checks, reader and fills declare them. */
export interface FindingKind {
  readonly id: string;
  readonly title: string;
  /** Why it matters, with the clause or rule it rests on, in Chinese. */
  readonly why: string;
  /** The rule's source as a person would cite it, such as `GB 11643-1999` or `镇远县上寨乡2023年方案`. */
  readonly source: string;
  readonly severity: Severity;
  readonly messages: Messages;
}

/** One thing that needs a person's eye. Plain data: no sentence, no colour, no function. */
export interface Finding {
  /** The id of a `FindingKind`. */
  readonly kind: string;
  /** A key of the kind's `messages`. */
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  /** The guilty cell first, then the others concerned. */
  readonly at: readonly [CellRef, ...CellRef[]];
  readonly fix?: Fix;
}

/** The edits belong to the workbook of `finding.at[0]`. */
export interface Fix {
  readonly edits: readonly CellEdit[];
  readonly certainty: Certainty;
}

/** A sure fix may be applied in bulk; a suggested one is put to the person. */
export type Certainty = 'sure' | 'suggested';

/** A check that could not run, and why, in Chinese. It is never shown as passed. */
export interface NotChecked {
  readonly check: string;
  readonly workbook?: string;
  readonly sheet?: string;
  readonly reason: string;
}
