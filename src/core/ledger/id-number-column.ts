import type { CellValue } from '../workbook/cell';
import { comparableIdNumber, kindOfIdNumber, type IdNumberKind } from './id-number';
import { mixed } from './repeated-values';

/** What a column of identity numbers holds, by entry, told once per column since many checks ask. */
export interface IdNumberColumn {
  /** 1 where the number is a sound one of a citizen, whatever its writing. */
  readonly isCitizen: Uint8Array;
  /** The entries of each kind but the usual `citizen` and `empty`, rising. */
  readonly entries: ReadonlyMap<IdNumberKind, readonly number[]>;
  /** The numbers by which people are compared; `undefined` where nothing can be compared. */
  readonly numbers: readonly (string | undefined)[];
  /** Sound numbers that are not written as they should stand: with blanks, a small x. */
  readonly untidy: readonly number[];
  /** Of 18 characters: the first six digits, the eight of the birth date, and the last four (`X` counts 10). 0: no such number. */
  readonly regions: Int32Array;
  readonly births: Int32Array;
  readonly tails: Int32Array;
}

/** The column told; remembered for as long as the column lives. */
export function idNumberColumn(typed: readonly CellValue[]): IdNumberColumn {
  let known = byColumn.get(typed);
  if (!known) byColumn.set(typed, (known = describe(typed)));
  return known;
}

/** A number of 32 bits for the entry's number, made of its digits; other documents have one for all. 0 where nothing can be compared. */
export const hashOfNumber = ({ numbers, regions, births, tails }: IdNumberColumn, entry: number): number =>
  regions[entry] === 0 && numbers[entry] === undefined ? 0 : hashOfParts(regions[entry], births[entry], tails[entry]);

export const hashOfParts = (region: number, birth: number, tail: number): number =>
  mixed(Math.imul(region, 0x2c9277b5) ^ Math.imul(birth, 0x5f356495) ^ tail);

/**
 * What is known of the column before goes over to the one in which the cells of these entries were changed: copying it would
 * cost more than all checks of an edit. The column before is told anew should anybody ask.
 */
export function carryIdNumbers(
  before: readonly CellValue[],
  changed: readonly CellValue[],
  entries: readonly number[],
): void {
  const known = byColumn.get(before);
  if (!known) return;
  byColumn.delete(before);
  byColumn.set(changed, changedColumn(known, changed, entries));
}

const byColumn = new WeakMap<readonly CellValue[], Mutable>();

interface Mutable extends IdNumberColumn {
  readonly numbers: (string | undefined)[];
  readonly untidy: number[];
}

function describe(typed: readonly CellValue[]): Mutable {
  const count = typed.length;
  const entries = new Map<IdNumberKind, number[]>();
  const column: Mutable = {
    isCitizen: new Uint8Array(count),
    entries,
    numbers: [],
    untidy: [],
    regions: new Int32Array(count),
    births: new Int32Array(count),
    tails: new Int32Array(count),
  };
  for (let entry = 0; entry < count; entry++) {
    const kind = tell(column, entry, typed[entry]);
    if (kind === 'citizen' || kind === 'empty') continue;
    const places = entries.get(kind);
    if (places) places.push(entry);
    else entries.set(kind, [entry]);
  }
  return column;
}

function changedColumn(known: Mutable, changed: readonly CellValue[], entries: readonly number[]): Mutable {
  const isChanged = new Set(entries);
  const left = (places: readonly number[]): number[] => places.filter((entry) => !isChanged.has(entry));
  const byKind = new Map([...known.entries].map(([kind, places]) => [kind, left(places)]));
  const column = { ...known, untidy: left(known.untidy), entries: byKind };
  for (const entry of isChanged) {
    const kind = tell(column, entry, changed[entry]);
    if (kind === 'citizen' || kind === 'empty') continue;
    const places = byKind.get(kind);
    if (places) places.push(entry);
    else byKind.set(kind, [entry]);
  }
  column.untidy.sort(rising);
  for (const places of byKind.values()) places.sort(rising);
  return column;
}

const rising = (left: number, right: number): number => left - right;

/** Notes all there is to say of one cell; answers its kind. */
function tell(column: Mutable, entry: number, value: CellValue): IdNumberKind {
  // Most cells are sound numbers in their ordinary writing: those are told in one look at their characters.
  const isSound = typeof value === 'string' && noteSound(column, entry, value);
  const kind = isSound ? 'citizen' : kindOfIdNumber(value);
  column.isCitizen[entry] = kind === 'citizen' ? 1 : 0;
  column.numbers[entry] = isSound ? value : comparableIdNumber(value);
  if (isSound) return kind;
  if (kind === 'citizen') column.untidy.push(entry);
  noteParts(column, entry, column.numbers[entry]);
  return kind;
}

function noteSound(column: Mutable, entry: number, text: string): boolean {
  if (text.length !== 18) return false;
  const first = text.charCodeAt(0);
  if (first < 49 || first > 56) return false;
  let [region, birth, tail, sum] = [0, 0, 0, 0];
  for (let place = 0; place < 17; place++) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * weights[place];
    if (place < 6) region = region * 10 + digit;
    else if (place < 14) birth = birth * 10 + digit;
    else tail = tail * 10 + digit;
  }
  const last = text.charCodeAt(17);
  if (last !== checkCodes[sum % 11]) return false;
  column.regions[entry] = region;
  column.births[entry] = birth;
  column.tails[entry] = tail * 11 + (last === 88 ? 10 : last - 48);
  return true;
}

/** The parts of a number that is not in its ordinary writing, or wrong in its last character. */
function noteParts(column: Mutable, entry: number, text: string | undefined): void {
  const parts = text === undefined ? undefined : partsOf(text);
  column.regions[entry] = parts?.region ?? 0;
  column.births[entry] = parts?.birth ?? 0;
  column.tails[entry] = parts?.tail ?? 0;
}

export interface NumberParts {
  readonly region: number;
  readonly birth: number;
  readonly tail: number;
}

/** The parts of 18 characters, as a column holds them; `undefined` for any other text. */
export function partsOf(text: string): NumberParts | undefined {
  if (text.length !== 18) return undefined;
  let [region, birth, tail] = [0, 0, 0];
  for (let place = 0; place < 17; place++) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return undefined;
    if (place < 6) region = region * 10 + digit;
    else if (place < 14) birth = birth * 10 + digit;
    else tail = tail * 10 + digit;
  }
  const last = text.charCodeAt(17);
  if (last !== 88 && (last < 48 || last > 57)) return undefined;
  return { region, birth, tail: tail * 11 + (last === 88 ? 10 : last - 48) };
}

// GB 11643-1999, as in `id-number.ts`; typed arrays, since every cell asks.
const weights = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
const checkCodes = Uint8Array.from('10X98765432', (letter) => letter.charCodeAt(0));
