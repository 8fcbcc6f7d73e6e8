import { isPhone, phonesIn } from '../ledger/phones';
import { defineCheck } from './check';

export default defineCheck({
  id: 'phone-malformed',
  title: '电话号码不对',
  why: '发放前要打电话核实，公示期有异议也要能联系上；少一位、多一位的号码打不通。',
  source: '工业和信息化部公众移动通信网网号分配情况（截至 2023 年 3 月底）',
  severity: 'warning',
  cells: ['phone'],
  messages: {
    digits: '电话“{actual}”有 {limit} 位，手机号应为 11 位，座机应为 7 至 8 位或加区号，请核对。',
    block: '电话以“{actual}”开头，没有这样的号段，请核对。',
    characters: '电话里有“{characters}”，请只填号码，说明写到备注里。',
  },
  examples: {
    good: [
      '| 户主姓名 | 联系电话 |\n| 林旺满 | 19900000001 |\n| 杜海 | 0855-5720000 |\n| 宋兰 | 19900000002/19900000003 |\n| 郑江菊 | n:19900000004 |\n| 陈龙祥 | 无 |\n| 李四 | +86 19900000005 |',
    ],
    bad: [
      '| 户主姓名 | 联系电话 |\n| 林旺满 | 1990000001 |',
      '| 户主姓名 | 联系电话 |\n| 林旺满 | 12000000001 |',
      '| 户主姓名 | 联系电话 |\n| 林旺满 | 1990000000l |',
    ],
  },
  cell(typed) {
    if (typeof typed !== 'string' && typeof typed !== 'number') return undefined;
    if (phonesIn(String(typed)).every(isPhone)) return undefined;
    const text = String(typed).normalize('NFKC').trim();
    if (isPhone(text) || noPhone.test(text)) return undefined;
    const wrong = phonesIn(text).find((number) => !isPhone(number));
    if (wrong === undefined) return undefined;
    const characters = [...new Set(wrong.replace(/\d/g, ''))].join('').slice(0, 10);
    if (characters) return { message: 'characters', data: { characters } };
    if (wrong.length === 11) return { message: 'block', data: { actual: wrong.slice(0, 3) } };
    // Not shown in full, so that no whole number of anybody's stands in a report.
    return { message: 'digits', data: { actual: `${wrong.slice(0, 3)}…`, limit: wrong.length } };
  },
});

const noPhone = /^([-—/\\]+|无|没有|无电话|无手机|同上|空)$/;
