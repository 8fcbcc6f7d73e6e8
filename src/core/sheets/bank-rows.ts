import type { Fen } from '../ledger/money';
import { formatYuan } from '../ledger/money';
import { tidyDigits, tidyText } from '../ledger/tidy';
import { fenOf, isPaidInCash, sumOf, type Household } from './household';
import type { SheetInput } from './sheet-kind';

/** One payment as the bank takes it in. Everything is text but the amount. */
export interface BankRow {
  readonly holder: string;
  /** The holder's number; empty where the holder is neither head nor a member whose number the ledger knows. */
  readonly idNumber: string;
  /** Digits only. */
  readonly account: string;
  readonly bank: string;
  readonly amount: Fen;
  readonly memo: string;
  readonly phone: string;
  readonly household: Household;
}

/** The payments of these households, and those that cannot go through the bank. */
export interface BankBatch {
  readonly rows: readonly BankRow[];
  readonly memo: string;
  readonly total: Fen;
  readonly withoutAccount: readonly Household[];
  readonly withoutAmount: readonly Household[];
  /** The ledger says that they are paid in cash: through the bank they would be paid twice. */
  readonly inCash: readonly Household[];
}

/** The payments of the households, in their order. Total and counts stand beside the rows, never among them. */
export function bankBatch(input: SheetInput): BankBatch {
  const memo = memoOf(input);
  const inCash = input.households.filter(isPaidInCash);
  const byBank = input.households.filter((household) => !isPaidInCash(household));
  const withoutAccount = byBank.filter(({ account }) => tidyDigits(account) === '');
  const withAccount = byBank.filter(({ account }) => tidyDigits(account) !== '');
  const withoutAmount = withAccount.filter((household) => fenOf(household) === 0);
  const paid = withAccount.filter((household) => fenOf(household) > 0);
  return {
    memo,
    total: sumOf(paid, fenOf) as Fen,
    withoutAccount,
    withoutAmount,
    inCash,
    rows: paid.map((household) => ({
      holder: household.accountHolder || household.head,
      idNumber: holdersNumber(household),
      account: tidyDigits(household.account),
      bank: household.bank,
      amount: fenOf(household) as Fen,
      memo,
      phone: household.phone,
      household,
    })),
  };
}

/** Of a batch only these payments, with their own total. */
export const batchOf = ({ memo }: BankBatch, rows: readonly BankRow[]): BankBatch => ({
  memo,
  rows,
  total: rows.reduce((sum, { amount }) => sum + amount, 0) as Fen,
  withoutAccount: [],
  withoutAmount: [],
  inCash: [],
});

/** The word the bank prints: the person's own, else the scheme's, else 冬春救灾. */
export const memoOf = ({ occasion, policy }: SheetInput): string =>
  occasion.memo ?? policy.payment?.remarkAnyOf?.value[0] ?? '冬春救灾';

/** Why the memo will not do: it lacks the scheme's word, or is longer than the bank prints. */
export function memoTrouble(input: SheetInput): string | undefined {
  const memo = memoOf(input);
  const words = input.policy.payment?.remarkAnyOf?.value ?? ['救灾', '救助'];
  if (!words.some((word) => memo.includes(word))) {
    return `摘要“${memo}”里没有“${words.join('”或“')}”，请改用带有这个字样的摘要。`;
  }
  const most = input.occasion.memoLength;
  const length = [...memo].length;
  return most !== undefined && length > most
    ? `摘要“${memo}”有 ${length} 个字，银行最多印 ${most} 个字，请缩短摘要。`
    : undefined;
}

export const bankHeadings = ['序号', '户名', '证件号码', '账号', '开户行', '金额', '摘要', '手机号', '备注'] as const;

/** The cells of a row in the order of `bankHeadings`; the amount in 元 with two decimals at most. */
export const bankCells = (row: BankRow, index: number): readonly string[] => [
  String(index + 1),
  row.holder,
  row.idNumber,
  row.account,
  row.bank,
  formatYuan(row.amount),
  row.memo,
  row.phone,
  // The ledger's remarks tell of illness and hardship: they are no business of the bank's.
  '',
];

/** A bank refuses a number that is not the holder's own. */
function holdersNumber({ accountHolder, head, idNumber, members }: Household): string {
  const holder = tidyText(accountHolder);
  if (holder === '' || holder === tidyText(head)) return idNumber;
  return members.find(({ name }) => tidyText(name) === holder)?.idNumber ?? '';
}
