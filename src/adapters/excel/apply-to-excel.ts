import { areaName, cellOfKey, type Area, type CellValue } from '../../core/workbook/cell';
import { applyToSnapshot } from '../../core/workbook/apply-to-snapshot';
import type { ApplyReceipt, CellEdit, Mark, WorkbookChange } from '../../core/workbook/change';
import { markFills, markFormula, markSeverities, severityOfMarkFormula } from '../../core/workbook/mark-tag';
import type { Watch } from '../../core/workbook/port';
import { sheetNamed, styleAt, type SheetSnapshot, type WorkbookSnapshot } from '../../core/workbook/snapshot';
import { drawPlan } from './draw-plan';
import { addressGroups, readFromExcel } from './read-from-excel';
import { runBatch, runWrites } from './run-batch';

/**
 * Carries changes out in Excel: one request looks whether the sheets concerned are as expected, the one meaning of apply
 * decides what is refused, and one request writes the rest. `last` is what was read before; edits are compared with the
 * cells as they stand now. Excel's own undo does not cover this; the receipt does.
 */
export async function applyToExcel(
  changes: readonly WorkbookChange[],
  last: WorkbookSnapshot | undefined,
  watch: Watch = {},
): Promise<ApplyReceipt> {
  const edited = new Set(
    changes.flatMap((change) => (change.kind === 'edit-cells' ? change.edits.map((edit) => edit.at.sheet) : [])),
  );
  const fresh =
    edited.size > 0 || !last ? await readFromExcel(watch, (sheet) => edited.has(sheet) || !last) : undefined;
  const looked = await lookAtSheets(changes, watch);
  const now = asItStands(last, fresh, looked);
  const { receipt } = applyToSnapshot(now, changes);
  const refused = new Set(receipt.refusedSheets.map((refusal) => refusal.sheet));
  await runWrites(
    (context) => {
      writeCells(context, receipt.applied, now);
      for (const change of changes) {
        if (change.kind === 'edit-cells' || refused.has(sheetOfChange(change))) continue;
        if (change.kind === 'replace-marks') replaceMarks(context, change.sheet, change.marks, looked);
        if (change.kind === 'put-sheet')
          drawPlan(
            context,
            change.plan,
            now.sheets.some((sheet) => sheet.name === change.plan.name),
          );
        if (change.kind === 'remove-sheet') context.workbook.worksheets.getItem(change.sheet).delete();
      }
    },
    { watch },
  );
  return receipt;
}

type SheetChange = Exclude<WorkbookChange, { kind: 'edit-cells' }>;

const sheetOfChange = (change: SheetChange): string => (change.kind === 'put-sheet' ? change.plan.name : change.sheet);

/** What was found of a sheet that a change names; `undefined` where there is no such sheet. */
type Looked = ReadonlyMap<string, { readonly first: CellValue; readonly ourFormats: readonly string[] } | undefined>;

function lookAtSheets(changes: readonly WorkbookChange[], watch: Watch): Promise<Looked> {
  const names = [
    ...new Set(changes.flatMap((change) => (change.kind === 'edit-cells' ? [] : [sheetOfChange(change)]))),
  ];
  if (names.length === 0) return Promise.resolve(new Map());
  return runBatch(
    async (context) => {
      const asked = names.map((name) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        sheet.load('name');
        const first = sheet.getRange('A1');
        first.load('values');
        const formats = sheet.getRange().conditionalFormats;
        formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
        return { name, sheet, first, formats };
      });
      await context.sync();
      return new Map(
        asked.map(({ name, sheet, first, formats }) => [
          name,
          sheet.isNullObject
            ? undefined
            : {
                first: (first.values[0][0] as CellValue) === '' ? null : (first.values[0][0] as CellValue),
                ourFormats: formats.items
                  .filter(
                    (format) =>
                      format.type === 'Custom' && severityOfMarkFormula(format.customOrNullObject.rule.formula),
                  )
                  .map((format) => format.id),
              },
        ]),
      );
    },
    { watch },
  );
}

/** What was read before, with the sheets read just now and the first cells looked at just now put in. */
function asItStands(
  last: WorkbookSnapshot | undefined,
  fresh: WorkbookSnapshot | undefined,
  looked: Looked,
): WorkbookSnapshot {
  const base = fresh && !last ? fresh : last;
  if (!base) throw new Error('nothing was read');
  // Styles are indexes into a workbook's own table; sheets read just now bring theirs along behind the old ones.
  const shift = base === fresh ? 0 : base.styles.length;
  const moved = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    styleRows: sheet.styleRows.map((row) => row && Array.from(row, (index) => index + shift)),
  });
  const renewed = new Map(base === fresh || !fresh ? [] : fresh.sheets.map((sheet) => [sheet.name, moved(sheet)]));
  const known = base.sheets
    .map((sheet) => renewed.get(sheet.name) ?? sheet)
    .filter((sheet) => !looked.has(sheet.name) || looked.get(sheet.name));
  const missing = [...renewed.values()].filter((sheet) => !base.sheets.some((other) => other.name === sheet.name));
  const added = [...looked]
    .filter(([name, found]) => found && !known.some((sheet) => sheet.name === name))
    .map(([name]) => emptySheet(name));
  return {
    ...base,
    styles: base === fresh ? base.styles : [...base.styles, ...(fresh?.styles ?? [])],
    sheets: [...known, ...missing, ...added].map((sheet) => {
      const found = looked.get(sheet.name);
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

/** Number formats go before values, or Excel would turn an 18-digit text into a number. */
function writeCells(context: Excel.RequestContext, edits: readonly CellEdit[], now: WorkbookSnapshot): void {
  for (const { sheet, format, cells } of groupedByFormat(edits)) {
    for (const area of rectanglesOf(cells)) {
      // One code for a whole range is far less to send than one for each cell; the typings know only the array.
      context.workbook.worksheets.getItem(sheet).getRange(areaName(area)).numberFormat =
        format as unknown as string[][];
    }
  }
  const last = new Map<string, CellEdit>();
  for (const edit of edits) last.set(`${edit.at.sheet}\n${edit.at.row}\n${edit.at.column}`, edit);
  for (const run of verticalRuns([...last.values()], now)) {
    const sheet = context.workbook.worksheets.getItem(run.sheet);
    sheet.getRangeByIndexes(run.row - 1, run.column - 1, run.values.length, 1).values = run.values.map((value) => [
      asExcelTakesIt(value, run.isText),
    ]);
  }
}

/** Excel would read `=…`, `+…`, `00123` or a date typed into a General cell as something else; an apostrophe keeps text text. */
function asExcelTakesIt(value: CellEdit['to'], isText: boolean): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string' || isText) return value;
  return /^[=+\-@']/.test(value) || /\d/.test(value) || /^\s*(true|false)\s*$/i.test(value) ? `'${value}` : value;
}

interface Run {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly isText: boolean;
  readonly values: CellEdit['to'][];
}

/** Neighbours in a column become one write. */
function verticalRuns(edits: readonly CellEdit[], now: WorkbookSnapshot): readonly Run[] {
  const sorted = [...edits].sort(
    (left, right) =>
      (left.at.sheet < right.at.sheet ? -1 : left.at.sheet > right.at.sheet ? 1 : 0) ||
      left.at.column - right.at.column ||
      left.at.row - right.at.row,
  );
  const runs: Run[] = [];
  for (const edit of sorted) {
    const sheet = sheetNamed(now, edit.at.sheet);
    const before = sheet && styleAt(now, sheet, edit.at.row, edit.at.column).numberFormat;
    const isText = (edit.numberFormat ?? before) === '@';
    const run = runs[runs.length - 1];
    const joins =
      run &&
      run.sheet === edit.at.sheet &&
      run.column === edit.at.column &&
      run.row + run.values.length === edit.at.row &&
      run.isText === isText;
    if (joins) run.values.push(edit.to);
    else runs.push({ ...edit.at, isText, values: [edit.to] });
  }
  return runs;
}

interface FormatGroup {
  readonly sheet: string;
  readonly format: string;
  readonly cells: CellEdit['at'][];
}

function groupedByFormat(edits: readonly CellEdit[]): readonly FormatGroup[] {
  const groups = new Map<string, FormatGroup>();
  for (const { at, numberFormat } of edits) {
    if (numberFormat === undefined) continue;
    const key = `${at.sheet}\n${numberFormat}`;
    const group = groups.get(key) ?? { sheet: at.sheet, format: numberFormat, cells: [] };
    group.cells.push(at);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function replaceMarks(context: Excel.RequestContext, name: string, marks: readonly Mark[], looked: Looked): void {
  const sheet = context.workbook.worksheets.getItem(name);
  // eslint-disable-next-line office-addins/load-object-before-read -- the collection is only a way to its items, not read
  const formats = sheet.getRange().conditionalFormats;
  for (const id of looked.get(name)?.ourFormats ?? []) formats.getItem(id).delete();
  for (const severity of markSeverities) {
    const cells = marks.filter((mark) => mark.severity === severity);
    for (const addresses of addressGroups(rectanglesOf(cells))) {
      const format = sheet.getRanges(addresses).conditionalFormats.add('Custom');
      format.custom.rule.formula = `=${markFormula(severity)}`;
      format.custom.format.fill.color = markFills[severity].toUpperCase();
    }
  }
}

/** Neighbouring cells joined: first along rows, then equal runs of following rows. */
export function rectanglesOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const keys = [...new Set(cells.map((cell) => cell.row * 16_384 + cell.column - 1))].sort(
    (left, right) => left - right,
  );
  const runs: Area[] = [];
  for (const key of keys) {
    const { row, column } = cellOfKey(key);
    const run = runs[runs.length - 1];
    if (run && run.top === row && run.right === column - 1) runs[runs.length - 1] = { ...run, right: column };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const open = new Map<string, number>();
  const areas: Area[] = [];
  for (const run of runs) {
    const key = `${run.left} ${run.right}`;
    const at = open.get(key);
    if (at !== undefined && areas[at].bottom === run.top - 1) areas[at] = { ...areas[at], bottom: run.bottom };
    else open.set(key, areas.push(run) - 1);
  }
  return areas;
}
