import { lookUpIn } from '../ledger/reference-list';
import { personName } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'not-in-need-ledger',
  title: '不在需救助人口台账上',
  why: '发放对象应是秋季摸底上报的需救助人口；之后受灾新增的，要有补充名单。',
  source: '镇远县尚寨土家族乡冬春救助方案：以 9 月《受灾人员冬春生活政府救助人口台账》为基础；石城县通知',
  severity: 'warning',
  entryIs: 'household',
  needs: ['householdHead', 'idNumber'],
  reads: ['villageName'],
  lists: ['need-ledger'],
  comparedBy: 'entry',
  messages: { missing: '“{name}”不在需救助人口台账上，请核对是否漏报，新增的附补充名单。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 杜海 | 无 | 青石村 |'],
        lists: { 'need-ledger': [{ idNumber: '109901194805208032' }, { name: '杜海', village: '青石村' }] },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |'],
        lists: { 'need-ledger': [{ idNumber: '109901194805208032' }] },
      },
    ],
  },
  *across(ledgers, _, { 'need-ledger': list }) {
    const lookUp = lookUpIn(list);
    for (const ledger of ledgers) {
      for (let entry = 0; entry < ledger.rows.length; entry++) {
        if (entry % 1024 === 1023) yield;
        const name = personName({ ledger, entry });
        if (name === undefined || lookUp({ ledger, entry })) continue;
        yield { message: 'missing', data: { name }, at: { ledger, entry, field: 'householdHead' } };
      }
    }
  },
});
