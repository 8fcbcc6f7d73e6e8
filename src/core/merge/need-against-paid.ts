import { comparableIdNumber, idNumberTail } from '../ledger/id-number';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';
import type { CellValue } from '../workbook/cell';

/** A household of one or both lists: village, name, last four characters, amount needed and paid in 元, and where it stands. */
export type ComparedRow = readonly [
  village: string,
  name: string,
  tail: string,
  need: number | null,
  paid: number | null,
  needPlace: CellValue,
  paidPlace: CellValue,
];

export interface ListComparison {
  readonly listed: number;
  readonly paid: number;
  readonly both: number;
  readonly notPaid: readonly ComparedRow[];
  readonly notListed: readonly ComparedRow[];
  readonly otherAmount: readonly ComparedRow[];
  /** Households of either list whose number cannot be compared. */
  readonly withoutNumber: number;
}

/**
 * 督查: the list of need against what was paid, by identity number. An amount is compared only where both lists have one;
 * several rows of one number count together.
 */
export function needAgainstPaid(need: readonly Ledger[], paid: readonly Ledger[]): ListComparison {
  const [listed, given] = [householdsOf(need), householdsOf(paid)];
  const notPaid: ComparedRow[] = [];
  const otherAmount: ComparedRow[] = [];
  let both = 0;
  for (const [idNumber, one] of listed.byNumber) {
    const other = given.byNumber.get(idNumber);
    if (!other) {
      notPaid.push(rowOf(one, undefined));
      continue;
    }
    both += 1;
    if (one.amount !== undefined && other.amount !== undefined && one.amount !== other.amount)
      otherAmount.push(rowOf(one, other));
  }
  const notListed = [...given.byNumber].flatMap(([idNumber, other]) =>
    listed.byNumber.has(idNumber) ? [] : [rowOf(undefined, other)],
  );
  return {
    listed: listed.byNumber.size,
    paid: given.byNumber.size,
    both,
    notPaid,
    notListed,
    otherAmount,
    withoutNumber: listed.withoutNumber + given.withoutNumber,
  };
}

interface Household {
  readonly village: string;
  readonly name: string;
  readonly tail: string;
  readonly place: string;
  amount: number | undefined;
}

function householdsOf(ledgers: readonly Ledger[]) {
  const byNumber = new Map<string, Household>();
  let withoutNumber = 0;
  for (const ledger of ledgers) {
    if (ledger.entryIs === 'person') continue;
    for (let entry = 0; entry < ledger.rows.length; entry += 1) {
      const typed = typedIn(ledger, entry, 'idNumber');
      const idNumber = comparableIdNumber(typed);
      if (idNumber === undefined) {
        withoutNumber += 1;
        continue;
      }
      const amount = valueOf(ledger, entry, 'reliefAmount');
      const before = byNumber.get(idNumber);
      if (before) before.amount = amount === undefined ? before.amount : (before.amount ?? 0) + amount;
      else {
        byNumber.set(idNumber, {
          village: valueOf(ledger, entry, 'villageName') ?? '',
          name: valueOf(ledger, entry, 'householdHead') ?? '',
          tail: idNumberTail(idNumber),
          place: `${ledger.workbook}“${ledger.sheet}”第 ${ledger.rows[entry]} 行`,
          amount,
        });
      }
    }
  }
  return { byNumber, withoutNumber };
}

function rowOf(need: Household | undefined, paid: Household | undefined): ComparedRow {
  const { village, name, tail } = (need ?? paid) as Household;
  const yuan = (amount: number | undefined) => (amount === undefined ? null : amount / 100);
  return [village, name, tail, yuan(need?.amount), yuan(paid?.amount), need?.place ?? null, paid?.place ?? null];
}
