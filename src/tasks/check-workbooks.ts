import { checks } from '../core/checks';
import type { References } from '../core/checks/reference-kinds';
import { stateAfter, type CheckState } from '../core/checks/recheck';
import { runChecks } from '../core/checks/run';
import type { Decision } from '../core/decisions/decisions';
import type { DecidedFinding } from '../core/decisions/replay';
import { describe } from '../core/findings/describe';
import type { Finding, FindingKind, NotChecked } from '../core/findings/finding';
import { fills } from '../core/fills';
import { runFills } from '../core/fills/run';
import type { Ledger } from '../core/ledger/ledger';
import type { IsoDate } from '../core/ledger/dates';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import { readKinds } from '../core/read/kinds';
import { readWorkbook } from '../core/read/read-workbook';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';
import { fitFixes } from './fit-edits';
import { paperFindings, paperKinds } from './paper-findings';
import { payoutFindings, payoutKinds } from './payout-findings';
import { contradictionFindings, schemeKinds } from './scheme-findings';
import { decisionsIn, settledReport } from './settled-report';
import { schemeInForce, whySchemeSheet, type SchemeInForce } from './scheme-in-force';

export interface CheckRequest {
  readonly workbooks: readonly WorkbookSnapshot[];
  /** The scheme that the person chose; missing means the sheet 救助标准, or the default one. */
  readonly scheme?: Scheme;
  readonly today: IsoDate;
  /** Lists of the office, by kind; checks that need one not given are said to be not checked. */
  readonly references?: References;
  /** What was decided in another workbook, such as the batch before; what the workbooks' own records say goes first. */
  readonly decisions?: readonly Decision[];
}

export interface CheckReport {
  /** By which scheme all this was checked. */
  readonly scheme: SchemeInForce;
  readonly ledgers: readonly Ledger[];
  readonly sheetsNotRead: readonly { readonly workbook: string; readonly sheet: string; readonly why: string }[];
  /** Things a person should know that are no fault: hidden rows, a guessed encoding. */
  readonly remarks: readonly string[];
  /** In fixed order: workbook, sheet, row, column, check. Without those that a person has settled. */
  readonly findings: readonly Finding[];
  /** What a person has settled in 核查记录, with the decision; the facts it rested on are unchanged. */
  readonly decided: readonly DecidedFinding[];
  /** Of `findings`: those about which a decision no longer holds, because the facts have changed. */
  readonly lapsed: readonly DecidedFinding[];
  /** Of `findings`: those about which something is written that settles nothing, such as 是同一人: a correction is due. */
  readonly noted: readonly DecidedFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
    readonly entries: number;
  };
}

export type { References } from '../core/checks/reference-kinds';

/** Every kind of finding there is, by id: for sentences, the catalogue and 为什么. */
export const findingKinds: ReadonlyMap<string, FindingKind> = new Map(
  [...schemeKinds, ...paperKinds, ...payoutKinds, ...readKinds, ...checks, ...fills.map((fill) => fill.disagrees)].map(
    (kind) => [kind.id, kind],
  ),
);

/** The sentence a person reads for a finding. */
export const sentenceOf = (finding: Finding): string => describe(finding, findingKinds);

/** A check with all that a check after an edit builds on. */
export interface KeptCheck {
  readonly request: CheckRequest;
  readonly report: CheckReport;
  /** What the reader found. */
  readonly read: readonly Finding[];
  readonly checks: CheckState;
  /** Typed values that disagree with the computed ones. */
  readonly filled: readonly Finding[];
  /** All but those about decisions. */
  readonly remarks: readonly string[];
}

/** 检查: reads the ledgers of the workbooks and runs every check over all of them together. Nothing is changed. */
export function* checkWorkbooks(request: CheckRequest): Generator<Step, CheckReport> {
  return (yield* checkToKeep(request)).report;
}

/** The same, for whoever will check again after edits. */
export function* checkToKeep(request: CheckRequest): Generator<Step, KeptCheck> {
  const ledgers: Ledger[] = [];
  const read: Finding[] = [];
  const sheetsNotRead: CheckReport['sheetsNotRead'][number][] = [];
  const remarks: string[] = [];
  for (const workbook of request.workbooks) {
    const found = yield* readWorkbook(workbook, forms);
    ledgers.push(...found.ledgers);
    // Not push with a spread: there may be more findings than a call may have arguments.
    for (const finding of found.findings) read.push(finding);
    remarks.push(...workbook.remarks, ...found.remarks);
    for (const { sheet, why } of found.notLedgers) {
      const ownWhy = whySchemeSheet(workbook.sheets.find(({ name }) => name === sheet));
      sheetsNotRead.push({ workbook: workbook.name, sheet, why: ownWhy ?? why });
    }
  }
  const scheme = schemeInForce(request.workbooks, request.scheme);
  const policy = policyOn(scheme.scheme, request.today);
  remarks.push(...scheme.remarks);
  const checked = yield* runChecks(ledgers, policy, request.references);
  const { findings: filled, notChecked } = yield* runFills(ledgers, policy, fills);
  const checks = stateAfter(checked.findings, ledgers, policy, request.references);
  const kept = { request, read, checks, filled, remarks };
  return yield* reported(kept, { scheme, sheetsNotRead, notChecked: [...checked.notChecked, ...notChecked] });
}

/** The check with its report: what was found is brought together with what papers and decisions say of it. */
export function* reported(
  kept: Omit<KeptCheck, 'report'>,
  known: Pick<CheckReport, 'scheme' | 'sheetsNotRead' | 'notChecked'>,
): Generator<Step, KeptCheck> {
  const { request, read, checks, filled, remarks } = kept;
  const { workbooks, today } = request;
  const { ledgers } = checks;
  const all = [
    ...read,
    ...known.scheme.findings,
    ...contradictionFindings(known.scheme, workbooks, ledgers, today),
    ...(yield* paperFindings(workbooks, ledgers)),
    ...payoutFindings(workbooks, ledgers),
    ...checks.checks.flatMap(({ id }) => checks.findings.get(id) ?? []),
    ...fitFixes(filled, workbooks),
  ];
  const decisions = [...(request.decisions ?? []), ...workbooks.flatMap(decisionsIn)];
  const settled = yield* settledReport(all, ledgers, decisions, workbooks);
  const { scheme, sheetsNotRead, notChecked } = known;
  const report = { scheme, ledgers, sheetsNotRead, ...settled, remarks: [...remarks, ...settled.remarks], notChecked };
  return { ...kept, report };
}
