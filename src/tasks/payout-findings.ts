import { maskNumbers } from '../core/decisions/mask-numbers';
import type { Finding, FindingKind } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import { tidyDigits } from '../core/ledger/tidy';
import { bankResults, resultsByHousehold, type BankOutcome } from '../core/sheets/bank-results';
import { householdsOf, type Household } from '../core/sheets/household';
import type { CellRef } from '../core/workbook/cell';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** What can be found about payments that the bank has answered. */
export const payoutKinds: readonly FindingKind[] = [
  {
    id: 'payout-failed',
    title: '代发没有发成',
    why: '救助款要按时发到户，银行退回的要查明账号和开户名，改正后再次代发。',
    source: '冬春救助工作通知：通过“一卡（折）通”一次性全部发放；省级一卡通管理：失败的查明原因后重发',
    severity: 'warning',
    messages: {
      failed: '{name}的救助款没有发成，银行说明：{reason}。请核对账号和开户名，改正后列入二次代发。',
      unclear: '{name}的救助款发没发成还不清楚：{reason}。请向银行核对。',
    },
  },
];

/** The payments that the workbook's sheet 代发结果 says have failed, each at its account; those with another account by now are left out. */
export function payoutFindings(workbooks: readonly WorkbookSnapshot[], ledgers: readonly Ledger[]): readonly Finding[] {
  return workbooks.flatMap((workbook) => {
    const results = bankResults(workbook);
    if (results.length === 0) return [];
    const own = ledgers.filter((ledger) => ledger.workbook === workbook.name);
    return [...resultsByHousehold(results, householdsOf(own))].flatMap(([household, { account, outcome, reason }]) =>
      account === tidyDigits(household.account) ? payoutFinding(household, outcome, reason, own) : [],
    );
  });
}

/** The finding about a payment that did not arrive; none for one that did. */
export function payoutFinding(
  household: Household,
  outcome: BankOutcome,
  reason: string,
  ledgers: readonly Ledger[],
): readonly Finding[] {
  if (outcome !== '没有发成' && outcome !== '请核对') return [];
  return [
    {
      kind: 'payout-failed',
      message: outcome === '没有发成' ? 'failed' : 'unclear',
      severity: 'warning',
      data: { name: household.head, reason: maskNumbers(reason).replace(/[。；\s]+$/, '') },
      at: [accountCell(household, ledgers)],
    },
  ];
}

/** Where the household's account stands in its ledger; its head's name where there is no such column. */
export function accountCell({ at }: Household, ledgers: readonly Ledger[]): CellRef {
  const ledger = ledgers.find(({ workbook, sheet }) => workbook === at.workbook && sheet === at.sheet);
  return { ...at, column: ledger?.columns.cardAccount?.column ?? at.column };
}
