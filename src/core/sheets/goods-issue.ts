import type { FigureField, Household } from './household';
import {
  figure,
  filled,
  group,
  head,
  householdCount,
  idNumber,
  inNeed,
  remark,
  serial,
  size,
  toSign,
} from './household-columns';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable, type TableColumn } from './table';
import { householdsColumn, inNeedColumn, portionFigure, sizeColumn } from './portion';
import { villageTotals } from './village-totals';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'goods-issue',
  title: '冬春救助物资发放表',
  why: '每种物资一列，逐户写明数量，领取人签字或按手印。',
  source: '县乡系统物资发放名册：每种物资一列；宝兴 2013 年物资发放登记簿',
  isPublic: false,
  needs: ['householdHead'],
  *build(input) {
    const { occasion, policy } = input;
    const shown = goods.filter(([field]) => input.households.some(({ figures }) => (figures[field] ?? 0) > 0));
    const plans = [];
    for (const { name, households } of villagesOf(input)) {
      plans.push(
        yield* printedTable<Household>({
          name: sheetName('物资发放表', name),
          heading: headingOf('冬春救助物资发放表'),
          title: `${villageWords(name)}${seasonWords(occasion, policy)}冬春救助物资发放表`,
          above: [
            {
              parts: [
                `所在乡镇：${nameOrBlank(occasion.township)}`,
                `发放日期：${dateOrBlank(undefined)}`,
                '单位：户、人',
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
            ...(shown.length > 0
              ? shown.map(([field, item]) => figure(field, item, input.households, '发放物资'))
              : blankItems),
            ...(input.households.some(({ goodsValue }) => goodsValue !== undefined) ? [worth] : []),
            toSign('领取人签字\n（手印）'),
            toSign('代领人\n及关系', 10),
            remark,
          ],
          rows: households,
          whenEmpty: '本村没有发放对象。',
          counted: householdCount,
          below: [
            ...caveats(input, households, false),
            { parts: ['经办人：', '监督人：', '村（居）民委员会（盖章）', dateOrBlank(undefined)], height: 33 },
          ],
          page: { paper: 'A4', orientation: 'landscape' },
          rowHeight: 27,
        }),
      );
    }
    const totals = yield* villageTotals(input, input.households, {
      name: '物资发放表',
      title: '冬春救助物资发放表',
      columns: [
        householdsColumn,
        sizeColumn,
        inNeedColumn,
        ...shown.map(([field, item]) => portionFigure(field, item, input.households, '发放物资')),
      ],
      showsMoney: false,
    });
    return [...plans, ...totals];
  },
});

const goods = [
  ['approvedGrain', '口粮'],
  ['approvedBedding', '衣被'],
  ['quilts', '棉被'],
  ['clothesSets', '棉衣裤'],
] as const satisfies readonly (readonly [FigureField, string])[];

const blankItems = [1, 2, 3].map((): TableColumn<Household> => ({
  heading: ['发放物资', '　　　'],
  width: 9,
  style: 'center',
  value: () => null,
}));

const worth: TableColumn<Household> = {
  heading: ['折款\n（元）'],
  width: 10,
  style: 'money',
  value: ({ goodsValue }) => (goodsValue === undefined ? null : goodsValue / 100),
  hundredths: ({ goodsValue }) => goodsValue ?? 0,
};
