import { capitalLine } from './capital-line';
import {
  account,
  accountHolder,
  amount,
  filled,
  group,
  head,
  householdCount,
  householdType,
  idNumber,
  inNeed,
  serial,
  size,
  toSign,
} from './household-columns';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { villageTotals } from './village-totals';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'village-payout',
  title: '村（社区）冬春救助资金发放表',
  why: '村里逐户列出应发的金额和账号，领取人签字，村、乡据此发放和归档。',
  source: '尚寨乡方案：村（社区）冬春救助资金发放表',
  isPublic: false,
  needs: ['householdHead', 'reliefAmount'],
  *build(input) {
    const { occasion, policy } = input;
    const plans = [];
    for (const { name, households } of villagesOf(input)) {
      plans.push(
        yield* printedTable({
          name: sheetName('资金发放表', name),
          heading: headingOf('村（社区）冬春救助资金发放表'),
          title: `${villageWords(name)}${seasonWords(occasion, policy)}冬春救助资金发放表`,
          above: [
            {
              parts: [
                `所在乡镇：${nameOrBlank(occasion.township)}`,
                `填报日期：${dateOrBlank(occasion.preparedOn)}`,
                '单位：户、人、元',
              ],
            },
          ],
          columns: [
            serial,
            head,
            idNumber,
            ...filled([group], households),
            size,
            inNeed,
            ...filled([householdType], households),
            amount(),
            ...filled([accountHolder, account], households),
            toSign('领取人签字\n（手印）'),
          ],
          rows: households,
          whenEmpty: '本村没有发放对象。',
          counted: householdCount,
          underTotal: capitalLine(households),
          below: [
            ...caveats(input, households),
            { parts: ['村承办人：', '村主干：', '村务监督委员会：', '包村干部：'], shares: [1, 1, 1, 1], height: 33 },
            { parts: ['村（居）民委员会（盖章）', `制表人：${occasion.preparedBy ?? ''}`, blankLast] },
          ],
          page: { paper: 'A4', orientation: 'landscape' },
          rowHeight: 27,
        }),
      );
    }
    return [
      ...plans,
      ...(yield* villageTotals(input, input.households, { name: '资金发放表', title: '冬春救助资金发放表' })),
    ];
  },
});

const blankLast = dateOrBlank(undefined);
