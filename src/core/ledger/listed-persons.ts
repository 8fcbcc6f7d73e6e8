import { formatDate, type IsoDate } from './dates';
import type { FieldKey } from './fields';
import type { Ledger } from './ledger';
import { fieldOfPerson, lookUpIn, type ReferenceEntry } from './reference-list';
import { personName } from './same-people';

/** An entry whose person stands on a list the office holds. */
export interface ListedEntry {
  readonly at: { readonly ledger: Ledger; readonly entry: number; readonly field: FieldKey };
  /** True where only the name could be compared. */
  readonly byName: boolean;
  readonly name: string;
  /** What the list says besides, in brackets; empty where it says nothing. */
  readonly words: string;
}

/**
 * The entries whose person stands on the list, as of a day; `undefined` now and then, so that long work can pause.
 * What happened after that day is left out: it is no reason against an earlier payment.
 */
export function* listedPersons(
  ledgers: readonly Ledger[],
  list: readonly ReferenceEntry[],
  asOf: IsoDate,
): Generator<ListedEntry | undefined> {
  const lookUp = lookUpIn(list);
  for (const ledger of ledgers) {
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 1024 === 1023) yield undefined;
      const found = lookUp({ ledger, entry });
      if (!found) continue;
      const { listed, byName } = found;
      if (listed.date !== undefined && listed.date > asOf) continue;
      const details = [listed.words, listed.date && formatDate(listed.date)].filter((part) => part !== undefined);
      yield {
        at: { ledger, entry, field: fieldOfPerson({ ledger, entry }, byName) },
        byName,
        name: personName({ ledger, entry }) ?? '这一行',
        words: details.length > 0 ? `（${details.join('，')}）` : '',
      };
    }
  }
}
