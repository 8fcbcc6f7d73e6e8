import type { CellValue } from '../workbook/cell';
import type { PlanRow, SheetPlan } from '../workbook/sheet-plan';
import { bankCells, bankHeadings, type BankBatch } from './bank-rows';
import { harmless } from './bank-text';
import { printStyles } from './print-styles';

/** The batch as the bank's system takes it in: headings in the first row, a payment a row, nothing else. All is text but serial number and amount. */
export const bankPlan = (batch: BankBatch, name = '代发'): SheetPlan => ({
  name,
  heading: bankHeadings[0],
  columnWidths: [6, 16, 22, 24, 26, 12, 12, 14, 14],
  rows: [
    { cells: bankHeadings.map((value) => ({ value, style: 'heading' })) },
    ...batch.rows.map((row, index): PlanRow => {
      const cells: readonly CellValue[] = bankCells(row, index);
      return {
        cells: cells.map((value, place) => ({
          value:
            place === 0
              ? index + 1
              : place === amountPlace
                ? row.amount / 100
                : value === ''
                  ? null
                  : harmless(String(value)),
          style: place === 0 ? 'count' : place === amountPlace ? 'bankMoney' : 'digits',
        })),
      };
    }),
  ],
  merges: [],
  styles: printStyles,
  frozen: { rows: 1, columns: 0 },
});

const amountPlace = bankHeadings.indexOf('金额');
