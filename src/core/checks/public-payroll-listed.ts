import { listedPersons } from '../ledger/listed-persons';
import { defineCheck } from './check';

export default defineCheck({
  id: 'public-payroll-listed',
  title: '名单显示是财政供养人员',
  why: '财政供养人员有固定收入，一般不在救助范围；确因受灾纳入的，要有依据并写明。',
  source: '审计案例：与财政供养人员名单比对；叙州区 2025 年冬春救助排除范围',
  severity: 'error',
  needsOneOf: ['idNumber', 'householdHead', 'memberName'],
  reads: ['villageName'],
  lists: ['public-payroll'],
  comparedBy: 'entry',
  messages: {
    listed: '“{name}”在财政供养人员名单上{words}，请核实是否应当救助，不应救助的移出。',
    namesake: '“{name}”与财政供养人员名单上的人同名{words}，没有号码可比，请核实是不是同一人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 10990119881010130X | 青石村 |',
        ],
        lists: {
          'public-payroll': [
            { name: '林旺满', idNumber: '109901194612212932' },
            { name: '杜海', village: '柳溪村' },
          ],
        },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { 'public-payroll': [{ name: '林旺满', idNumber: '109901194805208032', words: '示例' }] },
      },
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { 'public-payroll': [{ name: '杜海', village: '青石村', words: '示例' }] },
      },
    ],
  },
  *across(ledgers, { asOf }, lists) {
    for (const found of listedPersons(ledgers, lists['public-payroll'], asOf)) {
      if (!found) yield;
      else {
        const { at, byName, name, words } = found;
        yield { message: byName ? 'namesake' : 'listed', data: { name, words }, at };
      }
    }
  },
});
