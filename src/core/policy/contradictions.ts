import type { IsoDate } from '../ledger/dates';
import { allocationContradictions, amountContradictions } from './amount-contradictions';
import type { Contradiction, Demand } from './contradiction';
import { dateContradictions } from './date-contradictions';
import { openQuestion } from './entitlement';
import { policyOn, type Policy } from './policy';
import type { Scheme } from './scheme';

/** Contradictions and open questions of a scheme as of the day (rules.md AMT-05, PRO-24). */
export function contradictionsOf(scheme: Scheme, today: IsoDate, demand?: Demand): readonly Contradiction[] {
  const policy = policyOn(scheme, today);
  return [
    ...amountContradictions(policy),
    ...dateContradictions(policy),
    ...allocationContradictions(policy, demand),
    ...openQuestions(policy),
  ];
}

function openQuestions(policy: Policy): readonly Contradiction[] {
  const { standard, perCapitaBase } = policy;
  const question = openQuestion(policy);
  if (question && standard?.shape === 'fixed') {
    return [{ kind: 'open-question', sentence: question, sources: [standard.per.source] }];
  }
  if (perCapitaBase?.value !== '未明确' || !standard) return [];
  const sentence = question ?? '方案没有说明“人均”按家庭人口还是需救助人口计，请向下达方案的单位问清后写入救助标准。';
  return [{ kind: 'open-question', sentence, sources: [perCapitaBase.source] }];
}
