import { agreementOf } from '../ledger/agreement';
import { entriesByPhone, personName } from '../ledger/same-people';
import { tidyText } from '../ledger/tidy';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-split',
  title: '可能是一户拆成两户',
  why: '一家人拆成两户登记，会重复享受按户的标准和保底；确已分户的，以户口簿和实际生活为准。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列、不重复统计',
  severity: 'warning',
  entryIs: 'household',
  needs: ['householdHead', 'phone'],
  reads: ['idNumber', 'homeAddress', 'cardAccount', 'villageName', 'villagerGroup', 'householdSize', 'birthDate'],
  comparedBy: 'phone',
  messages: { split: '与“{name}”一户的{words}都相同，可能是一户拆成两户，请核实是否已经分户。' },
  examples: {
    good: [
      '| 户主姓名 | 联系电话 | 家庭住址 |\n| 杜海 | 19900000001 | 青石村三组 |\n| 宋兰 | 19900000001 | 青石村五组 |\n| 林旺满 | 19900000002 | 青石村三组12号 |\n| 林新 | 19900000003 | 青石村三组12号 |',
    ],
    bad: [
      '| 户主姓名 | 联系电话 | 家庭住址 |\n| 杜海 | 19900000001 | 青石村三组12号 |\n| 宋兰 | 19900000001 | 青石村三组12号 |',
      '| 户主姓名 | 联系电话 | 一卡通账号 |\n| 杜海 | 19900000001 | 6200000000001047299 |\n| 宋兰 | 19900000001 | 6200000000001047299 |',
    ],
  },
  *across(ledgers) {
    const byPhone = yield* entriesByPhone(ledgers);
    for (const group of byPhone.values()) {
      // One phone for many households is a clerk's or a neighbour's.
      if (group.length > 6) continue;
      for (const [index, place] of group.entries()) {
        const before = group.slice(0, index).find((other) => {
          const { agreeing, isSameName } = agreementOf(other, place);
          const address = tidyText(place.ledger.columns.homeAddress?.values[place.entry] ?? '');
          // An address is one home only where it names a house: 三组 is a whole hamlet.
          const sameHome = agreeing.includes('homeAddress') && /\d+号|\d+室|\d+-\d+/.test(address);
          return !isSameName && !agreeing.includes('idNumber') && (sameHome || agreeing.includes('cardAccount'));
        });
        if (!before) continue;
        const { same } = agreementOf(before, place, ['villageName', 'villagerGroup', 'householdSize', 'birthDate']);
        const at = { ...place, field: 'householdHead' } as const;
        const data = { name: personName(before) ?? '另一户', words: same };
        yield { message: 'split', data, at, also: [{ ...before, field: 'householdHead' }] };
      }
    }
  },
});
