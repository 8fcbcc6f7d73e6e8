import { valueOf, type Ledger } from '../ledger/ledger';
import type { Fen } from '../ledger/money';

/** Households (or persons of a roster), persons in need, money in 分. */
export interface Figures {
  readonly entries: number;
  readonly people: number;
  readonly money: Fen;
}

/** What one entry adds; a figure that could not be read adds nothing. */
export const figuresOf = (ledger: Ledger, entry: number): Figures => ({
  entries: 1,
  people: valueOf(ledger, entry, 'peopleInNeed') ?? 0,
  money: valueOf(ledger, entry, 'reliefAmount') ?? (0 as Fen),
});

/** Figures being added up. */
export type Sum = { entries: number; people: number; money: number };

export const nothing = (): Sum => ({ entries: 0, people: 0, money: 0 });

export function add(sum: Sum, { entries, people, money }: Figures): void {
  sum.entries += entries;
  sum.people += people;
  sum.money += money;
}

export const asFigures = (sum: Sum): Figures => ({ ...sum, money: sum.money as Fen });
