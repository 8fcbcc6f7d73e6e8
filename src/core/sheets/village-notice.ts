import {
  filled,
  amount,
  group,
  head,
  householdCount,
  householdType,
  inNeed,
  serial,
  severity,
  size,
} from './household-columns';
import { noticeAbove, noticeBelow } from './notice-words';
import { seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'village-notice',
  title: '村级公示',
  why: '村（居）民在公示期内看得到谁得救助、得多少，并知道向谁反映。',
  source: '冬春救助工作通知：公示户主姓名、家庭人口、家庭类型、救助数额和举报电话；隐私规则 PRI-05',
  isPublic: true,
  needs: ['householdHead'],
  *build(input) {
    const plans = [];
    for (const { name, households } of villagesOf(input)) {
      plans.push(
        yield* printedTable({
          name: sheetName('村级公示', name),
          heading: headingOf('村级公示'),
          title: `${villageWords(name)}${seasonWords(input.occasion, input.policy)}冬春救助对象公示`,
          above: noticeAbove('village', input, households),
          columns: [
            serial,
            head,
            ...filled([group], households),
            size,
            inNeed,
            ...filled([householdType, severity], households),
            amount('拟救助金额'),
          ],
          rows: households,
          whenEmpty: '本村没有拟救助对象。',
          counted: householdCount,
          below: [...caveats(input, households), ...noticeBelow('village', input)],
          page: { paper: 'A4', orientation: 'portrait' },
          rowHeight: 21,
          isPublic: true,
        }),
      );
    }
    return plans;
  },
});
