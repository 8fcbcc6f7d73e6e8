import { comparableIdNumbers, entriesByIdNumber } from '../ledger/same-people';
import { valueOf } from '../ledger/ledger';
import { defineCheck } from './check';

export default defineCheck({
  id: 'head-is-member-elsewhere',
  title: '户主又是别户的成员',
  why: '一个人在自家当户主，又算在别户的人口里，就会被统计和救助两次；婚后分户的，要核实现在属于哪一户。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口、不重复统计',
  severity: 'error',
  needs: ['idNumber'],
  reads: ['householdHead', 'headIdNumber'],
  comparedBy: 'idNumber',
  messages: { member: '户主“{name}”又登记为“{other}”家的成员，请核实属于哪一户，只在一户中保留。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭人口 |\n| 杜海 | 10990119881010130X | 1 |\n| 宋兰 | 109901194612212932 | 1 |',
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 杜海 | 10990119881010130X |\n| 宋兰 | 109901194612212932 | 宋兰 | 109901194612212932 |',
        ],
      },
    ],
    bad: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭人口 |\n| 杜海 | 10990119881010130X | 1 |\n| 宋兰 | 109901194612212932 | 1 |',
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 杜海 | 10990119881010130X |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |',
        ],
      },
    ],
  },
  *across(ledgers) {
    if (!ledgers.some(({ entryIs, columns }) => entryIs === 'person' && columns.headIdNumber)) return;
    for (const [idNumber, group] of yield* entriesByIdNumber(ledgers)) {
      const head = group.find(({ ledger }) => ledger.entryIs === 'household');
      const elsewhere = group.find(({ ledger, entry }) => {
        const own = ledger.entryIs === 'person' ? ledger.columns.headIdNumber : undefined;
        const headId = own ? comparableIdNumbers(own.typed)[entry] : undefined;
        return headId !== undefined && headId !== idNumber;
      });
      if (!head || !elsewhere) continue;
      yield {
        message: 'member',
        data: {
          name: valueOf(head.ledger, head.entry, 'householdHead') ?? '未填姓名',
          other: valueOf(elsewhere.ledger, elsewhere.entry, 'householdHead') ?? '别户',
        },
        at: { ...head, field: 'idNumber' },
        also: [{ ...elsewhere, field: 'idNumber' }],
      };
    }
  },
});
