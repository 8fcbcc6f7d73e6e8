import { entriesByPhone, personName } from '../ledger/same-people';
import { nameKey } from '../ledger/names';
import { defineCheck } from './check';

export default defineCheck({
  id: 'phone-shared',
  title: '几户共用一个电话',
  why: '多户留同一个电话，可能是村干部代留，也可能是虚列的户；抽查核实时要联系得上本人。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列；审计抽查中的常见线索',
  severity: 'note',
  entryIs: 'household',
  needs: ['phone', 'householdHead'],
  comparedBy: 'phone',
  messages: { shared: '这个电话有 {actual} 户在用，请核对能否联系到本户。' },
  examples: {
    good: [
      '| 户主姓名 | 联系电话 |\n| 林旺满 | 19900000001 |\n| 杜海 | 19900000001 |\n| 宋兰 | 19900000002 |\n| 郑江菊 | |\n| 陈龙祥 | |\n| 李四 | |',
    ],
    bad: ['| 户主姓名 | 联系电话 |\n| 林旺满 | 19900000001 |\n| 杜海 | 19900000001 |\n| 宋兰 | 19900000001 |'],
  },
  *across(ledgers) {
    const groups = yield* entriesByPhone(ledgers);
    for (const group of groups.values()) {
      const heads = new Set(group.map((place) => nameKey(personName(place) ?? '')));
      if (heads.size < 3) continue;
      const [at, ...also] = group.map((place) => ({ ...place, field: 'phone' as const }));
      yield { message: 'shared', data: { actual: heads.size }, at, also };
    }
  },
});
