import { sheetKinds } from '../../../src/core/sheets';
import { roomOnPage } from '../../../src/core/sheets/layout';
import { textWidth } from '../../../src/core/workbook/text-measure';
import { finish } from '../../../src/core/workbook/port';
import type { PlanRow, SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { readingOf } from '../../support/table';
import { overlappingMerges } from '../../support/plan-picture';
import { households, inputOf } from './households';

const madeOf = (count: number): readonly SheetPlan[] =>
  sheetKinds.flatMap((kind) => finish(kind.build(inputOf(households(count)))));

/** The rows of each page, those that come again on each page not counted. */
function pagesOf(plan: SheetPlan): readonly (readonly PlanRow[])[] {
  const pages: PlanRow[][] = [[]];
  for (const row of plan.rows) {
    if (row.pageBreakBefore) pages.push([]);
    pages[pages.length - 1].push(row);
  }
  return pages;
}

const heightOf = (rows: readonly PlanRow[]): number => rows.reduce((sum, { height = 0 }) => sum + height, 0);

describe.each([0, 1, 7, 163])('%i households', (count) => {
  const plans = madeOf(count);

  test('every page holds its rows', () => {
    for (const plan of plans) {
      const page = plan.page;
      if (!page) throw new Error(`no page set-up: ${plan.name}`);
      const { from, to } = page.titleRows ?? { from: 1, to: 0 };
      const repeated = heightOf(plan.rows.slice(from - 1, to));
      pagesOf(plan).forEach((rows, index) => {
        const height = heightOf(rows) + (index === 0 ? 0 : repeated);
        expect({ sheet: plan.name, index, fits: height <= roomOnPage(page).height }).toMatchObject({ fits: true });
      });
    }
  });

  test('the columns fill the width and no more', () => {
    for (const { name, columnWidths, page } of plans) {
      const width = columnWidths.reduce((sum, one) => sum + one, 0);
      const room = roomOnPage(page ?? { paper: 'A4', orientation: 'portrait' }).width;
      expect({ name, full: width > room * 0.95, fits: width <= room * 1.001 }).toEqual({
        name,
        full: true,
        fits: true,
      });
    }
  });

  test('paper, fitting, page numbers and a heading of ours are always there', () => {
    for (const plan of plans) {
      expect(plan.page).toMatchObject({ fitToWidth: true, footer: '&C第&P页 共&N页' });
      expect(plan.rows[0].cells[0].value).toBe(plan.heading);
      expect(plan.heading).toMatch(/（冬春救助台账助手）$/);
      expect(plan.name.length).toBeLessThanOrEqual(31);
      expect(plan.name).not.toMatch(/[[\]:*?/\\']/);
      expect(overlappingMerges(plan)).toEqual([]);
    }
  });

  test('no number is cut off', () => {
    for (const plan of plans) {
      const merged = new Map(plan.merges.map((area) => [`${area.top} ${area.left}`, area.right]));
      plan.rows.forEach(({ cells }, row) =>
        cells.forEach(({ value, style }, column) => {
          if (style !== 'digits' || typeof value !== 'string') return;
          const right = merged.get(`${row + 1} ${column + 1}`) ?? column + 1;
          const room = plan.columnWidths.slice(column, right).reduce((sum, one) => sum + one, 0);
          expect({ sheet: plan.name, row, fits: textWidth(value, 10.5) <= room }).toMatchObject({ fits: true });
        }),
      );
    }
  });

  test('none of them is read as a ledger', () => {
    const sheets = plans.map((plan, index) => ({
      ...readable(plan),
      name: `${index}`,
    }));
    const { ledgers } = readingOf({ name: '表册.xlsx', date1904: false, styles: [], sheets, remarks: [] });
    expect(ledgers.map(({ sheet }) => plans[Number(sheet)].name)).toEqual([]);
  });
});

test('signatures stand on the page of the total and of at least one row', () => {
  for (let count = 1; count <= 90; count++) {
    const kind = sheetKinds.find(({ id }) => id === 'village-payout');
    for (const plan of finish(kind!.build(inputOf(households(count, ['大坪村']))))) {
      const last = pagesOf(plan).at(-1) ?? [];
      const labels = last.map(({ cells }) => cells[0]?.value);
      expect(labels.some((label) => typeof label === 'number')).toBe(true);
      expect(labels.some((label) => String(label).startsWith('合计（'))).toBe(true);
      expect(labels.some((label) => String(label).startsWith('村承办人'))).toBe(true);
    }
  }
});

test.each(['application', 'national-form'])(
  '%s of 1,100 households keeps below the page breaks that Excel keeps',
  (id) => {
    const kind = sheetKinds.find((one) => one.id === id)!;
    const plans = finish(kind.build(inputOf(households(1_100)))).filter(({ name }) => !name.endsWith('一览'));
    expect(plans.length).toBeGreaterThan(1);
    for (const plan of plans) expect(pagesOf(plan).length).toBeLessThanOrEqual(1_000);
    expect(plans.reduce((sum, plan) => sum + pagesOf(plan).length, 0)).toBe(1_100);
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
  },
);

describe('an application', () => {
  const application = sheetKinds.find(({ id }) => id === 'application')!;
  const pagesWith = (members: number) => {
    const [one] = households(1);
    const family = Array.from({ length: members }, () => ({
      name: '林小旺',
      relation: '子',
      sex: '男',
      idNumber: '',
      remark: '',
    }));
    return pagesOf(finish(application.build(inputOf([{ ...one, members: family }])))[0]);
  };
  test.each([1, 5, 8])('of %i members stands on one page', (members) => expect(pagesWith(members)).toHaveLength(1));
  test('of twelve goes on under the name of its head, with all opinions together', () => {
    const [, second] = pagesWith(12);
    const texts = second.map(({ cells }) => String(cells[0].value));
    expect(texts[0]).toContain(`户主姓名：${households(1)[0].head}（续页）`);
    expect(texts.filter((text) => text.includes('意见'))).toHaveLength(4);
  });
});

test('serial numbers go on over pages and villages', () => {
  const plan = madeOf(163).find(({ name }) => name === '发放花名册');
  const serials = plan?.rows.map(({ cells }) => cells[0]?.value).filter((value) => typeof value === 'number');
  expect(serials).toEqual(Array.from({ length: 163 }, (_, index) => index + 1));
});

test('ten thousand households', () => {
  const roster = sheetKinds.find(({ id }) => id === 'payout-roster');
  const [plan] = finish(roster!.build(inputOf(households(10_000, ['大坪村', '小河口村']))));
  const pages = pagesOf(plan);
  expect(pages.length).toBeGreaterThan(250);
  expect(plan.rows.filter(({ cells }) => typeof cells[0]?.value === 'number')).toHaveLength(10_000);
});

/** As much of a snapshot as reading needs. */
const readable = (plan: SheetPlan) => ({
  name: plan.name,
  visibility: 'visible' as const,
  rowCount: plan.rows.length,
  columnCount: plan.columnWidths.length,
  rows: plan.rows.map(({ cells }) => cells.map(({ value }) => value)),
  styleRows: [],
  formulas: new Map<number, string>(),
  notes: new Map<number, string>(),
  merges: plan.merges,
  hiddenRows: new Set<number>(),
  hiddenColumns: new Set<number>(),
  columnWidths: new Map<number, number>(),
  rowHeights: new Map<number, number>(),
  defaultColumnWidth: 8.43,
  defaultRowHeight: 13.5,
  frozen: { rows: 0, columns: 0 },
  isProtected: false,
  marks: [],
});
