import { maskNumbers } from '../core/decisions/mask-numbers';
import { formatYuan, type Fen } from '../core/ledger/money';
import { sheetKinds } from '../core/sheets';
import { bankAnswers } from '../core/sheets/bank-answer';
import { bankPlan } from '../core/sheets/bank-plan';
import { bankResults, resultsByHousehold, type BankOutcome } from '../core/sheets/bank-results';
import { bankReturn, bankReturnSheet, type BankReturn } from '../core/sheets/bank-return';
import { bankBatch, batchOf, type BankBatch, type BankRow } from '../core/sheets/bank-rows';
import { bankText } from '../core/sheets/bank-text';
import type { CellRef } from '../core/workbook/cell';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { CheckReport } from './check-workbooks';
import { accountCell } from './payout-findings';
import { sheetInput, type Occasion, type SheetsRefused, type SheetsRequest } from './make-sheets';

export interface BankRequest extends Omit<SheetsRequest, 'kinds'> {
  /** 二次代发: only the payments that the sheet 代发结果 says have failed, with the accounts as the ledger has them now. */
  readonly onlyFailed?: boolean;
}

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
  const whole = bankBatch(prepared.input);
  const batch = request.onlyFailed ? failedOf(whole, request.workbook) : whole;
  if ('refused' in batch) return batch;
  return {
    batch,
    report: prepared.report,
    plan: bankPlan(batch),
    text: (format) => bankText(batch, format),
  };
}

function failedOf(whole: BankBatch, workbook: WorkbookSnapshot): BankBatch | SheetsRefused {
  const results = resultsByHousehold(
    bankResults(workbook),
    whole.rows.map(({ household }) => household),
  );
  const failed = whole.rows.filter(({ household }) => results.get(household)?.outcome === '没有发成');
  if (failed.length > 0) return batchOf(whole, failed);
  const refused =
    results.size === 0
      ? '工作簿里没有“代发结果”，不知道哪些户没有发成，请先登记银行回单。'
      : '“代发结果”里没有发不成的户，不用二次代发。';
  return { because: 'not-ready', refused };
}

export interface MadeBankReturn extends BankReturn {
  readonly report: CheckReport;
  /** 代发结果, then the second batch of the failed, where any failed. */
  readonly plans: readonly SheetPlan[];
}

/** 银行回单: what became of each payment, and a second batch of those that failed. Earlier answers are kept. Errors that stand are no reason not to hear the bank. */
export function* makeBankReturn(
  request: BankRequest,
  answer: WorkbookSnapshot,
): Generator<Step, MadeBankReturn | SheetsRefused> {
  const answers = answer.sheets.map(bankAnswers).find((found) => found !== undefined);
  if (!answers) {
    const refused = `“${answer.name}”里没有找到银行回单的表头，要有“账号”和“处理结果”两栏，请核对文件。`;
    return { because: 'no-answer', refused };
  }
  const prepared = yield* sheetInput(
    { ...request, village: undefined, rows: undefined, occasion: withoutMemo(request.occasion), isConfirmed: true },
    bankKinds,
  );
  if ('refused' in prepared) return prepared;
  const returned = bankReturn(prepared.input, answers, bankResults(request.workbook));
  const sheet = yield* bankReturnSheet(prepared.input, returned);
  const second = returned.second.rows.length > 0 ? [bankPlan(returned.second, '第二批代发')] : [];
  return { ...returned, report: prepared.report, plans: [sheet, ...second] };
}

/** The money has been sent: what was printed into the passbook is no question any more. */
const withoutMemo = ({ memo: _, memoLength: __, ...rest }: Occasion): Occasion => rest;

/** What the file holds and what it leaves out, in sentences. */
export function bankFileWords({ batch }: Pick<MadeBankFile, 'batch'>): string {
  const left = [
    [batch.withoutAccount.length, '没有账号'],
    [batch.withoutAmount.length, '没有救助金额'],
    [batch.inCash.length, '领取现金'],
  ] as const;
  const out = left.flatMap(([count, why]) => (count > 0 ? [`${count} 户${why}`] : []));
  return (
    `共 ${batch.rows.length} 笔，合计 ${formatYuan(batch.total)} 元，摘要“${batch.memo}”。` +
    (out.length > 0 ? `没有列入的：${out.join('，')}。` : '')
  );
}

/** What became of the payments, in one sentence. */
export function bankReturnWords({ paid, failed, unclear, unanswered, unknown }: BankReturn): string {
  const sum = (rows: readonly BankRow[]) => formatYuan(rows.reduce((all, { amount }) => all + amount, 0) as Fen);
  return `${[
    `已发放 ${paid.length} 笔 ${sum(paid)} 元`,
    `没有发成 ${failed.length} 笔 ${sum(failed.map(({ row }) => row))} 元`,
    ...(unclear.length > 0 ? [`要核对 ${unclear.length} 笔`] : []),
    ...(unanswered.length > 0 ? [`银行未回复 ${unanswered.length} 笔`] : []),
    ...(unknown.length > 0 ? [`回单里有 ${unknown.length} 笔的账号不在台账里`] : []),
  ].join('，')}。`;
}

/** The payments that did not arrive or cannot be told, each at its account in the ledger. */
export const notPaidLines = ({ failed, unclear, report }: MadeBankReturn): readonly NotPaidLine[] =>
  (
    [
      ['没有发成', failed],
      ['请核对', unclear],
    ] as const
  ).flatMap(([outcome, some]) =>
    some.map(({ row: { household }, reason }) => ({
      name: household.head,
      at: accountCell(household, report.ledgers),
      outcome,
      reason: maskNumbers(reason),
    })),
  );

export interface NotPaidLine {
  readonly name: string;
  readonly at: CellRef;
  readonly outcome: BankOutcome;
  readonly reason: string;
}

const bankKinds = sheetKinds.filter(({ id }) => id === 'bank-file');
