import { parseDate, type IsoDate } from '../ledger/dates';
import { valueOf, type Ledger } from '../ledger/ledger';
import type { CellValue } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { OtherColumn, ReadFile } from './returned-file';
import { sealIn } from './seal';
import { dayStated } from '../ledger/season';
import { verifySeal } from './verify-seal';

/** What reading a workbook gave, as far as a merge needs it. */
export interface ReadLedgers {
  readonly ledgers: readonly Ledger[];
  readonly notLedgers: ReadFile['sheetsNotRead'];
  readonly remarks: readonly string[];
}

/**
 * What a merge keeps of a returned workbook: its ledgers, the columns nobody knows, what it says of its age, its seal. The
 * snapshot itself can be forgotten. `recordSheet` is the name of its 核查记录, where it has one.
 */
export function returnedFile(
  workbook: WorkbookSnapshot,
  read: ReadLedgers,
  recordSheet: string | undefined,
  outside: { readonly modifiedOn?: IsoDate; readonly folder?: string } = {},
): ReadFile {
  const record = workbook.sheets.find(({ name }) => name === recordSheet)?.rows;
  const seal = record && sealIn(record);
  const preparedOn = latestDay(read.ledgers) ?? dayStated(read.ledgers.flatMap(({ title }) => title));
  const checkedOn = record && dayOfRecord(record);
  return {
    workbook: workbook.name,
    ledgers: read.ledgers.map((ledger) => ({ ledger, others: othersOf(workbook, ledger) })),
    sheetsNotRead: read.notLedgers.filter(({ sheet }) => !isOfOurs(workbook, sheet)),
    remarks: read.remarks,
    facts: { ...outside, ...(preparedOn && { preparedOn }), ...(checkedOn && { checkedOn }) },
    ...(seal && { seal: verifySeal(seal, read.ledgers) }),
  };
}

function othersOf(workbook: WorkbookSnapshot, ledger: Ledger): readonly OtherColumn[] {
  const rows = workbook.sheets.find(({ name }) => name === ledger.sheet)?.rows ?? [];
  return ledger.otherColumns
    .map(({ heading, column }) => ({
      heading,
      typed: ledger.rows.map((row): CellValue => rows[row - 1]?.[column - 1] ?? null),
    }))
    .filter(({ typed }) => typed.some((value) => value !== null && value !== ''));
}

/** Sheets that nobody would miss: our own, blank ones, dictionaries. */
function isOfOurs(workbook: WorkbookSnapshot, name: string): boolean {
  const sheet = workbook.sheets.find((each) => each.name === name);
  const first = sheet?.rows[0]?.[0];
  const isBlank = !sheet?.rows.some((row) => row?.some((value) => value !== null && value !== ''));
  return isBlank || name === '字典' || (typeof first === 'string' && first.endsWith('（冬春救助台账助手）'));
}

function latestDay(ledgers: readonly Ledger[]): IsoDate | undefined {
  let latest: IsoDate | undefined;
  for (const ledger of ledgers) {
    for (let entry = 0; entry < ledger.rows.length; entry += 1) {
      const day = valueOf(ledger, entry, 'preparedOn');
      if (day !== undefined && (latest === undefined || day > latest)) latest = day;
    }
  }
  return latest;
}

/** The day of the check that stands in the lines above the record's table. */
function dayOfRecord(rows: readonly (readonly CellValue[] | undefined)[]): IsoDate | undefined {
  for (const row of rows.slice(0, 6)) {
    const [text] = row ?? [];
    const written =
      typeof text === 'string' ? /核查日期[：:]\s*(\d{4}年\d{1,2}月\d{1,2}日)/.exec(text)?.[1] : undefined;
    if (written !== undefined) return parseDate(written)?.date;
  }
  return undefined;
}
