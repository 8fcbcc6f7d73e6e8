import { listedPersons } from '../ledger/listed-persons';
import { defineCheck } from './check';

export default defineCheck({
  id: 'cadre-relative-listed',
  title: '名单显示是村干部或近亲属',
  why: '村干部及近亲属纳入救助的，要回避评议并留下记录，防止优亲厚友；符合条件的可以救助。',
  source: '中岗镇冬春救助工作方案：严禁优亲厚友；泾阳县冬春救助资金核查案例',
  severity: 'warning',
  needsOneOf: ['idNumber', 'householdHead', 'memberName'],
  reads: ['villageName'],
  lists: ['cadre-relatives'],
  comparedBy: 'entry',
  messages: {
    listed: '“{name}”在村干部及近亲属名单上{words}，请核对评议时是否回避，并在备注里写明理由。',
    namesake: '“{name}”与村干部及近亲属名单上的人同名{words}，没有号码可比，请核实是不是同一人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 10990119881010130X | 青石村 |',
        ],
        lists: {
          'cadre-relatives': [
            { name: '林旺满', idNumber: '109901194612212932' },
            { name: '杜海', village: '柳溪村' },
          ],
        },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { 'cadre-relatives': [{ name: '林旺满', idNumber: '109901194805208032', words: '示例' }] },
      },
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { 'cadre-relatives': [{ name: '杜海', village: '青石村', words: '示例' }] },
      },
    ],
  },
  *across(ledgers, { asOf }, lists) {
    for (const found of listedPersons(ledgers, lists['cadre-relatives'], asOf)) {
      if (!found) yield;
      else {
        const { at, byName, name, words } = found;
        yield { message: byName ? 'namesake' : 'listed', data: { name, words }, at };
      }
    }
  },
});
