import { capitalAmount } from '../ledger/capital-amount';
import { capitalLine } from './capital-line';
import { isPaidInCash, type Household } from './household';
import {
  amount,
  filled,
  group,
  head,
  householdCount,
  idNumber,
  inNeed,
  remark,
  serial,
  toSign,
} from './household-columns';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { scopeLines } from './scope';
import { caveats, defineSheet, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable, type TableColumn } from './table';
import { villageTotals } from './village-totals';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'payout-receipt',
  title: '现金发放签收表',
  why: '没有一卡通的户领取现金，本人签字，并由三方共同签字证明。',
  source: '陕西 2013 年规定：乡镇民政工作站、村民监督委员会、驻村干部三方共同签字',
  isPublic: false,
  needs: ['householdHead', 'reliefAmount'],
  *build(input) {
    const { occasion, policy } = input;
    const inCash = paidInCash(input);
    const leftOut = input.households.length - inCash.length;
    const cashOnly = { words: '发放方式为现金的户', leftOut, isVillage: false };
    const plans = [];
    for (const { name, households } of villagesOf({ ...input, households: inCash })) {
      plans.push(
        yield* printedTable<Household>({
          name: sheetName('现金签收表', name),
          heading: headingOf('现金发放签收表'),
          title: `${villageWords(name)}${seasonWords(occasion, policy)}冬春救助现金发放签收表`,
          above: [
            {
              parts: [
                `所在乡镇：${nameOrBlank(occasion.township)}`,
                `发放日期：${dateOrBlank(undefined)}`,
                '单位：户、人、元',
              ],
            },
          ],
          columns: [
            serial,
            head,
            idNumber,
            ...filled([group], households),
            inNeed,
            amount(),
            capitals,
            toSign('领取人签字\n（手印）', 14),
            toSign('领取日期', 11),
            remark,
          ],
          rows: households,
          whenEmpty: '本村没有领取现金的户。',
          counted: householdCount,
          underTotal: capitalLine(households),
          below: [
            ...scopeLines(cashOnly, inCash),
            ...caveats(input, households),
            { parts: ['乡镇经办机构（签字）：', '村民监督委员会（签字）：', '驻村干部（签字）：'], height: 36 },
          ],
          page: { paper: 'A4', orientation: 'landscape' },
          rowHeight: 30,
        }),
      );
    }
    return [
      ...plans,
      ...(yield* villageTotals(input, inCash, { name: '现金签收表', title: '冬春救助现金发放签收表' })),
    ];
  },
});

/** Those paid in cash where the ledger says so of any; else all, for the person chose the households. */
function paidInCash({ households }: SheetInput): readonly Household[] {
  const inCash = households.filter(isPaidInCash);
  return inCash.length > 0 ? inCash : households;
}

const capitals: TableColumn<Household> = {
  heading: ['大写金额'],
  width: 20,
  style: 'center',
  value: ({ amount: paid }) => (paid === undefined ? null : (capitalAmount(paid) ?? null)),
};
