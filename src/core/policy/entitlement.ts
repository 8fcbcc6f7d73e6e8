import type { FieldKey } from '../ledger/fields';
import type { Fen } from '../ledger/money';
import { byShape } from './amount-by-shape';
import type { GroupWords } from './group-of';
import { headsOf, headWord } from './heads';
import type { Policy, Standard } from './policy';
import { registrationOf } from './registration';
import type { Explain } from './working';

/** What a ledger says of a household as far as its amount depends on it. */
export interface Household extends GroupWords {
  readonly householdSize?: number;
  readonly peopleInNeed?: number;
  readonly registrationType?: string;
}

/** What the scheme gives a household: one amount, a range (an open end is missing), or nothing and why. */
export type Entitlement =
  | { readonly kind: 'exact'; readonly amount: Fen; readonly heads?: number; readonly working: Explain }
  | {
      readonly kind: 'range';
      readonly least?: Fen;
      readonly most?: Fen;
      readonly heads?: number;
      /** The class's name where the scheme has classes. */
      readonly className?: string;
      readonly working: Explain;
    }
  | { readonly kind: 'none'; readonly why: NoneWhy; readonly reason: string };

/** `unknown`: the scheme leaves a figure's base open. `unclear`: the row does not say enough. `contradiction`: the scheme's. */
export type NoneWhy = 'no-standard' | 'not-eligible' | 'unknown' | 'unclear' | 'contradiction';

/** The amount the scheme gives the household (rules.md AMT-01 to AMT-06). */
export function entitlementOf(policy: Policy, household: Household): Entitlement {
  const standard = policy.standard;
  const open = openQuestion(policy);
  if (!standard) return none('no-standard', '方案没有规定救助金额的算法。');
  if (open) return none('unknown', open);
  const refused = ineligible(policy, household);
  if (refused) return refused;
  const { householdSize, peopleInNeed } = household;
  if (householdSize !== undefined && peopleInNeed !== undefined && peopleInNeed > householdSize) {
    return none('unclear', '需救助人口多于家庭人口，请先核对人数。');
  }
  const heads = headsOf(policy, household);
  if (needsHeads(standard) && !heads) {
    const word = headWord(policy);
    return none('unclear', heads === 0 ? `${word}是 0，没有可救助的人。` : `${word}没有填写，不能计算。`);
  }
  return byShape(standard, policy, household, heads);
}

/** The columns without which no household's amount can be told under the scheme. */
export function fieldsForAmount(policy: Policy): readonly FieldKey[] {
  const standard = policy.standard;
  return standard && needsHeads(standard)
    ? [policy.perCapitaBase?.value === '家庭人口' ? 'householdSize' : 'peopleInNeed']
    : [];
}

/** What must be asked of the office that set the scheme before any amount can be told; `undefined` where nothing. */
export function openQuestion(policy: Policy): string | undefined {
  const standard = policy.standard;
  if (standard?.shape === 'fixed' && standard.per.value === '未明确') {
    return '方案没有说明标准是每人还是每户，请向下达方案的单位问清后写入救助标准。';
  }
  if (standard && needsHeads(standard) && policy.perCapitaBase?.value === '未明确') {
    return '方案没有说明按家庭人口还是按需救助人口计，请向下达方案的单位问清后写入救助标准。';
  }
  return undefined;
}

/** True where no amount at all can be told without a head count; a range per household stands without one. */
const needsHeads = (standard: Standard): boolean =>
  standard.shape === 'fixed' ? standard.per.value !== '每户' : standard.shape !== 'household-range';

function ineligible(policy: Policy, { registrationType }: Household): Entitlement | undefined {
  if (!policy.ruralOnly?.value || registrationType === undefined) return undefined;
  const registration = registrationOf(registrationType);
  if (registration === 'rural') return undefined;
  return registration === 'urban'
    ? none('not-eligible', '户口类型是城镇，本方案只救助农村户口。')
    : none('unclear', '户口类型看不出是农村还是城镇，本方案只救助农村户口，请先核实。');
}

const none = (why: NoneWhy, reason: string): Entitlement => ({ kind: 'none', why, reason });
