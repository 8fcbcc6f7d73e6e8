import { fenOf, figureOf, isMoney, sumOf, unitOf, type FigureField, type Household } from './household';
import type { TableColumn } from './table';

/** A group of households on one line: a village, a type. */
export interface Portion {
  readonly name: string;
  /** What the line is a part of: the village of a type, the township of a village. */
  readonly of?: string;
  readonly households: readonly Household[];
}

type Column = TableColumn<Portion>;

export const portionSerial: Column = { heading: ['序号'], width: 5, style: 'center', value: (_, index) => index + 1 };
export const portionName = (heading: string, width = 20): Column => ({
  heading: [heading],
  width,
  style: 'center',
  value: ({ name }) => name,
});
export const portionOf = (heading: string): Column => ({
  heading: [heading],
  width: 13,
  style: 'center',
  value: ({ of }) => of ?? '',
});
export const portionRemark: Column = { heading: ['备注'], width: 8, style: 'text', value: () => null };

/** A column of a portion that counts something whole. */
export const portionCount = (
  heading: readonly [string, ...string[]],
  count: (households: readonly Household[]) => number,
  width = 11,
): Column => ({
  heading,
  width,
  style: 'count',
  value: ({ households }) => count(households),
  hundredths: ({ households }) => count(households) * 100,
});

/** A column of a portion that adds up money in 分. */
export const portionMoney = (
  heading: readonly [string, ...string[]],
  fen: (household: Household) => number | undefined,
  width = 12,
): Column => ({
  heading,
  width,
  style: 'money',
  value: ({ households }) => sumOf(households, fen) / 100,
  hundredths: ({ households }) => sumOf(households, fen),
});

/** A figure of the ledger added up, with its unit; under a heading of its group where one is given. */
export const portionFigure = (
  field: FigureField,
  name: string,
  all: readonly Household[],
  group?: string,
  width = 10,
): Column => {
  const unit = unitOf(all, field);
  const heading = unit === '' ? name : `${name}\n（${unit}）`;
  const hundredths = ({ households }: Portion) =>
    Math.round(sumOf(households, (household) => figureOf(household, field)) * 100);
  return {
    heading: group === undefined ? [heading] : [group, heading],
    width,
    style: isMoney(field) ? 'money' : 'quantity',
    value: (portion) => hundredths(portion) / 100,
    hundredths,
  };
};

export const householdsColumn = portionCount(['户数\n（户）'], (households) => households.length, 8);
export const sizeColumn = portionCount(['家庭人口\n（人）'], (households) => sumOf(households, ({ size }) => size));
export const inNeedColumn = portionCount(['需救助人口\n（人）'], (households) =>
  sumOf(households, ({ inNeed }) => inNeed),
);
export const amountColumn = portionMoney(['救助金额\n（元）'], fenOf);

/** Households, persons and money of a portion. */
export const portionColumns: readonly Column[] = [householdsColumn, sizeColumn, inNeedColumn, amountColumn];
