import type { Part } from './part';

/** Why a file or a part of it was not merged. */
export type SetAsideReason =
  /** Encrypted, damaged, no workbook at all: the sentence says which. */
  | 'unreadable'
  | 'not-ledger'
  /** A ledger without a single entry. */
  | 'empty'
  | 'wrong-form'
  | 'wrong-year'
  | 'wrong-village'
  /** The same content as another file. */
  | 'same-again'
  /** A newer return of the same village was taken. */
  | 'older'
  /** Several returns of one village, and the facts do not say which is newest. */
  | 'undecided'
  | 'half-duplicates';

/** How a reason is called in tables. */
export const reasonWords: Readonly<Record<SetAsideReason, string>> = {
  unreadable: '打不开',
  'not-ledger': '不是台账',
  empty: '没有填报',
  'wrong-form': '表样不对',
  'wrong-year': '年度不对',
  'wrong-village': '村不对',
  'same-again': '内容重复交来',
  older: '已有更新的一份',
  undecided: '先后待定',
  'half-duplicates': '多数人员重复',
};

/** What became of a part, with one Chinese sentence where it was set aside. */
export interface PartVerdict {
  readonly part: Part;
  readonly setAside?: { readonly reason: SetAsideReason; readonly sentence: string };
}

export interface FileVerdict {
  readonly workbook: string;
  readonly verdict: 'taken' | 'taken-with-remarks' | 'set-aside';
  /** Of a file set aside: why, or why its first part was. */
  readonly reason?: SetAsideReason;
  /** Chinese sentences: why parts were set aside, and what should be known of what was taken. */
  readonly sentences: readonly string[];
  /** Entries taken and set aside, households and persons together. */
  readonly taken: number;
  readonly setAside: number;
  readonly sheetsNotRead: readonly { readonly sheet: string; readonly why: string }[];
}

/** How a verdict is called in tables. */
export const verdictWords: Readonly<Record<FileVerdict['verdict'], string>> = {
  taken: '汇入',
  'taken-with-remarks': '汇入，有说明',
  'set-aside': '未汇入',
};

/** True for reasons that leave nothing to do: what the file says stands in the merged ledger already. */
export const needsNobody = (reason: SetAsideReason): boolean => reason === 'same-again' || reason === 'older';
