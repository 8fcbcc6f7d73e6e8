import { applyToSnapshot } from '../../core/workbook/apply-to-snapshot';
import type { ApplyReceipt, WorkbookChange } from '../../core/workbook/change';
import type { Watch } from '../../core/workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { drawPlan } from './draw-plan';
import { lockedOut, lookAtSheets, sheetOfChange, type Looked } from './look-at-sheets';
import { readFromExcel } from './read-from-excel';
import { runWrites } from './run-batch';
import { askForPage, pageRemark } from './set-up-page';
import { withOwnStyles } from './own-styles';
import { writeCells } from './write-cells';
import { writeMarks } from './write-marks';

export interface AppliedInExcel {
  readonly receipt: ApplyReceipt;
  /** The workbook as it must stand now, as far as it was read. */
  readonly snapshot: WorkbookSnapshot;
}

/**
 * Carries changes out in Excel, in their order: one request looks whether the sheets concerned are as expected, the one
 * meaning of apply decides what is refused, and one request writes the rest and reads the page set-up back. `last` is what
 * was read before; edits are compared with the cells as they stand now. Excel's own undo does not cover this; the receipt does.
 */
export async function applyToExcel(
  changes: readonly WorkbookChange[],
  last: WorkbookSnapshot | undefined,
  watch: Watch = {},
): Promise<AppliedInExcel> {
  const edited = new Set(
    changes.flatMap((change) => (change.kind === 'edit-cells' ? change.edits.map((edit) => edit.at.sheet) : [])),
  );
  const fresh =
    edited.size > 0 || !last ? await readFromExcel(watch, (sheet) => edited.has(sheet) || !last) : undefined;
  const looked = await lookAtSheets(changes, watch);
  const now = asItStands(last, fresh, looked);
  const locked = changes.flatMap((change) => lockedOut(change, looked) ?? []);
  const allowed = changes.filter((change) => !lockedOut(change, looked));
  const done = applyToSnapshot(now, allowed);
  const refused = new Set(done.receipt.refusedSheets.map((refusal) => refusal.sheet));
  const applied = new Set(done.receipt.applied);
  const remarks: string[] = [];
  await runWrites(
    (context) => {
      const pages = allowed.flatMap((change) => {
        if (change.kind === 'edit-cells') {
          const edits = change.edits.filter((edit) => applied.has(edit));
          writeCells(context, edits, now, (sheet) => looked.sheets.get(sheet)?.keepsFormats ?? false);
          return [];
        }
        const name = sheetOfChange(change);
        if (refused.has(name)) return [];
        if (change.kind === 'replace-marks')
          writeMarks(context, name, change.marks, looked.sheets.get(name)?.ourFormats ?? []);
        if (change.kind === 'remove-sheet') context.workbook.worksheets.getItem(name).delete();
        if (change.kind !== 'put-sheet') return [];
        drawPlan(context, change.plan, looked.sheets.get(name) !== undefined);
        return change.plan.page ? [askForPage(context, change.plan.name, change.plan.page)] : [];
      });
      return () => remarks.push(...pages.flatMap((page) => pageRemark(page) ?? []));
    },
    { watch },
  );
  const refusedSheets = [...done.receipt.refusedSheets, ...locked];
  return {
    snapshot: done.snapshot,
    receipt: { ...done.receipt, refusedSheets, ...(remarks.length > 0 ? { remarks } : {}) },
  };
}

/** What was read before, with the sheets read just now and the first cells looked at just now put in. */
function asItStands(
  last: WorkbookSnapshot | undefined,
  fresh: WorkbookSnapshot | undefined,
  looked: Looked,
): WorkbookSnapshot {
  const base = last ?? fresh;
  if (!base) throw new Error('nothing was read');
  const { styles, sheets: read } = last && fresh ? withOwnStyles(last.styles, fresh) : { ...base, sheets: [] };
  const renewed = new Map(read.map((sheet) => [sheet.name, sheet]));
  const isGone = (name: string) => looked.sheets.has(name) && !looked.sheets.get(name);
  const known = base.sheets.map((sheet) => renewed.get(sheet.name) ?? sheet).filter((sheet) => !isGone(sheet.name));
  const missing = [...renewed.values()].filter((sheet) => !base.sheets.some((other) => other.name === sheet.name));
  const added = [...looked.sheets]
    .filter(([name, found]) => found && ![...known, ...missing].some((sheet) => sheet.name === name))
    .map(([name]) => emptySheet(name));
  return {
    ...base,
    styles,
    sheets: [...known, ...missing, ...added].map((sheet) => {
      const found = looked.sheets.get(sheet.name);
      return found
        ? { ...sheet, rows: [[found.first, ...(sheet.rows[0]?.slice(1) ?? [])], ...sheet.rows.slice(1)] }
        : sheet;
    }),
  };
}

const emptySheet = (name: string): SheetSnapshot => ({
  name,
  visibility: 'visible',
  rowCount: 1,
  columnCount: 1,
  rows: [],
  styleRows: [],
  formulas: new Map(),
  notes: new Map(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  columnWidths: new Map(),
  rowHeights: new Map(),
  defaultColumnWidth: 8.43,
  defaultRowHeight: 15,
  frozen: { rows: 0, columns: 0 },
  isProtected: false,
  marks: [],
});
