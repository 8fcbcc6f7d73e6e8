import { formatDate, wholeMonthsBetween } from '../ledger/dates';
import { birthDateIn, idNumberMeant } from '../ledger/id-number';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-birth-date',
  title: '身份证号中的出生日期不合理',
  why: '身份证号第 7 至 14 位是出生年月日；没有这一天、晚于核对日或超过 120 岁的号码不会是真的。',
  source: 'GB 11643-1999 出生日期码',
  severity: 'error',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['citizen'],
  messages: {
    noDay: '身份证号第 7 至 14 位“{actual}”不是日历上的日期，请对照身份证核对整个号码。',
    future: '身份证号中的出生日期 {date}晚于核对日，请对照身份证核对整个号码。',
    old: '按身份证号推算已有 {actual} 岁，请对照身份证核对号码，并核实本人是否健在。',
  },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 张三 | 11010519491231002X |\n| 林旺满 | 109901194805208032 |\n| 李四 | 无 |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 张三 | 109901197902303211 |',
      '| 户主姓名 | 身份证号 |\n| 张三 | 109901203105203216 |',
      '| 户主姓名 | 身份证号 |\n| 李四 | 109901190101010011 |',
    ],
  },
  cell(typed, { asOf }) {
    if (typeof typed === 'string' && isPlainlyBorn(typed, asOf)) return undefined;
    const idNumber = idNumberMeant(String(typed));
    const born = birthDateIn(idNumber);
    if (born === undefined) return { message: 'noDay', data: { actual: idNumber.slice(6, 14) } };
    if (born > asOf) return { message: 'future', data: { date: formatDate(born) } };
    const age = Math.floor(wholeMonthsBetween(born, asOf) / 12);
    return age > 120 ? { message: 'old', data: { actual: age } } : undefined;
  },
});

/** A day that every month has, between 1910 and last year: nearly all numbers, told without making a date. */
function isPlainlyBorn(idNumber: string, asOf: string): boolean {
  if (idNumber.length !== 18) return false;
  const digit = (place: number): number => idNumber.charCodeAt(place) - 48;
  const year = digit(6) * 1000 + digit(7) * 100 + digit(8) * 10 + digit(9);
  const [month, day] = [digit(10) * 10 + digit(11), digit(12) * 10 + digit(13)];
  return year >= 1910 && year < Number(asOf.slice(0, 4)) && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}
