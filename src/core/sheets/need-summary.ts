import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { portionsByType } from './class-summary';
import { sumOf, type FigureField, type Household } from './household';
import { dateOrBlank, seasonWords } from './occasion';
import {
  householdsColumn,
  inNeedColumn,
  portionCount,
  portionFigure,
  portionName,
  portionOf,
  portionRemark,
  portionSerial,
  sizeColumn,
  type Portion,
} from './portion';
import { caveats, defineSheet, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable, type TableColumn } from './table';
import { portionsByTownship, portionsByVillage, reportingPlace } from './villages';

export default defineSheet({
  id: 'need-summary',
  title: '需救助情况统计表',
  why: '分村、分类统计需要救助的户数、人口和内容，逐级上报。',
  source: '受灾人员冬春生活救助工作规程：需救助情况统计，分地市、分县、分乡镇报送',
  isPublic: false,
  needs: ['peopleInNeed'],
  *build(input) {
    const townships = portionsByTownship(input);
    return [
      ...(townships.length > 0 ? [yield* summary(input, '分乡镇', '乡（镇）', townships)] : []),
      yield* summary(input, '分村', '村（社区）', portionsByVillage(input)),
      yield* summary(input, '分类', '家庭类型', portionsByType(input.households)),
    ];
  },
});

const needs = [
  ['grainNeed', '口粮'],
  ['heatingNeed', '取暖'],
  ['beddingNeed', '衣被'],
  ['waterNeed', '饮水'],
  ['medicalNeed', '伤病'],
  ['otherNeed', '其他'],
] as const satisfies readonly (readonly [FigureField, string])[];

/** A household may need several things: persons by need add up to more than the persons in need, and rightly so. */
function summary(
  input: SheetInput,
  by: string,
  heading: string,
  portions: readonly Portion[],
): Generator<Step, SheetPlan> {
  const { households, occasion, policy } = input;
  const shown = needs.filter(([field]) => households.some((household) => (household.figures[field] ?? 0) > 0));
  const place = reportingPlace(input);
  const isByTownship = portions.some(({ of }) => of !== undefined);
  return printedTable<Portion>({
    name: sheetName('需救助统计', by),
    heading: headingOf('需救助情况统计表'),
    title: `${place}${seasonWords(occasion, policy)}受灾人员冬春生活需救助情况统计表（${by}）`,
    above: [{ parts: [`填报单位（盖章）：${place}`, `填报日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人'] }],
    columns: [
      portionSerial,
      ...(isByTownship ? [portionOf('乡（镇）')] : []),
      portionName(heading, 18),
      householdsColumn,
      sizeColumn,
      inNeedColumn,
      ...shown.flatMap(([field, name]): readonly TableColumn<Portion>[] => [
        portionCount([`需${name}`, '人口\n（人）'], (some) => peopleNeeding(some, field), 8),
        portionFigure(field, '数量', households, `需${name}`),
      ]),
      portionRemark,
    ],
    rows: portions,
    ...(isByTownship && { section: ({ of }: Portion) => of ?? '' }),
    whenEmpty: '没有需要救助的户。',
    below: [
      { parts: ['同一户可以有几种需要，各项人口之和不等于需救助人口。'], style: 'note' },
      ...caveats(input, households, false),
      { parts: ['单位负责人：', '统计负责人：', `填表人：${occasion.preparedBy ?? ''}`], height: 33 },
    ],
    page: { paper: shown.length > 3 ? 'A3' : 'A4', orientation: 'landscape' },
    rowHeight: 25,
  });
}

const peopleNeeding = (households: readonly Household[], field: FigureField): number =>
  sumOf(households, ({ figures, inNeed }) => ((figures[field] ?? 0) > 0 ? inNeed : 0));
