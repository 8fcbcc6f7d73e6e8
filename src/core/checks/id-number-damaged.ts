import { idNumberDamage, type IdNumberDamage } from '../ledger/id-number';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-damaged',
  title: '身份证号已损坏',
  why: '表格程序只保存数字的前 15 位，身份证号一旦存成数字，后几位就永远丢了，只能对照身份证重新录入。',
  source: 'GB 11643-1999（号码是字符，不是数值）；表格程序的数值只有 15 位有效数字',
  severity: 'error',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['damaged'],
  messages: {
    number: '身份证号存成了数字，后几位已丢失，无法恢复，请把单元格设为文本，再对照身份证重新录入。',
    scientific: '身份证号成了科学记数法，中间和末尾的数字已丢失，无法恢复，请把单元格设为文本，再对照身份证重新录入。',
    zeros: '身份证号末三位是 000 且校验位不符，多半在别处存成过数字而丢失，无法恢复，请对照身份证重新录入。',
    notText: '这一格存的是数值或日期，不是身份证号，请把单元格设为文本，再对照身份证录入。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 朱佳 | 109901196203156000 |\n| 李四 | n:610104620927690 |\n| 王五 | 000000000000000000 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | n:109901194805208032 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 1.09901E+17 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208000 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | d:1948-05-20 |',
    ],
  },
  cell(typed) {
    // A formula in error is already reported by the reader, whatever the column.
    if (typeof typed === 'object') return undefined;
    const damage = idNumberDamage(typed);
    return damage && { message: sentences[damage] };
  },
});

const sentences = {
  number: 'number',
  scientific: 'scientific',
  zeros: 'zeros',
  'not-text': 'notText',
} as const satisfies Record<IdNumberDamage, string>;
