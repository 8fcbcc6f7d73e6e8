import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { portionsByType } from './class-summary';
import type { FigureField } from './household';
import { dateOrBlank, seasonWords } from './occasion';
import {
  portionColumns,
  portionFigure,
  portionMoney,
  portionName,
  portionOf,
  portionRemark,
  portionSerial,
  type Portion,
} from './portion';
import { caveats, defineSheet, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable } from './table';
import { portionsByTownship, portionsByVillage, reportingPlace } from './villages';

export default defineSheet({
  id: 'paid-summary',
  title: '已救助情况统计表',
  why: '分村、分类统计已经救助的户数、人口、救助款和物资，与发放表同数。',
  source: '受灾人员冬春生活救助工作规程：已救助情况统计',
  isPublic: false,
  needs: ['reliefAmount'],
  *build(input) {
    const townships = portionsByTownship(input);
    return [
      ...(townships.length > 0 ? [yield* summary(input, '分乡镇', '乡（镇）', townships)] : []),
      yield* summary(input, '分村', '村（社区）', portionsByVillage(input)),
      yield* summary(input, '分类', '家庭类型', portionsByType(input.households)),
    ];
  },
});

const goods = [
  ['approvedGrain', '口粮'],
  ['approvedBedding', '衣被'],
  ['quilts', '棉被'],
  ['clothesSets', '棉衣裤'],
  ['heatingAmount', '取暖款'],
] as const satisfies readonly (readonly [FigureField, string])[];

function summary(
  input: SheetInput,
  by: string,
  heading: string,
  portions: readonly Portion[],
): Generator<Step, SheetPlan> {
  const { households, occasion, policy } = input;
  const place = reportingPlace(input);
  const isByTownship = portions.some(({ of }) => of !== undefined);
  return printedTable<Portion>({
    name: sheetName('已救助统计', by),
    heading: headingOf('已救助情况统计表'),
    title: `${place}${seasonWords(occasion, policy)}受灾人员冬春生活已救助情况统计表（${by}）`,
    above: [
      { parts: [`填报单位（盖章）：${place}`, `填报日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人、元'] },
    ],
    columns: [
      portionSerial,
      ...(isByTownship ? [portionOf('乡（镇）')] : []),
      portionName(heading, 18),
      ...portionColumns,
      ...(households.some(({ goodsValue }) => goodsValue !== undefined)
        ? [portionMoney(['物资折款\n（元）'], ({ goodsValue }) => goodsValue, 12)]
        : []),
      ...goods
        .filter(([field]) => households.some((household) => (household.figures[field] ?? 0) > 0))
        .map(([field, name]) => portionFigure(field, name, households, '发放物资')),
      portionRemark,
    ],
    rows: portions,
    ...(isByTownship && { section: ({ of }: Portion) => of ?? '' }),
    whenEmpty: '没有救助对象。',
    below: [
      ...caveats(input, households),
      { parts: ['单位负责人：', '统计负责人：', `填表人：${occasion.preparedBy ?? ''}`], height: 33 },
    ],
    page: { paper: 'A4', orientation: 'landscape' },
    rowHeight: 25,
  });
}
