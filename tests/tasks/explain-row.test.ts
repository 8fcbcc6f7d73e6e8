import type { IsoDate } from '../../src/core/ledger/dates';
import { finish } from '../../src/core/workbook/port';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { explainRow } from '../../src/tasks/explain-row';
import { person } from '../support/people';
import { workbookOf } from '../support/table';

const rows: readonly (readonly [start: string, end: string])[] = [
  ['d:2026-01-07', ''],
  ['d:2026-01-07', 'd:2026-01-13'],
  ['', ''],
  ['d:2026-01-12', ''],
];
const workbook = workbookOf({
  台账: [
    '| 户主姓名 | 身份证号 | 公示开始日期 | 公示结束日期 |',
    ...rows.map(([start, end], index) => {
      const { name, idNumber } = person(index + 1);
      return `| ${name} | ${idNumber} | ${start} | ${end} |`;
    }),
  ].join('\n'),
});

/** The rows' last days of notice, as of a day. */
function noticesOn(day: string) {
  const today = day as IsoDate;
  const report = finish(checkWorkbooks({ workbooks: [workbook], today }));
  return rows.map(
    (_, index) => explainRow(report, { workbook: workbook.name, sheet: '台账', row: index + 2 }, today)?.noticeUntil,
  );
}

test('the notice’s last day is told while it hangs, where the row does not say it', () => {
  expect(noticesOn('2026-01-10')).toEqual(['2026-01-14', undefined, undefined, undefined]);
  expect(noticesOn('2026-01-14')).toEqual(['2026-01-14', undefined, undefined, '2026-01-19']);
});

test('not before it hangs, nor after', () => {
  expect(noticesOn('2026-01-06')).toEqual([undefined, undefined, undefined, undefined]);
  expect(noticesOn('2026-01-15')).toEqual([undefined, undefined, undefined, '2026-01-19']);
});

test('a notice that was posted, and one whose last day is over, lie behind the household', () => {
  const report = finish(checkWorkbooks({ workbooks: [workbook], today: '2026-01-14' as IsoDate }));
  const past = (day: string) =>
    rows.map((_, index) => [
      ...(explainRow(report, { workbook: workbook.name, sheet: '台账', row: index + 2 }, day as IsoDate)?.past ?? []),
    ]);
  const posted = ['村级公示开始', '2026-01-07'];
  expect(past('2026-01-06')).toEqual([[], [], [], []]);
  expect(past('2026-01-14')).toEqual([
    [posted],
    [posted, ['村级公示结束', '2026-01-13']],
    [],
    [['村级公示开始', '2026-01-12']],
  ]);
});

test('a row that is no entry has nothing to tell', () => {
  const report = finish(checkWorkbooks({ workbooks: [workbook], today: '2026-01-10' as IsoDate }));
  expect(
    explainRow(report, { workbook: workbook.name, sheet: '台账', row: 1 }, '2026-01-10' as IsoDate),
  ).toBeUndefined();
});
