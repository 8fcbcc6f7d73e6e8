import { formatYuan, type Fen } from '../ledger/money';
import { valueOf, type Ledger } from '../ledger/ledger';
import { groupOf } from '../policy/group-words';
import { headsOf } from '../policy/heads';
import { householdOf } from '../policy/household-of';
import { defineCheck } from './check';

export default defineCheck({
  id: 'payout-outlier',
  title: '金额比同类户高出很多',
  why: '同村同类里唯独一户高出很多，可能确有特殊困难，也可能是填错或优亲厚友，审计抽查先看这样的户。',
  source: '审计抽查中的常见线索；中岗镇冬春救助工作方案：严禁优亲厚友',
  severity: 'note',
  entryIs: 'household',
  needs: ['reliefAmount'],
  reads: ['villageName', 'severity', 'householdType', 'disasterType', 'peopleInNeed', 'householdSize'],
  usesParameters: [],
  comparedBy: 'villageName',
  messages: { high: '本户 {actual} 元，同村同类一般为 {expected} 元，请核实原因并在备注里写明。' },
  examples: {
    good: [
      `| 户主姓名 | 救助金额 |\n${Array.from({ length: 12 }, (_, index) => `| 户${'一二三四五六七八九十甲乙'[index]} | ${200 + index * 25} |`).join('\n')}`,
      '| 户主姓名 | 救助金额 |\n| 林旺满 | 200 |\n| 杜海 | 2000 |',
    ],
    bad: [
      `| 户主姓名 | 救助金额 |\n${Array.from({ length: 12 }, (_, index) => `| 户${'一二三四五六七八九十甲乙'[index]} | ${index === 6 ? 2000 : 200 + index * 25} |`).join('\n')}`,
    ],
  },
  *across(ledgers, policy) {
    // One set amount a person or household: whoever gets another is reported as that.
    if (policy.standard?.shape === 'fixed') return;
    const perPerson = policy.standard !== undefined && policy.standard.shape !== 'household-range';
    for (const ledger of ledgers) {
      for (const entries of alike(ledger, (entry) => groupOf(policy, householdOf(ledger, entry)) ?? '').values()) {
        yield;
        if (entries.length < 10) continue;
        const amounts = entries.map((entry) => {
          const heads = perPerson ? headsOf(policy, householdOf(ledger, entry)) || 1 : 1;
          return (valueOf(ledger, entry, 'reliefAmount') ?? 0) / heads;
        });
        const middle = median(amounts);
        const spread = median(amounts.map((amount) => Math.abs(amount - middle))) * 1.4826;
        for (const [index, amount] of amounts.entries()) {
          if (spread === 0 || (amount - middle) / spread <= 3.5 || amount < middle * 1.5) continue;
          const entry = entries[index];
          const [actual, expected] = [
            valueOf(ledger, entry, 'reliefAmount') ?? 0,
            (middle * (valueOf(ledger, entry, 'reliefAmount') ?? 0)) / amount,
          ];
          const data = {
            actual: formatYuan(actual as Fen),
            expected: formatYuan((Math.round(expected / 100) * 100) as Fen),
          };
          yield { message: 'high', data, at: { ledger, entry, field: 'reliefAmount' } };
        }
      }
    }
  },
});

/** Entries with an amount, by village and group. */
function alike(ledger: Ledger, groupIn: (entry: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let entry = 0; entry < ledger.rows.length; entry++) {
    if (!valueOf(ledger, entry, 'reliefAmount')) continue;
    const key = `${valueOf(ledger, entry, 'villageName') ?? ''}|${groupIn(entry)}`;
    const entries = groups.get(key);
    if (entries) entries.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
