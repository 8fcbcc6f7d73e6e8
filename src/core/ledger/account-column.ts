import type { CellValue } from '../workbook/cell';
import { accountDigits, accountFault, bankOf, isDigits, passesLuhn } from './accounts';

/** What a column of accounts says of its banks, by the majority of its rows: no table of card numbers is needed. */
export interface AccountColumn {
  /** The digits by entry; `undefined` where there are none to judge. */
  readonly accounts: readonly (string | undefined)[];
  /** Banks with at least five accounts here: the length nearly all of them have, and whether nearly all obey Luhn. */
  readonly banks: ReadonlyMap<string, { readonly length?: number; readonly luhn: boolean; readonly count: number }>;
  /** Lengths that at least a fifth of the column has. */
  readonly lengths: ReadonlySet<number>;
  readonly count: number;
  /** Every bank has five accounts and more, all of one length, and all or none of them obey Luhn: nothing stands out. */
  readonly isUniform: boolean;
}

/** Told once per column. */
export function accountColumn(typed: readonly CellValue[]): AccountColumn {
  let known = byColumn.get(typed);
  if (!known) {
    known = describeColumn(typed);
    byColumn.set(typed, known);
  }
  return known;
}

const byColumn = new WeakMap<readonly CellValue[], AccountColumn>();

function describeColumn(typed: readonly CellValue[]): AccountColumn {
  const accounts = typed.map((value) =>
    typeof value === 'string' && value.length < 18 && isDigits(value)
      ? value
      : value === null || typeof value === 'object' || accountFault(value) !== undefined
        ? undefined
        : accountDigits(String(value)) || undefined,
  );
  const byBank = new Map<string, { count: number; luhn: number; lengths: Map<number, number> }>();
  const all = new Map<number, number>();
  let count = 0;
  for (const account of accounts) {
    if (account === undefined) continue;
    count++;
    const { length } = account;
    all.set(length, (all.get(length) ?? 0) + 1);
    const key = bankOf(account);
    let bank = byBank.get(key);
    if (!bank) byBank.set(key, (bank = { count: 0, luhn: 0, lengths: new Map() }));
    bank.count++;
    bank.lengths.set(length, (bank.lengths.get(length) ?? 0) + 1);
    if (passesLuhn(account)) bank.luhn++;
  }
  const banks = [...byBank].flatMap(([key, bank]) => {
    if (bank.count < 5) return [];
    const [length] = [...bank.lengths].find(([, times]) => times >= bank.count * 0.8) ?? [];
    // By chance alone one in ten would obey.
    return [[key, { length, luhn: bank.count >= 10 && bank.luhn >= bank.count * 0.9, count: bank.count }] as const];
  });
  const lengths = [...all].filter(([, times]) => times >= Math.max(5, count / 5)).map(([length]) => length);
  const isUniform = [...byBank.values()].every(
    (bank) => bank.count >= 5 && bank.lengths.size === 1 && (bank.luhn === bank.count || bank.luhn < bank.count * 0.9),
  );
  return { accounts, banks: new Map(banks), lengths: new Set(lengths), count, isUniform };
}
