import { comparableIdNumbers, entriesByIdNumber, personName } from '../ledger/same-people';
import { valueOf } from '../ledger/ledger';
import { defineCheck } from './check';

export default defineCheck({
  id: 'member-under-two-heads',
  title: '一人登记在两户',
  why: '同一人算在两户的人口里，会按人数多算一份救助款，属于虚列家庭人口。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口、不重复统计',
  severity: 'error',
  entryIs: 'person',
  needs: ['idNumber', 'headIdNumber'],
  reads: ['householdHead', 'memberName'],
  comparedBy: 'idNumber',
  messages: { twice: '“{name}”又登记在“{other}”家，请核实属于哪一户，只在一户中保留。' },
  examples: {
    good: [
      '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 杜海 | 10990119881010130X |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |\n| 林旺满 | 109901194805208032 | 林新 | 无 |\n| 杜海 | 10990119881010130X | 杜新 | 无 |',
    ],
    bad: [
      '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |\n| 林旺满 | 109901194805208032 | 宋兰 | 109901194612212932 |',
    ],
  },
  *across(ledgers) {
    for (const group of (yield* entriesByIdNumber(ledgers)).values()) {
      const placed = group.flatMap(({ ledger, entry }) => {
        const column = ledger.columns.headIdNumber;
        const head = column && comparableIdNumbers(column.typed)[entry];
        return head === undefined ? [] : [{ ledger, entry, head }];
      });
      for (const [index, { ledger, entry, head }] of placed.entries()) {
        const before = placed.slice(0, Math.min(index, 50)).find((other) => other.head !== head);
        if (!before) continue;
        yield {
          message: 'twice',
          data: {
            name: personName({ ledger, entry }) ?? '未填姓名',
            other: valueOf(before.ledger, before.entry, 'householdHead') ?? '别户',
          },
          at: { ledger, entry, field: 'idNumber' },
          also: [{ ledger: before.ledger, entry: before.entry, field: 'idNumber' }],
        };
      }
    }
  },
});
