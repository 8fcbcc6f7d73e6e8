import type { FieldKey } from '../ledger/fields';
import type { Policy } from '../policy/policy';
import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Household } from './household';
import type { Line } from './layout';
import type { Occasion } from './occasion';
import { scopeLines, type Scope } from './scope';

/** What every printed sheet is made of. */
export interface SheetInput {
  readonly households: readonly Household[];
  readonly policy: Policy;
  readonly occasion: Occasion;
  /** Error-level findings that stand; each sheet says so at its foot. */
  readonly standingErrors: number;
  /** Titles of the sheets of ours that stand in the workbook or are made along; for the archive's tick list. */
  readonly present: readonly string[];
  /** Missing where the sheet is made of all households. */
  readonly scope?: Scope;
}

/** A kind of printed sheet: one file each, listed in `index.ts`. */
export interface SheetKind {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly why: string;
  readonly source: string;
  /** Goes up on a board: it may hold no identity number, account or phone, and is scanned for them. */
  readonly isPublic: boolean;
  /** Columns without which the sheet says nothing. */
  readonly needs: readonly FieldKey[];
  /** Why it cannot be made of this input, as a Chinese sentence; `undefined` where it can. */
  readonly refuses?: (input: SheetInput) => string | undefined;
  readonly build: (input: SheetInput) => Generator<Step, readonly SheetPlan[]>;
}

/** The kind as written; gives the type. */
export const defineSheet = (kind: SheetKind): SheetKind => kind;

/** Every sheet that this program writes has a first cell that ends so, by which it is known again and never read as a ledger. */
export const headingOf = (title: string): string => `${title}（冬春救助台账助手）`;

/** What stands at the foot of each sheet where something is not in order. */
export function caveats(
  { standingErrors, scope }: SheetInput,
  households: readonly Household[],
  showsMoney = true,
): readonly Line[] {
  const unpaid = showsMoney ? households.filter(({ amount }) => amount === undefined).length : 0;
  const words = [
    ...(standingErrors > 0 ? [`生成时有 ${standingErrors} 处错误未处理。`] : []),
    ...(unpaid > 0 ? [`有 ${unpaid} 户没有填写救助金额，未计入合计。`] : []),
  ];
  return [...scopeLines(scope, households), ...words.map((said): Line => ({ parts: [said], style: 'note' }))];
}

/** A sheet's name as Excel allows it: 31 characters at most, without the signs it forbids. */
export const sheetName = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();
