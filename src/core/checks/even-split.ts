import { formatYuan, type Fen } from '../ledger/money';
import { valueOf, type Ledger } from '../ledger/ledger';
import { headsOf } from '../policy/heads';
import { groupOf } from '../policy/group-words';
import { householdOf } from '../policy/household-of';
import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

const bands: Partial<Policy> = {
  standard: {
    shape: 'household-range',
    classes: [
      {
        group: { name: '一般困难户', columns: ['severity'] },
        min: { value: 20000 as Fen, source: '示例' },
        max: { value: 60000 as Fen, source: '示例' },
      },
      {
        group: { name: '重点困难户', columns: ['severity'] },
        min: { value: 40000 as Fen, source: '示例' },
        max: { value: 100000 as Fen, source: '示例' },
      },
    ],
  },
};
const village = (amountOf: (index: number) => number): string =>
  `| 户主姓名 | 困难程度 | 需救助人口 | 救助金额 |\n${Array.from({ length: 12 }, (_, index) => `| 户${'一二三四五六七八九十甲乙'[index]} | ${index % 3 === 0 ? '重点困难户' : '一般困难户'} | ${(index % 4) + 1} | ${amountOf(index)} |`).join('\n')}`;

export default defineCheck({
  id: 'even-split',
  title: '像是平均发放',
  why: '方案按困难程度分档，各档却发了同样的钱，就是平均发放；救助款要按困难程度有区别地发。',
  source: '中岗镇冬春救助工作方案、镇远县尚寨土家族乡冬春救助方案：不得平均发放',
  severity: 'warning',
  entryIs: 'household',
  needs: ['reliefAmount'],
  reads: ['villageName', 'severity', 'householdType', 'disasterType', 'peopleInNeed', 'householdSize'],
  parameters: ['standard'],
  comparedBy: 'villageName',
  messages: {
    household: '{name}各类困难户都是每户 {actual} 元，没有按困难程度区别，请核对是否平均发放。',
    person: '{name}各类困难户都是每人 {actual} 元，没有按困难程度区别，请核对是否平均发放。',
  },
  examples: {
    good: [
      { tables: [village((index) => (index % 3 === 0 ? 600 : 300))], policy: bands },
      {
        tables: [village(() => 500)],
        policy: {
          standard: {
            shape: 'fixed',
            per: { value: '每户', source: '示例' },
            classes: [{ amount: { value: 50000 as Fen, source: '示例' } }],
          },
        },
      },
    ],
    bad: [
      { tables: [village(() => 500)], policy: bands },
      { tables: [village((index) => ((index % 4) + 1) * 150)], policy: bands },
    ],
  },
  *across(ledgers, policy) {
    // Where the scheme sets the amount itself, each row that keeps not to it is reported.
    if (policy.standard.shape === 'fixed' || policy.standard.shape === 'person-floor') return;
    for (const ledger of ledgers) {
      for (const [name, entries] of byVillage(ledger)) {
        yield;
        const groups = new Map<string, number>();
        for (const entry of entries) {
          const group = groupOf(policy, householdOf(ledger, entry)) ?? '';
          groups.set(group, (groups.get(group) ?? 0) + 1);
        }
        if (entries.length < 10 || [...groups.values()].filter((count) => count >= 2).length < 2) continue;
        const amounts = entries.map((entry) => valueOf(ledger, entry, 'reliefAmount') ?? 0);
        const each = entries.map(
          (entry, index) => amounts[index] / (headsOf(policy, householdOf(ledger, entry)) ?? Number.NaN),
        );
        const message = allSame(amounts) ? 'household' : allSame(each) ? 'person' : undefined;
        if (!message) continue;
        const actual = formatYuan((message === 'household' ? amounts[0] : each[0]) as Fen);
        yield { message, data: { name, actual }, at: { ledger, heading: 'reliefAmount' } };
      }
    }
  },
});

const allSame = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

/** The entries with an amount, by village; a ledger without villages is one. */
function byVillage(ledger: Ledger): ReadonlyMap<string, readonly number[]> {
  const villages = new Map<string, number[]>();
  ledger.rows.forEach((_, entry) => {
    if (valueOf(ledger, entry, 'reliefAmount') === undefined) return;
    const name = valueOf(ledger, entry, 'villageName') ?? '本表';
    const entries = villages.get(name);
    if (entries) entries.push(entry);
    else villages.set(name, [entry]);
  });
  return villages;
}
