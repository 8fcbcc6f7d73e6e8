import type { IsoDate } from '../../src/core/ledger/dates';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import { finish } from '../../src/core/workbook/port';
import { makeSheets } from '../../src/tasks/make-sheets';
import { person } from '../support/people';
import { workbookOf } from '../support/table';

const wordsOf = (plans: readonly SheetPlan[]): string =>
  plans.flatMap((plan) => plan.rows.flatMap((row) => row.cells.map((cell) => String(cell.value ?? '')))).join('\n');

function made(kind: string, starts: readonly string[]): string {
  const rows = starts.map((start, index) => {
    const { name, idNumber } = person(index + 1);
    return `| ${name} | ${idNumber} | 农村 | 3 | 2 | 300 | 0400-5508401 | ${start} | d:2026-01-14 |`;
  });
  const workbook = workbookOf({
    台账: [
      '| 松岭乡2025—2026年度冬春救助台账 |',
      '| 户主姓名 | 身份证号 | 户口类型 | 家庭人口 | 需救助人口 | 救助金额 | 联系电话 | 公示开始日期 | 公示结束日期 |',
      ...rows,
    ].join('\n'),
  });
  const result = finish(
    makeSheets({ workbook, kinds: [kind], today: '2026-11-22' as IsoDate, occasion: {}, isConfirmed: true }),
  );
  if (!('plans' in result)) throw new Error(JSON.stringify(result));
  return wordsOf(result.plans);
}

test('a ledger of last winter makes papers of last winter, whatever the day', () => {
  const words = made('village-notice', ['d:2026-01-04']);
  expect(words).toContain('2025—2026年度');
  expect(words).not.toContain('2026—2027年度');
});

test('a notice shows both its days or leaves both to the pen', () => {
  expect(made('village-notice', ['d:2026-01-04'])).toContain('2026年1月4日至2026年1月14日');
  const unsure = made('village-notice', ['d:2026-01-04', 'd:2026-01-05']);
  expect(unsure).not.toContain('2026年1月14日');
});

test('a fixed line keeps its hyphen on paper', () => {
  expect(made('application', ['d:2026-01-04'])).toContain('0400-5508401');
});
