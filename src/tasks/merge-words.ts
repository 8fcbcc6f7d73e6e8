import { fields } from '../core/ledger/fields';
import type { Difference } from '../core/merge/differences';
import { needsNobody, reasonWords, verdictWords, type FileVerdict, type SetAsideReason } from '../core/merge/verdict';
import type { MergeReport } from './merge-returned';

/** True where a person has something to do: a file to ask for again or to choose, an error, a figure that does not add up. */
export const leavesWork = ({ summary, parts, verdicts, conservation }: MergeReport): boolean =>
  summary.error > 0 ||
  parts.some(({ setAside }) => setAside && !needsNobody(setAside.reason)) ||
  verdicts.some(({ reason }) => reason !== undefined && !needsNobody(reason)) ||
  [...conservation.lines, ...conservation.totals].some(({ holds }) => !holds) ||
  conservation.ownTotals.some(({ agrees }) => !agrees);

/** What a verdict is called. */
export const verdictOf = (verdict: FileVerdict['verdict']): string => verdictWords[verdict];
/** What a reason is called. */
export const reasonOf = (reason: SetAsideReason): string => reasonWords[reason];

/** One line for a household that the newer return has otherwise. */
export function describeDifference({ kind, village, name, changes, older, newer }: Difference): string {
  const place = newer ?? older;
  const where = place ? `（${place.workbook}第 ${place.row} 行）` : '';
  if (kind !== 'changed') return `${village}${name}${where}：${kind === 'added' ? '新增' : '减少'}`;
  return `${village}${name}${where}：${changes.map(({ field, from, to }) => `${fields[field].zh}由“${from}”改为“${to}”`).join('，')}`;
}
