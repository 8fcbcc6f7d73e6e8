import { householdTypeOf, typeWordsIn } from '../ledger/household-kinds';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-type-contradiction',
  title: '家庭类型互相矛盾',
  why: '脱贫不稳定户一定是脱贫户，边缘易致贫户一定不是；特困人员不再同时享受低保，两样都写的一定有一样不对。',
  source: '防止返贫监测对象的分类；特困人员认定办法（特困供养与低保不重复享受）',
  severity: 'warning',
  needs: ['householdType'],
  messages: { both: '“{name}”和“{other}”不会同时成立，请按名单核实属于哪一类。' },
  examples: {
    good: [
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 低保户、残疾人 |\n| 杜海 | 脱贫户、脱贫不稳定户 |\n| 宋兰 | 特困人员 |',
    ],
    bad: [
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 脱贫不稳定户、边缘易致贫户 |',
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 特困户/低保户 |',
    ],
  },
  each({ householdType }) {
    // One plain word cannot contradict itself.
    if (householdTypeOf(householdType)) return undefined;
    const names = new Set(typeWordsIn(householdType).map((word) => householdTypeOf(word)?.name));
    const pair = exclusive.find(([one, two]) => names.has(one) && names.has(two));
    return pair && { message: 'both', data: { name: pair[0], other: pair[1] }, field: 'householdType' };
  },
});

const exclusive = [
  ['脱贫不稳定户', '边缘易致贫户'],
  ['脱贫户', '边缘易致贫户'],
  ['分散供养特困人员', '低保户'],
  ['分散供养特困人员', '低保边缘户'],
  ['低保户', '低保边缘户'],
  ['低保户', '其他户'],
  ['分散供养特困人员', '其他户'],
] as const;
