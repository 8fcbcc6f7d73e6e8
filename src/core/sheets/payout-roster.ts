import { capitalLine } from './capital-line';
import { isOfClass, markedClasses } from './class-words';
import { classSummary } from './class-summary';
import {
  account,
  accountHolder,
  amount,
  bank,
  filled,
  group,
  head,
  householdCount,
  householdType,
  idNumber,
  inNeed,
  remark,
  serial,
  severity,
  size,
  village,
} from './household-columns';
import type { Household } from './household';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable, type TableColumn } from './table';

export default defineSheet({
  id: 'payout-roster',
  title: '发放花名册',
  why: '乡镇报县的全部发放对象，标明特困、低保、脱贫监测户并分类汇总。',
  source: '尚寨乡方案：乡（镇）冬春救助资金发放花名册；龙新乡 2022 年花名册要求标明类别并分类汇总',
  isPublic: false,
  needs: ['householdHead', 'reliefAmount'],
  *build(input) {
    const { households, occasion, policy } = input;
    const place = nameOrBlank(occasion.township, '＿＿＿＿乡（镇）');
    const season = seasonWords(occasion, policy);
    const above = [
      {
        parts: [`填报单位（盖章）：${place}`, `填报日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人、元'],
      },
    ];
    const signatures = {
      parts: ['单位负责人：', '审核人：', `填表人：${occasion.preparedBy ?? ''}`, `联系电话：`],
      height: 33,
    };
    return [
      yield* printedTable({
        name: sheetName('发放花名册'),
        heading: headingOf('发放花名册'),
        title: `${place}${season}冬春救助资金发放花名册`,
        above,
        columns: [
          serial,
          ...filled([village, group], households),
          head,
          idNumber,
          size,
          inNeed,
          ...filled([householdType, severity], households),
          ...markedClasses.map(({ name, words }): TableColumn<Household> => ({
            heading: ['其中', name.replace('（', '\n（')],
            width: 9,
            style: 'center',
            value: (household) => (isOfClass(household, words) ? '√' : null),
          })),
          amount(),
          ...filled([bank, accountHolder, account], households),
          remark,
        ],
        rows: households,
        section: (household) => household.village,
        whenEmpty: '没有发放对象。',
        counted: householdCount,
        underTotal: capitalLine(households),
        below: [...caveats(input, households), signatures],
        page: { paper: 'A3', orientation: 'landscape' },
        rowHeight: 22,
      }),
      yield* classSummary(input, {
        name: sheetName('发放花名册', '分类汇总'),
        heading: headingOf('发放花名册分类汇总'),
        title: `${place}${season}冬春救助资金发放分类汇总表`,
        above,
        below: [signatures],
      }),
    ];
  },
});
