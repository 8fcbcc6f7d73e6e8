import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { BankAnswer } from './bank-answer';
import { bankBatch, type BankBatch, type BankRow } from './bank-rows';
import { withCents } from './capital-line';
import { sumOf } from './household';
import type { Fen } from '../ledger/money';
import { nameOrBlank, seasonWords } from './occasion';
import { caveats, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable } from './table';

/** The payments of a batch beside the bank's answers. */
export interface BankReturn {
  readonly paid: readonly BankRow[];
  readonly failed: readonly { readonly row: BankRow; readonly reason: string }[];
  /** Sent, but the bank says nothing of them: they are neither paid nor sent again. */
  readonly unanswered: readonly BankRow[];
  /** Answers for accounts that no payment of the ledger has, by the row of the bank's sheet. */
  readonly unknown: readonly BankAnswer[];
  /** Payments that share an account, so that an answer cannot be told to be theirs. */
  readonly ambiguous: readonly BankRow[];
  /** The failed payments once more. */
  readonly second: BankBatch;
}

/** Lays the bank's answers beside the payments, by account. Of several answers for one account the last holds. */
export function bankReturn(input: SheetInput, answers: readonly BankAnswer[]): BankReturn {
  const batch = bankBatch(input);
  const byAccount = new Map(answers.map((answer) => [answer.account, answer]));
  const uses = new Map<string, number>();
  for (const { account } of batch.rows) uses.set(account, (uses.get(account) ?? 0) + 1);
  const own = batch.rows.filter(({ account }) => uses.get(account) === 1);
  const failed = own.flatMap((row) => {
    const answer = byAccount.get(row.account);
    return answer && !answer.isPaid ? [{ row, reason: answer.reason }] : [];
  });
  return {
    paid: own.filter(({ account }) => byAccount.get(account)?.isPaid),
    failed,
    unanswered: own.filter(({ account }) => !byAccount.has(account)),
    unknown: answers.filter(({ account }) => !uses.has(account)),
    ambiguous: batch.rows.filter(({ account }) => uses.get(account) !== 1),
    second: {
      ...batch,
      rows: failed.map(({ row }) => row),
      total: sumOf(
        failed.map(({ row }) => row.household),
        ({ amount }) => amount,
      ) as Fen,
      withoutAccount: [],
      withoutAmount: [],
      inCash: [],
    },
  };
}

/** The title of the sheet that tells what became of each payment. */
export const bankReturnTitle = '代发结果';

/** The sheet 代发结果: every household with what became of its payment, so that the ledger itself stays as it was sent. */
export function* bankReturnSheet(input: SheetInput, returned: BankReturn): Generator<Step, SheetPlan> {
  const { occasion, policy } = input;
  const reasons = new Map(returned.failed.map(({ row, reason }) => [row, reason]));
  const paid = new Set(returned.paid);
  const ambiguous = new Set(returned.ambiguous);
  const sum = (rows: readonly BankRow[]) => withCents(rows.reduce((all, { amount }) => all + amount, 0) as Fen);
  const outcome = (row: BankRow): string =>
    paid.has(row) ? '已发放' : reasons.has(row) ? '失败' : ambiguous.has(row) ? '账号与他户相同，请核对' : '银行未回复';
  const failedRows = returned.failed.map(({ row }) => row);
  return yield* printedTable<BankRow>({
    name: sheetName('代发结果'),
    heading: headingOf('代发结果'),
    title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助资金代发结果`,
    above: [
      {
        parts: [
          `已发放 ${returned.paid.length} 笔 ${sum(returned.paid)} 元`,
          `失败 ${failedRows.length} 笔 ${sum(failedRows)} 元`,
          `未回复 ${returned.unanswered.length} 笔`,
        ],
      },
    ],
    columns: [
      { heading: ['序号'], width: 5, style: 'center', value: (_, index) => index + 1 },
      { heading: ['村（社区）'], width: 13, style: 'center', value: ({ household }) => household.village },
      { heading: ['户主姓名'], width: 10, style: 'center', value: ({ household }) => household.head },
      { heading: ['户名'], width: 10, style: 'center', value: ({ holder }) => holder },
      { heading: ['账号'], width: 21, style: 'digits', value: ({ account }) => account },
      {
        heading: ['金额\n（元）'],
        width: 12,
        style: 'money',
        value: ({ amount }) => amount / 100,
        hundredths: ({ amount }) => amount,
      },
      { heading: ['结果'], width: 11, style: 'center', value: outcome },
      { heading: ['原因'], width: 24, style: 'text', value: (row) => reasons.get(row) ?? '' },
    ],
    rows: [...failedRows, ...returned.ambiguous, ...returned.unanswered, ...returned.paid],
    whenEmpty: '没有代发的户。',
    below: [
      ...(returned.unknown.length > 0
        ? [{ parts: [`银行回单里有 ${returned.unknown.length} 笔的账号不在台账里，请核对。`], style: 'note' as const }]
        : []),
      ...caveats(input, input.households, false),
      { parts: ['经办人：', '复核人：', '　　　　年　　月　　日'], height: 33 },
    ],
    page: { paper: 'A4', orientation: 'landscape' },
    rowHeight: 21,
  });
}
