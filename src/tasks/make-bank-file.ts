import { sheetKinds } from '../core/sheets';
import { bankAnswers } from '../core/sheets/bank-answer';
import { bankPlan } from '../core/sheets/bank-plan';
import { bankReturn, bankReturnSheet, type BankReturn } from '../core/sheets/bank-return';
import { bankBatch, type BankBatch } from '../core/sheets/bank-rows';
import { bankText } from '../core/sheets/bank-text';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { sheetInput, type SheetsRefused, type SheetsRequest } from './make-sheets';

export type BankRequest = Omit<SheetsRequest, 'kinds'>;

export interface MadeBankFile {
  readonly batch: BankBatch;
  readonly report: CheckReport;
  /** As a workbook for the bank's system, or as the text of a file. */
  readonly plan: SheetPlan;
  readonly text: (format: 'csv' | 'txt') => string;
}

/** 代发文件: the payments as the bank takes them in. */
export function* makeBankFile(request: BankRequest): Generator<Step, MadeBankFile | SheetsRefused> {
  const prepared = yield* sheetInput(request, bankKinds);
  if ('refused' in prepared) return prepared;
  const batch = bankBatch(prepared.input);
  return {
    batch,
    report: prepared.report,
    plan: bankPlan(batch),
    text: (format) => bankText(batch, format),
  };
}

export interface MadeBankReturn extends BankReturn {
  readonly report: CheckReport;
  /** 代发结果, then the second batch of the failed, where any failed. */
  readonly plans: readonly SheetPlan[];
}

/** 银行回单: what became of each payment, and a second batch of those that failed. */
export function* makeBankReturn(
  request: BankRequest,
  answer: WorkbookSnapshot,
): Generator<Step, MadeBankReturn | SheetsRefused> {
  const answers = answer.sheets.map(bankAnswers).find((found) => found !== undefined);
  if (!answers) {
    const refused = `“${answer.name}”里没有找到银行回单的表头，要有“账号”和“处理结果”两栏，请核对文件。`;
    return { because: 'no-answer', refused };
  }
  const prepared = yield* sheetInput(request, bankKinds);
  if ('refused' in prepared) return prepared;
  const returned = bankReturn(prepared.input, answers);
  const sheet = yield* bankReturnSheet(prepared.input, returned);
  const second = returned.second.rows.length > 0 ? [bankPlan(returned.second, '第二批代发')] : [];
  return { ...returned, report: prepared.report, plans: [sheet, ...second] };
}

const bankKinds = sheetKinds.filter(({ id }) => id === 'bank-file');
