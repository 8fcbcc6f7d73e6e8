import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { BankAnswer } from './bank-answer';
import { bankResultsTitle, resultsByHousehold, type BankOutcome, type BankResult } from './bank-results';
import { batchOf, bankBatch, type BankBatch, type BankRow } from './bank-rows';
import { withCents } from './capital-line';
import type { Fen } from '../ledger/money';
import { nameOrBlank, seasonWords } from './occasion';
import { caveats, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable } from './table';

/** A payment that did not arrive, or of which it cannot be told, and why. */
export interface NotPaid {
  readonly row: BankRow;
  readonly reason: string;
}

/** The payments of a batch beside the bank's answers: each payment is in exactly one of the first four piles. */
export interface BankReturn {
  readonly paid: readonly BankRow[];
  readonly failed: readonly NotPaid[];
  /** The answer cannot be told to be theirs, or is about another sum. */
  readonly unclear: readonly NotPaid[];
  /** Sent, but the bank says nothing of them: they are neither paid nor sent again. */
  readonly unanswered: readonly BankRow[];
  /** Answers for accounts that no payment of the ledger has, by the row of the bank's sheet. */
  readonly unknown: readonly BankAnswer[];
  /** The failed payments once more. */
  readonly second: BankBatch;
}

/**
 * Lays the bank's answers beside the payments, by account. Of several answers for one account the last holds. What the bank
 * does not speak of this time keeps what the sheet 代发结果 says of it from before.
 */
export function bankReturn(
  input: SheetInput,
  answers: readonly BankAnswer[],
  before: readonly BankResult[] = [],
): BankReturn {
  const batch = bankBatch(input);
  const earlier = resultsByHousehold(before, input.households);
  const uses = countBy(batch.rows.map(({ account }) => account));
  const byAccount = new Map<string, BankAnswer[]>();
  for (const answer of answers) byAccount.set(answer.account, [...(byAccount.get(answer.account) ?? []), answer]);
  const paid: BankRow[] = [];
  const failed: NotPaid[] = [];
  const unclear: NotPaid[] = [];
  const unanswered: BankRow[] = [];
  for (const row of batch.rows) {
    const told = byAccount.get(row.account);
    const { outcome, reason } = told
      ? outcomeOf(row, told, uses.get(row.account) ?? 1)
      : (earlier.get(row.household) ?? { outcome: '银行未回复', reason: '' });
    if (outcome === '已发放') paid.push(row);
    else if (outcome === '没有发成') failed.push({ row, reason });
    else if (outcome === '请核对') unclear.push({ row, reason });
    else unanswered.push(row);
  }
  const unknown = answers.filter(({ account }) => !uses.has(account));
  const second = batchOf(
    batch,
    failed.map(({ row }) => row),
  );
  return { paid, failed, unclear, unanswered, unknown, second };
}

/** Households that share an account can be told apart only where the bank answers for each of them, and the same for all. */
function outcomeOf(
  row: BankRow,
  told: readonly BankAnswer[],
  uses: number,
): { readonly outcome: BankOutcome; readonly reason: string } {
  const answer = told[told.length - 1];
  if (uses > 1) {
    const agree = told.length === uses && told.every(({ isPaid }) => isPaid === answer.isPaid);
    if (!agree) return { outcome: '请核对', reason: '账号与他户相同，分不清是哪一户的回单' };
  } else if (answer.amount !== undefined && answer.amount !== row.amount) {
    return { outcome: '请核对', reason: `银行回单的金额是 ${withCents(answer.amount)} 元，与台账不同` };
  }
  return answer.isPaid ? { outcome: '已发放', reason: '' } : { outcome: '没有发成', reason: answer.reason };
}

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

interface Line {
  readonly row: BankRow;
  readonly outcome: BankOutcome;
  readonly reason: string;
}

/** The sheet 代发结果: every payment with what became of it, those that need a person first. */
export function* bankReturnSheet(input: SheetInput, returned: BankReturn): Generator<Step, SheetPlan> {
  const { occasion, policy } = input;
  const sum = (rows: readonly BankRow[]) => withCents(rows.reduce((all, { amount }) => all + amount, 0) as Fen);
  const of =
    (outcome: BankOutcome) =>
    (row: BankRow): Line => ({ row, outcome, reason: '' });
  const why =
    (outcome: BankOutcome) =>
    ({ row, reason }: NotPaid): Line => ({ row, outcome, reason });
  const failedRows = returned.failed.map(({ row }) => row);
  const unclear = returned.unclear.length;
  return yield* printedTable<Line>({
    name: sheetName(bankResultsTitle),
    heading: headingOf(bankResultsTitle),
    title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助资金代发结果`,
    above: [
      {
        parts: [
          `已发放 ${returned.paid.length} 笔 ${sum(returned.paid)} 元`,
          `没有发成 ${failedRows.length} 笔 ${sum(failedRows)} 元`,
          `${unclear > 0 ? `请核对 ${unclear} 笔，` : ''}未回复 ${returned.unanswered.length} 笔`,
        ],
      },
    ],
    columns: [
      { heading: ['序号'], width: 5, style: 'center', value: (_, index) => index + 1 },
      { heading: ['村（社区）'], width: 11, style: 'center', value: ({ row }) => row.household.village },
      { heading: ['户主姓名'], width: 9, style: 'center', value: ({ row }) => row.household.head },
      { heading: ['身份证号'], width: 19.5, style: 'digits', value: ({ row }) => row.household.idNumber },
      { heading: ['开户名'], width: 9, style: 'center', value: ({ row }) => row.holder },
      { heading: ['账号'], width: 21, style: 'digits', value: ({ row }) => row.account },
      {
        heading: ['金额\n（元）'],
        width: 11,
        style: 'money',
        value: ({ row }) => row.amount / 100,
        hundredths: ({ row }) => row.amount,
      },
      { heading: ['结果'], width: 11, style: 'center', value: ({ outcome }) => outcome },
      { heading: ['原因'], width: 22, style: 'text', value: ({ reason }) => reason },
    ],
    rows: [
      ...returned.failed.map(why('没有发成')),
      ...returned.unclear.map(why('请核对')),
      ...returned.unanswered.map(of('银行未回复')),
      ...returned.paid.map(of('已发放')),
    ],
    whenEmpty: '没有代发的户。',
    below: [
      ...(returned.unknown.length > 0
        ? [{ parts: [`银行回单里有 ${returned.unknown.length} 笔的账号不在台账里，请核对。`], style: 'note' as const }]
        : []),
      { parts: ['只列通过银行代发的户。'], style: 'note' },
      ...caveats(input, input.households, false),
      { parts: ['经办人：', '复核人：', '　　　　年　　月　　日'], height: 33 },
    ],
    page: { paper: 'A4', orientation: 'landscape' },
    rowHeight: 21,
  });
}
