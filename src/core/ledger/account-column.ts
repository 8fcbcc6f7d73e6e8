import type { CellValue } from '../workbook/cell';
import { accountDigits, accountFault, bankOf, passesLuhn } from './accounts';

/** What a column of accounts says of its banks, by the majority of its rows: no table of card numbers is needed. */
export interface AccountColumn {
  /** The digits by entry; `undefined` where there are none to judge. */
  readonly accounts: readonly (string | undefined)[];
  /** Entries whose cell cannot be an account as it stands, rising. */
  readonly faulty: readonly number[];
  /** By entry: the index of the account's bank; -1 where there is no account. */
  readonly bankIndexes: Int32Array;
  /** By entry: 1 where the account obeys the Luhn rule. */
  readonly obeys: Uint8Array;
  readonly banks: readonly Bank[];
  /** All lengths met. */
  readonly met: ReadonlySet<number>;
  /** Lengths that at least a fifth of the column has. */
  readonly lengths: ReadonlySet<number>;
  readonly count: number;
  /** Every bank has five accounts and more, all of one length, and all or none of them obey Luhn: nothing stands out. */
  readonly isUniform: boolean;
}

/** What the accounts that begin alike have in common. */
export interface Bank {
  /** The first six digits. */
  readonly start: string;
  readonly count: number;
  /** Five accounts and more: fewer say nothing, and then neither length nor Luhn is told. */
  readonly isKnown: boolean;
  /** The length nearly all of them have. */
  readonly length?: number;
  /** Nearly all of ten and more obey the Luhn rule. */
  readonly luhn: boolean;
}

/** Told once per column. */
export function accountColumn(typed: readonly CellValue[]): AccountColumn {
  let known = byColumn.get(typed);
  if (!known) byColumn.set(typed, (known = describe(typed)));
  return known.column;
}

/**
 * What is known of the column before goes over to the one in which the cells of these entries were changed: copying it would
 * cost more than all checks of an edit. The column before is told anew should anybody ask.
 */
export function carryAccounts(
  before: readonly CellValue[],
  changed: readonly CellValue[],
  entries: readonly number[],
): void {
  const known = byColumn.get(before);
  if (!known) return;
  byColumn.delete(before);
  const isChanged = new Set(entries);
  const cells: Cells = { ...known, faulty: known.faulty.filter((entry) => !isChanged.has(entry)) };
  for (const entry of isChanged) {
    const bank = cells.bankIndexes[entry];
    if (bank >= 0) count(cells, bank, cells.accounts[entry]?.length ?? 0, cells.obeys[entry], -1);
    tell(cells, entry, changed[entry]);
  }
  cells.faulty.sort((left, right) => left - right);
  byColumn.set(changed, told(cells));
}

const byColumn = new WeakMap<readonly CellValue[], Told>();

interface Told extends Cells {
  readonly column: AccountColumn;
}

interface Cells {
  readonly accounts: (string | undefined)[];
  readonly faulty: number[];
  readonly bankIndexes: Int32Array;
  readonly obeys: Uint8Array;
  /** The index of a bank by its first six digits, as a number; what is shorter stands as it is. */
  readonly starts: Map<number | string, number>;
  readonly tallies: Tally[];
}

interface Tally {
  readonly start: string;
  count: number;
  luhn: number;
  lengths: Map<number, number>;
}

function describe(typed: readonly CellValue[]): Told {
  const cells: Cells = {
    accounts: [],
    faulty: [],
    bankIndexes: new Int32Array(typed.length),
    obeys: new Uint8Array(typed.length),
    starts: new Map(),
    tallies: [],
  };
  for (let entry = 0; entry < typed.length; entry++) tell(cells, entry, typed[entry]);
  return told(cells);
}

function tell(cells: Cells, entry: number, typed: CellValue): void {
  const account = typeof typed === 'string' && isPlainAccount(typed) ? typed : accountIn(typed);
  if (account === undefined && typed !== null && typed !== '' && accountFault(typed) !== undefined)
    cells.faulty.push(entry);
  cells.accounts[entry] = account;
  cells.obeys[entry] = account !== undefined && passesLuhn(account) ? 1 : 0;
  cells.bankIndexes[entry] = account === undefined ? -1 : bankIndexOf(cells, account);
  if (account !== undefined) count(cells, cells.bankIndexes[entry], account.length, cells.obeys[entry], 1);
}

function accountIn(typed: CellValue): string | undefined {
  if (typed === null || typeof typed === 'object' || accountFault(typed) !== undefined) return undefined;
  return accountDigits(String(typed)) || undefined;
}

/** Digits that no fault can be in: nearly all cells. */
function isPlainAccount(text: string): boolean {
  const { length } = text;
  for (let place = 0; place < length; place++) {
    const code = text.charCodeAt(place);
    if (code < 48 || code > 57) return false;
  }
  return length > 0 && (length < 18 || text.charCodeAt(length - 1) !== 48);
}

function bankIndexOf({ starts, tallies }: Cells, account: string): number {
  let start: number | string = 0;
  if (account.length < 6) start = account;
  else for (let place = 0; place < 6; place++) start = start * 10 + account.charCodeAt(place) - 48;
  let index = starts.get(start);
  if (index === undefined) {
    starts.set(start, (index = tallies.length));
    tallies.push({ start: bankOf(account), count: 0, luhn: 0, lengths: new Map() });
  }
  return index;
}

/** Counts an account in, or out again. */
function count({ tallies }: Cells, bank: number, length: number, luhn: number, by: 1 | -1): void {
  const tally = tallies[bank];
  tally.count += by;
  tally.luhn += luhn * by;
  const left = (tally.lengths.get(length) ?? 0) + by;
  if (left > 0) tally.lengths.set(length, left);
  else tally.lengths.delete(length);
}

function told(cells: Cells): Told {
  const { accounts, faulty, bankIndexes, obeys, tallies } = cells;
  const banks = tallies.filter((tally) => tally.count > 0);
  const all = new Map<number, number>();
  for (const { lengths } of banks)
    for (const [length, times] of lengths) all.set(length, (all.get(length) ?? 0) + times);
  const total = banks.reduce((sum, tally) => sum + tally.count, 0);
  const isUniform = banks.every(
    (bank) => bank.count >= 5 && bank.lengths.size === 1 && (bank.luhn === bank.count || bank.luhn < bank.count * 0.9),
  );
  const lengths = [...all].filter(([, times]) => times >= Math.max(5, total / 5)).map(([length]) => length);
  const column: AccountColumn = {
    ...{ accounts, faulty, bankIndexes, obeys, isUniform },
    banks: tallies.map(bankOfTally),
    met: new Set(all.keys()),
    lengths: new Set(lengths),
    count: total,
  };
  return { ...cells, column };
}

function bankOfTally({ start, count: times, luhn, lengths }: Tally): Bank {
  if (times < 5) return { start, count: times, isKnown: false, luhn: false };
  const [length] = [...lengths].find(([, same]) => same >= times * 0.8) ?? [];
  // By chance alone one in ten would obey.
  return { start, count: times, isKnown: true, length, luhn: times >= 10 && luhn >= times * 0.9 };
}
