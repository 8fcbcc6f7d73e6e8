import { idNumberTail } from '../ledger/id-number';
import { nameKey } from '../ledger/names';
import { entriesByIdNumber, personName } from '../ledger/same-people';
import { valueOf, type Ledger } from '../ledger/ledger';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-duplicate',
  title: '身份证号重复',
  why: '同一人登记两次会重复统计、重复发放；全部 18 位都相同才算重复，15 位旧号码与 18 位号码按同一人比对。',
  source: '镇远县尚寨土家族乡冬春救助方案：不漏户、不漏人、不重复统计',
  severity: 'error',
  needs: ['idNumber'],
  reads: ['householdHead', 'memberName', 'headIdNumber'],
  comparedBy: 'idNumber',
  messages: {
    sameName: '“{name}”在前面已登记过（身份证号末四位 {tail}），请核对后只保留一处。',
    unnamed: '身份证号（末四位 {tail}）在前面已登记过，请核对后只保留一处。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 陈龙祥 | 109901196807309661 |',
      // Two that differ only behind the 15th digit, which a count in a spreadsheet takes for one.
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 林旺发 | 109901194805208075 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 无 |\n| 陈龙祥 | 无 |\n| 杜海 | 109901********130X |\n| 宋兰 | 109901********130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | n:109901194805208032 |\n| 陈龙祥 | n:109901194805208032 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |\n| 陈龙祥 | 109901196807309661 |\n| 杜 海 | 10990119881010130x |',
      '| 户主姓名 | 身份证号 |\n| 李四 | 610104620927690 |\n| 李四 | 610104196209276908 |',
      '| 户主姓名 | 身份证号 | 备注 |\n| | 10990119881010130X | 户主待定 |\n| 宋兰 | 10990119881010130X | |',
      {
        tables: [
          '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |',
          '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |',
        ],
      },
    ],
  },
  // A head stands in the household ledger and again in the roster of members: each sort is compared within itself.
  *across(ledgers) {
    for (const entryIs of ['household', 'person'] as const) {
      for (const [idNumber, group] of yield* entriesByIdNumber(ledgers)) {
        const own = group.filter(({ ledger }) => ledger.entryIs === entryIs);
        if (own.length < 2) continue;
        const [first, ...others] = own.map((place) => ({ ...place, field: 'idNumber' as const }));
        const [name, tail] = [personName(first), idNumberTail(idNumber)];
        for (const at of others) {
          const other = personName(at);
          // Two names, or one member of two households, is another mistake with another remedy.
          if (name !== undefined && other !== undefined && nameKey(name) !== nameKey(other)) continue;
          if (headOf(first.ledger, first.entry) !== headOf(at.ledger, at.entry)) continue;
          const also = [first, ...others].filter((place) => place !== at).slice(0, mostShown);
          if (name === undefined || other === undefined) yield { message: 'unnamed', data: { tail }, at, also };
          else yield { message: 'sameName', data: { name, tail }, at, also };
        }
      }
    }
  },
});

/** Where one number fills a whole column, each row need not list all others. */
const mostShown = 20;

const headOf = (ledger: Ledger, entry: number): string | undefined => valueOf(ledger, entry, 'headIdNumber');
