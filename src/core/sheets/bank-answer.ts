import { yuan, type Fen } from '../ledger/money';
import { headingKey, tidyDigits, tidyText } from '../ledger/tidy';
import { isCellError, type CellValue } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';

/** What the bank says of one payment. */
export interface BankAnswer {
  /** Digits only. */
  readonly account: string;
  readonly holder: string;
  readonly isPaid: boolean;
  /** What the bank says it paid or tried to pay; missing where it does not say. */
  readonly amount?: Fen;
  /** Why not; empty where it was paid. */
  readonly reason: string;
  /** The sheet row it stands in. */
  readonly row: number;
}

/** The bank's answers of a sheet, found by their headings; `undefined` where the sheet has no column for account and outcome. */
export function bankAnswers(sheet: SheetSnapshot): readonly BankAnswer[] | undefined {
  for (let row = 1; row <= Math.min(sheet.rowCount, 30); row++) {
    const keys = (sheet.rows[row - 1] ?? []).map((value) => headingKey(textOf(value)));
    const place = (words: readonly string[]) => keys.findIndex((key) => words.includes(key));
    const [account, outcome] = [place(accountWords), place(outcomeWords)];
    if (account < 0 || outcome < 0) continue;
    const [holder, reason, amount] = [place(holderWords), place(reasonWords), place(amountWords)];
    return answersBelow(sheet, row, { account, outcome, holder, reason, amount });
  }
  return undefined;
}

const accountWords = ['账号', '帐号', '收款账号', '收款帐号', '收款人账号', '银行账号', '卡号', '一卡通账号'];
const holderWords = ['户名', '账户名称', '收款账号名称', '收款人', '收款人名称', '收款人户名', '姓名', '开户名'];
const amountWords = ['金额', '发放金额', '交易金额', '代发金额', '实发金额', '入账金额'];
const outcomeWords = [
  '结果',
  '状态',
  '处理结果',
  '处理状态',
  '交易状态',
  '交易结果',
  '代发结果',
  '发放结果',
  '入账状态',
  '入账结果',
];
const reasonWords = ['原因', '失败原因', '错误原因', '退回原因', '失败信息', '错误信息', '返回信息', '说明', '备注'];

function answersBelow(
  sheet: SheetSnapshot,
  headings: number,
  at: Readonly<Record<'account' | 'outcome' | 'holder' | 'reason' | 'amount', number>>,
): readonly BankAnswer[] {
  const answers: BankAnswer[] = [];
  for (let row = headings + 1; row <= sheet.rowCount; row++) {
    const cells = sheet.rows[row - 1] ?? [];
    const account = tidyDigits(textOf(cells[at.account]));
    if (!/^\d{6,}$/.test(account)) continue;
    const outcome = tidyText(textOf(cells[at.outcome]));
    const isPaid = /成功|已入账|已发放|正常|完成|^(0+|Y|S)$/i.test(outcome) && !/不|未|失败|异常|退/.test(outcome);
    const reason = at.reason < 0 ? '' : textOf(cells[at.reason]).trim();
    const amount = at.amount < 0 ? undefined : amountIn(textOf(cells[at.amount]));
    answers.push({
      account,
      ...(amount !== undefined && { amount }),
      holder: at.holder < 0 ? '' : textOf(cells[at.holder]).trim(),
      isPaid,
      reason: isPaid ? '' : reason || outcome || '银行没有写明原因',
      row,
    });
  }
  return answers;
}

function amountIn(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? yuan(Number(plain)) : undefined;
}

const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined || isCellError(value) ? '' : String(value);
