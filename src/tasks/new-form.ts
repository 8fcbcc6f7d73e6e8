import { blankForm } from '../core/sheets/blank-form';
import type { CellAt } from '../core/workbook/cell';
import type { WorkbookChange } from '../core/workbook/change';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import { sheetNamed, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../core/workbook/snapshot';
import { formById, forms } from '../forms';

/** 新建表样: the sheets of a blank form; `undefined` where no form has that id. */
export function newForm(id: string): readonly SheetPlan[] | undefined {
  const form = formById(id);
  return form && blankForm(form);
}

export interface NewForm {
  readonly changes: readonly WorkbookChange[];
  /** The first cell to be filled in. */
  readonly begin: CellAt;
}

/**
 * 新建表样 in an open workbook: a blank form behind its sheets, under names that no sheet there has, so that a form someone
 * filled in is never replaced. A dictionary that is there word for word is not put twice. `undefined` where no form has that id.
 */
export function newFormChanges(workbook: WorkbookSnapshot, id: string): NewForm | undefined {
  const plans = newForm(id);
  if (!plans) return undefined;
  const taken = new Set(workbook.sheets.map(({ name }) => sameName(name)));
  const [blank, ...others] = plans;
  const missing = others.filter((plan) => !workbook.sheets.some((sheet) => isDictionary(sheet, plan)));
  const named = [blank, ...missing].map((plan): SheetPlan => {
    const name = freeName(plan.name, taken);
    taken.add(sameName(name));
    return { ...plan, name };
  });
  return {
    changes: named.map((plan) => ({ kind: 'put-sheet', plan })),
    begin: { sheet: named[0].name, row: (blank.frozen?.rows ?? 0) + 1, column: 1 },
  };
}

/** Of the blank forms that these changes would take away again, the sheets into which something was written since. */
export function filledSince(workbook: WorkbookSnapshot, undo: readonly WorkbookChange[]): readonly string[] {
  return undo.flatMap((change) => {
    const sheet = change.kind === 'remove-sheet' ? sheetNamed(workbook, change.sheet) : undefined;
    if (!sheet) return [];
    const isBlank = forms.some((form) => blankForm(form).some((plan) => holdsOnly(sheet, plan)));
    return isBlank ? [] : [sheet.name];
  });
}

/** Programs do not tell upper from lower case in the names of sheets. */
const sameName = (name: string): string => name.toLowerCase();

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}（${number}）`;
    if (!taken.has(sameName(free))) return free;
  }
}

const isDictionary = (sheet: SheetSnapshot, plan: SheetPlan): boolean =>
  sheet.name.startsWith(plan.name) &&
  holdsOnly(sheet, plan) &&
  plan.rows.every(({ cells }, row) =>
    cells.every(({ value }, column) => valueAt(sheet, row + 1, column + 1) === value),
  );

/** True where no cell of the sheet says anything that the plan does not. */
const holdsOnly = (sheet: SheetSnapshot, plan: SheetPlan): boolean =>
  sheet.formulas.size === 0 &&
  sheet.notes.size === 0 &&
  sheet.rows.every(
    (cells, row) =>
      cells?.every(
        (value, column) => value === null || value === '' || value === plan.rows[row]?.cells[column]?.value,
      ) ?? true,
  );
