import { defineCheck } from './check';

export default defineCheck({
  id: 'people-in-need-exceeds-household',
  title: '需救助人口多于家庭人口',
  why: '需救助的人都在家庭人口之内；多出来的人会按人数多算救助款，属于虚列家庭人口。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝虚列家庭人口',
  severity: 'error',
  needs: ['householdSize', 'peopleInNeed'],
  messages: { exceeds: '需救助人口 {actual} 人超过家庭人口 {limit} 人，请核对这两个人数。' },
  examples: {
    good: [
      '| 户主姓名 | 家庭人口 | 需救助人口 |\n| 林旺满 | 3 | 3 |\n| 陈龙祥 | 5 | 2 |\n| 杜海 | 4 | |\n| 宋兰 | | 2 |\n| 郑江菊 | 1 | 0 |',
    ],
    bad: ['| 户主姓名 | 家庭人口 | 需救助人口 |\n| 林旺满 | 3 | 4 |\n| 陈龙祥 | 5 | 2 |'],
  },
  each({ householdSize, peopleInNeed }) {
    if (peopleInNeed <= householdSize) return undefined;
    return {
      message: 'exceeds',
      data: { actual: peopleInNeed, limit: householdSize },
      field: 'peopleInNeed',
      also: ['householdSize'],
    };
  },
});
