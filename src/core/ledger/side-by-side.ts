import { birthDateOf } from './agreement';
import { formatDate, type IsoDate } from './dates';
import { fields, type FieldKey } from './fields';
import { typedIn, valueOf } from './ledger';
import { nameKey } from './names';
import { comparableIdNumbers, personName, type LedgerEntry } from './same-people';
import { tidyDigits, tidyText } from './tidy';
import { isCellError } from '../workbook/cell';

/** One column of several entries beside each other. */
export interface FieldSideBySide {
  readonly field: FieldKey | 'person';
  readonly title: string;
  /** As a person reads them, by entry; empty where nothing stands there. */
  readonly values: readonly string[];
  /** `partly`: those that say anything agree, and at least one says nothing. */
  readonly is: 'same' | 'different' | 'partly';
  /** Where two numbers of one length differ, such as `第 12 位不同`. */
  readonly where?: string;
}

/** The entries column by column; columns that none of them fills are left out. Compared as the checks compare, shown as typed. */
export function sideBySide(entries: readonly LedgerEntry[]): readonly FieldSideBySide[] {
  const hasMembers = entries.some(({ ledger }) => ledger.entryIs === 'person');
  const own = (Object.keys(fields) as FieldKey[]).filter(
    (field) =>
      !first.includes(field) &&
      !leftOut.includes(field) &&
      field !== 'memberName' &&
      (field !== 'householdHead' || hasMembers) &&
      entries.some(({ ledger }) => ledger.columns[field]),
  );
  return (['person', ...first, ...own] as const).flatMap((field) => {
    const values = entries.map((entry) => shown(entry, field));
    const filled = values.filter((value) => value !== '').length;
    if (filled === 0) return [];
    const keys = entries.map((entry, index) => (values[index] === '' ? undefined : keyOf(entry, field)));
    const isSame = new Set(keys.filter((key) => key !== undefined)).size <= 1;
    const where = !isSame && field === 'idNumber' ? whereDifferent(keys) : undefined;
    return {
      field,
      title: field === 'person' ? '姓名' : fields[field].zh,
      values,
      is: !isSame ? 'different' : filled < entries.length ? 'partly' : 'same',
      ...(where !== undefined && { where }),
    };
  });
}

/** What tells people apart comes first. */
const first: readonly FieldKey[] = [
  'idNumber',
  'birthDate',
  'villageName',
  'villagerGroup',
  'homeAddress',
  'phone',
  'cardAccount',
  'householdSize',
];
/** Says nothing of a person. */
const leftOut: readonly FieldKey[] = ['serialNumber', 'villageCode', 'preparedBy', 'preparedOn'];

function shown(entry: LedgerEntry, field: FieldKey | 'person'): string {
  if (field === 'person') return personName(entry) ?? '';
  if (field === 'birthDate') return dateWords(birthDateOf(entry));
  const typed = typedIn(entry.ledger, entry.entry, field);
  if (typed === null || typed === '') return '';
  if (isCellError(typed)) return typed.error;
  if (typeof typed === 'boolean') return typed ? '是' : '否';
  if (fields[field].kind === 'date') {
    return dateWords(valueOf(entry.ledger, entry.entry, field) as IsoDate | undefined) || String(typed);
  }
  const unit = typeof typed === 'number' ? entry.ledger.columns[field]?.unit : undefined;
  return unit === undefined ? String(typed) : `${typed} ${unit}`;
}

const dateWords = (date: IsoDate | undefined): string => (date === undefined ? '' : formatDate(date));

function keyOf(entry: LedgerEntry, field: FieldKey | 'person'): string {
  if (field === 'person') return nameKey(personName(entry) ?? '');
  if (field === 'birthDate') return birthDateOf(entry) ?? '';
  const { ledger, entry: index } = entry;
  const typed = String(typedIn(ledger, index, field));
  const { kind } = fields[field];
  if (kind === 'id-number') {
    const column = ledger.columns[field];
    return (column && comparableIdNumbers(column.typed)[index]) ?? tidyText(typed);
  }
  if (kind === 'name') return nameKey(typed);
  if (kind === 'account' || kind === 'phone') return tidyDigits(typed);
  return tidyText(String(valueOf(ledger, index, field) ?? typed));
}

function whereDifferent([one, two, ...more]: readonly (string | undefined)[]): string | undefined {
  if (one === undefined || two === undefined || more.length > 0 || one.length !== two.length) return undefined;
  const places = [...one].flatMap((sign, place) => (sign === two[place] ? [] : [place + 1]));
  const [from, to] = places;
  if (places.length > 3) return undefined;
  const isSwapped =
    places.length === 2 && to === from + 1 && one[from - 1] === two[to - 1] && one[to - 1] === two[from - 1];
  return `第 ${places.join('、')} 位${isSwapped ? '颠倒' : '不同'}`;
}
