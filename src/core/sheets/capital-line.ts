import { capitalAmount } from '../ledger/capital-amount';
import { formatYuan, type Fen } from '../ledger/money';
import { fenOf, sumOf, type Household } from './household';

/** `合计金额（大写）：人民币贰万伍仟元整  小写：¥25000.00` (rules.md CAP-03, CAP-05). */
export function capitalLine(households: readonly Household[]): string {
  const sum = sumOf(households, fenOf) as Fen;
  return `合计金额（大写）：人民币${capitalAmount(sum) ?? ''}\u3000\u3000\u3000\u3000小写：¥${withCents(sum)}`;
}

/** 元 with two decimals always: `450.00`. */
export const withCents = (amount: Fen): string => {
  const shown = formatYuan(amount);
  return shown.includes('.') ? shown : `${shown}.00`;
};
