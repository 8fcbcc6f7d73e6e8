import { capitalLine } from './capital-line';
import {
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
  severity,
  size,
  remark,
} from './household-columns';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { opinionLines, signature } from './opinion-blocks';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { portionColumns, portionName, portionRemark, portionSerial, type Portion } from './portion';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'payout-approval',
  title: '冬春救助资金发放审批表',
  why: '村、乡、县逐级签署意见，是发放的依据。',
  source: '尚寨乡方案：冬春救助资金发放审批表，村报乡、乡报县',
  isPublic: false,
  needs: ['householdHead', 'reliefAmount'],
  *build(input) {
    const { households, occasion, policy } = input;
    const season = seasonWords(occasion, policy);
    const township = nameOrBlank(occasion.township, '＿＿＿＿乡（镇）');
    const filling = `填报日期：${dateOrBlank(occasion.preparedOn)}`;
    const plans = [];
    for (const { name, households: ofVillage } of villagesOf(input)) {
      plans.push(
        yield* printedTable({
          name: sheetName('发放审批表', name),
          heading: headingOf('冬春救助资金发放审批表'),
          title: `${villageWords(name)}${season}冬春救助资金发放审批表`,
          above: [{ parts: [`填报单位：${villageWords(name)}`, filling, '单位：户、人、元'] }],
          columns: [
            serial,
            head,
            idNumber,
            ...filled([group], ofVillage),
            size,
            inNeed,
            ...filled([householdType, severity], ofVillage),
            amount('审批金额'),
            ...filled([accountHolder], ofVillage),
            remark,
          ],
          rows: ofVillage,
          whenEmpty: '本村没有发放对象。',
          counted: householdCount,
          underTotal: capitalLine(ofVillage),
          below: [
            ...caveats(input, ofVillage),
            ...opinionLines(
              [
                { by: '村（居）委会', words: '', signs: signature },
                { by: '乡镇审核', words: '', signs: signature },
                { by: '县级审批', words: '', signs: signature },
              ],
              42,
            ),
          ],
          page: { paper: 'A4', orientation: 'landscape' },
          rowHeight: 22,
        }),
      );
    }
    const byVillage = villagesOf(input).map(({ name, households: rows }): Portion => ({
      name: villageWords(name),
      households: rows,
    }));
    for (const level of levels) {
      const county = nameOrBlank(occasion.county, '＿＿＿＿县');
      plans.push(
        yield* printedTable<Portion>({
          name: sheetName('发放审批表', level.name),
          heading: headingOf('冬春救助资金发放审批表'),
          title: `${level.name === '县' ? county : township}${season}冬春救助资金发放审批表`,
          above: [{ parts: [`填报单位：${township}`, filling, '单位：户、人、元'] }],
          columns: [portionSerial, portionName('村（社区）'), ...portionColumns, portionRemark],
          rows: households.length === 0 ? [] : byVillage,
          whenEmpty: '没有发放对象。',
          underTotal: capitalLine(households),
          below: [...caveats(input, households), ...opinionLines(level.opinions)],
          page: { paper: 'A4', orientation: 'portrait' },
          rowHeight: 25,
        }),
      );
    }
    return plans;
  },
});

const levels = [
  {
    name: '乡镇',
    opinions: [
      { by: '经办人', words: '', signs: '签字：　　　　　　　　　　年　　月　　日' },
      { by: '乡镇分管领导', words: '', signs: '签字：　　　　　　　　　　年　　月　　日' },
      { by: '乡镇人民政府', words: '', signs: signature },
      { by: '县级审批', words: '', signs: signature },
    ],
  },
  {
    name: '县',
    opinions: [
      { by: '业务股（科）室', words: '', signs: '签字：　　　　　　　　　　年　　月　　日' },
      { by: '分管领导', words: '', signs: '签字：　　　　　　　　　　年　　月　　日' },
      { by: '县级应急管理部门', words: '', signs: signature },
      { by: '县级财政部门', words: '', signs: signature },
    ],
  },
] as const;
