import { fields, type FieldKey } from '../core/ledger/fields';
import { kindOfIdNumber } from '../core/ledger/id-number';
import { valueOf, type Ledger, type LedgerColumn } from '../core/ledger/ledger';
import { tidyText } from '../core/ledger/tidy';
import { formById } from '../forms';
import type { CheckReport } from './check-workbooks';

/** What the person expected of a file; what is missing is not asked for. */
export interface ExpectedFile {
  /** A form's id. */
  readonly form?: string;
  readonly village?: string;
  /** The year in which the winter begins. */
  readonly season?: number;
}

/**
 * Signs that this is not the file it was taken for, each a Chinese sentence to be shown before anything is written: half
 * its rows are duplicates, its year, village or form is another, or a column has slid by one. None is nothing to ask.
 */
export function looksLikeWrongFile(report: CheckReport, expected: ExpectedFile = {}): readonly string[] {
  const signs = report.ledgers.flatMap((ledger) => [...slidColumn(ledger), ...otherVillage(ledger, expected.village)]);
  return [
    ...new Set([
      ...halfTwice(report),
      ...otherForm(report, expected.form),
      ...otherYear(report, expected.season),
      ...signs,
    ]),
  ];
}

function halfTwice({ findings, ledgers }: CheckReport): readonly string[] {
  const twice = new Map<string, Set<number>>();
  for (const { kind, at } of findings) {
    if (kind !== 'id-number-duplicate') continue;
    const key = `${at[0].workbook}\n${at[0].sheet}`;
    twice.set(key, (twice.get(key) ?? new Set()).add(at[0].row));
  }
  return ledgers.flatMap(({ workbook, sheet, rows }) => {
    const count = twice.get(`${workbook}\n${sheet}`)?.size ?? 0;
    if (rows.length < 4 || count < rows.length / 2) return [];
    return [
      `${placeOf(workbook, sheet)}共 ${rows.length} 行，有 ${count} 行前面已经登记过，可能是同一份表交了两次，请核对是不是这份文件。`,
    ];
  });
}

function otherForm({ ledgers }: CheckReport, form: string | undefined): readonly string[] {
  if (form === undefined || ledgers.length === 0 || ledgers.some((ledger) => ledger.form === form)) return [];
  const [wanted, found] = [formById(form)?.title ?? form, formById(ledgers[0].form)?.title ?? '别的表样'];
  return [`这份文件是“${found}”，应为“${wanted}”，请核对是不是这份文件。`];
}

/** By the years that the titles name: one of the season's two years is enough. */
function otherYear({ ledgers }: CheckReport, season: number | undefined): readonly string[] {
  if (season === undefined) return [];
  return ledgers.flatMap(({ workbook, sheet, title }) => {
    const years = [
      ...title
        .join(' ')
        .normalize('NFKC')
        .matchAll(/20\d\d(?=\s*(年|[-—–~至]|度))|(?<=[-—–~至]\s*)20\d\d/g),
    ].map(([year]) => Number(year));
    if (years.length === 0 || years.some((year) => year === season || year === season + 1)) return [];
    return [
      `${placeOf(workbook, sheet)}的标题写的是 ${years[0]} 年，本次是 ${season}—${season + 1} 年度，请核对是不是这份文件。`,
    ];
  });
}

function otherVillage(ledger: Ledger, village: string | undefined): readonly string[] {
  if (village === undefined || ledger.rows.length === 0) return [];
  const wanted = bare(village);
  const names = ledger.rows.flatMap((_, entry) => valueOf(ledger, entry, 'villageName') ?? []);
  const other = names.filter((name) => bare(name) !== wanted);
  const titled = bare(ledger.title.join(' ')).includes(wanted);
  if (names.length > 0 ? other.length <= names.length / 2 : titled || ledger.title.length === 0) return [];
  const found = names.length > 0 ? `多数行的行政村是“${other[0]}”` : '标题里没有这个村';
  return [`${placeOf(ledger.workbook, ledger.sheet)}${found}，应为“${village}”，请核对是不是这份文件。`];
}

/** Identity numbers or names that stand under the heading beside their own in most rows. */
function slidColumn(ledger: Ledger): readonly string[] {
  const columns = Object.values(ledger.columns) as readonly LedgerColumn[];
  const share = ({ typed }: LedgerColumn): number => {
    const filled = typed.filter((value) => value !== null && value !== '');
    return filled.length < 4 ? 0 : filled.filter((value) => kindOfIdNumber(value) === 'citizen').length / filled.length;
  };
  return columns.flatMap((column) => {
    if (fields[column.field as FieldKey].kind === 'id-number' || share(column) <= 0.5) return [];
    const beside = columns.find(
      (other) => fields[other.field].kind === 'id-number' && Math.abs(other.column - column.column) === 1,
    );
    if (!beside || share(beside) > 0.1) return [];
    return [
      `${placeOf(ledger.workbook, ledger.sheet)}的身份证号填在“${column.heading}”一列，整列错开了一格，请改正后再处理。`,
    ];
  });
}

const placeOf = (workbook: string, sheet: string): string => `“${workbook}”的工作表“${sheet}”`;
const bare = (village: string): string =>
  tidyText(village).replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, '');
