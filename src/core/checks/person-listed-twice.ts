import { likenessOf } from '../ledger/agreement';
import { earlierLike, namesakes } from '../ledger/namesakes';
import { personName, type LedgerEntry } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'person-listed-twice',
  title: '可能是同一人登记两次',
  why: '号码抄错、没填或换了证件时，只比身份证号找不出重复；姓名、生日、住处、电话和账号合起来看才认得出。',
  source: '镇远县尚寨土家族乡冬春救助方案：不漏户、不漏人、不重复统计',
  severity: 'warning',
  needsOneOf: ['householdHead', 'memberName'],
  reads: [
    'idNumber',
    'birthDate',
    'villageName',
    'villagerGroup',
    'homeAddress',
    'phone',
    'cardAccount',
    'householdSize',
    'headIdNumber',
  ],
  comparedBy: 'name',
  messages: {
    likely: '与前面登记的“{name}”{words}相同，{other}，很可能是同一人，请对照身份证核对后只保留一处。',
    possible: '与前面登记的“{name}”{words}相同，{other}，可能是同一人，请对照身份证核对。',
    doubtful: '与前面登记的“{name}”{words}相同，{other}，无法用号码区分，请补全号码后核对是不是同一人。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 行政村 |\n| 杜海 | 10990119881010130X | 青石村 |\n| 杜海 | 109901194612212932 | 青石村 |\n| 宋兰 | 无 | 青石村 |\n| 宋兰 | 无 | 柳溪村 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 行政村 | 联系电话 |\n| 林旺满 | 109901194805208032 | 青石村 | 19900000001 |\n| 林旺满 | 109901194805208075 | 柳溪村 | 19900000001 |',
      '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 林旺满 | 109901194805208075 | 柳溪村 |',
      '| 户主姓名 | 身份证号 | 行政村 |\n| 宋兰 | 无 | 青石村 |\n| 宋兰 | 无 | 青石村 |',
    ],
  },
  *across(ledgers) {
    for (const entryIs of ['household', 'person'] as const) {
      let looked = 0;
      for (const group of yield* namesakes(ledgers.filter((ledger) => ledger.entryIs === entryIs))) {
        if ((looked += group.length) > 500) {
          looked = 0;
          yield;
        }
        const earlier = earlierLike(group);
        for (const [index, place] of group.entries()) {
          const before = earlier(index).find((at) => likenessOf(group[at], place));
          const found = before !== undefined && likenessOf(group[before], place);
          if (before === undefined || !found) continue;
          const { band, same: words, different } = found;
          const other = different ? `${different}不同` : '其余没有可比的';
          const data = { name: personName(group[before]) ?? '', words, other };
          yield { message: band, data, at: nameAt(place), also: [nameAt(group[before])] };
        }
      }
    }
  },
});

const nameAt = (place: LedgerEntry) => ({
  ...place,
  field:
    place.ledger.entryIs === 'person' && place.ledger.columns.memberName
      ? ('memberName' as const)
      : ('householdHead' as const),
});
