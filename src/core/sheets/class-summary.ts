import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { isOfClass, markedClasses } from './class-words';
import { fenOf, sumOf, type Household } from './household';
import type { Line } from './layout';
import type { SheetInput } from './sheet-kind';
import { caveats } from './sheet-kind';
import { printedTable, sectionsOf, type TableColumn } from './table';

/** A group of households on one line: a village, a type. */
export interface Portion {
  readonly name: string;
  readonly households: readonly Household[];
}

/** Households, persons and money of a portion. */
export const portionColumns: readonly TableColumn<Portion>[] = [
  portionCount('户数\n（户）', (households) => households.length),
  portionCount('家庭人口\n（人）', (households) => sumOf(households, ({ size }) => size)),
  portionCount('需救助人口\n（人）', (households) => sumOf(households, ({ inNeed }) => inNeed)),
  {
    heading: ['救助金额\n（元）'],
    width: 14,
    style: 'money',
    value: ({ households }) => sumOf(households, fenOf) / 100,
    hundredths: ({ households }) => sumOf(households, fenOf),
  },
];

/** A column of a portion that counts something whole. */
export function portionCount(
  heading: string,
  count: (households: readonly Household[]) => number,
): TableColumn<Portion> {
  return {
    heading: [heading],
    width: 11,
    style: 'count',
    value: ({ households }) => count(households),
    hundredths: ({ households }) => count(households) * 100,
  };
}

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
  const portions = sectionsOf(input.households, ({ householdType }) => householdType || '（未填家庭类型）').map(
    ({ name, rows }): Portion => ({ name, households: rows }),
  );
  return yield* printedTable<Portion>({
    ...sheet,
    columns: [
      { heading: ['序号'], width: 6, style: 'center', value: (_, index) => index + 1 },
      { heading: ['家庭类型'], width: 24, style: 'center', value: ({ name }) => name },
      ...portionColumns,
      { heading: ['备注'], width: 12, style: 'text', value: () => null },
    ],
    rows: portions,
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
