import type { Finding, NotChecked } from '../findings/finding';
import { fields, type FieldKey } from '../ledger/fields';
import { cellOf, type Ledger, type LedgerColumn } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { Working } from '../policy/working';
import type { CellRef } from '../workbook/cell';
import type { CellEdit } from '../workbook/change';
import type { Step } from '../workbook/port';
import { asTyped, asShown } from './cell-value';
import type { Fill } from './fill';

/** An empty cell that would get a value, before consent. */
export interface ProposedEdit {
  readonly workbook: string;
  readonly edit: CellEdit;
  /** The fill's id. */
  readonly fill: string;
  readonly working: Working;
}

export interface FillResult {
  readonly edits: readonly ProposedEdit[];
  /** Typed values that disagree with the computed ones. */
  readonly findings: readonly Finding[];
  /** Empty cells that stay empty, and why. */
  readonly notFilled: readonly { readonly at: CellRef; readonly fill: string; readonly reason: string }[];
  /** Fills that do not apply to a ledger, and why. */
  readonly notChecked: readonly NotChecked[];
}

/** Computes every fill for every row: empty cells become edits, differing ones findings. A formula is never overwritten. */
export function* runFills(
  ledgers: readonly Ledger[],
  policy: Policy,
  fills: readonly Fill[],
): Generator<Step, FillResult> {
  const result = { edits: [], findings: [], notFilled: [], notChecked: [] } as Collected;
  const total = ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0) * fills.length;
  let done = 0;
  for (const ledger of ledgers) {
    for (const fill of fills) {
      const reason = whyNot(ledger, policy, fill);
      if (reason !== undefined) {
        result.notChecked.push({ check: fill.id, workbook: ledger.workbook, sheet: ledger.sheet, reason });
        done += ledger.rows.length;
        continue;
      }
      for (let entry = 0; entry < ledger.rows.length; entry++, done++) {
        if (done % 500 === 0) yield { doing: `正在计算${fill.title}`, done, total };
        fillEntry(ledger, entry, fill, policy, result);
      }
    }
  }
  return result;
}

type Collected = { readonly [K in keyof FillResult]: FillResult[K][number][] };

/** Why the fill cannot run on the ledger at all. */
function whyNot(ledger: Ledger, policy: Policy, fill: Fill): string | undefined {
  if (!ledger.columns[fill.target]) return `台账没有“${fields[fill.target].zh}”一列。`;
  const unavailable = fill.unavailable?.(policy);
  if (unavailable !== undefined) return unavailable;
  const missing = needsOf(fill, policy).filter((field) => !ledger.columns[field]);
  return missing.length > 0
    ? `台账没有“${missing.map((field) => fields[field].zh).join('”“')}”一列，不能计算。`
    : undefined;
}

function fillEntry(ledger: Ledger, entry: number, fill: Fill, policy: Policy, result: Collected): void {
  const column = ledger.columns[fill.target] as LedgerColumn;
  const typed = column.typed[entry] ?? null;
  const isFormula = column.formulas?.has(entry) ?? false;
  const isEmpty = !isFormula && (typed === null || (typeof typed === 'string' && typed.trim() === ''));
  const actual = column.values[entry];
  // A malformed or not yet calculated amount is the reader's to report.
  if (!isEmpty && actual === undefined) return;
  const at = cellOf(ledger, entry, fill.target);
  const computed = inputFault(ledger, entry, fill, policy) ?? fill.compute(inputsOf(ledger, entry, fill), policy);
  if ('reason' in computed) {
    if (isEmpty) result.notFilled.push({ at, fill: fill.id, reason: computed.reason });
    return;
  }
  if (!isEmpty && actual === computed.value) return;
  const { workbook, ...cell } = at;
  const edit: CellEdit = { at: cell, from: typed, to: asTyped(fill.target, computed.value, column.unit) };
  if (isEmpty) {
    result.edits.push({ workbook, edit, fill: fill.id, working: computed.working });
    return;
  }
  result.findings.push({
    kind: fill.disagrees.id,
    message: 'differs',
    severity: fill.disagrees.severity,
    data: {
      expected: asShown(fill.target, computed.value),
      actual: asShown(fill.target, actual as typeof computed.value),
      formula: computed.working.formula,
      clause: computed.working.clause,
    },
    at: [at],
    ...(isFormula ? {} : { fix: { edits: [edit], certainty: 'suggested' } }),
  });
}

/** Why a row's inputs do not allow a value: something needed is empty, or something read is malformed. */
function inputFault(
  ledger: Ledger,
  entry: number,
  fill: Fill,
  policy: Policy,
): { readonly reason: string } | undefined {
  const needed = needsOf(fill, policy);
  for (const field of [...needed, ...fill.uses]) {
    const column = ledger.columns[field];
    if (!column || column.values[entry] !== undefined) continue;
    const typed = column.typed[entry] ?? null;
    const isEmpty = typed === null || (typeof typed === 'string' && typed.trim() === '');
    if (!isEmpty) return { reason: `${fields[field].zh}填写的内容认不出来，请先改正。` };
    if (needed.includes(field)) return { reason: `${fields[field].zh}没有填写，不能计算。` };
  }
  return undefined;
}

const needsOf = (fill: Fill, policy: Policy): readonly FieldKey[] => [
  ...fill.needs,
  ...(fill.alsoNeeds?.(policy) ?? []),
];

function inputsOf(ledger: Ledger, entry: number, fill: Fill): Parameters<Fill['compute']>[0] {
  const inputs: Partial<Record<FieldKey, unknown>> = {};
  for (const field of [...fill.needs, ...fill.uses]) inputs[field] = ledger.columns[field]?.values[entry];
  return inputs as Parameters<Fill['compute']>[0];
}
