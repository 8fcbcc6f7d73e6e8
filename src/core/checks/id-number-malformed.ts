import { idNumberMeant, kindOfIdNumber } from '../ledger/id-number';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-malformed',
  title: '身份证号不成形',
  why: '公民身份号码是 18 位，前 17 位是数字，末位是数字或 X；位数或字符不对的号码无法比对，发放时会被银行退回。',
  source: 'GB 11643-1999；镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'error',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['bank-card', 'malformed'],
  messages: {
    length: '身份证号应为 18 位，现为 {actual} 位，请对照身份证补齐或改正。',
    characters: '身份证号里有不该有的字符“{characters}”，请对照身份证改正。',
    start: '身份证号首位应为 1 至 8，现为“{actual}”，请对照身份证改正。',
    account: '这一格像是银行卡号，不是身份证号，请核对是否填错了列。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 无 |\n| 陈龙祥 | 610104620927690 |\n| 宋兰 | 109901********2932 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | H1234567800 |\n| 陈龙祥 | 10990119680730966144 |\n| 杜海 | 10990119881010130x |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 10990119480520803 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 1099011948O5208032 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 099011948052080321 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 6200000000001047299 |',
    ],
  },
  cell(typed) {
    if (kindOfIdNumber(typed) === 'bank-card') return { message: 'account' };
    const text = idNumberMeant(String(typed));
    const strange = [...new Set(text.replace(/[\dX]/g, ''))].join('') || (/X./.test(text) ? 'X' : '');
    if (strange) return { message: 'characters', data: { characters: strange.slice(0, 10) } };
    if (text.length !== 18) return { message: 'length', data: { actual: text.length } };
    return { message: 'start', data: { actual: text[0] } };
  },
});
