import type { Step } from '../workbook/port';
import type { SheetPlan } from '../workbook/sheet-plan';
import { capitalLine } from './capital-line';
import type { Household } from './household';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { portionColumns, portionName, portionRemark, portionSerial, type Portion } from './portion';
import { caveats, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable, type TableColumn } from './table';
import { villagesOf, villageWords } from './villages';

/** What the sheets of several villages come to together, a line each; none where there is one village. */
export function* villageTotals(
  input: SheetInput,
  households: readonly Household[],
  sheet: {
    readonly name: string;
    readonly title: string;
    /** Instead of households, persons and money. */
    readonly columns?: readonly TableColumn<Portion>[];
    readonly showsMoney?: boolean;
  },
): Generator<Step, readonly SheetPlan[]> {
  const villages = villagesOf({ ...input, households });
  if (villages.length < 2) return [];
  const { occasion, policy } = input;
  const township = nameOrBlank(occasion.township, '＿＿＿＿乡（镇）');
  const { columns = portionColumns, showsMoney = true } = sheet;
  return [
    yield* printedTable<Portion>({
      name: sheetName(sheet.name, '合计'),
      heading: headingOf(`${sheet.title}合计`),
      title: `${township}${seasonWords(occasion, policy)}${sheet.title}合计`,
      above: [
        {
          parts: [
            `填报单位：${township}`,
            `填报日期：${dateOrBlank(occasion.preparedOn)}`,
            showsMoney ? '单位：户、人、元' : '单位：户、人',
          ],
        },
      ],
      columns: [portionSerial, portionName('村（社区）', 18), ...columns, portionRemark],
      rows: villages.map(({ name, households: rows }) => ({ name: villageWords(name), households: rows })),
      whenEmpty: '没有发放对象。',
      ...(showsMoney && { underTotal: capitalLine(households) }),
      below: [
        ...caveats(input, households, showsMoney),
        { parts: ['审核人：', `制表人：${occasion.preparedBy ?? ''}`], height: 33 },
      ],
      page: { paper: 'A4', orientation: 'portrait' },
      rowHeight: 25,
    }),
  ];
}
