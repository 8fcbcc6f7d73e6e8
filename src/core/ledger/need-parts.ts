import type { FieldKey } from './fields';
import type { Ledger } from './ledger';

/** The need columns that count people (heading `需口粮救助（人）`), with what one person is in their measure. */
export function peopleParts(ledger: Ledger): readonly { readonly field: FieldKey; readonly perPerson: number }[] {
  return parts.flatMap((field) => {
    const column = ledger.columns[field];
    if (!column || !/^[人口]$/.test(column.unit ?? '')) return [];
    // Money columns are kept in hundredths whatever their heading counts.
    return [{ field, perPerson: money.has(field) ? 100 : 1 }];
  });
}

const parts = ['grainNeed', 'heatingNeed', 'beddingNeed', 'medicalNeed', 'waterNeed', 'otherNeed'] as const;
const money: ReadonlySet<FieldKey> = new Set<FieldKey>(['heatingNeed', 'medicalNeed', 'waterNeed', 'otherNeed']);
