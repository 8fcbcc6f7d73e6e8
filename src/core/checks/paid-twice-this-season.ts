import { listedPersons } from '../ledger/listed-persons';
import { defineCheck } from './check';

export default defineCheck({
  id: 'paid-twice-this-season',
  title: '本季已经发放过',
  why: '救助款一户一季一次性发放；上一批次已经领过的再领，就是重复发放。',
  source: '中岗镇冬春救助工作方案：一次性全部发放；尚寨乡方案：不重复统计',
  severity: 'error',
  needsOneOf: ['idNumber', 'householdHead', 'memberName'],
  reads: ['villageName'],
  lists: ['last-payout'],
  comparedBy: 'entry',
  messages: {
    listed: '“{name}”在上一批次已经发放过{words}，请核对是否重复，重复的移出。',
    namesake: '“{name}”与上一批次发放名单上的人同名{words}，没有号码可比，请核实是不是同一人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 10990119881010130X | 青石村 |',
        ],
        lists: {
          'last-payout': [
            { name: '林旺满', idNumber: '109901194612212932' },
            { name: '杜海', village: '柳溪村' },
          ],
        },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { 'last-payout': [{ name: '林旺满', idNumber: '109901194805208032', words: '示例' }] },
      },
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { 'last-payout': [{ name: '杜海', village: '青石村', words: '示例' }] },
      },
    ],
  },
  *across(ledgers, { asOf }, lists) {
    for (const found of listedPersons(ledgers, lists['last-payout'], asOf)) {
      if (!found) yield;
      else {
        const { at, byName, name, words } = found;
        yield { message: byName ? 'namesake' : 'listed', data: { name, words }, at };
      }
    }
  },
});
