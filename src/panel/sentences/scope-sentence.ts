import type { Ledger } from '../../core/ledger/ledger';
import { catalogue } from '../../tasks/catalogue';

/** How many entries, by what they are: `320 户、1024 人`. */
export function entriesIn(ledgers: readonly Pick<Ledger, 'entryIs' | 'rows'>[]): string {
  const count = (what: Ledger['entryIs']) =>
    ledgers.filter(({ entryIs }) => entryIs === what).reduce((sum, { rows }) => sum + rows.length, 0);
  const [households, persons] = [count('household'), count('person')];
  if (persons === 0) return `${households} 户`;
  return households === 0 ? `${persons} 人` : `${households} 户、${persons} 人`;
}

/** The title of the form with that id. */
export const formTitle = (id: string): string =>
  catalogue().forms.find((form) => form.id === id)?.title ?? '未收录的表样，按列名识别';
