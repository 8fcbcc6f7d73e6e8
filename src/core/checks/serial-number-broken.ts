import type { Ledger } from '../ledger/ledger';
import { serialNumbers } from '../ledger/serial-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'serial-number-broken',
  title: '序号断开或重复',
  why: '序号断开或重复，多半是删行、插行后没有重排，也可能漏了一户。',
  source: '冬春救助工作通知：台账信息要填写齐全、不漏项',
  severity: 'note',
  needs: ['serialNumber'],
  messages: {
    gap: '序号应为 {expected}，现为 {actual}，请核对是否漏行，再重排序号。',
    again: '序号 {actual} 在上面已经用过，请重排序号。',
  },
  examples: {
    good: [
      '| 序号 | 户主姓名 |\n| 1 | 林旺满 |\n| 2 | 杜海 |\n| 小计 | |\n| 1 | 宋兰 |\n| 2 | 郑江菊 |',
      '| 序号 | 户主姓名 |\n| 9 | 林旺满 |\n| 3 | 杜海 |\n| 7 | 宋兰 |\n| 2 | 郑江菊 |\n| 8 | 陈龙祥 |',
      '| 序号 | 户主姓名 |\n| 甲 | 林旺满 |\n| | 杜海 |',
    ],
    bad: [
      '| 序号 | 户主姓名 |\n| 1 | 林旺满 |\n| 2 | 杜海 |\n| 4 | 宋兰 |\n| 5 | 郑江菊 |',
      '| 序号 | 户主姓名 |\n| 1 | 林旺满 |\n| 2 | 杜海 |\n| 2 | 宋兰 |\n| 3 | 郑江菊 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      yield;
      const breaks = breaksIn(ledger);
      // Numbers that follow no order are somebody else's numbering: a sorted ledger, a household book.
      if (breaks.length > Math.max(2, ledger.rows.length / 10)) continue;
      for (const { entry, expected, actual } of breaks) {
        const at = { ledger, entry, field: 'serialNumber' } as const;
        if (actual < expected) yield { message: 'again', data: { actual }, at };
        else yield { message: 'gap', data: { actual, expected }, at };
      }
    }
  },
});

/** Rows whose number is not one more than the one before; a new count from 1 is none. */
function breaksIn(ledger: Ledger) {
  const breaks: { readonly entry: number; readonly expected: number; readonly actual: number }[] = [];
  const numbers = serialNumbers(ledger.columns.serialNumber?.values ?? []);
  let before: number | undefined;
  for (let entry = 0; entry < numbers.length; entry++) {
    const actual = numbers[entry];
    if (!Number.isInteger(actual)) {
      // One that cannot be read leaves room for itself.
      if (before !== undefined) before += 1;
      continue;
    }
    const expected = (before ?? actual - 1) + 1;
    const isBreak = actual !== expected && actual !== 1;
    if (isBreak) breaks.push({ entry, expected, actual });
    // Where the next row counts on as if nothing had been, this one alone is wrong.
    before = isBreak && numbers[entry + 1] === expected + 1 ? expected : actual;
  }
  return breaks;
}
