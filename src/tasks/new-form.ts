import type { SheetPlan } from '../core/workbook/sheet-plan';
import { blankForm } from '../core/sheets/blank-form';
import { formById } from '../forms';

/** 新建表样: the sheets of a blank form; `undefined` where no form has that id. */
export function newForm(id: string): readonly SheetPlan[] | undefined {
  const form = formById(id);
  return form && blankForm(form);
}
