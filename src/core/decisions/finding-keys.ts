import type { Finding } from '../findings/finding';
import type { FieldKey } from '../ledger/fields';
import { idNumberTail } from '../ledger/id-number';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';
import type { CellRef } from '../workbook/cell';
import type { Step } from '../workbook/port';

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
export function* findingKeysInSteps(
  findings: readonly Finding[],
  ledgers: readonly Ledger[],
): Generator<Step, readonly FindingKey[]> {
  const places = placesOf(ledgers);
  const alike = new Map<string, number[]>();
  const keys: FindingKey[] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % findingsAtOnce === findingsAtOnce - 1)
      yield { doing: '正在整理清单', done: index, total: findings.length };
    const { who, name, facts } = pairOf(finding, places) ?? singleOf(finding, places);
    const key = `${hash([finding.kind, who])}-${hash([finding.message, ...facts])}`;
    const before = alike.get(key);
    if (before) before.push(index);
    else alike.set(key, [index]);
    keys.push({ key, ...(name !== undefined && { name }) });
  }
  // Rows that say the same of the same person are told apart by their places, in whatever order the findings are given.
  for (const [key, indexes] of alike) {
    if (indexes.length === 1) continue;
    indexes.sort((left, right) => comparePlaces(findings[left].at[0], findings[right].at[0]));
    for (const [before, index] of indexes.entries())
      if (before > 0) keys[index] = { ...keys[index], key: `${key}-${before + 1}` };
  }
  return keys;
}

const comparePlaces = (left: CellRef, right: CellRef): number =>
  compareTexts(left.workbook, right.workbook) ||
  compareTexts(left.sheet, right.sheet) ||
  left.row - right.row ||
  left.column - right.column;
const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A finding about one entry, or about none: the facts are what its sentence says. */
function singleOf(finding: Finding, places: Places) {
  const facts = Object.entries(finding.data).sort(([left], [right]) => (left < right ? -1 : 1));
  return { ...subjectOf(finding, places), facts: facts.flat() };
}

/**
 * A finding about two entries: sorting the sheet may turn which of the two it stands at, so both are named in one order.
 * Whom it is about are the two names; that their numbers are these two is a fact it rests on.
 */
function pairOf(
  { at, data }: Finding,
  places: Places,
): (Subject & { readonly facts: readonly (string | number)[] }) | undefined {
  const [first, second] = at;
  const isPair =
    at.length === 2 && (first.row !== second.row || first.sheet !== second.sheet || first.workbook !== second.workbook);
  if (!isPair) return undefined;
  const [one, two] = [personAt(first, places), personAt(second, places)];
  if (!one || !two) return undefined;
  const inOrder = [one, two].sort((left, right) => (left.sort < right.sort ? -1 : 1));
  return {
    who: joined(inOrder.map(({ who }) => who)),
    ...(one.name !== undefined && { name: one.name }),
    facts: [data.words ?? '', ...inOrder.map(({ tail }) => tail)],
  };
}

function personAt(at: CellRef, places: Places) {
  const place = places.get(sheetKey(at.workbook, at.sheet));
  const entry = place?.entryOf.get(at.row);
  if (!place || entry === undefined) return undefined;
  const { name, village, tail } = place.personOf(entry);
  const who = joined([village, name ?? '']);
  return { who, name, tail, sort: joined([who, tail]) };
}

/** So many are a few milliseconds' work. */
const findingsAtOnce = 512;

/** The first part of a key: whom and what it is about. */
export const subjectPart = (key: string): string => key.split('-')[0];

interface Subject {
  readonly who: string;
  readonly name?: string;
}

interface Place {
  readonly entryOf: ReadonlyMap<number, number>;
  readonly fieldOf: ReadonlyMap<number, FieldKey>;
  readonly subjectOf: (entry: number) => Subject;
  readonly personOf: (entry: number) => { readonly name?: string; readonly village: string; readonly tail: string };
}

type Places = ReadonlyMap<string, Place>;

const placesOf = (ledgers: readonly Ledger[]): Places =>
  new Map(
    ledgers.map((ledger) => [
      sheetKey(ledger.workbook, ledger.sheet),
      {
        entryOf: new Map(ledger.rows.map((row, entry) => [row, entry])),
        fieldOf: new Map(
          (Object.keys(ledger.columns) as FieldKey[]).map((field) => [ledger.columns[field]?.column ?? 0, field]),
        ),
        subjectOf: subjectsOf(ledger),
        personOf: (entry) => personIn(ledger, entry),
      },
    ]),
  );

const sheetKey = (workbook: string, sheet: string): string => `${workbook}\n${sheet}`;

/** Whom an entry is about; told once for the several findings of one row. */
function subjectsOf(ledger: Ledger): (entry: number) => Subject {
  const known = new Map<number, Subject>();
  return (entry) => {
    const before = known.get(entry);
    if (before) return before;
    const { name, village, tail } = personIn(ledger, entry);
    const who = joined([village, name ?? '', tail]);
    const subject = name === undefined ? { who } : { who, name };
    known.set(entry, subject);
    return subject;
  };
}

const personIn = (ledger: Ledger, entry: number) => ({
  name: valueOf(ledger, entry, 'memberName') ?? valueOf(ledger, entry, 'householdHead'),
  village: valueOf(ledger, entry, 'villageName') ?? '',
  tail: idNumberTail(typedIn(ledger, entry, 'idNumber')),
});

function subjectOf({ at: [at], data }: Finding, places: Places): Subject {
  const place = places.get(sheetKey(at.workbook, at.sheet));
  const entry = place?.entryOf.get(at.row);
  if (!place || entry === undefined) return { who: joined([at.sheet, ...Object.values(data)]) };
  const { who, ...rest } = place.subjectOf(entry);
  return { who: joined([place.fieldOf.get(at.column) ?? at.column, who]), ...rest };
}

const joined = (parts: readonly (string | number)[]): string => parts.join('\u001f');

/** FNV-1a in two lanes of 32 bits, as 16 hexadecimal digits. Not a secret: it only has to be the same every time. */
function hash(parts: readonly (string | number)[]): string {
  const text = joined(parts);
  let [low, high] = [0x811c9dc5, 0x2f0b4c47];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + (low >>> 24)), 0x01000193);
  }
  // Halves of 16 bits stay small integers, which are written out much faster than large ones.
  return [low >>> 16, low & 0xffff, high >>> 16, high & 0xffff]
    .map((half) => half.toString(16).padStart(4, '0'))
    .join('');
}
