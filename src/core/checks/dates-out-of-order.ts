import { formatDate } from '../ledger/dates';
import { defineCheck } from './check';

export default defineCheck({
  id: 'dates-out-of-order',
  title: '日期先后不对',
  why: '先评议后公示、公示有始有终，是程序的要求；日期倒置说明程序没有走到，或日期填错。',
  source: '户报、村评、乡审、县定的程序；中岗镇、尚寨乡方案的公示要求',
  severity: 'error',
  needsOneOf: ['appraisalDate', 'noticeStart', 'noticeEnd', 'preparedOn', 'awaySince', 'birthDate'],
  messages: {
    order: '“{name}”{actual}早于“{other}”{expected}，请核对这两个日期。',
    future: '“{name}”{actual}晚于核对日，请核对日期。',
  },
  examples: {
    good: [
      '| 户主姓名 | 民主评议日期 | 公示开始日期 | 公示结束日期 |\n| 林旺满 | d:2025-12-10 | d:2025-12-11 | d:2025-12-21 |\n| 杜海 | d:2025-12-10 | d:2025-12-10 | |\n| 宋兰 | | d:2026-02-01 | d:2026-02-10 |',
    ],
    bad: [
      '| 户主姓名 | 民主评议日期 | 公示开始日期 |\n| 林旺满 | d:2025-12-15 | d:2025-12-11 |',
      '| 户主姓名 | 公示开始日期 | 公示结束日期 |\n| 林旺满 | d:2025-12-21 | d:2025-12-11 |',
      '| 户主姓名 | 外出时间 |\n| 林旺满 | d:2027-03-01 |',
    ],
  },
  each(entry, { asOf }) {
    const { appraisalDate, noticeStart, noticeEnd, awaySince, birthDate } = entry;
    if (noticeStart !== undefined && noticeEnd !== undefined && noticeEnd < noticeStart) {
      const data = {
        name: '公示结束日期',
        actual: formatDate(noticeEnd),
        other: '公示开始日期',
        expected: formatDate(noticeStart),
      };
      return { message: 'order', data, field: 'noticeEnd', also: ['noticeStart'] };
    }
    const posted = noticeStart ?? noticeEnd;
    if (appraisalDate !== undefined && posted !== undefined && posted < appraisalDate) {
      const field = noticeStart === undefined ? 'noticeEnd' : 'noticeStart';
      const name = noticeStart === undefined ? '公示结束日期' : '公示开始日期';
      const data = { name, actual: formatDate(posted), other: '民主评议日期', expected: formatDate(appraisalDate) };
      return { message: 'order', data, field, also: ['appraisalDate'] };
    }
    if (awaySince !== undefined && awaySince > asOf) {
      return { message: 'future', data: { name: '外出时间', actual: formatDate(awaySince) }, field: 'awaySince' };
    }
    if (birthDate !== undefined && birthDate > asOf) {
      return { message: 'future', data: { name: '出生日期', actual: formatDate(birthDate) }, field: 'birthDate' };
    }
    return undefined;
  },
});
