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
  id: 'relief-amount-outside-band',
  title: '救助金额不在标准的幅度内',
  why: '方案按类别定了幅度；在幅度之外，不是类别填错，就是金额定错。',
  source: '救助标准（所用方案的条款）；中岗镇冬春救助工作方案：重点 600—1000 元、一般 200—500 元',
  severity: 'error',
  entryIs: 'household',
  needs: ['reliefAmount'],
  reads: ['peopleInNeed', 'householdSize', 'householdType', 'severity', 'disasterType'],
  parameters: ['standard'],
  messages: {
    outside: '救助金额 {actual} 元，不在{name}的幅度 {expected} 元之内，请核对类别和金额后改正。',
    gap: '救助金额 {actual} 元，不在任何一类的幅度之内（{expected}），请核对类别和金额后改正。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n| 林旺满 | 一般困难户 | 3 | 500 |\n| 杜海 | 重点困难户 | 2 | 600 |\n| 宋兰 | | 2 | 300 |',
        ],
        policy: range,
      },
    ],
    bad: [
      { tables: ['| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n| 林旺满 | 一般困难户 | 3 | 800 |'], policy: range },
      { tables: ['| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n| 林旺满 | | 3 | 550 |'], policy: range },
    ],
  },
  each(entry, policy) {
    const limits = amountLimits(policy, entry);
    if (brokenLimit(limits, entry.reliefAmount) !== 'band') return undefined;
    const actual = formatYuan(entry.reliefAmount);
    const spans = limits.bands.map(
      ({ name, least, most }) => [name, `${formatYuan(least)} 至 ${formatYuan(most)}`] as const,
    );
    if (spans.length === 1) {
      return { message: 'outside', data: { actual, name: spans[0][0], expected: spans[0][1] }, field: 'reliefAmount' };
    }
    const expected = spans.map(([name, span]) => `${name} ${span} 元`).join('、');
    return { message: 'gap', data: { actual, expected }, field: 'reliefAmount' };
  },
});
