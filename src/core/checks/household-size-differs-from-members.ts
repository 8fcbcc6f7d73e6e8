import { comparableIdNumbers } from '../ledger/same-people';
import { nameKey } from '../ledger/names';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-size-differs-from-members',
  title: '家庭人口与成员名册不一致',
  why: '家庭人口应当等于名册里这一户的人数；多报的人没有名字，属于虚列家庭人口。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口',
  severity: 'warning',
  needs: ['idNumber'],
  reads: ['householdSize', 'headIdNumber', 'householdHead'],
  messages: { differs: '家庭人口填 {actual} 人，成员名册里这一户有 {expected} 人，请核对是漏了成员还是多报了人口。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭人口 |\n| 杜海 | 10990119881010130X | 2 |\n| 林旺满 | 109901194805208032 | 3 |',
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 杜海 | 10990119881010130X |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |',
        ],
      },
    ],
    bad: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭人口 |\n| 杜海 | 10990119881010130X | 3 |',
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 杜海 | 10990119881010130X |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |',
        ],
      },
    ],
  },
  *across(ledgers) {
    const members = new Map<string, number>();
    for (const { entryIs, columns } of ledgers) {
      if (entryIs !== 'person' || !columns.headIdNumber) continue;
      for (const [entry, head] of comparableIdNumbers(columns.headIdNumber.typed).entries()) {
        if (entry % 4096 === 4095) yield;
        // A member whose head's number cannot be read is looked for by the head's name.
        const key = head ?? nameKey(columns.householdHead?.values[entry] ?? '');
        members.set(key, (members.get(key) ?? 0) + 1);
      }
    }
    if (members.size === 0) return;
    for (const ledger of ledgers) {
      const { idNumber, householdSize } = ledger.columns;
      if (ledger.entryIs !== 'household' || !householdSize) continue;
      for (const [entry, head] of comparableIdNumbers(idNumber.typed).entries()) {
        if (entry % 4096 === 4095) yield;
        const expected = head === undefined ? undefined : members.get(head);
        const actual = householdSize.values[entry];
        if (expected === undefined || actual === undefined || expected === actual) continue;
        const unread = members.get(nameKey(ledger.columns.householdHead?.values[entry] ?? '')) ?? 0;
        if (actual > expected && actual <= expected + unread) continue;
        yield { message: 'differs', data: { actual, expected }, at: { ledger, entry, field: 'householdSize' } };
      }
    }
  },
});
