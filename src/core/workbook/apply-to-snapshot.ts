import type { Area, CellAt, CellValue } from './cell';
import { cellKey, isCellError, sameValue, sheetLimits } from './cell';
import type { ApplyReceipt, CellEdit, RefusalReason, RefusedEdit, RefusedSheet, WorkbookChange } from './change';
import { drawPlan, indexOfStyle, planOf } from './plan-in-snapshot';
import { finish, type Step } from './port';
import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { formulaAt, plainStyle, styleAt, valueAt } from './snapshot';

export { cellStyleOf } from './plan-in-snapshot';

export interface AppliedChanges {
  readonly snapshot: WorkbookSnapshot;
  readonly receipt: ApplyReceipt;
}

/**
 * Carries changes out on a snapshot and says what was refused; the snapshot given stays as it was.
 * The one meaning of `apply`: adapters that hold a snapshot use it, the others are tested against it.
 */
export const applyToSnapshot = (snapshot: WorkbookSnapshot, changes: readonly WorkbookChange[]): AppliedChanges =>
  finish(applyInSteps(snapshot, changes));

/** The same in steps, for whoever must not be held up by ten thousand edits. Left off in between, nothing was changed. */
export function* applyInSteps(
  snapshot: WorkbookSnapshot,
  changes: readonly WorkbookChange[],
): Generator<Step, AppliedChanges> {
  let workbook = snapshot;
  const applied: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  const refusedSheets: RefusedSheet[] = [];
  const undo: WorkbookChange[] = [];
  for (const change of changes) {
    if (change.kind === 'edit-cells') {
      const done = yield* editCells(workbook, change.edits);
      workbook = done.workbook;
      // Not push with a spread: a step may have more edits than a call may have arguments.
      for (const edit of done.applied) applied.push(edit);
      for (const edit of done.refused) refused.push(edit);
      if (done.undo.length > 0) undo.unshift({ kind: 'edit-cells', edits: done.undo });
      continue;
    }
    const done = yield* changeSheet(workbook, change);
    if ('reason' in done) {
      refusedSheets.push({ sheet: change.kind === 'put-sheet' ? change.plan.name : change.sheet, reason: done.reason });
    } else {
      workbook = done.workbook;
      undo.unshift(done.undo);
    }
  }
  return { snapshot: workbook, receipt: { applied, refused, refusedSheets, undo } };
}

interface EditedCells {
  readonly workbook: WorkbookSnapshot;
  readonly applied: readonly CellEdit[];
  readonly refused: readonly RefusedEdit[];
  readonly undo: readonly CellEdit[];
}

/** So many edits, or rows of a plan, are a few milliseconds' work. */
const atOnce = 1024;

function* editCells(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): Generator<Step, EditedCells> {
  const applied: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  const undo: CellEdit[] = [];
  const styles = [...workbook.styles];
  const drafts = new Map<string, SheetDraft>();
  // Ten thousand edits usually ask for the same few restyles.
  const restyles = new Map<string, number>();
  const restyle = (index: number, before: CellStyle, numberFormat: string): number => {
    const key = `${index} ${numberFormat}`;
    const known = restyles.get(key) ?? indexOfStyle(styles, { ...before, numberFormat });
    restyles.set(key, known);
    return known;
  };
  for (const [index, edit] of edits.entries()) {
    if (index % atOnce === atOnce - 1) yield { doing: '正在改动单元格', done: index, total: edits.length };
    const { row, column } = edit.at;
    let draft = drafts.get(edit.at.sheet);
    if (!draft) {
      const sheet = workbook.sheets.find((candidate) => candidate.name === edit.at.sheet);
      if (!sheet) {
        refused.push({ edit, reason: 'sheet-missing', found: null });
        continue;
      }
      draft = draftOf(sheet);
      drafts.set(sheet.name, draft);
    }
    const found = draft.rows[row - 1]?.[column - 1] ?? null;
    const styleIndex = draft.styleRows[row - 1]?.[column - 1] ?? 0;
    const reason = reasonToRefuse(draft, edit, found, styles[styleIndex] ?? plainStyle);
    if (reason) {
      refused.push({ edit, reason, found });
      continue;
    }
    writable(draft, row)[column - 1] = edit.to;
    const before = styles[styleIndex] ?? plainStyle;
    const restyled = edit.numberFormat !== undefined && edit.numberFormat !== before.numberFormat;
    if (restyled) {
      writableStyles(draft, row, column)[column - 1] = restyle(styleIndex, before, edit.numberFormat);
    }
    draft.rowCount = Math.max(draft.rowCount, edit.to === null ? 0 : row);
    draft.columnCount = Math.max(draft.columnCount, edit.to === null ? 0 : column);
    draft.texts?.delete(cellKey(row, column));
    applied.push(edit);
    // An error value cannot be typed back; taking such a step back leaves the cell empty.
    const back = isCellError(found) ? null : found;
    undo.push({ at: edit.at, from: edit.to, to: back, ...(restyled ? { numberFormat: before.numberFormat } : {}) });
  }
  if (applied.length === 0) return { workbook, applied, refused, undo };
  // Latest first, as it has to be taken back.
  undo.reverse();
  const sheets = workbook.sheets.map((sheet) => {
    const draft = drafts.get(sheet.name);
    return draft?.touched ? sheetOf(draft) : sheet;
  });
  return { workbook: { ...workbook, styles, sheets }, applied, refused, undo };
}

interface SheetDraft {
  readonly sheet: SheetSnapshot;
  readonly rows: (CellValue[] | readonly CellValue[] | undefined)[];
  readonly styleRows: (ArrayLike<number> | undefined)[];
  readonly ownRows: Set<number>;
  readonly ownStyleRows: Set<number>;
  readonly texts?: Map<number, string>;
  readonly covered: (row: number, column: number) => boolean;
  rowCount: number;
  columnCount: number;
  touched: boolean;
}

function draftOf(sheet: SheetSnapshot): SheetDraft {
  return {
    sheet,
    rows: sheet.rows.slice(),
    styleRows: sheet.styleRows.slice(),
    ownRows: new Set(),
    ownStyleRows: new Set(),
    ...(sheet.texts ? { texts: new Map(sheet.texts) } : {}),
    covered: coveredCells(sheet.merges),
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    touched: false,
  };
}

/** Tells the cells that a merge has swallowed. Many merges are looked up by row, as a ledger merges cells household by household. */
function coveredCells(merges: readonly Area[]): SheetDraft['covered'] {
  const isTall = (merge: Area): boolean => merge.bottom - merge.top > 100;
  const tall = merges.filter(isTall);
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) {
    if (isTall(merge)) continue;
    for (let row = merge.top; row <= merge.bottom; row++) {
      const inRow = byRow.get(row);
      if (inRow) inRow.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (row, column) => {
    const covers = (merge: Area): boolean => coversButNotFirst(merge, row, column);
    return tall.some(covers) || (byRow.get(row)?.some(covers) ?? false);
  };
}

const sheetOf = (draft: SheetDraft): SheetSnapshot => ({
  ...draft.sheet,
  rows: draft.rows,
  styleRows: draft.styleRows,
  rowCount: draft.rowCount,
  columnCount: draft.columnCount,
  ...(draft.texts ? { texts: draft.texts } : {}),
});

function writable(draft: SheetDraft, row: number): CellValue[] {
  draft.touched = true;
  if (!draft.ownRows.has(row)) {
    draft.rows[row - 1] = [...(draft.rows[row - 1] ?? [])];
    draft.ownRows.add(row);
  }
  return draft.rows[row - 1] as CellValue[];
}

function writableStyles(draft: SheetDraft, row: number, column: number): number[] {
  if (!draft.ownStyleRows.has(row)) {
    const styles = Array.from(draft.styleRows[row - 1] ?? []);
    while (styles.length < column) styles.push(0);
    draft.styleRows[row - 1] = styles;
    draft.ownStyleRows.add(row);
  }
  const styles = draft.styleRows[row - 1] as number[];
  while (styles.length < column) styles.push(0);
  return styles;
}

function reasonToRefuse(
  draft: SheetDraft,
  edit: CellEdit,
  found: CellValue,
  style: CellStyle,
): RefusalReason | undefined {
  const { row, column } = edit.at;
  if (draft.sheet.formulas.has(cellKey(row, column))) return 'formula';
  if (draft.covered(row, column)) return 'merged-away';
  if (draft.sheet.isProtected && style.locked) return 'locked';
  if (!sameValue(found, edit.from)) return 'changed';
  if (typeof edit.to === 'string' && edit.to.length > sheetLimits.characters) return 'too-long';
  return undefined;
}

const coversButNotFirst = (merge: Area, row: number, column: number): boolean =>
  row >= merge.top &&
  row <= merge.bottom &&
  column >= merge.left &&
  column <= merge.right &&
  (row !== merge.top || column !== merge.left);

type SheetChange = Exclude<WorkbookChange, { kind: 'edit-cells' }>;

type ChangedSheet =
  { readonly reason: RefusalReason } | { readonly workbook: WorkbookSnapshot; readonly undo: WorkbookChange };

function* changeSheet(workbook: WorkbookSnapshot, change: SheetChange): Generator<Step, ChangedSheet> {
  const name = change.kind === 'put-sheet' ? change.plan.name : change.sheet;
  const index = workbook.sheets.findIndex((sheet) => sheet.name === name);
  const sheet = workbook.sheets[index];
  if (change.kind === 'replace-marks') {
    if (!sheet) return { reason: 'sheet-missing' };
    return {
      workbook: withSheet(workbook, index, { ...sheet, marks: change.marks }),
      undo: { kind: 'replace-marks', sheet: name, marks: sheet.marks },
    };
  }
  if (change.kind === 'remove-sheet') {
    if (!sheet) return { reason: 'sheet-missing' };
    if (valueAt(sheet, 1, 1) !== change.heading || workbook.sheets.length === 1) return { reason: 'sheet-not-ours' };
    return {
      workbook: { ...workbook, sheets: workbook.sheets.filter((other) => other !== sheet) },
      undo: { kind: 'put-sheet', plan: yield* planOf(workbook, sheet, change.heading) },
    };
  }
  const { plan } = change;
  if (sheet && valueAt(sheet, 1, 1) !== plan.heading) return { reason: 'sheet-not-ours' };
  const { styles, drawn } = yield* drawPlan(workbook, plan);
  return sheet
    ? {
        workbook: withSheet({ ...workbook, styles }, index, drawn),
        undo: { kind: 'put-sheet', plan: yield* planOf(workbook, sheet, plan.heading) },
      }
    : {
        workbook: { ...workbook, styles, sheets: [...workbook.sheets, drawn] },
        undo: { kind: 'remove-sheet', sheet: name, heading: plan.heading },
      };
}

const withSheet = (workbook: WorkbookSnapshot, index: number, sheet: SheetSnapshot): WorkbookSnapshot => ({
  ...workbook,
  sheets: workbook.sheets.map((other, at) => (at === index ? sheet : other)),
});

/** Whether the cell may be typed into, and if not why; for a screen that wants to know beforehand. */
export function whyNotEditable(workbook: WorkbookSnapshot, at: CellAt): RefusalReason | undefined {
  const sheet = workbook.sheets.find((candidate) => candidate.name === at.sheet);
  if (!sheet) return 'sheet-missing';
  if (formulaAt(sheet, at.row, at.column) !== undefined) return 'formula';
  if (sheet.merges.some((merge) => coversButNotFirst(merge, at.row, at.column))) return 'merged-away';
  return sheet.isProtected && styleAt(workbook, sheet, at.row, at.column).locked ? 'locked' : undefined;
}
