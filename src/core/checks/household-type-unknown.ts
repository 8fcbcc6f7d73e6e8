import { householdTypeOf, isInInstitution, likelyType, typeWordsIn } from '../ledger/household-kinds';
import { groupWords } from '../policy/group-words';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-type-unknown',
  title: '家庭类型不认得',
  why: '类别决定按哪一档标准救助，也要与低保、特困、监测名单比对；写法不一就汇总不到一起。',
  source: '应急统表10 家庭类型；省级导入台账字典',
  severity: 'warning',
  needs: ['householdType'],
  usesParameters: [],
  messages: {
    unknown: '“{actual}”不是认得的家庭类型，请改为通用的写法。',
    institution: '“{actual}”由供养机构集中供养，一般不列入按户救助的台账，请核实后改正。',
    likely: '“{actual}”不是认得的家庭类型，可能是“{expected}”，请核实后改正。',
  },
  examples: {
    good: [
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 低保户 |\n| 杜海 | 五保户 |\n| 宋兰 | 低保户、残疾人 |\n| 陈龙祥 | 一般户 |\n| 白桂兰 | 特困人员（分散供养） |\n| 郑江菊 | |',
      {
        tables: ['| 户主姓名 | 家庭类型 |\n| 林旺满 | 缺粮户 |'],
        policy: {
          standard: {
            shape: 'fixed',
            per: { value: '每人', source: '示例' },
            classes: [
              {
                group: { name: '缺粮户', columns: ['householdType'] },
                amount: { value: 15000 as never, source: '示例' },
              },
            ],
          },
        },
      },
    ],
    bad: [
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 甲等 |',
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 农村低保家庭户 |',
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 特困人员（集中供养） |',
    ],
  },
  each({ householdType }, policy) {
    if (householdTypeOf(householdType)) return undefined;
    const known = groupWords(policy);
    const unknown = typeWordsIn(householdType).find((word) => !householdTypeOf(word) && !known.has(word));
    if (unknown === undefined) return undefined;
    const at = { data: { actual: unknown }, field: 'householdType' } as const;
    if (isInInstitution(unknown)) return { message: 'institution', ...at };
    const expected = likelyType(unknown);
    if (expected === undefined) return { message: 'unknown', ...at };
    const problem = { message: 'likely', data: { actual: unknown, expected }, field: 'householdType' } as const;
    // A word tidied of brackets does not stand in the cell as it is, and cannot be replaced there.
    if (!householdType.includes(unknown)) return problem;
    return { ...problem, fix: { to: householdType.replace(unknown, expected), certainty: 'suggested' } };
  },
});
