import { fenOf, figureOf, isMoney, placeOf, unitOf, type FigureField, type Household } from './household';
import type { TableColumn } from './table';

type Column = TableColumn<Household>;

/** The columns of household tables. Widths in characters. */
export const serial: Column = { heading: ['序号'], width: 5, style: 'center', value: (_, index) => index + 1 };
export const head: Column = { heading: ['户主姓名'], width: 10, style: 'center', value: ({ head }) => head };
export const idNumber: Column = {
  heading: ['身份证号'],
  width: 19.5,
  style: 'digits',
  value: ({ idNumber }) => idNumber,
};
export const place: Column = { heading: ['村组'], width: 15, style: 'center', value: placeOf };
export const village: Column = { heading: ['村（社区）'], width: 13, style: 'center', value: ({ village }) => village };
export const group: Column = { heading: ['村民小组'], width: 9, style: 'center', value: ({ group }) => group };
export const householdType: Column = {
  heading: ['家庭类型'],
  width: 12,
  style: 'center',
  value: ({ householdType }) => householdType,
};
export const severity: Column = {
  heading: ['困难程度'],
  width: 11,
  style: 'center',
  value: ({ severity }) => severity,
};
export const disasterType: Column = {
  heading: ['受灾类型'],
  width: 10,
  style: 'center',
  value: ({ disasterType }) => disasterType,
};
export const size: Column = {
  heading: ['家庭人口\n（人）'],
  width: 9,
  style: 'count',
  value: ({ size }) => size ?? null,
  hundredths: ({ size }) => (size ?? 0) * 100,
};
export const inNeed: Column = {
  heading: ['需救助人口\n（人）'],
  width: 11,
  style: 'count',
  value: ({ inNeed }) => inNeed ?? null,
  hundredths: ({ inNeed }) => (inNeed ?? 0) * 100,
};
/** The amount under a heading of the sheet's own, `救助金额` where none is given. */
export const amount = (heading = '救助金额'): Column => ({
  heading: [`${heading}\n（元）`],
  width: 12,
  style: 'money',
  value: ({ amount }) => (amount === undefined ? null : amount / 100),
  hundredths: fenOf,
});
export const bank: Column = { heading: ['开户银行'], width: 14, style: 'center', value: ({ bank }) => bank };
export const accountHolder: Column = {
  heading: ['开户名'],
  width: 10,
  style: 'center',
  value: ({ accountHolder }) => accountHolder,
};
export const account: Column = { heading: ['一卡通账号'], width: 21, style: 'digits', value: ({ account }) => account };
export const phone: Column = { heading: ['联系电话'], width: 13, style: 'digits', value: ({ phone }) => phone };
/** Room for the pen. */
export const toSign = (heading: string, width = 12): Column => ({
  heading: [heading],
  width,
  style: 'center',
  value: () => null,
});
export const remark: Column = { heading: ['备注'], width: 13, style: 'text', value: ({ remark }) => remark };
/** A count, quantity or sum of money of the ledger, with its unit and its total. */
export const figure = (
  field: FigureField,
  name: string,
  households: readonly Household[],
  group?: string,
  width = 9,
): Column => {
  const unit = unitOf(households, field);
  const heading = unit === '' ? name : `${name}\n（${unit}）`;
  return {
    heading: group === undefined ? [heading] : [group, heading],
    width,
    style: isMoney(field) ? 'money' : 'quantity',
    value: (household) => figureOf(household, field) ?? null,
    hundredths: (household) => Math.round((figureOf(household, field) ?? 0) * 100),
  };
};

/** `36户`, for total rows. */
export const householdCount = (households: readonly Household[]): string => `${households.length}户`;

/** The columns that hold something in at least one household, so that no empty column is printed. */
export const filled = (columns: readonly Column[], households: readonly Household[]): readonly Column[] =>
  columns.filter((column) =>
    households.some((household) => {
      const value = column.value(household, 0);
      return value !== null && value !== '';
    }),
  );
