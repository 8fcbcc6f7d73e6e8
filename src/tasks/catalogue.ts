import type { FindingKind } from '../core/findings/finding';
import type { Form } from '../core/ledger/form';
import { readSchemeText, type SchemeRead } from '../core/policy/read-scheme';
import type { Scheme } from '../core/policy/scheme';
import { forms } from '../forms';
import { schemeById, schemes } from '../schemes';
import { findingKinds } from './check-workbooks';

export interface Catalogue {
  readonly forms: readonly Form[];
  /** The first is the one in force where nobody chose. */
  readonly schemes: readonly Scheme[];
  readonly checks: readonly FindingKind[];
}

/** Everything a person may choose from, in the order in which it is offered. */
export const catalogue = (): Catalogue => ({ forms, schemes, checks: [...findingKinds.values()] });

/** The scheme that ships under that id; `undefined` where none has it. */
export const builtInScheme = (id: string): Scheme | undefined => schemeById(id);

/** A scheme that an office wrote itself, from the text of its `.json` file. */
export const loadedScheme = (text: string): SchemeRead => readSchemeText(text);
