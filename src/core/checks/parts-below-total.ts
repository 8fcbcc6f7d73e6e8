import { peopleParts } from '../ledger/need-parts';
import { defineCheck } from './check';

export default defineCheck({
  id: 'parts-below-total',
  title: '分项人数相加少于需救助人口',
  why: '每个需救助的人至少需要一项；分项相加还不到总数，说明有人没有填需要哪一项。',
  source: '受灾人员冬春生活需救助情况统计：各分项可以重叠，相加不少于需救助总人数',
  severity: 'warning',
  needs: ['peopleInNeed'],
  needsOneOf: ['grainNeed', 'heatingNeed', 'beddingNeed', 'medicalNeed', 'waterNeed', 'otherNeed'],
  comparedBy: 'entry',
  messages: { below: '各分项相加 {actual} 人，少于需救助人口 {limit} 人，请补填其余的人需要哪一项。' },
  examples: {
    good: [
      '| 户主姓名 | 需救助人口 | 需口粮救助（人） | 需取暖救助（人） |\n| 林旺满 | 3 | 3 | 2 |\n| 杜海 | 2 | | |\n| 宋兰 | 3 | 2 | 1 |',
      '| 户主姓名 | 需救助人口 | 需口粮救助（人） |\n| 林旺满 | 3 | 1 |',
    ],
    bad: ['| 户主姓名 | 需救助人口 | 需口粮救助（人） | 需取暖救助（人） |\n| 林旺满 | 4 | 2 | 1 |'],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const parts = peopleParts(ledger);
      // One part alone says nothing of the others.
      if (parts.length < 2) continue;
      for (const [entry, limit] of ledger.columns.peopleInNeed.values.entries()) {
        if (entry % 4096 === 4095) yield;
        const given = parts.flatMap(({ field, perPerson }) => {
          const value = ledger.columns[field]?.values[entry];
          return typeof value === 'number' ? [value / perPerson] : [];
        });
        const actual = given.reduce((sum, part) => sum + part, 0);
        if (limit === undefined || given.length === 0 || actual >= limit) continue;
        yield { message: 'below', data: { actual, limit }, at: { ledger, entry, field: 'peopleInNeed' } };
      }
    }
  },
});
