import type { Decision } from './decisions';
import { holdingWords, type decisionWords } from './record-columns';

export type DecisionWord = (typeof decisionWords)[number];

/** A word that fits a kind of finding, and whether it settles it. */
export interface DecisionChoice {
  readonly word: DecisionWord;
  readonly settles: boolean;
}

/** The words that fit a kind of finding. Where it asks whether two rows, or a row and a list, mean one person: that answer too. */
export const decisionChoices = (kind: string): readonly DecisionChoice[] =>
  (samePersonKinds.has(kind)
    ? (['是同一人', '不是同一人', '核实无误', '暂缓处理'] as const)
    : (['核实无误', '暂缓处理'] as const)
  ).map((word) => ({ word, settles: wordSettles(kind, word) }));

/** Whether what was written settles a finding of that kind for as long as its facts are the same: never without a reason. */
export const isSettledBy = (kind: string, { decision, reason }: Decision): boolean =>
  reason !== '' && wordSettles(kind, decision);

function wordSettles(kind: string, word: string): boolean {
  // Two people never have one number (GB 11643-1999): one of the two rows is to be corrected.
  if (word === '不是同一人' && oneNumberKinds.has(kind)) return false;
  return (holdingWords as readonly string[]).includes(word);
}

const oneNumberKinds: ReadonlySet<string> = new Set([
  'id-number-duplicate',
  'id-number-two-names',
  'head-is-member-elsewhere',
  'member-under-two-heads',
]);

/** The kinds that ask whether it is one person. */
export const samePersonKinds: ReadonlySet<string> = new Set([
  ...oneNumberKinds,
  'id-number-near-duplicate',
  'person-listed-twice',
  'deceased-listed',
  'public-payroll-listed',
  'cadre-relative-listed',
  'paid-twice-this-season',
  'absent-listed',
]);
