import { runChecks } from '../core/checks/run';
import type { Finding, NotChecked } from '../core/findings/finding';
import { fills } from '../core/fills';
import { runFills } from '../core/fills/run';
import type { IsoDate } from '../core/ledger/dates';
import type { Ledger } from '../core/ledger/ledger';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import type { Step } from '../core/workbook/port';

export interface LedgersChecked {
  /** In fixed order: workbook, sheet, row, column, check. */
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** Every check and the comparison of computed columns, over ledgers whose workbooks are not at hand any more; `found` comes along. */
export function* checkLedgers(
  ledgers: readonly Ledger[],
  found: readonly Finding[],
  scheme: Scheme,
  today: IsoDate,
): Generator<Step, LedgersChecked> {
  const policy = policyOn(scheme, today);
  const checked = yield* runChecks(ledgers, policy);
  const filled = yield* runFills(ledgers, policy, fills);
  const order = new Map<string, number>();
  for (const { workbook, sheet } of ledgers) {
    const key = `${workbook}\n${sheet}`;
    if (!order.has(key)) order.set(key, order.size);
  }
  const orderOf = ({ at: [at] }: Finding) => order.get(`${at.workbook}\n${at.sheet}`) ?? order.size;
  const findings = [...found, ...checked.findings, ...filled.findings].sort(
    (left, right) =>
      orderOf(left) - orderOf(right) ||
      left.at[0].row - right.at[0].row ||
      left.at[0].column - right.at[0].column ||
      (left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0),
  );
  return { findings, notChecked: [...checked.notChecked, ...filled.notChecked] };
}
