import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { isOfClass, markedClasses } from './class-words';
import { fenOf, sumOf, type Household } from './household';
import type { Line } from './layout';
import { caveats, type SheetInput } from './sheet-kind';
import { portionColumns, portionName, portionRemark, portionSerial, type Portion } from './portion';
import { printedTable, sectionsOf } from './table';

/** The households by household type, types in the order of the ledger. */
export const portionsByType = (households: readonly Household[]): readonly Portion[] =>
  sectionsOf(households, ({ householdType }) => householdType || '（未填家庭类型）').map(({ name, rows }): Portion => ({
    name,
    households: rows,
  }));

/** Households, persons and money by household type, types in the order of the ledger; then what of it is 特困, 低保 and so on. */
export function* classSummary(
  input: SheetInput,
  sheet: {
    readonly name: string;
    readonly heading: string;
    readonly title: string;
    readonly above: readonly Line[];
    readonly below: readonly Line[];
  },
): Generator<Step, SheetPlan> {
  return yield* printedTable<Portion>({
    ...sheet,
    columns: [portionSerial, portionName('家庭类型', 24), ...portionColumns, portionRemark],
    rows: portionsByType(input.households),
    whenEmpty: '没有救助对象。',
    below: [...classLines(input.households), ...caveats(input, input.households), ...sheet.below],
    page: { paper: 'A4', orientation: 'portrait' },
    rowHeight: 27,
  });
}

/** A household of two types counts in both classes, so these lines do not add up to the total. */
const classLines = (households: readonly Household[]): readonly Line[] =>
  markedClasses.map(({ name, words }): Line => {
    const of = households.filter((household) => isOfClass(household, words));
    const people = sumOf(of, ({ inNeed }) => inNeed);
    return {
      parts: [`其中${name}：${of.length} 户，需救助 ${people} 人，救助金额 ${sumOf(of, fenOf) / 100} 元。`],
      style: 'note',
    };
  });
