import type { decisionWords } from './record-columns';

export type DecisionWord = (typeof decisionWords)[number];

/** The words that fit a kind of finding. Where it asks whether two rows, or a row and a list, mean one person: that answer too. */
export const decisionChoices = (kind: string): readonly DecisionWord[] =>
  samePersonKinds.has(kind) ? ['是同一人', '不是同一人', '核实无误', '暂缓处理'] : ['核实无误', '暂缓处理'];

/** The kinds that ask whether it is one person. */
export const samePersonKinds: ReadonlySet<string> = new Set([
  'id-number-duplicate',
  'id-number-two-names',
  'id-number-near-duplicate',
  'person-listed-twice',
  'head-is-member-elsewhere',
  'member-under-two-heads',
  'deceased-listed',
  'public-payroll-listed',
  'cadre-relative-listed',
  'paid-twice-this-season',
  'absent-listed',
]);
