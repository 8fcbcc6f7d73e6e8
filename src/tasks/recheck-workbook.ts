import { recheck, type EditedCell } from '../core/checks/recheck';
import { fills } from '../core/fills';
import { fillFindings } from '../core/fills/fill-findings';
import type { Finding } from '../core/findings/finding';
import type { FieldKey } from '../core/ledger/fields';
import type { Ledger, LedgerColumn, TotalRow } from '../core/ledger/ledger';
import { readRowsAgain, type RowsAgain } from '../core/read/read-rows-again';
import { ownSheetMark, whyOwnSheet } from '../core/read/read-workbook';
import { isSchemeSheet } from '../core/sheets/scheme-sheet';
import { changedRows } from '../core/workbook/changed-rows';
import type { Step } from '../core/workbook/port';
import { sheetNamed, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';
import { reported, type CheckReport, type KeptCheck } from './check-workbooks';

/**
 * The check of a workbook after cells of it were edited: what a whole check would say, at the cost of the rows concerned.
 * `undefined` where a whole check is called for: sheets, headings, rows, the sheet 救助标准 or very many cells have changed.
 */
export function* recheckWorkbook(kept: KeptCheck, workbook: WorkbookSnapshot): Generator<Step, KeptCheck | undefined> {
  const before = kept.request.workbooks.find(({ name }) => name === workbook.name);
  const change = before && changeIn(kept.checks.ledgers, before, workbook);
  if (!before || !change) return undefined;
  const { again, edits, totals } = change;
  if (edits.length > mostEdits) return undefined;
  yield { doing: '正在核对改动的行', done: 0, total: 0 };
  const checks = edits.length + totals.size > 0 ? yield* recheck(kept.checks, edits, totals) : kept.checks;
  const workbooks = kept.request.workbooks.map((one) => (one === before ? workbook : one));
  const isReadAgain = ({ at: [at] }: Finding): boolean =>
    at.workbook === workbook.name && again.get(at.sheet)?.rows.has(at.row) === true;
  const read =
    again.size === 0
      ? kept.read
      : [...kept.read.filter((one) => !isReadAgain(one)), ...[...again.values()].flatMap(({ findings }) => findings)];
  const filled = filledAgain(kept, checks.ledgers, edits);
  const request = { ...kept.request, workbooks };
  const sheetsNotRead = notReadIn(kept, before, workbook);
  return yield* reported({ request, read, checks, filled, remarks: kept.remarks }, { ...kept.report, sheetsNotRead });
}

/** Beyond this many cells, looking for what each of them is compared with costs more than a whole check. */
const mostEdits = 500;

interface Change {
  /** By sheet. */
  readonly again: ReadonlyMap<string, RowsAgain>;
  readonly edits: readonly EditedCell[];
  /** By ledger. */
  readonly totals: ReadonlyMap<number, readonly TotalRow[]>;
}

/** What has changed for the ledgers; `undefined` where more has than cells of their rows. */
function changeIn(ledgers: readonly Ledger[], before: WorkbookSnapshot, after: WorkbookSnapshot): Change | undefined {
  if (!isSameBook(before, after)) return undefined;
  const again = new Map<string, RowsAgain>();
  const edits: EditedCell[] = [];
  const totals = new Map<number, readonly TotalRow[]>();
  for (const sheet of after.sheets) {
    const old = sheetNamed(before, sheet.name);
    const own = [...ledgers.keys()].filter(
      (index) => ledgers[index].workbook === after.name && ledgers[index].sheet === sheet.name,
    );
    if (own.length === 0 && isOurs(sheet) && (!old || isOurs(old))) continue;
    const rows = old && changedRows(old, sheet);
    if (rows?.length === 0) continue;
    const ownLedgers = own.map((index) => ledgers[index]);
    const read = rows && own.length > 0 ? readRowsAgain(after, sheet, ownLedgers, rows, forms) : undefined;
    if (!read) return undefined;
    again.set(sheet.name, read);
    for (const [index, ledger] of own.entries()) {
      const found = editsIn(ledgers[ledger], read.ledgers[index], ledger);
      if (!found) return undefined;
      edits.push(...found);
      const figures = totalsIn(ledgers[ledger], read.ledgers[index]);
      if (figures) totals.set(ledger, figures);
    }
  }
  return { again, edits, totals };
}

const isSameBook = (before: WorkbookSnapshot, after: WorkbookSnapshot): boolean =>
  before.date1904 === after.date1904 &&
  before.remarks.join() === after.remarks.join() &&
  before.styles.every((style, index) => style === after.styles[index]) &&
  before.sheets.every((sheet) => isOurs(sheet) || sheetNamed(after, sheet.name) !== undefined);

/** The sheets that are no ledger: those of ours may have come or gone. */
function notReadIn(kept: KeptCheck, before: WorkbookSnapshot, after: WorkbookSnapshot): CheckReport['sheetsNotRead'] {
  if (before.sheets.map(({ name }) => name).join('\n') === after.sheets.map(({ name }) => name).join('\n'))
    return kept.report.sheetsNotRead;
  const known = kept.report.sheetsNotRead;
  return kept.request.workbooks.flatMap(({ name: workbook }) =>
    workbook !== after.name
      ? known.filter((one) => one.workbook === workbook)
      : after.sheets.flatMap((sheet) => {
          const own = known.find((one) => one.workbook === workbook && one.sheet === sheet.name);
          if (own) return [own];
          return isOurs(sheet) ? [{ workbook, sheet: sheet.name, why: whyOwnSheet }] : [];
        }),
  );
}

/** A sheet that we wrote and that no ledger is read from; the sheet 救助标准 says how all others are judged. */
function isOurs(sheet: SheetSnapshot): boolean {
  const first = valueAt(sheet, 1, 1);
  if (isSchemeSheet(sheet)) return false;
  return typeof first === 'string' && first.trim().endsWith(ownSheetMark);
}

/** What stands otherwise in the rows read again; `undefined` where a cell has become a formula or is none any more. */
function editsIn(before: Ledger, again: Ledger, ledger: number): readonly EditedCell[] | undefined {
  const edits: EditedCell[] = [];
  let at = 0;
  for (const [index, row] of again.rows.entries()) {
    while (before.rows[at] < row) at++;
    if (before.rows[at] !== row) return undefined;
    for (const field of Object.keys(again.columns) as FieldKey[]) {
      const [now, was] = [again.columns[field], before.columns[field]] as readonly (LedgerColumn | undefined)[];
      if (!now || !was) return undefined;
      if ((now.formulas?.has(index) ?? false) !== (was.formulas?.has(at) ?? false)) return undefined;
      const [typed, value] = [now.typed[index], now.values[index]];
      if (Object.is(typed, was.typed[at]) && Object.is(value, was.values[at])) continue;
      edits.push({ ledger, entry: at, field, typed, value });
    }
  }
  return edits;
}

/** The totals with their figures as they stand now; `undefined` where they are as before. */
function totalsIn(before: Ledger, again: Ledger): readonly TotalRow[] | undefined {
  const figures = ({ totals }: Ledger): string => JSON.stringify(totals.map(({ row, cells }) => [row, cells]));
  if (figures(before) === figures(again)) return undefined;
  return before.totals.map((total, index) => ({ ...total, cells: again.totals[index].cells }));
}

/** Where typed values disagree with the computed ones, told anew for the edited rows. */
function filledAgain(kept: KeptCheck, ledgers: readonly Ledger[], edits: readonly EditedCell[]): readonly Finding[] {
  const entriesOf = new Map<number, Set<number>>();
  for (const { ledger, entry } of edits) entriesOf.set(ledger, (entriesOf.get(ledger) ?? new Set()).add(entry));
  let { filled } = kept;
  for (const [index, entries] of entriesOf) {
    const ledger = ledgers[index];
    const rows = new Set([...entries].map((entry) => ledger.rows[entry]));
    const isHere = ({ at: [at] }: Finding): boolean =>
      rows.has(at.row) && at.workbook === ledger.workbook && at.sheet === ledger.sheet;
    const inOrder = [...entries].sort((left, right) => left - right);
    filled = [
      ...filled.filter((finding) => !isHere(finding)),
      ...fillFindings(ledger, kept.checks.policy, fills, inOrder),
    ];
  }
  return filled;
}
