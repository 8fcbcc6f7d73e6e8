import { dateOrBlank, seasonWords } from './occasion';
import { portionsByType } from './class-summary';
import { portionColumns, portionName, portionOf, portionRemark, portionSerial, type Portion } from './portion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { reportingPlace, villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'household-types-summary',
  title: '家庭类型汇总表',
  why: '各村每一类家庭有多少户、多少人、多少钱，一看便知分类施救的情况。',
  source: '龙新乡 2022 年通知：按类别分类汇总',
  isPublic: false,
  needs: ['householdType'],
  *build(input) {
    const { households, occasion, policy } = input;
    const place = reportingPlace(input);
    return [
      yield* printedTable<Portion>({
        name: sheetName('家庭类型汇总'),
        heading: headingOf('家庭类型汇总表'),
        title: `${place}${seasonWords(occasion, policy)}冬春救助家庭类型汇总表`,
        above: [{ parts: [`填报单位：${place}`, `填报日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人、元'] }],
        columns: [
          portionSerial,
          portionOf('村（社区）'),
          portionName('家庭类型', 15),
          ...portionColumns,
          portionRemark,
        ],
        rows: villagesOf(input).flatMap((village) =>
          portionsByType(village.households).map((portion) => ({
            ...portion,
            of: (village.township ?? '') + villageWords(village.name),
          })),
        ),
        section: ({ of }) => of ?? '',
        whenEmpty: '没有救助对象。',
        below: [
          ...caveats(input, households),
          { parts: ['审核人：', `制表人：${occasion.preparedBy ?? ''}`], height: 33 },
        ],
        page: { paper: 'A4', orientation: 'portrait' },
        rowHeight: 23,
      }),
    ];
  },
});
