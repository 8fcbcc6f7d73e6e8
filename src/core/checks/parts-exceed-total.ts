import { fields } from '../ledger/fields';
import { peopleParts } from '../ledger/need-parts';
import { defineCheck } from './check';

export default defineCheck({
  id: 'parts-exceed-total',
  title: '分项人数多于需救助人口',
  why: '需口粮、需取暖等分项可以重叠，但每一项都在需救助人口之内；多出来的人没有列入救助。',
  source: '受灾人员冬春生活需救助情况统计：各分项人数不超过需救助总人数',
  severity: 'error',
  needs: ['peopleInNeed'],
  needsOneOf: ['grainNeed', 'heatingNeed', 'beddingNeed', 'medicalNeed', 'waterNeed', 'otherNeed'],
  comparedBy: 'entry',
  messages: { exceeds: '“{name}”{actual} 人，多于需救助人口 {limit} 人，请核对这两个人数。' },
  examples: {
    good: [
      '| 户主姓名 | 需救助人口 | 需口粮救助（人） | 需取暖救助（人） |\n| 林旺满 | 3 | 3 | 2 |\n| 杜海 | 2 | | 2 |',
      '| 户主姓名 | 需救助人口 | 需口粮救助（公斤） |\n| 林旺满 | 3 | 180 |',
    ],
    bad: ['| 户主姓名 | 需救助人口 | 需口粮救助（人） | 需取暖救助（人） |\n| 林旺满 | 3 | 2 | 4 |'],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      for (const { field, perPerson } of peopleParts(ledger)) {
        for (const [entry, value] of (ledger.columns[field]?.values ?? []).entries()) {
          if (entry % 4096 === 4095) yield;
          const limit = ledger.columns.peopleInNeed.values[entry];
          const actual = typeof value === 'number' ? value / perPerson : undefined;
          if (actual === undefined || limit === undefined || actual <= limit) continue;
          const also = [{ ledger, entry, field: 'peopleInNeed' as const }];
          yield {
            message: 'exceeds',
            data: { name: fields[field].zh, actual, limit },
            at: { ledger, entry, field },
            also,
          };
        }
      }
    }
  },
});
