import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import type { Working } from '../policy/working';
import { asShown } from './cell-value';
import type { Fill } from './fill';
import { computeEntry, prepareFill, type Proposed } from './fill-entry';
import { whyNot } from './why-not';

/** One computed amount of one row, and how it came about. */
export interface ExplainedFill {
  readonly fill: string;
  readonly title: string;
  /** As it would be typed, with its unit. */
  readonly value: string;
  readonly working: Working;
}

/** How the money and the goods of one row come about, whatever stands in the row now. Fills that give nothing are left out. */
export function explainEntry(
  ledger: Ledger,
  entry: number,
  policy: Policy,
  fills: readonly Fill[],
): readonly ExplainedFill[] {
  const proposed: Proposed = new Map();
  return fills.filter(isAmount).flatMap((fill): readonly ExplainedFill[] => {
    if (whyNot(ledger, policy, fill) !== undefined) return [];
    const computed = computeEntry(prepareFill(ledger, fill, policy, proposed), entry);
    if ('reason' in computed) return [];
    proposed.set(fill.target, new Map([[entry, computed.value]]));
    const shown = asShown(fill.target, computed.value as never, ledger.columns[fill.target]?.unit);
    const value = fields[fill.target].kind === 'money' ? `${shown} 元` : shown;
    return [{ fill: fill.id, title: fill.title, value, working: computed.working() }];
  });
}

/** Amounts are what is paid or handed out; ages are counted too, but come from the identity number. */
const isAmount = ({ target, needs }: Fill): boolean =>
  ['money', 'quantity', 'count'].includes(fields[target].kind) && !needs.some((field) => fromPerson.includes(field));

const fromPerson: readonly FieldKey[] = ['idNumber', 'birthDate'];
