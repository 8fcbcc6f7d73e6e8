import { fields, type FieldKey } from '../ledger/fields';
import { formatYuan, type Fen } from '../ledger/money';
import { typedIn } from '../ledger/ledger';
import { canonicalCell, comparedFields } from './canonical-entry';
import { idNumberOf, nameOf, placesOf, type Part, type Place } from './part';

/** One household that stands otherwise in the newer return than in the older. */
export interface Difference {
  readonly kind: 'added' | 'gone' | 'changed';
  readonly village: string;
  readonly name: string;
  readonly older: { readonly workbook: string; readonly sheet: string; readonly row: number } | undefined;
  readonly newer: { readonly workbook: string; readonly sheet: string; readonly row: number } | undefined;
  /** Empty unless changed. Identity numbers, accounts and phones are cut to their last four characters. */
  readonly changes: readonly { readonly field: FieldKey; readonly from: string; readonly to: string }[];
}

/** True where nothing but the day of reporting was changed, as on every row of a ledger that is handed in again. */
export const isOnlyDated = ({ kind, changes }: Difference): boolean =>
  kind === 'changed' && changes.every(({ field }) => field === 'preparedOn');

/** How many these are, as one Chinese sentence; none where there is none. */
export function onlyDatedSentences(differences: readonly Difference[]): readonly string[] {
  const count = differences.filter(isOnlyDated).length;
  return count > 0 ? [`另有 ${count} 户只改了填报日期，没有逐户列出。`] : [];
}

/**
 * The households added, gone and changed between two returns of one village. They are matched by identity number, those left
 * over by name where it is the only one of its kind on both sides (the number itself may have been put right).
 */
export function differencesBetween(older: Part, newer: Part): readonly Difference[] {
  const before = [...placesOf(older)];
  const after = [...placesOf(newer)];
  const byNumber = matched(before, after, idNumberOf, false);
  const byName = matched(byNumber.left, byNumber.right, nameOf, true);
  const asMarked = (place: Place | undefined, part: Part) => place && whereOf(place, part);
  const found: Difference[] = [];
  const add = (
    kind: Difference['kind'],
    from: Place | undefined,
    to: Place | undefined,
    changes: Difference['changes'],
  ) => {
    const name = nameOf((to ?? from) as Place);
    found.push({
      kind,
      village: newer.village || older.village,
      name,
      older: asMarked(from, older),
      newer: asMarked(to, newer),
      changes,
    });
  };
  for (const [from, to] of [...byNumber.pairs, ...byName.pairs]) {
    const changes = changedCells(from, to);
    if (changes.length > 0) add('changed', from, to, changes);
  }
  for (const from of byName.left) add('gone', from, undefined, []);
  for (const to of byName.right) add('added', undefined, to, []);
  const rowOf = ({ newer: to, older: from }: Difference) => (to ?? from)?.row ?? 0;
  return found.sort(
    (left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || rowOf(left) - rowOf(right),
  );
}

const kinds: readonly Difference['kind'][] = ['gone', 'added', 'changed'];

const whereOf = ({ returned: { ledger }, entry }: Place, { file }: Part) => ({
  workbook: file.workbook,
  sheet: ledger.sheet,
  row: ledger.rows[entry],
});

interface Matched {
  readonly pairs: readonly (readonly [Place, Place])[];
  readonly left: readonly Place[];
  readonly right: readonly Place[];
}

/** Pairs of equal key, the first with the first; with `onlyOnes` keys that stand twice on a side are left alone. */
function matched(
  before: readonly Place[],
  after: readonly Place[],
  keyOf: (place: Place) => string | undefined,
  onlyOnes: boolean,
): Matched {
  const keysBefore = grouped(before, keyOf);
  const keysAfter = grouped(after, keyOf);
  const pairs: (readonly [Place, Place])[] = [];
  const used = new Set<Place>();
  for (const [key, ones] of keysBefore) {
    const others = keysAfter.get(key) ?? [];
    if (onlyOnes && (ones.length > 1 || others.length > 1)) continue;
    for (let index = 0; index < Math.min(ones.length, others.length); index += 1) {
      pairs.push([ones[index], others[index]]);
      used.add(ones[index]).add(others[index]);
    }
  }
  return { pairs, left: before.filter((place) => !used.has(place)), right: after.filter((place) => !used.has(place)) };
}

function grouped(
  places: readonly Place[],
  keyOf: (place: Place) => string | undefined,
): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = keyOf(place);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

/** The cells that mean something else. A column that one of the two does not have at all is no change of its cells. */
function changedCells(from: Place, to: Place): Difference['changes'] {
  return comparedFields.flatMap((field) => {
    const [before, after] = [from, to].map(({ returned: { ledger }, entry }) => canonicalCell(ledger, entry, field));
    if (before === after || !from.returned.ledger.columns[field] || !to.returned.ledger.columns[field]) return [];
    const [shownBefore, shownAfter] = [shownCell(from, field), shownCell(to, field)];
    const told = shownBefore === shownAfter ? '（其余位数有改动）' : '';
    return [{ field, from: shownBefore, to: `${shownAfter}${told}` }];
  });
}

/** What a cell says, short enough and private enough for a list. */
export function shownCell({ returned: { ledger }, entry }: Place, field: FieldKey): string {
  const column = ledger.columns[field];
  const value = column?.values[entry];
  const { kind } = fields[field];
  if (value !== undefined && kind === 'money') return `${formatYuan(value as Fen)} 元`;
  if (value !== undefined && kind === 'yes-no') return value ? '是' : '否';
  if (value !== undefined && kind === 'quantity') return `${value} ${column?.unit ?? '公斤'}`;
  const typed = typedIn(ledger, entry, field);
  const text =
    kind === 'date' && value !== undefined
      ? String(value)
      : typed === null
        ? ''
        : typeof typed === 'object'
          ? typed.error
          : String(typed);
  if (text === '') return '（空）';
  return masked(text, kind === 'id-number' || kind === 'account' || kind === 'phone');
}

/** A number that could be somebody's keeps four characters at its end, wherever it stands. */
export const masked = (text: string, isNumber = false): string =>
  isNumber
    ? `…${text.trim().slice(-4)}`
    : text.replace(/[0-9０-９](?:[ \u3000-]?[0-9０-９]){9,}[XxＸｘ]?/g, (number) => `…${number.slice(-4)}`);
