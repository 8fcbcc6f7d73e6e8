import { listedPersons } from '../ledger/listed-persons';
import { defineCheck } from './check';

export default defineCheck({
  id: 'deceased-listed',
  title: '名单显示已经死亡',
  why: '人已去世还在册，会以死者名义领款，这是审计历年查出最多的问题；发放之后去世的除外。',
  source: '审计案例：向已死亡人员发放补助；救助管理的常规比对',
  severity: 'error',
  needsOneOf: ['idNumber', 'householdHead', 'memberName'],
  reads: ['villageName'],
  lists: ['deceased'],
  comparedBy: 'entry',
  messages: {
    listed: '“{name}”在死亡、火化或户口注销名单上{words}，请核实后移出。',
    namesake: '“{name}”与死亡、火化或户口注销名单上的人同名{words}，没有号码可比，请核实是不是同一人。',
  },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 10990119881010130X | 青石村 |',
        ],
        lists: {
          deceased: [
            { name: '林旺满', idNumber: '109901194612212932' },
            { name: '杜海', village: '柳溪村' },
          ],
        },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { deceased: [{ name: '林旺满', idNumber: '109901194805208032', words: '示例' }] },
      },
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { deceased: [{ name: '杜海', village: '青石村', words: '示例' }] },
      },
    ],
  },
  *across(ledgers, { asOf }, lists) {
    for (const found of listedPersons(ledgers, lists.deceased, asOf)) {
      if (!found) yield;
      else {
        const { at, byName, name, words } = found;
        yield { message: byName ? 'namesake' : 'listed', data: { name, words }, at };
      }
    }
  },
});
