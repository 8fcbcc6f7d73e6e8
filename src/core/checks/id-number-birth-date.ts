import { formatDate, wholeMonthsBetween } from '../ledger/dates';
import { birthDateIn, idNumberMeant, kindOfIdNumber } from '../ledger/id-number';
import { idNumberColumn } from '../ledger/id-number-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-birth-date',
  title: '身份证号中的出生日期不合理',
  why: '身份证号第 7 至 14 位是出生年月日；没有这一天、晚于核对日或超过 120 岁的号码不会是真的。',
  source: 'GB 11643-1999 出生日期码',
  severity: 'error',
  cells: ['idNumber', 'headIdNumber'],
  suspects: (typed, { asOf }) => {
    const { isCitizen, births } = idNumberColumn(typed);
    const thisYear = Number(asOf.slice(0, 4)) * 10_000;
    const found: number[] = [];
    for (let entry = 0; entry < births.length; entry++) {
      if (isCitizen[entry] === 1 && !isPlainlyBorn(births[entry], thisYear)) found.push(entry);
    }
    return found;
  },
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
    if (kindOfIdNumber(typed) !== 'citizen') return undefined;
    const idNumber = idNumberMeant(String(typed));
    const born = birthDateIn(idNumber);
    if (born === undefined) return { message: 'noDay', data: { actual: idNumber.slice(6, 14) } };
    if (born > asOf) return { message: 'future', data: { date: formatDate(born) } };
    const age = Math.floor(wholeMonthsBetween(born, asOf) / 12);
    return age > 120 ? { message: 'old', data: { actual: age } } : undefined;
  },
});

/** A day that its month has in every year, between 1910 and last year: nearly all numbers, told without making a date. */
function isPlainlyBorn(birth: number, thisYear: number): boolean {
  const [month, day] = [Math.floor(birth / 100) % 100, birth % 100];
  return birth >= 19_100_101 && birth < thisYear && day >= 1 && day <= safeDays[month];
}

/** By month from 1. */
const safeDays = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
