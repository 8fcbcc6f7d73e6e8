import type { Form } from '../../src/core/ledger/form';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import { reliefImport } from '../../src/forms/relief-import';
import { villageLedger } from '../../src/forms/village-ledger';
import type { MergeReport } from '../../src/tasks/merge-returned';
import { mergeOf } from '../core/merge/merge-of';
import { householdsFrom, returnedPlan, workbookOfPlans, type ReturnedOptions } from '../support/returned-plan';

const from = (
  folder: string,
  village: string,
  first: number,
  count: number,
  options: ReturnedOptions = {},
  cells: (index: number) => object = () => ({}),
) =>
  [
    workbookOfPlans(
      `${folder}${village}.xlsx`,
      returnedPlan(
        village,
        householdsFrom(first, count).map((household, index) => ({ ...household, cells: cells(index) })),
        options,
      ),
    ),
    { folder },
  ] as const;

const types = ['低保户', '特困供养户', '其他户'];
const report = mergeOf([
  from('松岭乡', '青石村', 0, 7, {}, (index) => ({ householdType: types[index % 3] })),
  from('松岭乡', '云台村', 20, 5, { form: reliefImport }),
  // The same name in another township is another village; one household has no amount, one an amount to the 分.
  from('柏林镇', '青石村', 40, 9, {}, (index) => ({ reliefAmount: index === 0 ? null : 300.05 + index })),
  from('柏林镇', '小河村', 60, 4),
]);

const planOf = ({ plans }: MergeReport, name: string): SheetPlan => {
  const plan = plans.find((each) => each.name === name);
  if (!plan) throw new Error(`no sheet ${name} among ${plans.map((each) => each.name).join('、')}`);
  return plan;
};

/** The sums of the rows whose first cell fits, by a heading's beginning. */
function sumsIn(plan: SheetPlan, label: RegExp, heading: RegExp): readonly number[] {
  const { from: top, to: bottom } = plan.page?.titleRows ?? { from: 1, to: 1 };
  const column = plan.columnWidths.findIndex((_, at) =>
    plan.rows.slice(top - 1, bottom).some(({ cells }) => heading.test(String(cells[at]?.value ?? ''))),
  );
  return plan.rows
    .filter(({ cells }) => label.test(String(cells[0]?.value ?? '')))
    .map(({ cells }) => Number(cells[column]?.value));
}

const [whole] = report.conservation.totals;
const sheets = ['分乡镇', '分村', '分类'].flatMap((by) => [`需救助统计-${by}`, `已救助统计-${by}`]);

test.each([...sheets, '家庭类型汇总'])('%s comes to what the conservation says, to the 分', (name) => {
  const plan = planOf(report, name);
  expect(sumsIn(plan, /^合计/, /^户数/)).toEqual([whole.merged.entries]);
  expect(sumsIn(plan, /^合计/, /^需救助人口/)).toEqual([whole.merged.people]);
  if (!name.startsWith('需救助'))
    expect(sumsIn(plan, /^合计/, /^救助金额/).map((yuan) => Math.round(yuan * 100))).toEqual([whole.merged.money]);
});

test('each village and township comes to its own lines of the conservation', () => {
  const plan = planOf(report, '已救助统计-分村');
  const rows = plan.rows
    .map(({ cells }) => cells.map(({ value }) => value))
    .filter(([serial]) => typeof serial === 'number');
  expect(
    rows.map(([, township, village, households, , people, yuan]) => [township, village, households, people, yuan]),
  ).toEqual(
    ['松岭乡云台村', '松岭乡青石村', '柏林镇小河村', '柏林镇青石村'].map((place) => {
      const line = report.conservation.lines.find(({ township = '', village }) => township + village === place);
      const { entries, people, money } = line?.merged ?? { entries: 0, people: 0, money: 0 };
      return [place.slice(0, 3), place.slice(3), entries, people, money / 100];
    }),
  );
  expect(sumsIn(plan, /^(松岭乡|柏林镇)小计/, /^户数/)).toEqual([12, 13]);
  expect(sumsIn(planOf(report, '已救助统计-分乡镇'), /^\d+$/, /^户数/)).toEqual([12, 13]);
});

test('one township has no sheet by township, and is named in the title', () => {
  const one = mergeOf([from('松岭乡', '青石村', 0, 7), from('松岭乡', '云台村', 20, 5)]);
  expect(one.plans.map(({ name }) => name)).not.toContain('需救助统计-分乡镇');
  expect(JSON.stringify(planOf(one, '需救助统计-分村').rows)).toContain('松岭乡2025—2026年度');
});

test('weights are added in 公斤; what cannot be added is left out and said', () => {
  const counting = (unit: string): Form => ({
    ...villageLedger,
    columns: villageLedger.columns.map((column) =>
      column.field === 'approvedGrain' ? { ...column, heading: [`核准救助口粮（${unit}）`], unit } : column,
    ),
  });
  const mixed = mergeOf([
    from('松岭乡', '青石村', 0, 4, {}, () => ({ approvedGrain: 10 })),
    from('松岭乡', '云台村', 20, 4, { form: counting('斤') }, () => ({ approvedGrain: 10 })),
    from('松岭乡', '小河村', 40, 3, { form: counting('元') }, () => ({ approvedGrain: 10 })),
  ]);
  const plan = planOf(mixed, '已救助统计-分村');
  expect(sumsIn(plan, /^合计/, /^口粮/)).toEqual([60]);
  expect(JSON.stringify(plan.rows)).toContain('口粮\\n（公斤）');
  expect(mixed.remarks.filter((remark) => remark.includes('不能相加'))).toEqual([
    '有 3 户的“核准救助口粮”以元填报，与其余的公斤不能相加，没有计入统计表。',
  ]);
});
