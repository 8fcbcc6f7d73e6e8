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
} from './household-columns';
import { fillWidth, layout, pageOf } from './layout';
import { common, dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'appraisal-minutes',
  title: '民主评议会议记录',
  why: '记下谁到会、怎样表决、评议出哪些户和多少金额，附签到表。',
  source: '永乐镇方案：评议记录写明人员和金额；同类会议记录的应到、实到、同意、反对、弃权',
  isPublic: false,
  needs: ['householdHead'],
  *build(input) {
    const { occasion, policy } = input;
    const plans = [];
    for (const { name, households } of villagesOf(input)) {
      const date = occasion.appraisalDate ?? common(households.map(({ appraisalDate }) => appraisalDate));
      plans.push(
        yield* printedTable({
          name: sheetName('评议记录', name),
          heading: headingOf('民主评议会议记录'),
          title: `${villageWords(name)}${seasonWords(occasion, policy)}冬春救助民主评议会议记录`,
          above: [
            { parts: [`时间：${dateOrBlank(date)}`, '地点：'], height: 24 },
            { parts: ['主持人：', '记录人：', `所在乡镇：${nameOrBlank(occasion.township)}`], height: 24 },
            { parts: ['应到：　　　人', '实到：　　　人', '实到占应到：　　　%'], height: 24 },
            { parts: ['参会人员：村（居）民委员会成员、村（居）民代表、受灾群众代表（签到表附后）'], height: 24 },
            { parts: [`议题：评议冬春救助对象、家庭类型和救助金额，共 ${households.length} 户`], height: 24 },
          ],
          columns: [
            serial,
            head,
            ...filled([group], households),
            size,
            inNeed,
            ...filled([householdType, severity], households),
            amount('评议金额'),
            toSign('评议结果', 9),
          ],
          rows: households,
          whenEmpty: '没有提交评议的户。',
          counted: householdCount,
          below: [
            {
              parts: ['表决结果：同意　　票（　　%），不同意　　票（　　%），弃权　　票（　　%）。'],
              height: 27,
            },
            { parts: ['评议结果和主要意见：'], height: 48 },
            ...caveats(input, households),
            { parts: ['主持人（签字）：', '记录人（签字）：'], shares: [1, 1], height: 30 },
            { parts: ['监票人（签字）：', '计票人（签字）：'], shares: [1, 1], height: 30 },
            { parts: ['', '村（居）民委员会（盖章）：　　　　　年　　月　　日'], shares: [1, 4], height: 33 },
          ],
          page: { paper: 'A4', orientation: 'portrait' },
          rowHeight: 21,
        }),
        signInSheet(name, dateOrBlank(date)),
      );
    }
    return plans;
  },
});

const widths = fillWidth(
  [6, 14, 14, 8, 6, 14, 14, 8].map((width) => ({ width, need: width, isFixed: false })),
  { paper: 'A4', orientation: 'portrait' },
);

/** Room for 44 names on one page. */
function signInSheet(village: string, date: string) {
  const sheet = layout(headingOf('民主评议会议签到表'), widths);
  sheet.line({ parts: [`${villageWords(village)}冬春救助民主评议会议签到表`], style: 'title', height: 36 });
  sheet.line({ parts: [`时间：${date}`, '地点：'], height: 24 });
  const headings = ['序号', '姓名（签字）', '身份', '组别'];
  sheet.row(
    27,
    [...headings, ...headings].map((value) => ({ value, style: 'heading' as const })),
  );
  for (let row = 1; row <= 22; row++) {
    sheet.row(27, [
      ...[row, null, null, null].map((value) => ({ value, style: 'center' as const })),
      ...[row + 22, null, null, null].map((value) => ({ value, style: 'center' as const })),
    ]);
  }
  return sheet.plan({ name: sheetName('评议签到表', village), page: pageOf('A4', 'portrait', { from: 4, to: 4 }) });
}
