import type { PlanStyle } from '../workbook/sheet-plan';

const song = { font: '宋体', vertical: 'center' } as const;
const line = { ...song, size: 11, wrap: true } as const;
const cell = { ...song, size: 10.5, border: true } as const;
const total = { ...cell, bold: true } as const;

/** The looks of printed sheets, in the fonts that offices have. Sizes in points. */
export const printStyles = {
  mark: { ...song, size: 8, color: '#7f7f7f', horizontal: 'left' },
  /** White on white: a sheet on a board is known again by it and does not show it. */
  markUnseen: { ...song, size: 8, color: '#ffffff', horizontal: 'left' },
  title: { font: '黑体', size: 18, horizontal: 'center', vertical: 'center', wrap: true },
  cover: { font: '黑体', size: 26, horizontal: 'center', vertical: 'center', wrap: true },
  coverLine: { font: '仿宋', size: 16, horizontal: 'left', vertical: 'center', wrap: true },
  line: { ...line, horizontal: 'left' },
  lineMiddle: { ...line, horizontal: 'center' },
  lineLast: { ...line, horizontal: 'right' },
  paragraph: { font: '仿宋', size: 14, horizontal: 'left', vertical: 'center', wrap: true },
  note: { ...song, size: 9, horizontal: 'left', wrap: true },
  noteLast: { ...song, size: 9, horizontal: 'right', wrap: true },
  heading: { ...cell, bold: true, horizontal: 'center', wrap: true },
  label: { ...cell, horizontal: 'center', wrap: true },
  text: { ...cell, horizontal: 'left', wrap: true },
  center: { ...cell, horizontal: 'center', wrap: true },
  digits: { ...cell, horizontal: 'center', numberFormat: '@' },
  count: { ...cell, horizontal: 'center', numberFormat: '0' },
  quantity: { ...cell, horizontal: 'center', numberFormat: 'General' },
  // The blank behind keeps the last digit off the border.
  money: { ...cell, horizontal: 'right', numberFormat: '0.00_ ' },
  /** For the bank's own programs: the digits and nothing else. */
  bankMoney: { ...cell, horizontal: 'right', numberFormat: '0.00' },
  totalText: { ...total, horizontal: 'center', wrap: true },
  totalLeft: { ...total, horizontal: 'left', wrap: true },
  totalCount: { ...total, horizontal: 'center', numberFormat: '0' },
  totalQuantity: { ...total, horizontal: 'center', numberFormat: 'General' },
  totalMoney: { ...total, horizontal: 'right', numberFormat: '0.00_ ' },
  /** A box to be filled by hand: words at the top, room below. */
  box: { ...cell, horizontal: 'left', vertical: 'top', wrap: true },
  sign: { ...cell, horizontal: 'right', vertical: 'bottom', wrap: true },
} as const satisfies Readonly<Record<string, PlanStyle>>;

export type PrintStyle = keyof typeof printStyles;
