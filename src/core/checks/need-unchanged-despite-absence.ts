import { saidAway, saysBack } from '../ledger/absence-words';
import { defineCheck } from './check';

export default defineCheck({
  id: 'need-unchanged-despite-absence',
  title: '有人外出而需救助人口没有减',
  why: '注明有人长期外出，需救助人口却等于全家人数，就是把外出的人也算进去领款。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝以长期外出人员名义套取',
  severity: 'warning',
  entryIs: 'household',
  needs: ['householdSize', 'peopleInNeed'],
  needsOneOf: ['awayForLong', 'remark'],
  messages: { unchanged: '家里有人外出，需救助人口仍是全家 {actual} 人，请核实外出的人是否应当减去。' },
  examples: {
    good: [
      '| 户主姓名 | 家庭人口 | 需救助人口 | 是否长期外出 |\n| 林旺满 | 4 | 4 | 否 |\n| 杜海 | 4 | 3 | 是 |\n| 宋兰 | 1 | 1 | 是 |',
      '| 户主姓名 | 家庭人口 | 需救助人口 | 备注 |\n| 林旺满 | 4 | 4 | 儿子务工已返乡 |',
    ],
    bad: [
      '| 户主姓名 | 家庭人口 | 需救助人口 | 是否长期外出 |\n| 林旺满 | 4 | 4 | 是 |',
      '| 户主姓名 | 家庭人口 | 需救助人口 | 备注 |\n| 林旺满 | 4 | 4 | 儿子常年在外务工 |',
    ],
  },
  each({ householdSize, peopleInNeed, awayForLong, remark = '' }) {
    // Of a household of one, the absence itself is what is reported.
    if (peopleInNeed !== householdSize || householdSize < 2 || saysBack(remark)) return undefined;
    if (!awayForLong && (awayForLong === false || saidAway(remark) === undefined)) return undefined;
    return { message: 'unchanged', data: { actual: householdSize }, field: 'peopleInNeed', also: ['householdSize'] };
  },
});
