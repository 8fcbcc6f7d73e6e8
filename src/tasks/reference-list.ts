import { referenceKinds, type ReferenceKind } from '../core/checks/reference-kinds';
import type { ReferenceEntry } from '../core/ledger/reference-list';
import { readReferenceList } from '../core/read/read-reference-list';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** What lists may be given, with the Chinese name of each, in the order in which they are offered. */
export const referenceCatalogue: readonly { readonly kind: ReferenceKind; readonly title: string }[] = (
  Object.keys(referenceKinds) as ReferenceKind[]
).map((kind) => ({ kind, title: referenceKinds[kind] }));

/** The kind of that name, or `undefined`. */
export const referenceKindOf = (word: string): ReferenceKind | undefined =>
  referenceCatalogue.find(({ kind }) => kind === word)?.kind;

/** A list picked as a file, read into memory and kept nowhere; a sentence where no sheet of it is a list. */
export function readReference(
  workbook: WorkbookSnapshot,
): { readonly entries: readonly ReferenceEntry[] } | { readonly reason: string } {
  const { entries } = readReferenceList(workbook);
  if (entries.length > 0) return { entries };
  return { reason: `“${workbook.name}”里没有找到姓名、身份证号或村名的列，请核对是不是名单。` };
}
