import { sheetKinds } from '../../../src/core/sheets';
import { finish } from '../../../src/core/workbook/port';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { person } from '../../support/people';
import { household, households, inputOf } from './households';

const all = households(137, ['大坪村', '小河口村', '石板寨村']);
const expected = {
  households: all.length,
  size: all.reduce((sum, one) => sum + (one.size ?? 0), 0),
  inNeed: all.reduce((sum, one) => sum + (one.inNeed ?? 0), 0),
  fen: all.reduce((sum, one) => sum + (one.amount ?? 0), 0),
};

/** What a sheet's own 合计 row says, by the headings of its columns; page subtotals are added up as a second witness. */
function totalsOf(plan: SheetPlan) {
  const { from, to } = plan.page?.titleRows ?? { from: 1, to: 1 };
  const headingOf = (column: number) =>
    plan.rows
      .slice(from - 1, to)
      .map(({ cells }) => cells[column]?.value)
      .filter((value) => typeof value === 'string')
      .join('/');
  const sums = (label: RegExp) =>
    plan.rows
      .filter(({ cells }) => label.test(String(cells[0]?.value)))
      .map(({ cells }) => {
        const figure = (heading: RegExp) => {
          const column = plan.columnWidths.findIndex((_, place) => heading.test(headingOf(place)));
          const value = cells[column]?.value;
          return typeof value === 'number' ? value : undefined;
        };
        const counted = /（(\d+)户）/.exec(String(cells[0]?.value));
        return {
          households: counted ? Number(counted[1]) : figure(/^户数/),
          size: figure(/^家庭人口/),
          inNeed: figure(/^需救助人口/),
          fen: figure(/金额|救助款\n/) === undefined ? undefined : Math.round((figure(/金额|救助款\n/) ?? 0) * 100),
        };
      });
  return { total: sums(/^合计/)[0], pages: sums(/^本页小计/) };
}

type Totals = ReturnType<typeof totalsOf>['total'];
const added = (totals: readonly Totals[]): Totals =>
  totals.reduce((sum, one) => ({
    households: one.households === undefined ? sum.households : (sum.households ?? 0) + one.households,
    size: one.size === undefined ? sum.size : (sum.size ?? 0) + one.size,
    inNeed: one.inNeed === undefined ? sum.inNeed : (sum.inNeed ?? 0) + one.inNeed,
    fen: one.fen === undefined ? sum.fen : (sum.fen ?? 0) + one.fen,
  }));

/** Sheets with a 合计 row, and how many of them make up the whole: one a village, or one. */
const withTotals = sheetKinds.flatMap((kind) => {
  const plans = finish(kind.build(inputOf(all)));
  const perVillage = plans.filter(({ name }) => /-(大坪村|小河口村|石板寨村)$/.test(name) && totalsOf2(name, plans));
  const whole = plans.filter((plan) => !perVillage.includes(plan) && totalsOf(plan).total !== undefined);
  return [
    ...(perVillage.length > 0 ? [[`${kind.id} by village`, perVillage] as const] : []),
    ...whole.map((plan) => [`${kind.id} ${plan.name}`, [plan]] as const),
  ];
});

function totalsOf2(name: string, plans: readonly SheetPlan[]): boolean {
  const plan = plans.find((one) => one.name === name);
  return plan !== undefined && totalsOf(plan).total !== undefined;
}

test('most kinds have a total', () => {
  expect(withTotals.length).toBeGreaterThanOrEqual(18);
});

test.each(withTotals)('%s: households, persons and money are those of the ledger', (_, plans) => {
  const totals = added(plans.map((plan) => totalsOf(plan).total));
  for (const key of ['households', 'size', 'inNeed', 'fen'] as const) {
    if (totals[key] !== undefined) expect({ [key]: totals[key] }).toEqual({ [key]: expected[key] });
  }
  expect(Object.values(totals).filter((value) => value !== undefined).length).toBeGreaterThanOrEqual(1);
});

test.each(withTotals)('%s: the subtotals of the pages add up to the total', (_, plans) => {
  for (const plan of plans) {
    const { total, pages } = totalsOf(plan);
    expect(pages.length === 0 ? total : added(pages)).toEqual(total);
    expect(pages.length === 0 || pages.length === 1 + plan.rows.filter((row) => row.pageBreakBefore).length).toBe(true);
  }
});

test('the capital line says what the total says', () => {
  const [plan] = finish(sheetKinds.find(({ id }) => id === 'village-payout')!.build(inputOf(all)));
  const line = plan.rows.map(({ cells }) => String(cells[0].value)).find((text) => text.startsWith('合计金额'));
  expect(line).toContain(`¥${((totalsOf(plan).total.fen ?? 0) / 100).toFixed(2)}`);
});

test('a household without an amount stays in the list, adds nothing, and the foot says so', () => {
  const { name, idNumber } = person(900);
  const one = { ...household, head: name, idNumber, village: '大坪村', size: 3, inNeed: 2 };
  const [plan] = finish(
    sheetKinds.find(({ id }) => id === 'village-payout')!.build(inputOf([...households(3, ['大坪村']), one])),
  );
  const texts = plan.rows.map(({ cells }) => cells.map(({ value }) => value));
  expect(texts.some((cells) => cells.includes(name))).toBe(true);
  expect(texts.flat()).toContain('有 1 户没有填写救助金额，未计入合计。');
  expect(totalsOf(plan).total).toMatchObject({
    households: 4,
    fen: households(3).reduce((sum, h) => sum + (h.amount ?? 0), 0),
  });
});

test('errors that stand are said on the foot of every sheet with a list', () => {
  const lists = sheetKinds.filter(({ id }) => !['archive-index', 'cover'].includes(id));
  for (const kind of lists) {
    const plans = finish(kind.build(inputOf(households(5), { standingErrors: 3 })));
    expect(plans.some((plan) => plan.rows.some(({ cells }) => /3 处错误未处理/.test(String(cells[0]?.value))))).toBe(
      true,
    );
  }
});
