import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';

export interface EntryCursor {
  /** The one view that every `each` gets: a getter per field, and `typed`. It shows the entry last moved to. */
  readonly view: object;
  readonly open: (ledger: Ledger) => void;
  readonly move: (entry: number) => void;
}

/** One view for a whole run, so that nothing is made per row. */
export function entryCursor(): EntryCursor {
  let ledger: Ledger | undefined;
  let row = 0;
  const keys = Object.keys(fields) as FieldKey[];
  const values: (readonly unknown[] | undefined)[] = keys.map(() => undefined);
  const view = { typed: (field: FieldKey) => ledger?.columns[field]?.typed[row] ?? null };
  keys.forEach((field, index) => Object.defineProperty(view, field, { get: () => values[index]?.[row] }));
  return {
    view,
    open(next) {
      ledger = next;
      keys.forEach((field, index) => (values[index] = next.columns[field]?.values));
    },
    move(entry) {
      row = entry;
    },
  };
}
