import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { Ledger } from '../core/ledger/ledger';
import type { BankOutcome } from '../core/sheets/bank-results';
import type { BankReturn } from '../core/sheets/bank-return';
import type { BankRow } from '../core/sheets/bank-rows';
import type { CellEdit, WorkbookChange } from '../core/workbook/change';
import type { Step } from '../core/workbook/port';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../core/workbook/snapshot';
import { inFixedOrder } from './in-fixed-order';
import type { MadeBankReturn } from './make-bank-file';
import { markChangesInSteps } from './mark-ledger';
import { payoutFinding } from './payout-findings';

/** What registering the bank's answer does to the ledger. */
export interface RecordedReturn {
  /** To be applied as one step. */
  readonly changes: readonly WorkbookChange[];
  /** Cells of the column 发放情况 in which a person has written something else: they stay. */
  readonly keptCells: number;
}

/**
 * 登记银行回单: the sheet 代发结果, marks over the accounts of the payments that did not arrive with the bank's reason in
 * 核查记录, and the column 发放情况 where the ledger has one. Columns are never added, and what a person wrote stays.
 */
export function* recordBankReturn(
  workbook: WorkbookSnapshot,
  made: MadeBankReturn,
  today: IsoDate,
): Generator<Step, RecordedReturn> {
  const { report, plans } = made;
  const told = [...toldOf(made)];
  const found = told.flatMap(({ row, outcome, reason }) =>
    payoutFinding(row.household, outcome, reason, report.ledgers),
  );
  const others = report.findings.filter(({ kind }) => kind !== 'payout-failed');
  const findings: readonly Finding[] = yield* inFixedOrder([...others, ...found], [workbook]);
  const { edits, keptCells } = resultCells(workbook, report.ledgers, told);
  const [results] = plans;
  return {
    changes: [
      ...(edits.length > 0 ? [{ kind: 'edit-cells', edits } as const] : []),
      { kind: 'put-sheet', plan: results },
      ...(yield* markChangesInSteps(workbook, { ...report, findings }, today)),
    ],
    keptCells,
  };
}

interface Told {
  readonly row: BankRow;
  readonly outcome: BankOutcome;
  readonly reason: string;
}

function* toldOf({ paid, failed, unclear }: BankReturn): Generator<Told> {
  for (const row of paid) yield { row, outcome: '已发放', reason: '' };
  for (const { row, reason } of failed) yield { row, outcome: '没有发成', reason };
  for (const { row, reason } of unclear) yield { row, outcome: '请核对', reason };
}

function resultCells(workbook: WorkbookSnapshot, ledgers: readonly Ledger[], told: readonly Told[]) {
  const edits: CellEdit[] = [];
  let keptCells = 0;
  for (const { row, outcome, reason } of told) {
    const { at } = row.household;
    const column = ledgers.find(({ sheet }) => sheet === at.sheet)?.columns.payoutResult?.column;
    const sheet = sheetNamed(workbook, at.sheet);
    if (column === undefined || !sheet) continue;
    const from = valueAt(sheet, at.row, column);
    const to = reason === '' ? outcome : `${outcome}：${reason}`;
    if (from === to) continue;
    if (from !== null && !(typeof from === 'string' && ourWords.test(from.trim()))) keptCells += 1;
    else edits.push({ at: { sheet: at.sheet, row: at.row, column }, from, to });
  }
  return { edits, keptCells };
}

/** Nothing, or what an earlier answer of the bank has put there. */
const ourWords = /^$|^已发放$|^没有发成(：|$)|^请核对(：|$)/;
