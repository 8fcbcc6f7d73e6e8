import { formatYuan, type Fen } from '../ledger/money';
import { amountLimits, brokenLimit } from '../policy/amount-limits';
import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

export default defineCheck({
  id: 'relief-amount-over-cap',
  title: '救助金额超过最高限额',
  why: '方案规定了每户的最高限额；超过的部分会在审计中被要求退回。',
  source: '救助标准（所用方案的条款）；省级指导标准：每户不超过 2000 元',
  severity: 'error',
  entryIs: 'household',
  needs: ['reliefAmount'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType'],
  parameters: ['standard'],
  messages: { over: '救助金额 {actual} 元，超过每户最高限额 {limit} 元，请核对后改正。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 需救助人口 | 救助金额 |\n| 林旺满 | 3 | 900 |\n| 杜海 | 9 | 2000 |'],
        policy: policyWithCap(),
      },
    ],
    bad: [{ tables: ['| 户主姓名 | 需救助人口 | 救助金额 |\n| 林旺满 | 9 | 2400 |'], policy: policyWithCap() }],
  },
  each(entry, policy) {
    const limits = amountLimits(policy, entry);
    if (limits.cap === undefined || brokenLimit(limits, entry.reliefAmount) !== 'cap') return undefined;
    const data = { actual: formatYuan(entry.reliefAmount), limit: formatYuan(limits.cap.amount) };
    return { message: 'over', data, field: 'reliefAmount' };
  },
});

function policyWithCap(): Partial<Policy> {
  const yuan = (value: number) => ({ value: (value * 100) as Fen, source: '示例' });
  return {
    standard: { shape: 'person-range', classes: [{ min: yuan(100), max: yuan(300) }], householdCap: yuan(2000) },
  };
}
