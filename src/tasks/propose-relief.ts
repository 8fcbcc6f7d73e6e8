import { asTyped } from '../core/fills/cell-value';
import type { FieldValue } from '../core/ledger/fields';
import type { IsoDate } from '../core/ledger/dates';
import { cellOf, valueOf, type Ledger } from '../core/ledger/ledger';
import { type Fen } from '../core/ledger/money';
import { isBlankText } from '../core/ledger/tidy';
import { amountsBySize } from '../core/policy/amounts-by-size';
import { entitlementOf, type Household } from '../core/policy/entitlement';
import { policyOn, type Policy } from '../core/policy/policy';
import { proposeAmounts, type Candidate, type ProposalWish } from '../core/policy/propose-amounts';
import type { Scheme } from '../core/policy/scheme';
import type { Working } from '../core/policy/working';
import { readWorkbook } from '../core/read/read-workbook';
import type { CellRef } from '../core/workbook/cell';
import type { CellEdit, WorkbookChange } from '../core/workbook/change';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';
import { schemeInForce, type SchemeInForce } from './scheme-in-force';

export interface ProposalRequest {
  readonly workbook: WorkbookSnapshot;
  readonly scheme?: Scheme;
  readonly today: IsoDate;
  /** Amounts that the person fixed for rows still empty, by `rowKey`. */
  readonly pins: ReadonlyMap<string, Fen>;
  /** What all amounts of the workbook must sum to, those already typed included, and in which steps. */
  readonly wish: ProposalWish;
}

/** One household of the proposal. */
export interface ProposedAmount {
  readonly key: string;
  /** The cell of 救助金额. */
  readonly at: CellRef;
  readonly head?: string;
  /** `typed`: stands in the ledger and stays. `left`: gets nothing, `remark` says why. */
  readonly state: 'typed' | 'pinned' | 'proposed' | 'left';
  readonly amount?: Fen;
  /** Why it is left out, or in what way a typed or pinned amount is outside its band. */
  readonly remark?: string;
  /** The band it lies in, with its clause; `undefined` where the scheme gives none. */
  readonly explain: () => Working | undefined;
}

export interface AmountProposal {
  readonly scheme: SchemeInForce;
  readonly ledgers: readonly Ledger[];
  readonly workbook: WorkbookSnapshot;
  /** In the order of the sheets; while it is impossible, empty rows have no amount. */
  readonly rows: readonly ProposedAmount[];
  /** What was to be shared out; missing where neither scheme nor person says. */
  readonly allocation?: Fen;
  /** Why it cannot be done, in one Chinese sentence. */
  readonly impossible?: string;
  /** The row that carries what is left over below a step. */
  readonly remainder?: { readonly key: string; readonly amount: Fen };
  /** Writes the proposed and pinned amounts into the empty cells. */
  readonly changes: readonly WorkbookChange[];
}

/** Whether the scheme gives ranges, so that amounts must be settled by people. */
export function givesRanges(scheme: Scheme, today: IsoDate): boolean {
  return amountsBySize(policyOn(scheme, today)).some(({ bySize }) =>
    bySize.some(({ entitled }) => entitled.kind === 'range' && entitled.least !== entitled.most),
  );
}

/** The key of a household's row, the same on every reading while no row is moved. */
export const rowKey = ({ sheet, row }: Pick<CellRef, 'sheet' | 'row'>): string => `${sheet}\n${row}`;

/** 拟定金额, before consent: amounts for the empty rows within their bands that, with those typed, sum to the allocation. */
export function* proposeRelief(request: ProposalRequest): Generator<Step, AmountProposal> {
  const { workbook, today, pins, wish } = request;
  const ledgers = (yield* readWorkbook(workbook, forms)).ledgers.filter(
    ({ entryIs, columns }) => entryIs === 'household' && columns.reliefAmount,
  );
  const scheme = schemeInForce([workbook], request.scheme);
  const policy = policyOn(scheme.scheme, today);
  const rows: Row[] = [];
  for (const ledger of ledgers) {
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (rows.length % 1000 === 999) yield { doing: '正在拟定金额', done: 0, total: ledger.rows.length };
      rows.push(rowOf(ledger, entry, pins));
    }
  }
  const taken = rows.filter(({ isUnread }) => !isUnread);
  const proposal = yield* inSteps(
    proposeAmounts(
      policy,
      taken.map(({ candidate }) => candidate),
      wish,
    ),
    rows.length,
  );
  const said = new Map(
    [...proposal.left, ...('outside' in proposal ? proposal.outside : [])].map(({ index, reason }) => [index, reason]),
  );
  const amounts = 'amounts' in proposal ? proposal.amounts : undefined;
  const places = new Map(taken.map((row, index) => [row, index]));
  const edits: CellEdit[] = [];
  const proposed: ProposedAmount[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % 1000 === 999) yield { doing: '正在拟定金额', done: place, total: rows.length };
    const index = places.get(row) ?? -1;
    const amount = amounts?.[index] ?? row.candidate.pinned;
    const outside = said.get(index);
    const remark = row.isUnread
      ? '救助金额填写的内容认不出来，请先改正。'
      : row.isTyped
        ? outside?.replace(/^固定的/, '已填写的')
        : outside;
    const { key, at, head, ledger, entry } = row;
    if (row.state === 'open' && amount !== undefined && amounts) edits.push(editOf(ledger, entry, amount));
    proposed.push({
      key,
      at,
      ...(head === undefined ? {} : { head }),
      state: row.isTyped ? 'typed' : row.candidate.pinned !== undefined ? 'pinned' : remark ? 'left' : 'proposed',
      ...(amount === undefined ? {} : { amount }),
      ...(remark === undefined ? {} : { remark }),
      explain: () => bandOf(policy, row.candidate),
    });
  }
  const remainder = 'amounts' in proposal ? proposal.remainder : undefined;
  const allocation = wish.allocation ?? policy.allocation?.value;
  return {
    scheme,
    ledgers,
    workbook,
    rows: proposed,
    ...(allocation === undefined ? {} : { allocation }),
    ...('impossible' in proposal ? { impossible: proposal.impossible } : {}),
    ...(remainder ? { remainder: { key: taken[remainder.index].key, amount: remainder.amount } } : {}),
    changes: edits.length > 0 ? [{ kind: 'edit-cells', edits }] : [],
  };
}

interface Row {
  readonly key: string;
  readonly ledger: Ledger;
  readonly entry: number;
  readonly at: CellRef;
  readonly head?: string;
  readonly candidate: Candidate;
  /** `open`: the cell is empty. */
  readonly state: 'open' | 'filled';
  readonly isTyped: boolean;
  /** Something stands there that is no amount. */
  readonly isUnread: boolean;
}

function rowOf(ledger: Ledger, entry: number, pins: ReadonlyMap<string, Fen>): Row {
  const at = cellOf(ledger, entry, 'reliefAmount');
  const column = ledger.columns.reliefAmount;
  const typed = column?.typed[entry] ?? null;
  const isFormula = column?.formulas?.has(entry) ?? false;
  const isOpen = !isFormula && (typed === null || (typeof typed === 'string' && isBlankText(typed)));
  const standing = column?.values[entry];
  const pinned = isOpen ? pins.get(rowKey(at)) : standing;
  const household: Household = {
    householdSize: valueOf(ledger, entry, 'householdSize'),
    peopleInNeed: valueOf(ledger, entry, 'peopleInNeed'),
    householdType: valueOf(ledger, entry, 'householdType'),
    severity: valueOf(ledger, entry, 'severity'),
    disasterType: valueOf(ledger, entry, 'disasterType'),
    registrationType: valueOf(ledger, entry, 'registrationType'),
  };
  return {
    key: rowKey(at),
    ledger,
    entry,
    at,
    head: valueOf(ledger, entry, 'householdHead'),
    candidate: { ...household, ...(pinned === undefined ? {} : { pinned }) },
    state: isOpen ? 'open' : 'filled',
    isTyped: !isOpen,
    isUnread: !isOpen && standing === undefined,
  };
}

function bandOf(policy: Policy, household: Household): Working | undefined {
  const entitled = entitlementOf(policy, household);
  return entitled.kind === 'none' ? undefined : entitled.working();
}

function editOf(ledger: Ledger, entry: number, amount: Fen): CellEdit {
  const { workbook: _, ...at } = cellOf(ledger, entry, 'reliefAmount');
  const column = ledger.columns.reliefAmount;
  const value = amount as FieldValue<'reliefAmount'>;
  return { at, from: column?.typed[entry] ?? null, to: asTyped('reliefAmount', value, column?.unit) };
}

function* inSteps<T>(work: Generator<undefined, T>, total: number): Generator<Step, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { doing: '正在拟定金额', done: 0, total };
  }
}
