import {
  amount,
  filled,
  group,
  head,
  householdCount,
  householdType,
  inNeed,
  serial,
  severity,
  size,
  toSign,
  village,
} from './household-columns';
import { noticeAbove, noticeBelow } from './notice-words';
import { nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';

export default defineSheet({
  id: 'township-review-notice',
  title: '乡镇审核发放公示表',
  why: '乡镇把审核通过、即将发放的名单和金额公布出来，群众可以逐户核对。',
  source: '尚寨乡方案：填写冬春救助资金审核发放公示表，在乡政务公开栏公示；隐私规则 PRI-05',
  isPublic: true,
  needs: ['householdHead', 'reliefAmount'],
  *build(input) {
    const { households, occasion, policy } = input;
    return [
      yield* printedTable({
        name: sheetName('审核发放公示表'),
        heading: headingOf('乡镇审核发放公示表'),
        title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助资金审核发放公示表`,
        above: [...noticeAbove('township', input, households), { parts: ['', '单位：户、人、元'] }],
        columns: [
          serial,
          ...filled([village, group], households),
          head,
          size,
          inNeed,
          ...filled([householdType, severity], households),
          amount('审核发放金额'),
          toSign('审核结果', 9),
        ],
        rows: households,
        section: (household) => household.village,
        whenEmpty: '没有审核通过的救助对象。',
        counted: householdCount,
        below: [
          ...caveats(input, households),
          { parts: ['审核人：', '审核负责人：', '乡镇分管领导：'], height: 27 },
          ...noticeBelow('township', input),
        ],
        page: { paper: 'A4', orientation: 'landscape' },
        rowHeight: 21,
        isPublic: true,
      }),
    ];
  },
});
