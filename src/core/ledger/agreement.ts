import { fields, type FieldKey } from './fields';
import { birthDateIn } from './id-number';
import type { IsoDate } from './dates';
import { typedIn, valueOf, type Ledger } from './ledger';
import { nameKey } from './names';
import { comparableIdNumbers, personName, type LedgerEntry } from './same-people';
import { tidyText } from './tidy';

/** What two entries say alike and unalike of a person, in the words of their columns. Columns that one of them leaves empty are neither. */
export interface Agreement {
  /** Such as `姓名、出生日期`; empty where nothing agrees. */
  readonly same: string;
  readonly different: string;
  readonly agreeing: readonly FieldKey[];
  readonly isSameName: boolean;
}

/** Compares two entries column by column, without the fields named. */
export function agreementOf(left: LedgerEntry, right: LedgerEntry, without: readonly FieldKey[] = []): Agreement {
  const [agreeing, differing]: [FieldKey[], FieldKey[]] = [[], []];
  for (const field of compared) {
    if (without.includes(field)) continue;
    const [one, two] = [keyOf(left, field), keyOf(right, field)];
    if (one === undefined || two === undefined) continue;
    (one === two ? agreeing : differing).push(field);
  }
  return {
    same: words(agreeing),
    different: words(differing),
    agreeing,
    isSameName: agreeing.includes('householdHead'),
  };
}

/** The birth date of whom an entry is about: from the number, else from the column. */
export function birthDateOf({ ledger, entry }: LedgerEntry): IsoDate | undefined {
  let known = birthDates.get(ledger);
  if (!known) birthDates.set(ledger, (known = []));
  const before = known[entry];
  if (before !== undefined) return before ?? undefined;
  const idNumber = numberOf({ ledger, entry });
  const born = (idNumber?.length === 18 ? birthDateIn(idNumber) : undefined) ?? valueOf(ledger, entry, 'birthDate');
  known[entry] = born ?? null;
  return born;
}

// A row is compared with many others; its birth date is told once. `null` is one that has none.
const birthDates = new WeakMap<Ledger, (IsoDate | null | undefined)[]>();

/** Whether neither a number nor a birth date says which person of that name it is. */
export const isNameOnly = (place: LedgerEntry): boolean =>
  numberOf(place) === undefined && birthDateOf(place) === undefined;

/** How likely two rows of one name are one person. */
export type Band = 'likely' | 'possible' | 'doubtful';

/**
 * Two rows of one name: how likely they are one person, and what speaks for and against it. `undefined` where the numbers
 * are the same (that is certain), a slip apart (that is told by the check character) or tell the two apart.
 */
export function likenessOf(left: LedgerEntry, right: LedgerEntry): (Agreement & { readonly band: Band }) | undefined {
  const [one, two] = [numberOf(left), numberOf(right)];
  if (one !== undefined && two !== undefined) {
    if (isWithinOneSlip(one, two)) return undefined;
    // Two numbers that tell the two apart by their birth dates: nearly all pairs of one name.
    if (one.length === 18 && two.length === 18 && one.slice(6, 14) !== two.slice(6, 14)) return undefined;
  }
  const [bornLeft, bornRight] = [birthDateOf(left), birthDateOf(right)];
  const sameBirth = bornLeft !== undefined && bornLeft === bornRight;
  if (!sameBirth && (bornLeft !== undefined || one !== undefined) && (bornRight !== undefined || two !== undefined)) {
    return undefined;
  }
  if (maskedApart(left, right)) return undefined;
  const agreement = agreementOf(left, right);
  const { agreeing, isSameName } = agreement;
  if (!isSameName) return undefined;
  const shared = (['phone', 'cardAccount', 'homeAddress'] as const).some((field) => agreeing.includes(field));
  const heads = [left, right].map(({ ledger, entry }) => valueOf(ledger, entry, 'headIdNumber'));
  const isHere = agreeing.includes('villageName') || (heads[0] !== undefined && heads[0] === heads[1]);
  const band =
    sameBirth && (shared || isHere) ? 'likely' : sameBirth || shared ? 'possible' : isHere ? 'doubtful' : undefined;
  return band && { ...agreement, band };
}

function isWithinOneSlip(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let first = -1;
  for (let place = 0; place < left.length; place++) {
    if (left.charCodeAt(place) === right.charCodeAt(place)) continue;
    if (first < 0) first = place;
    else if (place !== first + 1 || left[first] !== right[place] || left[place] !== right[first]) return false;
    else return left.slice(place + 1) === right.slice(place + 1);
  }
  return true;
}

/** Whether the digits that both masked numbers show are different. */
function maskedApart(left: LedgerEntry, right: LedgerEntry): boolean {
  const [one, two] = [left, right].map(({ ledger, entry }) =>
    tidyText(String(typedIn(ledger, entry, 'idNumber') ?? '')),
  );
  if (!one.includes('*') || !two.includes('*') || one.length !== two.length) return false;
  return [...one].some((letter, place) => letter !== '*' && two[place] !== '*' && letter !== two[place]);
}

const numberOf = ({ ledger, entry }: LedgerEntry): string | undefined =>
  ledger.columns.idNumber && comparableIdNumbers(ledger.columns.idNumber.typed)[entry];

const compared = [
  'householdHead',
  'idNumber',
  'birthDate',
  'villageName',
  'villagerGroup',
  'homeAddress',
  'phone',
  'cardAccount',
  'householdSize',
] as const;

function keyOf(place: LedgerEntry, field: (typeof compared)[number]): string | undefined {
  const { ledger, entry } = place;
  if (field === 'householdHead') {
    const name = personName(place);
    return name === undefined ? undefined : nameKey(name);
  }
  if (field === 'birthDate') return birthDateOf(place);
  if (field === 'idNumber') return numberOf(place);
  const value = valueOf(ledger, entry, field);
  return value === undefined ? undefined : tidyText(String(value));
}

const words = (list: readonly FieldKey[]): string =>
  list.map((field) => (field === 'householdHead' ? '姓名' : fields[field].zh)).join('、');
