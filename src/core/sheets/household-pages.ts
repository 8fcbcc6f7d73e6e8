import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Household } from './household';
import { layout, pageOf, type Layout } from './layout';
import { headingOf, sheetName } from './sheet-kind';

/**
 * Forms of a page or more for each household, A4 upright. A sheet takes so many households that its page breaks stay below
 * the 1,026 that Excel keeps; what is more goes onto further sheets, and numbers go on.
 */
export function* householdPages(
  households: readonly Household[],
  form: {
    readonly name: readonly [string, ...string[]];
    readonly heading: string;
    readonly widths: readonly number[];
    /** Most pages that a household takes. */
    readonly pagesEach: number;
    readonly whenEmpty: string;
    readonly page: (sheet: Layout, household: Household, index: number, breakBefore: boolean) => void;
  },
): Generator<Step, readonly SheetPlan[]> {
  const perSheet = Math.floor(1000 / form.pagesEach);
  const plans: SheetPlan[] = [];
  for (let from = 0; from === 0 || from < households.length; from += perSheet) {
    const sheet = layout(headingOf(form.heading), form.widths);
    for (const [place, household] of households.slice(from, from + perSheet).entries()) {
      form.page(sheet, household, from + place, place > 0);
      if (place % 50 === 49) yield { doing: `排版${form.name[0]}`, done: from + place + 1, total: households.length };
    }
    if (households.length === 0) sheet.line({ parts: [form.whenEmpty] });
    const number = from === 0 ? '' : String(from / perSheet + 1);
    plans.push(sheet.plan({ name: sheetName(...form.name, number), page: pageOf('A4', 'portrait') }));
  }
  return plans;
}
