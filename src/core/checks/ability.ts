import type { NotChecked } from '../findings/finding';
import { fields, type FieldKey } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { schemeWords } from '../policy/scheme-words';
import type { Check, ParameterKey } from './check';
import { referenceKinds, type References } from './reference-kinds';

export interface Ability {
  /** The ledgers that the check can run on. */
  readonly able: readonly Ledger[];
  /** Why it cannot run on the others, or not in full. */
  readonly notChecked: readonly NotChecked[];
}

/** Where a check can run, and where and why not. Ledgers it is not meant for are passed over without a word. */
export function abilityOf(check: Check, ledgers: readonly Ledger[], policy: Policy, references: References): Ability {
  const meant = ledgers.filter((ledger) => check.entryIs === undefined || ledger.entryIs === check.entryIs);
  if (meant.length === 0) return { able: [], notChecked: [] };

  const lists = check.lists.filter((kind) => references[kind] === undefined).map((kind) => referenceKinds[kind]);
  if (lists.length > 0) return nowhere(check, `没有提供${quoted(lists)}，这一项没有核对。`);
  const unset = unsetIn(policy, check.parameters);
  if (unset.length > 0) return nowhere(check, `救助方案没有写明${quoted(unset)}，这一项没有核对。`);

  const able = meant.filter((ledger) => lackingColumns(check, ledger) === undefined);
  const notChecked = meant.flatMap((ledger): NotChecked[] => {
    const lacking = lackingColumns(check, ledger);
    if (lacking === undefined) return [];
    const { workbook, sheet } = ledger;
    return [{ check: check.id, workbook, sheet, reason: `这张表没有${lacking}列，这一项没有核对。` }];
  });
  const partly = unsetIn(policy, check.usesParameters);
  if (able.length > 0 && partly.length > 0) {
    notChecked.push({ check: check.id, reason: `救助方案没有写明${quoted(partly)}，与它有关的部分没有核对。` });
  }
  return { able, notChecked };
}

const nowhere = (check: Check, reason: string): Ability => ({ able: [], notChecked: [{ check: check.id, reason }] });

const unsetIn = (policy: Policy, keys: readonly ParameterKey[]): readonly string[] =>
  keys.filter((key) => policy[key] === undefined).map((key) => schemeWords[key] ?? key);

function lackingColumns(check: Check, ledger: Ledger): string | undefined {
  const absent = check.needs.filter((field) => !ledger.columns[field]);
  if (absent.length > 0) return quoted(absent.map(zhOf));
  const oneOf = [...check.needsOneOf, ...check.cells];
  if (oneOf.length === 0 || oneOf.some((field) => ledger.columns[field])) return undefined;
  return oneOf.map((field) => quoted([zhOf(field)])).join('或');
}

const zhOf = (field: FieldKey): string => fields[field].zh;
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
