import { fields, type FieldKey } from '../ledger/fields';
import { cellOf, type Ledger, type LedgerColumn } from '../ledger/ledger';
import { isBlankText } from '../ledger/tidy';
import type { Policy } from '../policy/policy';
import type { CellEdit } from '../workbook/change';
import { asComputed, asShown, asTyped, knowsUnit } from './cell-value';
import type { Computed, Fill } from './fill';
import type { Collected } from './fill-result';

/** What earlier fills would put into the ledger: by field and entry, in the measure fills compute in. */
export type Proposed = Map<FieldKey, Map<number, unknown>>;

/** A fill made ready for one ledger. */
export interface PreparedFill {
  readonly fill: Fill;
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly target: LedgerColumn;
  readonly inputs: readonly InputColumn[];
  readonly proposed: Proposed;
}

interface InputColumn {
  readonly field: FieldKey;
  readonly column?: LedgerColumn;
  readonly isNeeded: boolean;
  readonly knowsUnit: boolean;
}

/** Looks up once what every row of the ledger needs. The ledger must have the fill's target. */
export function prepareFill(ledger: Ledger, fill: Fill, policy: Policy, proposed: Proposed): PreparedFill {
  const needed = needsOf(fill, policy);
  const inputs = [...new Set([...needed, ...fill.uses])].map((field): InputColumn => {
    const column = ledger.columns[field] as LedgerColumn | undefined;
    return { field, column, isNeeded: needed.includes(field), knowsUnit: knowsUnit(field, column?.unit) };
  });
  return { fill, policy, ledger, target: ledger.columns[fill.target] as LedgerColumn, inputs, proposed };
}

/** Computes one cell: an edit where it is empty, a finding where it disagrees, a reason where it cannot be computed. */
export function fillEntry(prepared: PreparedFill, entry: number, result: Collected): void {
  const { fill, policy, ledger, target, proposed } = prepared;
  const isFormula = target.formulas?.has(entry) ?? false;
  const isEmpty = !isFormula && isBlank(target, entry);
  const actual = asComputed(fill.target, target.values[entry], target.unit) as never;
  // A malformed or not yet calculated value is the reader's to report.
  if (!isEmpty && actual === undefined) return;
  const read = readInputs(prepared, entry);
  const computed =
    'reason' in read ? read : fill.compute(read.inputs as never, policy, above(ledger, entry, fill, proposed));
  if ('reason' in computed) {
    if (isEmpty) {
      result.notFilled.push({ at: cellOf(ledger, entry, fill.target), fill: fill.id, reason: computed.reason });
    }
    return;
  }
  const disagreement =
    isEmpty || 'reason' in read
      ? undefined
      : fill.judge
        ? fill.judge(actual, computed.value as never, read.inputs as never, policy)
        : actual === computed.value
          ? undefined
          : { message: 'differs' };
  if (!isEmpty && !disagreement) return;
  const at = cellOf(ledger, entry, fill.target);
  const { workbook, ...cell } = at;
  const to = asTyped(fill.target, computed.value, target.unit);
  const edit: CellEdit = { at: cell, from: target.typed[entry] ?? null, to };
  const working = computed.working();
  if (!disagreement) {
    result.edits.push({ workbook, edit, fill: fill.id, working });
    if (!proposed.has(fill.target)) proposed.set(fill.target, new Map());
    proposed.get(fill.target)?.set(entry, computed.value);
    return;
  }
  result.findings.push({
    kind: fill.disagrees.id,
    message: disagreement.message,
    severity: disagreement.severity ?? fill.disagrees.severity,
    data: {
      expected: asShown(fill.target, computed.value, target.unit),
      actual: asShown(fill.target, actual, target.unit),
      formula: working.formula,
      clause: working.clause,
    },
    at: [at],
    ...(isFormula ? {} : { fix: { edits: [edit], certainty: 'suggested' } }),
  });
}

/** What the fill gives for the row whatever stands there now, or why it gives nothing. */
export function computeEntry(prepared: PreparedFill, entry: number): Computed<FieldKey> {
  const { fill, policy, ledger, proposed } = prepared;
  const read = readInputs(prepared, entry);
  if ('reason' in read) return read;
  return fill.compute(read.inputs as never, policy, above(ledger, entry, fill, proposed)) as Computed<FieldKey>;
}

/** The columns without which no row can be computed under the policy. */
export const needsOf = (fill: Fill, policy: Policy): readonly FieldKey[] => [
  ...fill.needs,
  ...(fill.alsoNeeds?.(policy) ?? []),
];

type Inputs = Partial<Record<FieldKey, unknown>>;

/** The row as the fill reads it, or why it allows no value: something needed is empty, or something read is malformed. */
function readInputs(
  { inputs: columns, proposed }: PreparedFill,
  entry: number,
): { readonly inputs: Readonly<Inputs> } | { readonly reason: string } {
  const inputs: Inputs = {};
  for (const { field, column, isNeeded, knowsUnit: isKnown } of columns) {
    if (!column) continue;
    const value = isKnown ? asComputed(field, column.values[entry], column.unit) : undefined;
    inputs[field] = value ?? proposed.get(field)?.get(entry);
    if (inputs[field] !== undefined) continue;
    if (!isBlank(column, entry)) {
      const reason = isKnown
        ? `${fields[field].zh}填写的内容认不出来，请先改正。`
        : `“${column.heading}”没有写明斤还是公斤，不能计算。`;
      return { reason };
    }
    if (isNeeded) return { reason: `${fields[field].zh}没有填写，不能计算。` };
  }
  return { inputs };
}

function above(ledger: Ledger, entry: number, fill: Fill, proposed: Proposed) {
  const column = ledger.columns[fill.target];
  return { isFirst: entry === 0, value: column?.values[entry - 1] ?? proposed.get(fill.target)?.get(entry - 1) };
}

function isBlank(column: LedgerColumn, entry: number): boolean {
  const typed = column.typed[entry] ?? null;
  return typed === null || (typeof typed === 'string' && isBlankText(typed));
}
