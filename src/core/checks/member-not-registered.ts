import { comparableIdNumbers, personName } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'member-not-registered',
  title: '成员不在户籍或医保名单上',
  why: '成员名册里有、户籍或医保家庭里没有的人，可能是虚列的家庭人口；婚入、新生儿等要看证明。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口',
  severity: 'warning',
  entryIs: 'person',
  needs: ['idNumber', 'headIdNumber'],
  reads: ['memberName', 'householdHead'],
  lists: ['registered-members'],
  comparedBy: 'entry',
  messages: {
    missing: '“{name}”不在户籍或医保家庭成员名单上，请核实是不是本户的人。',
    elsewhere: '“{name}”在户籍或医保名单上属于另一户，请核实是不是本户的人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |\n| 杜海 | 10990119881010130X | 杜新 | 无 |',
        ],
        lists: { 'registered-members': [{ idNumber: '109901194612212932', headIdNumber: '10990119881010130X' }] },
      },
    ],
    bad: [
      {
        tables: [
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |',
        ],
        lists: { 'registered-members': [{ idNumber: '109901194805208032' }] },
      },
      {
        tables: [
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜海 | 10990119881010130X | 宋兰 | 109901194612212932 |',
        ],
        lists: { 'registered-members': [{ idNumber: '109901194612212932', headIdNumber: '109901194805208032' }] },
      },
    ],
  },
  *across(ledgers, _, { 'registered-members': list }) {
    const heads = new Map<string, string | undefined>();
    for (const { idNumber, headIdNumber } of list) if (idNumber !== undefined) heads.set(idNumber, headIdNumber);
    for (const ledger of ledgers) {
      const headNumbers = comparableIdNumbers(ledger.columns.headIdNumber.typed);
      for (const [entry, idNumber] of comparableIdNumbers(ledger.columns.idNumber.typed).entries()) {
        if (entry % 4096 === 4095) yield;
        if (idNumber === undefined) continue;
        const name = personName({ ledger, entry }) ?? '这一行';
        const at = { ledger, entry, field: 'idNumber' } as const;
        const [own, registered] = [headNumbers[entry], heads.get(idNumber)];
        if (!heads.has(idNumber)) yield { message: 'missing', data: { name }, at };
        // A head need not be listed under himself.
        else if (own !== undefined && registered !== undefined && registered !== own && own !== idNumber) {
          yield { message: 'elsewhere', data: { name }, at };
        }
      }
    }
  },
});
