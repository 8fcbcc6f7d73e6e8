import { fields, type FieldKey } from '../ledger/fields';
import { cellOf, type Ledger, type LedgerColumn } from '../ledger/ledger';
import { isBlankText } from '../ledger/tidy';
import type { Policy } from '../policy/policy';
import type { CellEdit } from '../workbook/change';
import { asComputed, asShown, asTyped, knowsUnit } from './cell-value';
import type { Fill } from './fill';
import type { Collected } from './run';

/** What earlier fills would put into the ledger: by field and entry, in the measure fills compute in. */
export type Proposed = Map<FieldKey, Map<number, unknown>>;

/** Computes one cell: an edit where it is empty, a finding where it disagrees, a reason where it cannot be computed. */
export function fillEntry(
  ledger: Ledger,
  entry: number,
  fill: Fill,
  policy: Policy,
  proposed: Proposed,
  result: Collected,
): void {
  const column = ledger.columns[fill.target] as LedgerColumn;
  const isFormula = column.formulas?.has(entry) ?? false;
  const isEmpty = !isFormula && isBlank(column, entry);
  const actual = asComputed(fill.target, column.values[entry], column.unit) as never;
  // A malformed or not yet calculated value is the reader's to report.
  if (!isEmpty && actual === undefined) return;
  const at = cellOf(ledger, entry, fill.target);
  const inputs = inputsOf(ledger, entry, fill, proposed);
  const fault = inputFault(ledger, entry, fill, policy, inputs);
  const computed = fault ?? fill.compute(inputs as never, policy, above(ledger, entry, fill, proposed));
  if ('reason' in computed) {
    if (isEmpty) result.notFilled.push({ at, fill: fill.id, reason: computed.reason });
    return;
  }
  const { workbook, ...cell } = at;
  const to = asTyped(fill.target, computed.value, column.unit);
  const edit: CellEdit = { at: cell, from: column.typed[entry] ?? null, to };
  if (isEmpty) {
    result.edits.push({ workbook, edit, fill: fill.id, working: computed.working });
    if (!proposed.has(fill.target)) proposed.set(fill.target, new Map());
    proposed.get(fill.target)?.set(entry, computed.value);
    return;
  }
  const disagreement = fill.judge
    ? fill.judge(actual, computed.value as never, inputs as never, policy)
    : actual === computed.value
      ? undefined
      : { message: 'differs' };
  if (!disagreement) return;
  result.findings.push({
    kind: fill.disagrees.id,
    message: disagreement.message,
    severity: disagreement.severity ?? fill.disagrees.severity,
    data: {
      expected: asShown(fill.target, computed.value, column.unit),
      actual: asShown(fill.target, actual, column.unit),
      formula: computed.working.formula,
      clause: computed.working.clause,
    },
    at: [at],
    ...(isFormula ? {} : { fix: { edits: [edit], certainty: 'suggested' } }),
  });
}

/** The columns without which no row can be computed under the policy. */
export const needsOf = (fill: Fill, policy: Policy): readonly FieldKey[] => [
  ...fill.needs,
  ...(fill.alsoNeeds?.(policy) ?? []),
];

type Inputs = Readonly<Partial<Record<FieldKey, unknown>>>;

function inputsOf(ledger: Ledger, entry: number, fill: Fill, proposed: Proposed): Inputs {
  const inputs: Partial<Record<FieldKey, unknown>> = {};
  for (const field of [...fill.needs, ...fill.uses]) {
    const column = ledger.columns[field];
    const value =
      column && knowsUnit(field, column.unit) ? asComputed(field, column.values[entry], column.unit) : undefined;
    inputs[field] = value ?? proposed.get(field)?.get(entry);
  }
  return inputs;
}

/** Why a row's inputs do not allow a value: something needed is empty, or something read is malformed. */
function inputFault(
  ledger: Ledger,
  entry: number,
  fill: Fill,
  policy: Policy,
  inputs: Inputs,
): { readonly reason: string } | undefined {
  const needed = needsOf(fill, policy);
  for (const field of [...needed, ...fill.uses]) {
    const column = ledger.columns[field];
    if (!column || inputs[field] !== undefined) continue;
    const word = fields[field].zh;
    if (!isBlank(column, entry)) {
      return knowsUnit(field, column.unit)
        ? { reason: `${word}填写的内容认不出来，请先改正。` }
        : { reason: `“${column.heading}”没有写明斤还是公斤，不能计算。` };
    }
    if (needed.includes(field)) return { reason: `${word}没有填写，不能计算。` };
  }
  return undefined;
}

function above(ledger: Ledger, entry: number, fill: Fill, proposed: Proposed) {
  const column = ledger.columns[fill.target];
  return { isFirst: entry === 0, value: column?.values[entry - 1] ?? proposed.get(fill.target)?.get(entry - 1) };
}

function isBlank(column: LedgerColumn, entry: number): boolean {
  const typed = column.typed[entry] ?? null;
  return typed === null || (typeof typed === 'string' && isBlankText(typed));
}
