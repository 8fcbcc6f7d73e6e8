import fc from 'fast-check';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import type { CellValue } from '../../src/core/workbook/cell';
import { finish } from '../../src/core/workbook/port';
import { valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { checkToKeep, checkWorkbooks, type CheckRequest, type KeptCheck } from '../../src/tasks/check-workbooks';
import { recheckWorkbook } from '../../src/tasks/recheck-workbook';
import { schemes } from '../../src/schemes';
import { people } from '../support/people';
import { sheetOf, workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const heads = people(24);

const line = (index: number): string => {
  const { name, idNumber, phone, account } = heads[index];
  const size = 1 + (index % 5);
  const village = index < 12 ? '青石村' : '柳溪村';
  const remark = index % 7 === 0 ? '长期在外务工' : '';
  return `| ${index + 1} | ${village} | ${name} | ${idNumber} | ${phone} | ${account} | 其他户 | ${size} | ${size} | =I${index + 3 + (index < 12 ? 0 : 1)}*150 -> ${size * 150} | ${size * 150} | ${remark} |`;
};

const ledger = (): WorkbookSnapshot =>
  workbookOf({
    台账: `
      | 松岭乡冬春救助台账 |
      | 序号 | 行政村 | 户主姓名 | 身份证号 | 联系电话 | 一卡通账号 | 家庭类型 | 家庭人口 | 需救助人口 | 救助金额（元） | 中央资金（元） | 备注 |
      ${heads
        .slice(0, 12)
        .map((_, index) => line(index))
        .join('\n      ')}
      | 小计 | | | | | | | 35 | 35 | =SUM(J3:J14) -> 5250 | | |
      ${heads
        .slice(12)
        .map((_, index) => line(index + 12))
        .join('\n      ')}
      | 小计 | | | | | | | 34 | 34 | =SUM(J16:J27) -> 5100 | | |
      | 合计 24 户 | | | | | | | 69 | 69 | =SUM(J15,J28) -> 10350 | | |
      | 填表人：石会计 |
    `,
    名册: `
      | 户主姓名 | 户主身份证号 | 成员姓名 | 成员身份证号 | 与户主关系 |
      | ${heads[0].name} | ${heads[0].idNumber} | ${heads[0].name} | ${heads[0].idNumber} | 本人 |
      | ${heads[1].name} | ${heads[1].idNumber} | ${heads[1].name} | ${heads[1].idNumber} | 本人 |
    `,
    说明: '| 各村请于 12 月 20 日前上报 |',
  });

const request = (workbook: WorkbookSnapshot): CheckRequest => ({
  workbooks: [workbook],
  scheme: schemes[0],
  today: testDay,
});

const typed = (workbook: WorkbookSnapshot, sheet: string, row: number, column: number, to: string | number | null) => {
  const own = workbook.sheets.find(({ name }) => name === sheet);
  const from = own ? valueAt(own, row, column) : null;
  return applyToSnapshot(workbook, [{ kind: 'edit-cells', edits: [{ at: { sheet, row, column }, from, to }] }])
    .snapshot;
};

/** Checks again, and holds the outcome to a whole check. */
function again(kept: KeptCheck, workbook: WorkbookSnapshot): KeptCheck | undefined {
  const next = finish(recheckWorkbook(kept, workbook));
  if (next) expect(next.report).toEqual(finish(checkWorkbooks(request(workbook))));
  return next;
}

test('an edited cell is checked again with all that depends on it, totals calculated from it included', () => {
  const workbook = ledger();
  const kept = finish(checkToKeep(request(workbook)));
  const next = again(kept, typed(workbook, '台账', 5, 9, 9));
  const kinds = next?.report.findings.filter(({ at: [at] }) => at.row === 5).map(({ kind }) => kind);
  expect(kinds).toContain('people-in-need-exceeds-household');
  expect(next?.report.ledgers[0].totals[0].cells.reliefAmount?.value).not.toBe(
    kept.report.ledgers[0].totals[0].cells.reliefAmount?.value,
  );
});

test.each([
  ['a heading', '台账', 2, 8, '人口'],
  ['a new household under the last', '台账', 31, 3, '林旺满'],
  ['the name of a total', '台账', 15, 1, '林旺满'],
  ['a household emptied to a label', '台账', 4, 1, '合计'],
  ['a sheet that is no ledger', '说明', 1, 1, '户主姓名'],
] as const)('%s is for a whole check', (_, sheet, row, column, to) => {
  const workbook = ledger();
  const kept = finish(checkToKeep(request(workbook)));
  const edited =
    to === '合计'
      ? typed(typed(typed(workbook, '台账', 4, 1, to), '台账', 4, 4, null), '台账', 4, 3, null)
      : typed(workbook, sheet, row, column, to);
  expect(finish(recheckWorkbook(kept, edited))).toBeUndefined();
});

test('remarks, untidy names, duplicates and classes cost no whole check', () => {
  const workbook = ledger();
  let kept = finish(checkToKeep(request(workbook)));
  let now = workbook;
  for (const [column, to] of [
    [12, '春节慰问金'],
    [12, null],
    [3, ' 林旺满'],
    [4, heads[7].idNumber],
    [7, '低保户'],
  ] as const) {
    now = typed(now, '台账', 6, column, to);
    const next = again(kept, now);
    expect(next).toBeDefined();
    if (next) kept = next;
  }
});

test('sheets of ours may come and go between two edits', () => {
  const workbook = ledger();
  const kept = finish(checkToKeep(request(workbook)));
  const ours = sheetOf('| 操作记录（冬春救助台账助手） |', { name: '操作记录' });
  const edited = typed({ ...workbook, sheets: [...workbook.sheets, ours] }, '台账', 6, 9, 7);
  const next = again(kept, edited);
  expect(next?.report.sheetsNotRead.map(({ sheet }) => sheet)).toEqual(['说明', '操作记录']);
  expect(next && again(next, typed(workbook, '台账', 6, 9, 8))).toBeDefined();
});

const cell: fc.Arbitrary<string | number | null> = fc.oneof(
  fc.constantFrom<string | number | null>(
    null,
    0,
    1,
    3,
    12,
    450,
    '无',
    '甲',
    '低保户',
    '五保户',
    '青石村',
    '/',
    '2,000',
  ),
  fc.nat(23).map((index) => heads[index].idNumber),
  fc.nat(23).map((index) => heads[index].name),
  fc.nat(23).map((index) => heads[index].account),
  fc.nat(23).map((index) => `${heads[index].idNumber.slice(0, 17)}${index % 10}`),
);

test('after any edits the report is that of a whole check', () => {
  let quick = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.tuple(
            fc.constantFrom('台账', '名册'),
            fc.integer({ min: 2, max: 30 }),
            fc.integer({ min: 1, max: 12 }),
            cell,
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        { minLength: 1, maxLength: 6 },
      ),
      (pastes) => {
        let now = ledger();
        let kept = finish(checkToKeep(request(now)));
        for (const paste of pastes) {
          for (const [sheet, row, column, to] of paste) now = typed(now, sheet, row, column, to as CellValue as string);
          const next = again(kept, now);
          if (next) quick += 1;
          kept = next ?? finish(checkToKeep(request(now)));
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(quick).toBeGreaterThan(10);
});
