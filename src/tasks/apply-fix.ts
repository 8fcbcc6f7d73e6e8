import type { Finding } from '../core/findings/finding';
import { cellKey } from '../core/workbook/cell';
import type { CellEdit, WorkbookChange } from '../core/workbook/change';

export interface FixPlan {
  readonly changes: readonly WorkbookChange[];
  /** The findings that the changes put right, in the order given. */
  readonly findings: readonly Finding[];
}

/**
 * 修正: the changes of these findings' fixes. Where two fixes want different things of one cell, the first has it and the
 * other finding is left out, to be judged again by the next check. All findings must lie in one workbook.
 */
export function fixChanges(findings: readonly Finding[]): FixPlan {
  const edits = new Map<string, CellEdit>();
  const put = findings.filter(({ fix }) => {
    if (!fix || fix.edits.some((edit) => (edits.get(placeOf(edit))?.to ?? edit.to) !== edit.to)) return false;
    for (const edit of fix.edits) edits.set(placeOf(edit), edit);
    return true;
  });
  return { changes: edits.size > 0 ? [{ kind: 'edit-cells', edits: [...edits.values()] }] : [], findings: put };
}

const placeOf = ({ at }: CellEdit): string => `${at.sheet}\n${cellKey(at.row, at.column)}`;
