import { excelWorkbook } from '../../../../src/adapters/excel/excel-workbook';
import type { WorkbookPort } from '../../../../src/core/workbook/port';
import { ExcelHost } from './excel-host';

/** A fresh pretended Excel behind the real office.js, with the sets it claims. */
export function connectedExcel(sets = '1.14'): { readonly host: ExcelHost; readonly port: WorkbookPort } {
  const host = new ExcelHost();
  const here = globalThis as unknown as { __connect: (host: ExcelHost) => void; Office: unknown };
  here.__connect(host);
  const number = (version: string) => Number(version.split('.')[1]);
  here.Office = {
    context: {
      requirements: {
        isSetSupported: (name: string, version: string) => name === 'ExcelApi' && number(version) <= number(sets),
      },
    },
  };
  return { host, port: excelWorkbook() };
}
