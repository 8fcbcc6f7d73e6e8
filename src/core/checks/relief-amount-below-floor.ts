import { formatYuan, type Fen } from '../ledger/money';
import { amountLimits, brokenLimit } from '../policy/amount-limits';
import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

const range: Partial<Policy> = {
  standard: {
    shape: 'household-range',
    classes: [
      {
        group: { name: '一般困难户', columns: ['severity'] },
        min: { value: 20000 as Fen, source: '示例' },
        max: { value: 50000 as Fen, source: '示例' },
      },
      {
        group: { name: '重点困难户', columns: ['severity'] },
        min: { value: 60000 as Fen, source: '示例' },
        max: { value: 100000 as Fen, source: '示例' },
      },
    ],
    householdFloor: { value: 20000 as Fen, source: '示例' },
    personFloor: { value: 9000 as Fen, source: '示例' },
  },
};

export default defineCheck({
  id: 'relief-amount-below-floor',
  title: '救助金额低于最低标准',
  why: '方案规定了每户或人均的最低标准；低于它，就是没有足额救助到人。',
  source: '救助标准（所用方案的条款）；中岗镇冬春救助工作方案：每户不低于 200 元、人均不低于 90 元',
  severity: 'error',
  entryIs: 'household',
  needs: ['reliefAmount'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType'],
  parameters: ['standard'],
  messages: { below: '救助金额 {actual} 元，低于最低标准 {limit} 元（{formula}），请核对人数和标准后改正。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n| 林旺满 | 一般困难户 | 3 | 270 |\n| 杜海 | 一般困难户 | 8 | 500 |\n| 宋兰 | 一般困难户 | 1 | |',
        ],
        policy: range,
      },
    ],
    bad: [
      { tables: ['| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n| 林旺满 | 一般困难户 | 3 | 240 |'], policy: range },
      {
        tables: ['| 户主姓名 | 需救助人口 | 救助金额 |\n| 林旺满 | 3 | 400 |'],
        policy: { standard: { shape: 'person-floor', floor: { value: 15000 as Fen, source: '示例' } } },
      },
    ],
  },
  each(entry, policy) {
    const limits = amountLimits(policy, entry);
    if (limits.floor === undefined || brokenLimit(limits, entry.reliefAmount) !== 'floor') return undefined;
    const { amount, formula } = limits.floor;
    const data = { actual: formatYuan(entry.reliefAmount), limit: formatYuan(amount), formula };
    return { message: 'below', data, field: 'reliefAmount' };
  },
});
