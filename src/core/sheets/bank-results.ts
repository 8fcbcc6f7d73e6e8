import { comparableIdNumber } from '../ledger/id-number';
import { tidyDigits, tidyText } from '../ledger/tidy';
import { isCellError } from '../workbook/cell';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { Household } from './household';
import { headingOf } from './sheet-kind';

/** What became of a household's payment, as the sheet 代发结果 keeps it. */
export interface BankResult {
  /** The sheet row. */
  readonly row: number;
  readonly head: string;
  readonly village: string;
  readonly idNumber: string;
  /** Digits only: the account as it was sent. */
  readonly account: string;
  readonly outcome: BankOutcome;
  /** Why it was not paid, or why it cannot be told; empty where it was paid. */
  readonly reason: string;
}

/** What may stand in the column 结果. */
export const bankOutcomes = ['已发放', '没有发成', '请核对', '银行未回复'] as const;
export type BankOutcome = (typeof bankOutcomes)[number];

/** The title of the sheet that keeps what became of each payment. */
export const bankResultsTitle = '代发结果';

export const bankResultsSheet = (workbook: WorkbookSnapshot): SheetSnapshot | undefined =>
  workbook.sheets.find((sheet) => valueAt(sheet, 1, 1) === headingOf(bankResultsTitle));

/** What the workbook's sheet 代发结果 says; empty where there is none. */
export function bankResults(workbook: WorkbookSnapshot): readonly BankResult[] {
  const sheet = bankResultsSheet(workbook);
  const top = sheet ? sheet.rows.findIndex((row) => row?.[0] === '序号') + 1 : 0;
  if (!sheet || top === 0) return [];
  const headings = Array.from({ length: sheet.columnCount }, (_, index) => textAt(sheet, top, index + 1));
  const at = (row: number, heading: string) => textAt(sheet, row, headings.indexOf(heading) + 1);
  const results: BankResult[] = [];
  for (let row = top + 1; row <= sheet.rowCount; row++) {
    const outcome = bankOutcomes.find((word) => word === at(row, '结果'));
    if (typeof valueAt(sheet, row, 1) !== 'number' || outcome === undefined) continue;
    results.push({
      row,
      outcome,
      head: at(row, '户主姓名'),
      village: at(row, '村（社区）'),
      idNumber: at(row, '身份证号'),
      account: tidyDigits(at(row, '账号')),
      reason: at(row, '原因'),
    });
  }
  return results;
}

/** The result of each household that has one, known by the head's number, else by village and name; two alike also by account. */
export function resultsByHousehold(
  results: readonly BankResult[],
  households: readonly Household[],
): ReadonlyMap<Household, BankResult> {
  const byKey = new Map<string, BankResult[]>();
  for (const result of results) byKey.set(keyOf(result), [...(byKey.get(keyOf(result)) ?? []), result]);
  const found = new Map<Household, BankResult>();
  for (const household of households) {
    const alike = byKey.get(keyOf(household)) ?? [];
    const result = alike.find(({ account }) => account === tidyDigits(household.account)) ?? alike[0];
    if (!result) continue;
    found.set(household, result);
    if (alike.length > 1) alike.splice(alike.indexOf(result), 1);
  }
  return found;
}

const keyOf = ({ idNumber, village, head }: Pick<Household, 'idNumber' | 'village' | 'head'>): string =>
  comparableIdNumber(idNumber) ?? `${tidyText(village)}\n${tidyText(head)}`;

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  if (column === 0) return '';
  const value = valueAt(sheet, row, column);
  return value === null || isCellError(value) ? '' : String(value).trim();
}
