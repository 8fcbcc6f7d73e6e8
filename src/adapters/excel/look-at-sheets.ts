import type { CellValue } from '../../core/workbook/cell';
import type { RefusedSheet, WorkbookChange } from '../../core/workbook/change';
import { severityOfMarkFormula } from '../../core/workbook/mark-tag';
import type { Watch } from '../../core/workbook/port';
import { runBatch } from './run-batch';

/** What stands in Excel just now of the sheets that changes name. */
export interface Looked {
  /** `undefined` where there is no such sheet. Sheets that are only edited are among them too. */
  readonly sheets: ReadonlyMap<string, LookedSheet | undefined>;
  /** Sheets may neither be added nor removed. */
  readonly isStructureLocked: boolean;
}

export interface LookedSheet {
  readonly first: CellValue;
  /** The ids of the conditional formats that carry our marks. */
  readonly ourFormats: readonly string[];
  readonly isProtected: boolean;
  /** The protection forbids formatting cells, and with it marks and number formats. */
  readonly keepsFormats: boolean;
}

export type SheetChange = Exclude<WorkbookChange, { kind: 'edit-cells' }>;

export const sheetOfChange = (change: SheetChange): string =>
  change.kind === 'put-sheet' ? change.plan.name : change.sheet;

/** One request that looks whether the sheets that the changes name are as expected. */
export function lookAtSheets(changes: readonly WorkbookChange[], watch: Watch): Promise<Looked> {
  const names = [
    ...new Set(
      changes.flatMap((change) =>
        change.kind === 'edit-cells' ? change.edits.map(({ at }) => at.sheet) : [sheetOfChange(change)],
      ),
    ),
  ];
  if (names.length === 0) return Promise.resolve({ sheets: new Map(), isStructureLocked: false });
  return runBatch(
    async (context) => {
      const structure = context.workbook.protection;
      structure.load('protected');
      const asked = names.map((name) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        sheet.load('name');
        const first = sheet.getRange('A1');
        first.load('values');
        sheet.protection.load('protected,options');
        const formats = sheet.getRange().conditionalFormats;
        formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
        return { name, sheet, first, formats };
      });
      await context.sync();
      const sheets = new Map(
        asked.map(({ name, sheet, first, formats }): readonly [string, LookedSheet | undefined] => {
          if (sheet.isNullObject) return [name, undefined];
          const isProtected = sheet.protection.protected;
          const value = first.values[0][0] as CellValue;
          return [
            name,
            {
              first: value === '' ? null : value,
              isProtected,
              keepsFormats: isProtected && sheet.protection.options?.allowFormatCells !== true,
              ourFormats: formats.items
                .filter(
                  (format) => format.type === 'Custom' && severityOfMarkFormula(format.customOrNullObject.rule.formula),
                )
                .map((format) => format.id),
            },
          ];
        }),
      );
      return { sheets, isStructureLocked: structure.protected };
    },
    { watch },
  );
}

/** Why protection forbids the change as a whole; nothing is ever unprotected silently. */
export function lockedOut(change: WorkbookChange, { sheets, isStructureLocked }: Looked): RefusedSheet | undefined {
  if (change.kind === 'edit-cells') return undefined;
  const sheet = sheetOfChange(change);
  const found = sheets.get(sheet);
  const isForbidden =
    change.kind === 'replace-marks'
      ? found?.keepsFormats && (change.marks.length > 0 || found.ourFormats.length > 0)
      : found?.isProtected || (isStructureLocked && (change.kind === 'remove-sheet' || found === undefined));
  return isForbidden ? { sheet, reason: 'locked' } : undefined;
}
