import type { Area, CellAt, CellValue } from './cell';
import { cellKey, isCellError, sameValue, sheetLimits } from './cell';
import type { ApplyReceipt, CellEdit, RefusalReason, RefusedEdit, RefusedSheet, WorkbookChange } from './change';
import type { PlanStyle, SheetPlan } from './sheet-plan';
import type { CellStyle, SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { formulaAt, plainStyle, styleAt, valueAt } from './snapshot';

export interface AppliedChanges {
  readonly snapshot: WorkbookSnapshot;
  readonly receipt: ApplyReceipt;
}

/**
 * Carries changes out on a snapshot and says what was refused; the snapshot given stays as it was.
 * The one meaning of `apply`: adapters that hold a snapshot use it, the others are tested against it.
 */
export function applyToSnapshot(snapshot: WorkbookSnapshot, changes: readonly WorkbookChange[]): AppliedChanges {
  let workbook = snapshot;
  const applied: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  const refusedSheets: RefusedSheet[] = [];
  const undo: WorkbookChange[] = [];
  for (const change of changes) {
    if (change.kind === 'edit-cells') {
      const done = editCells(workbook, change.edits);
      workbook = done.workbook;
      applied.push(...done.applied);
      refused.push(...done.refused);
      if (done.undo.length > 0) undo.unshift({ kind: 'edit-cells', edits: done.undo });
      continue;
    }
    const done = changeSheet(workbook, change);
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

function editCells(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): EditedCells {
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
  for (const edit of edits) {
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
    undo.unshift({ at: edit.at, from: edit.to, to: back, ...(restyled ? { numberFormat: before.numberFormat } : {}) });
  }
  if (applied.length === 0) return { workbook, applied, refused, undo };
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
    covered: (row, column) => sheet.merges.some((merge) => coversButNotFirst(merge, row, column)),
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    touched: false,
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

function indexOfStyle(styles: CellStyle[], wanted: CellStyle): number {
  const text = JSON.stringify(wanted);
  const known = styles.findIndex(
    (style) => style.numberFormat === wanted.numberFormat && JSON.stringify(style) === text,
  );
  return known >= 0 ? known : styles.push(wanted) - 1;
}

type SheetChange = Exclude<WorkbookChange, { kind: 'edit-cells' }>;

function changeSheet(
  workbook: WorkbookSnapshot,
  change: SheetChange,
): { readonly reason: RefusalReason } | { readonly workbook: WorkbookSnapshot; readonly undo: WorkbookChange } {
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
      undo: { kind: 'put-sheet', plan: planOf(workbook, sheet, change.heading) },
    };
  }
  const { plan } = change;
  if (sheet && valueAt(sheet, 1, 1) !== plan.heading) return { reason: 'sheet-not-ours' };
  const { styles, drawn } = drawPlan(workbook, plan);
  return sheet
    ? {
        workbook: withSheet({ ...workbook, styles }, index, drawn),
        undo: { kind: 'put-sheet', plan: planOf(workbook, sheet, plan.heading) },
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

function drawPlan(
  workbook: WorkbookSnapshot,
  plan: SheetPlan,
): { readonly styles: readonly CellStyle[]; readonly drawn: SheetSnapshot } {
  const styles = [...workbook.styles];
  if (styles.length === 0) styles.push(plainStyle);
  const indexes = new Map(
    Object.entries(plan.styles).map(([name, style]) => [name, indexOfStyle(styles, cellStyleOf(style))]),
  );
  // Not Math.max with a spread: a plan may have more rows than a call may have arguments.
  const widest = plan.rows.reduce(
    (most, row) => Math.max(most, row.cells.length),
    plan.merges.reduce((most, merge) => Math.max(most, merge.right), 0),
  );
  return {
    styles,
    drawn: {
      name: plan.name,
      visibility: plan.visibility ?? 'visible',
      rowCount: plan.merges.reduce((most, merge) => Math.max(most, merge.bottom), plan.rows.length),
      columnCount: widest,
      rows: plan.rows.map((row) => row.cells.map((cell) => cell.value)),
      styleRows: plan.rows.map((row) =>
        row.cells.map((cell) => (cell.style === undefined ? 0 : (indexes.get(cell.style) ?? 0))),
      ),
      formulas: new Map(),
      notes: new Map(),
      merges: plan.merges,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      columnWidths: new Map(plan.columnWidths.map((width, at) => [at + 1, width])),
      rowHeights: new Map(
        plan.rows.flatMap((row, at) => (row.height === undefined ? [] : [[at + 1, row.height] as const])),
      ),
      defaultColumnWidth: 8.43,
      defaultRowHeight: 15,
      frozen: plan.frozen ?? { rows: 0, columns: 0 },
      isProtected: false,
      marks: [],
      plan,
    },
  };
}

/** How a planned look appears in a snapshot. */
export function cellStyleOf(style: PlanStyle): CellStyle {
  const font = { name: style.font, size: style.size, bold: style.bold, color: style.color };
  const hasFont = Object.values(font).some((value) => value !== undefined);
  return {
    numberFormat: style.numberFormat ?? 'General',
    ...(hasFont ? { font } : {}),
    ...(style.fill ? { fill: style.fill } : {}),
    ...(style.border ? { border: { top: true, right: true, bottom: true, left: true } } : {}),
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(style.vertical ? { vertical: style.vertical } : {}),
    ...(style.wrap ? { wrap: true } : {}),
    locked: true,
  };
}

/** The plan that puts a sheet of ours back as it stands; the plan it came from, where it was put in this session. */
function planOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot, heading: string): SheetPlan {
  const untouched =
    sheet.plan &&
    sheet.plan.rows.every((row, at) =>
      row.cells.every((cell, column) => sameValue(cell.value, valueAt(sheet, at + 1, column + 1))),
    );
  if (sheet.plan && untouched) return sheet.plan;
  const used = new Map<number, PlanStyle>();
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => ({
    height: sheet.rowHeights.get(at + 1),
    cells: Array.from({ length: sheet.columnCount }, (_cell, column) => {
      const index = sheet.styleRows[at]?.[column] ?? 0;
      if (!used.has(index)) used.set(index, planStyleOf(styleAt(workbook, sheet, at + 1, column + 1)));
      return { value: valueAt(sheet, at + 1, column + 1), style: `s${index}` };
    }),
  }));
  return {
    name: sheet.name,
    heading,
    columnWidths: Array.from(
      { length: sheet.columnCount },
      (_, at) => sheet.columnWidths.get(at + 1) ?? sheet.defaultColumnWidth,
    ),
    rows,
    merges: sheet.merges,
    styles: Object.fromEntries([...used].map(([index, style]) => [`s${index}`, style])),
    frozen: sheet.frozen,
    ...(sheet.visibility === 'visible' ? {} : { visibility: 'hidden' as const }),
    ...(sheet.plan?.page ? { page: sheet.plan.page } : {}),
    ...(sheet.plan?.lists ? { lists: sheet.plan.lists } : {}),
  };
}

const planStyleOf = (style: CellStyle): PlanStyle => ({
  font: style.font?.name,
  size: style.font?.size,
  bold: style.font?.bold,
  color: style.font?.color,
  fill: style.fill,
  border: style.border?.top,
  horizontal: style.horizontal === 'justify' ? 'left' : style.horizontal,
  vertical: style.vertical,
  wrap: style.wrap,
  numberFormat: style.numberFormat,
});

/** Whether the cell may be typed into, and if not why; for a screen that wants to know beforehand. */
export function whyNotEditable(workbook: WorkbookSnapshot, at: CellAt): RefusalReason | undefined {
  const sheet = workbook.sheets.find((candidate) => candidate.name === at.sheet);
  if (!sheet) return 'sheet-missing';
  if (formulaAt(sheet, at.row, at.column) !== undefined) return 'formula';
  if (sheet.merges.some((merge) => coversButNotFirst(merge, at.row, at.column))) return 'merged-away';
  return sheet.isProtected && styleAt(workbook, sheet, at.row, at.column).locked ? 'locked' : undefined;
}
