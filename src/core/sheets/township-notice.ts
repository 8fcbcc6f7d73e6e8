import {
  amount,
  filled,
  head,
  householdCount,
  householdType,
  inNeed,
  place,
  serial,
  severity,
  size,
} from './household-columns';
import { noticeAbove, noticeBelow } from './notice-words';
import { nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';

export default defineSheet({
  id: 'township-notice',
  title: '乡镇公示',
  why: '乡镇审核以后在政务公开栏公布全乡镇的名单，接受监督。',
  source: '冬春救助工作通知：镇、村组同时公示；隐私规则 PRI-05',
  isPublic: true,
  needs: ['householdHead'],
  *build(input) {
    const { households, occasion, policy } = input;
    return [
      yield* printedTable({
        name: sheetName('乡镇公示'),
        heading: headingOf('乡镇公示'),
        title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助对象公示`,
        above: noticeAbove('township', input, households),
        columns: [
          serial,
          ...filled([place], households),
          head,
          size,
          inNeed,
          ...filled([householdType, severity], households),
          amount('拟救助金额'),
        ],
        rows: households,
        section: ({ village }) => village,
        whenEmpty: '没有拟救助对象。',
        counted: householdCount,
        below: [...caveats(input, households), ...noticeBelow('township', input)],
        page: { paper: 'A4', orientation: 'portrait' },
        rowHeight: 21,
        isPublic: true,
      }),
    ];
  },
});
