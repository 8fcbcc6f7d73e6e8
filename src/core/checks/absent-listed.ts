import { saysBack } from '../ledger/absence-words';
import { listedPersons } from '../ledger/listed-persons';
import { defineCheck } from './check';

export default defineCheck({
  id: 'absent-listed',
  title: '名单显示外出务工',
  why: '外出务工名单上的人多半不在当地过冬，不得以其名义申领；已经返乡的在备注里写明。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝以长期外出人员名义套取',
  severity: 'warning',
  needsOneOf: ['idNumber', 'householdHead', 'memberName'],
  reads: ['villageName', 'remark'],
  lists: ['absentees'],
  comparedBy: 'entry',
  messages: {
    listed: '“{name}”在外出务工人员名单上{words}，请核实是否已返乡、是否应当救助。',
    namesake: '“{name}”与外出务工人员名单上的人同名{words}，没有号码可比，请核实是不是同一人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 10990119881010130X | 青石村 |',
        ],
        lists: {
          absentees: [
            { name: '林旺满', idNumber: '109901194612212932' },
            { name: '杜海', village: '柳溪村' },
          ],
        },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { absentees: [{ name: '林旺满', idNumber: '109901194805208032', words: '示例' }] },
      },
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { absentees: [{ name: '杜海', village: '青石村', words: '示例' }] },
      },
    ],
  },
  *across(ledgers, { asOf }, lists) {
    for (const found of listedPersons(ledgers, lists.absentees, asOf)) {
      if (found && saysBack(found.at.ledger.columns.remark?.values[found.at.entry] ?? '')) continue;
      if (!found) yield;
      else {
        const { at, byName, name, words } = found;
        yield { message: byName ? 'namesake' : 'listed', data: { name, words }, at };
      }
    }
  },
});
