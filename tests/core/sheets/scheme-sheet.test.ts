import { isSchemeSheet, readSchemeSheet, schemeSheet } from '../../../src/core/sheets/scheme-sheet';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { schemes } from '../../../src/schemes';
import { zhonggang } from '../../../src/schemes/zhonggang/scheme';
import { sheetOf, workbookOf } from '../../support/table';

/** The plan as if it had been put into a workbook and read again. */
const snapshotOf = (plan: SheetPlan): SheetSnapshot => ({
  ...sheetOf('| x |', { name: plan.name }),
  rowCount: plan.rows.length,
  columnCount: plan.columnWidths.length,
  rows: plan.rows.map(({ cells }) => cells.map(({ value }) => value)),
});

const workbookWith = (sheet: SheetSnapshot): WorkbookSnapshot => workbookOf([sheetOf('| 别的表 |'), sheet]);

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s is written and read back', (_, scheme) => {
  const plan = schemeSheet(scheme);
  expect(plan.rows[0].cells[0].value).toBe(plan.heading);
  expect(readSchemeSheet(workbookWith(snapshotOf(plan)))).toEqual({ scheme });
});

test('every cell has a look that the plan knows, and no choice list is longer than Excel allows', () => {
  const plan = schemeSheet(zhonggang);
  const looks = plan.rows.flatMap(({ cells }) => cells.map(({ style }) => style));
  expect(looks.filter((style) => style === undefined || !(style in plan.styles))).toEqual([]);
  expect(plan.lists?.length).toBeGreaterThan(0);
  for (const { choices } of plan.lists ?? []) expect(choices.join(',').length).toBeLessThanOrEqual(255);
});

const typed = `
  | 救助标准 |  |  |  |
  | 参数     | 对象 | 数值 | 条款依据 |
  | 方案名称 |      | 清河镇冬春救助 | |
  | 文件     |      | 清河镇方案 | |
  | 标准形式 |      | 定额 | |
  | 计算单位 |      | 每人 | 第三条 |
  | 定额     | 全部 | 150 | 第三条 |
`;

test('a sheet typed by hand is read by its column words', () => {
  const read = readSchemeSheet(workbookOf(typed));
  expect(read).toMatchObject({ scheme: { title: '清河镇冬春救助', rulings: [{ standard: { shape: 'fixed' } }] } });
});

test('a date that the program made of 1月8日 is read as that day', () => {
  const read = readSchemeSheet(workbookOf(`${typed}| 时限 | 村级上报 | d:2026-01-08 | 第六条 |`));
  expect(read).toMatchObject({ scheme: { rulings: [{ deadlines: [{ what: '村级上报', date: '01-08' }] }] } });
});

test('a wrong entry is pointed at by its cell', () => {
  const read = readSchemeSheet(workbookOf(`${typed}| 下达资金 | | 两万 | 第二条 |\n| 每户最高 | | 500 | |`));
  expect(read).toEqual({
    problems: [
      { at: { sheet: 'Sheet1', row: 8, column: 3 }, sentence: '“下达资金”应填数字，请改正。' },
      {
        at: { sheet: 'Sheet1', row: 9, column: 1 },
        sentence: '“每户最高”在所选的标准形式里用不上，请删去这一行或改选标准形式。',
      },
    ],
  });
});

test('without its column words the sheet is not guessed at; another sheet is none', () => {
  expect(readSchemeSheet(workbookOf('| 救助标准 |\n| 150 |'))).toEqual({
    problems: [
      {
        at: { sheet: 'Sheet1', row: 1, column: 1 },
        sentence: '救助标准表里找不到“参数、数值、条款依据”这几个列名，请保留原表的列名一行。',
      },
    ],
  });
  expect(readSchemeSheet(workbookOf('| 户主姓名 |'))).toBeUndefined();
  expect(isSchemeSheet(sheetOf('| 救 助 标 准 |'))).toBe(true);
});
