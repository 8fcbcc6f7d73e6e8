import { defineCheck } from './check';

export default defineCheck({
  id: 'household-size-unusual',
  title: '家庭人口少见',
  why: '农村家庭平均不到三人；十人以上或没有人的户，多半是填错列、多打一位数，或者虚列了人口。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口',
  severity: 'note',
  needs: ['householdSize'],
  messages: {
    many: '家庭人口 {actual} 人，比一般的户多，请核对户口簿。',
    none: '家庭人口填的是 0，请核对人数。',
  },
  examples: {
    good: ['| 户主姓名 | 家庭人口 |\n| 林旺满 | 1 |\n| 杜海 | 9 |\n| 宋兰 | |'],
    bad: ['| 户主姓名 | 家庭人口 |\n| 林旺满 | 22 |', '| 户主姓名 | 家庭人口 |\n| 林旺满 | 0 |'],
  },
  each({ householdSize }) {
    if (householdSize === 0) return { message: 'none', field: 'householdSize' };
    if (householdSize < 10) return undefined;
    return { message: 'many', data: { actual: householdSize }, field: 'householdSize' };
  },
});
