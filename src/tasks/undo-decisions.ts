import { recordCells, type RecordCells } from '../core/decisions/decision-edits';
import { holdsDecision, isRecordSheet, recordHeading } from '../core/decisions/record-sheet';
import { sealLinesIn } from '../core/merge/seal-lines';
import type { CellEdit, WorkbookChange } from '../core/workbook/change';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

export interface SafeUndo {
  readonly changes: readonly WorkbookChange[];
  /** A sentence on what stays; missing where all is taken back. */
  readonly kept?: string;
}

/**
 * What takes a step back without losing what was decided since. A decision is taken back in the row that its finding has
 * now: the record may have been drawn anew. A record in which something is decided, or that bears a seal, stays.
 */
export function undoKeepingDecisions(workbook: WorkbookSnapshot, undo: readonly WorkbookChange[]): SafeUndo {
  const records = new Map(
    workbook.sheets.filter(isRecordSheet).map((sheet) => [sheet.name, { sheet, cells: recordCells(sheet) }] as const),
  );
  if (records.size === 0) return { changes: undo };
  const isEmptied = new Set<string>();
  const kept = new Set<string>();
  const changes = undo.flatMap((change): WorkbookChange[] => {
    if (change.kind === 'edit-cells') {
      const edits = change.edits.flatMap((edit) => (records.has(edit.at.sheet) ? [] : [edit]));
      const own = change.edits.filter(({ at }) => records.has(at.sheet));
      const found = rowsOf(own).flatMap((row) => {
        const cells = records.get(row[0].at.sheet)?.cells;
        const moved = cells && inRowOfKey(row, cells);
        if (!moved) kept.add(goneSentence);
        else isEmptied.add(row[0].at.sheet);
        return moved ?? [];
      });
      return edits.length + found.length > 0 ? [{ kind: 'edit-cells', edits: [...edits, ...found] }] : [];
    }
    const name = change.kind === 'put-sheet' ? change.plan.name : change.sheet;
    const record = records.get(name)?.sheet;
    const isOurs = change.kind !== 'replace-marks' && record !== undefined;
    if (!isOurs || !(holdsDecision(record) || sealLinesIn(record.rows))) return [change];
    // The sheet that the decision itself had drawn: other findings stand in it, to be decided or not.
    if (!isEmptied.has(name)) kept.add(keptSentence);
    return [];
  });
  return { changes, ...(kept.size > 0 && { kept: [...kept].join('') }) };
}

/** True where all that is changed stands in a record: what was found in the ledgers holds on. */
export const isInRecordOnly = (changes: readonly WorkbookChange[], { sheets }: WorkbookSnapshot): boolean =>
  changes.length > 0 &&
  changes.every((change) =>
    change.kind === 'edit-cells'
      ? change.edits.every(({ at }) => sheets.some((sheet) => sheet.name === at.sheet && isRecordSheet(sheet)))
      : (change.kind === 'put-sheet' ? change.plan.heading : change.kind === 'remove-sheet' && change.heading) ===
        recordHeading,
  );

const goneSentence = '“核查记录”重新生成过，其中已没有这一项，没有撤销。';
const keptSentence = '“核查记录”里有处理意见或报送封签，予以保留。';

function rowsOf(edits: readonly CellEdit[]): readonly (readonly CellEdit[])[] {
  const rows = new Map<string, CellEdit[]>();
  for (const edit of edits) {
    const row = `${edit.at.sheet}\n${edit.at.row}`;
    rows.set(row, [...(rows.get(row) ?? []), edit]);
  }
  return [...rows.values()];
}

/** The edits of one row where its finding stands now; as they are where the step says no key, such as cells typed by hand. */
function inRowOfKey(edits: readonly CellEdit[], record: RecordCells): readonly CellEdit[] | undefined {
  const keyEdit = edits.find(({ at }) => at.column === record.columnOf('标识'));
  if (!keyEdit) return edits;
  const row = record.rowOf(String(keyEdit.from ?? ''));
  return row === undefined ? undefined : edits.map((edit) => ({ ...edit, at: { ...edit.at, row } }));
}
