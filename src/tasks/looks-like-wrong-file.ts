import { isPhone, phonesIn } from '../core/ledger/phones';
import { fields, type FieldKey, type FieldKind } from '../core/ledger/fields';
import { kindOfIdNumber } from '../core/ledger/id-number';
import { valueOf, type Ledger, type LedgerColumn } from '../core/ledger/ledger';
import { idNumberIn } from '../core/ledger/same-people';
import { seasonName, seasonsStated } from '../core/ledger/season';
import { tidyText } from '../core/ledger/tidy';
import type { Scheme } from '../core/policy/scheme';
import type { CellValue } from '../core/workbook/cell';
import { formById } from '../forms';

/** What the person expects of a file; what is missing is not asked for. */
export interface ExpectedFile {
  /** A form's id. */
  readonly form?: string;
  readonly village?: string;
  /** The year in which the winter begins. Missing means the scheme's own season, where it states one. */
  readonly season?: number;
}

/** One sign that this is not the file it was taken for. */
export interface WrongFileSign {
  /** The same for the same sign of the same sheet, however often it is looked for. */
  readonly key: string;
  /** What is odd and what to do, as one Chinese sentence. */
  readonly sentence: string;
}

/** What a file was read as: a check's report, or what a fill was computed from. */
export interface ReadFile {
  readonly ledgers: readonly Ledger[];
  readonly scheme: { readonly scheme: Scheme };
}

/**
 * Signs that this is not the file it was taken for, to be asked about before anything is written: half its rows are
 * duplicates, its form, year or village is another, or a column has slid by one. None is nothing to ask.
 */
export function looksLikeWrongFile(
  { ledgers, scheme }: ReadFile,
  expected: ExpectedFile = {},
): readonly WrongFileSign[] {
  return [
    ...halfTwice(ledgers),
    ...otherForm(ledgers, expected.form),
    ...ledgers.flatMap((ledger) => [
      ...otherYear(ledger, expected.season, scheme.scheme),
      ...otherVillage(ledger, expected.village),
      ...slidColumns(ledger),
    ]),
  ];
}

/** Households are compared with households and persons with persons: a head stands in both. */
function halfTwice(ledgers: readonly Ledger[]): readonly WrongFileSign[] {
  const seen = { household: new Set<string>(), person: new Set<string>() };
  return ledgers.flatMap((ledger) => {
    const numberAt = idNumberIn(ledger);
    const before = seen[ledger.entryIs];
    let twice = 0;
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      const number = numberAt(entry);
      if (number === undefined) continue;
      if (before.has(number)) twice++;
      before.add(number);
    }
    const rows = ledger.rows.length;
    if (rows < fewestRows || twice * 2 < rows) return [];
    const what = `共 ${rows} 行，有 ${twice} 行前面已经登记过，可能是同一份表交了两次`;
    return [signOf('duplicates', ledger, `${what}，请核对是不是这份文件。`)];
  });
}

function otherForm(ledgers: readonly Ledger[], form: string | undefined): readonly WrongFileSign[] {
  if (form === undefined || ledgers.length === 0 || ledgers.some((ledger) => ledger.form === form)) return [];
  const found = formById(ledgers[0].form)?.title;
  const is = found === undefined ? '不是固定表样' : `是“${found}”`;
  return [signOf('form', ledgers[0], `${is}，应为“${formById(form)?.title ?? form}”，请核对是不是这份文件。`)];
}

/** By the years that the title names: one of the season's two years is enough. */
function otherYear(ledger: Ledger, season: number | undefined, scheme: Scheme): readonly WrongFileSign[] {
  const wanted = season === undefined ? seasonsStated(scheme.season === undefined ? [] : [scheme.season]) : [season];
  const stated = seasonsStated(ledger.title);
  if (wanted.length === 0 || stated.length === 0 || stated.some((year) => wanted.includes(year))) return [];
  const found = stated.length === 1 ? seasonName(stated[0]) : `${Math.max(...stated)} 年`;
  const should =
    season === undefined ? `现在按“${scheme.title}”（${scheme.season}）核算` : `本次应为 ${seasonName(season)}`;
  return [signOf('year', ledger, `的标题写的是 ${found}，${should}，请核对是不是这份文件。`)];
}

function otherVillage(ledger: Ledger, village: string | undefined): readonly WrongFileSign[] {
  if (village === undefined || ledger.rows.length === 0) return [];
  const wanted = bare(village);
  const names = ledger.rows.flatMap((_, entry) => valueOf(ledger, entry, 'villageName') ?? []);
  const other = names.filter((name) => bare(name) !== wanted);
  const titled = bare(ledger.title.join(' ')).includes(wanted);
  if (names.length > 0 ? other.length <= names.length / 2 : titled || ledger.title.length === 0) return [];
  const found = names.length > 0 ? `多数行的行政村是“${other[0]}”` : '标题里没有这个村';
  return [signOf('village', ledger, `${found}，应为“${village}”，请核对是不是这份文件。`)];
}

/** Identity numbers or phones that stand under the heading beside their own in most rows. */
function slidColumns(ledger: Ledger): readonly WrongFileSign[] {
  const columns = Object.values(ledger.columns) as readonly LedgerColumn[];
  return (['id-number', 'phone'] as const).flatMap((kind) => {
    const own = columns.filter(({ field }) => kindOf(field) === kind);
    const slid = columns.find(
      (column) =>
        kindOf(column.field) !== kind &&
        shareOf(column, kind) > 0.5 &&
        own.some((other) => Math.abs(other.column - column.column) === 1 && shareOf(other, kind) <= 0.1),
    );
    if (!slid) return [];
    const what = kind === 'phone' ? '联系电话' : '身份证号';
    return [signOf(`slid-${kind}`, ledger, `的${what}填在“${slid.heading}”一列，整列错开了一格，请核对后改正。`)];
  });
}

/** What share of a column's filled cells look like that; of a long column evenly spread cells tell as much as all. */
function shareOf({ typed }: LedgerColumn, kind: 'id-number' | 'phone'): number {
  const every = Math.ceil(typed.length / cellsLookedAt);
  const filled = typed.filter((value, entry) => entry % every === 0 && value !== null && value !== '');
  return filled.length < fewestRows ? 0 : filled.filter(looksLike[kind]).length / filled.length;
}

const looksLike = {
  'id-number': (value: CellValue): boolean => kindOfIdNumber(value) === 'citizen',
  phone: (value: CellValue): boolean => {
    const [number] = phonesIn(String(value));
    return number?.length === 11 && isPhone(number);
  },
};

const kindOf = (field: FieldKey): FieldKind => fields[field].kind;

const cellsLookedAt = 1000;

/** Of fewer rows nothing is plain. */
const fewestRows = 4;

const signOf = (sign: string, { workbook, sheet }: Ledger, what: string): WrongFileSign => ({
  key: `${sign}\n${sheet}`,
  sentence: `“${workbook}”的工作表“${sheet}”${what}`,
});

const bare = (village: string): string =>
  tidyText(village).replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, '');
