import { idNumberTail } from '../ledger/id-number';
import { nameKey } from '../ledger/names';
import { entriesByIdNumber, personName } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-two-names',
  title: '一个身份证号两个姓名',
  why: '一个号码只属于一个人；两个姓名用同一号码，不是抄错了号码，就是冒用别人的号码重复领取。',
  source: 'GB 11643-1999（号码唯一）；镇远县尚寨土家族乡冬春救助方案：不重复统计',
  severity: 'error',
  needs: ['idNumber'],
  reads: ['householdHead', 'memberName', 'headIdNumber'],
  comparedBy: 'idNumber',
  messages: { otherName: '身份证号（末四位 {tail}）在另一处登记的姓名是“{name}”，请对照身份证核对两处的姓名和号码。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |\n| 杜 海 | 10990119881010130X |\n| 宋兰 | 109901194612212932 |',
      '| 户主姓名 | 身份证号 |\n| 阿依古丽·买买提 | 10990119881010130X |\n| 阿依古丽.买买提 | 10990119881010130X |\n| 宋兰 | 无 |\n| 杜海 | 无 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |\n| 宋兰 | 10990119881010130X |',
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭人口 |\n| 杜海 | 10990119881010130X | 2 |',
          '| 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 |\n| 杜江 | 10990119881010130X | 杜江 | 10990119881010130X |',
        ],
      },
    ],
  },
  // The household ledger and the roster of members are compared with each other too.
  *across(ledgers) {
    for (const [idNumber, group] of yield* entriesByIdNumber(ledgers)) {
      const named = group.flatMap((place) => {
        const name = personName(place);
        return name === undefined ? [] : [{ at: { ...place, field: 'idNumber' as const }, name, key: nameKey(name) }];
      });
      for (const [index, { at, key }] of named.entries()) {
        const before = named.slice(0, Math.min(index, 50)).find((other) => other.key !== key);
        if (!before) continue;
        yield {
          message: 'otherName',
          data: { name: before.name, tail: idNumberTail(idNumber) },
          at,
          also: [before.at],
        };
      }
    }
  },
});
