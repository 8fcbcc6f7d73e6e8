import type { IsoDate } from './dates';
import { valueOf } from './ledger';
import type { Fen } from './money';
import { nameKey } from './names';
import { comparableIdNumbers, personName, type LedgerEntry } from './same-people';
import { tidyText } from './tidy';

/** One person or place on a list that an office holds; what the list does not say is missing. */
export interface ReferenceEntry {
  /** For comparing, as `comparableIdNumber` gives it. */
  readonly idNumber?: string;
  readonly name?: string;
  readonly village?: string;
  /** Of death, of going away, of payment: what the list is about. */
  readonly date?: IsoDate;
  /** The type, the office or the relation that the list names. */
  readonly words?: string;
  /** The identity number of the head of the household, for lists of members. */
  readonly headIdNumber?: string;
  readonly amount?: Fen;
}

/** Where a person stands on a list. */
export interface Listed {
  readonly listed: ReferenceEntry;
  /** Found by name and village only, because the list or the ledger has no number. */
  readonly byName: boolean;
}

/** Looks people up on a list: by number, else by name and village where one side has no number. */
export function lookUpIn(list: readonly ReferenceEntry[]): (person: LedgerEntry) => Listed | undefined {
  const byNumber = new Map<string, ReferenceEntry>();
  const byName = new Map<string, ReferenceEntry[]>();
  for (const listed of list) {
    if (listed.idNumber !== undefined && !byNumber.has(listed.idNumber)) byNumber.set(listed.idNumber, listed);
    if (listed.name === undefined) continue;
    const key = nameKey(listed.name);
    const same = byName.get(key);
    if (same) same.push(listed);
    else byName.set(key, [listed]);
  }
  return (person) => {
    const idNumber = numberIn(person);
    const listed = idNumber === undefined ? undefined : byNumber.get(idNumber);
    if (listed) return { listed, byName: false };
    const name = personName(person);
    const village = valueOf(person.ledger, person.entry, 'villageName');
    const namesake = (name === undefined ? [] : (byName.get(nameKey(name)) ?? [])).find(
      (other) =>
        (other.idNumber === undefined || idNumber === undefined) &&
        (other.village === undefined || village === undefined || tidyText(other.village) === tidyText(village)),
    );
    return namesake && { listed: namesake, byName: true };
  };
}

const numberIn = ({ ledger, entry }: LedgerEntry): string | undefined =>
  ledger.columns.idNumber && comparableIdNumbers(ledger.columns.idNumber.typed)[entry];

/** The cell by which a listed person is pointed out: the number, else the name. */
export const fieldOfPerson = ({ ledger }: LedgerEntry, byName: boolean): 'idNumber' | 'memberName' | 'householdHead' =>
  !byName && ledger.columns.idNumber
    ? 'idNumber'
    : ledger.entryIs === 'person' && ledger.columns.memberName
      ? 'memberName'
      : ledger.columns.householdHead
        ? 'householdHead'
        : 'idNumber';
