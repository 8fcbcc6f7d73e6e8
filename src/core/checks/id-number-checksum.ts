import { checkCharacterOf, idNumberMeant, likelySlip } from '../ledger/id-number';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-checksum',
  title: '身份证号校验位不符',
  why: '身份证号末位由前 17 位算出；对不上说明其中有一位录错或两位写颠倒，发放时会被银行退回。',
  source: 'GB 11643-1999 校验码',
  severity: 'error',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['wrong-check-character'],
  messages: {
    mismatch: '按前 17 位推算，身份证号末位应为“{expected}”，现为“{actual}”，请对照身份证核对整个号码。',
    digit: '身份证号末位与前 17 位对不上，很可能是第 {column} 位“{actual}”应为“{expected}”，请对照身份证核对。',
    swapped: '身份证号末位与前 17 位对不上，很可能是第 {column} 位和后一位“{actual}”写颠倒了，请对照身份证核对。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |\n| 张三 | 11010519491231002X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 10990119480520803 |\n| 陈龙祥 | 610104620927690 |\n| 宋兰 | n:109901194612212932 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208023 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 张三 | 110105194912310021 |',
      // A 13th month, which only one digit puts right together with the check character.
      '| 户主姓名 | 身份证号 |\n| 张三 | 11010519491331002X |',
      // A year 9148, which was 1948.
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901914805208032 |',
    ],
  },
  cell(typed, { asOf }) {
    const idNumber = idNumberMeant(String(typed));
    const slip = likelySlip(idNumber, asOf);
    if (slip === undefined) {
      return { message: 'mismatch', data: { expected: checkCharacterOf(idNumber), actual: idNumber[17] } };
    }
    const column = slip.place + 1;
    if ('swapped' in slip)
      return { message: 'swapped', data: { column, actual: idNumber.slice(slip.place, column + 1) } };
    return { message: 'digit', data: { column, actual: idNumber[slip.place], expected: slip.digit } };
  },
});
