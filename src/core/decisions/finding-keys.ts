import type { Finding } from '../findings/finding';
import type { FieldKey } from '../ledger/fields';
import { idNumberTail } from '../ledger/id-number';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';

/** By which a finding is known again after rows were sorted, inserted or removed. */
export interface FindingKey {
  /** Two hashes joined by `-`: of whom and what it is about, and of the facts it rests on. Holds no name and no number. */
  readonly key: string;
  /** The household's head or the person; missing where the finding is not about an entry. */
  readonly name?: string;
}

/**
 * The keys of the findings, in their order. Whom it is about is told by name, village and the last four characters of the
 * identity number only: the space of identity numbers is small enough to try them all, so a hash of one would give it away.
 */
export function findingKeys(findings: readonly Finding[], ledgers: readonly Ledger[]): readonly FindingKey[] {
  const places = placesOf(ledgers);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { who, name } = subjectOf(finding, places);
    const facts = Object.entries(finding.data).sort(([left], [right]) => (left < right ? -1 : 1));
    const key = `${hash([finding.kind, ...who])}-${hash([finding.message, ...facts.flat()])}`;
    // Two rows that say the same of the same person are told apart by their order.
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { key: before === 0 ? key : `${key}-${before + 1}`, ...(name !== undefined && { name }) };
  });
}

/** True where both are about the same thing of the same person, whatever the facts. */
export const sameSubject = (left: string, right: string): boolean => subjectPart(left) === subjectPart(right);

/** The first part of a key: whom and what it is about. */
export const subjectPart = (key: string): string => key.split('-')[0];

type Places = ReadonlyMap<string, { readonly ledger: Ledger; readonly entries: ReadonlyMap<number, number> }>;

const placesOf = (ledgers: readonly Ledger[]): Places =>
  new Map(
    ledgers.map((ledger) => [
      sheetKey(ledger.workbook, ledger.sheet),
      { ledger, entries: new Map(ledger.rows.map((row, entry) => [row, entry])) },
    ]),
  );

const sheetKey = (workbook: string, sheet: string): string => `${workbook}\n${sheet}`;

function subjectOf(
  { at: [at], data }: Finding,
  places: Places,
): { readonly who: readonly (string | number)[]; readonly name?: string } {
  const place = places.get(sheetKey(at.workbook, at.sheet));
  const entry = place?.entries.get(at.row);
  if (!place || entry === undefined) return { who: [at.sheet, ...Object.values(data)] };
  const { ledger } = place;
  const field = (Object.keys(ledger.columns) as FieldKey[]).find((key) => ledger.columns[key]?.column === at.column);
  const name = valueOf(ledger, entry, 'memberName') ?? valueOf(ledger, entry, 'householdHead');
  const village = valueOf(ledger, entry, 'villageName');
  const tail = idNumberTail(typedIn(ledger, entry, 'idNumber'));
  return { who: [field ?? at.column, village ?? '', name ?? '', tail], ...(name !== undefined && { name }) };
}

/** FNV-1a in two lanes of 32 bits, as 16 hexadecimal digits. Not a secret: it only has to be the same every time. */
function hash(parts: readonly (string | number)[]): string {
  const text = parts.join('\u001f');
  let [low, high] = [0x811c9dc5, 0x2f0b4c47];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + (low >>> 24)), 0x01000193);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
