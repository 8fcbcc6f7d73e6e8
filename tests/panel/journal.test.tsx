/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

jest.setTimeout(60_000);

const [ann, bo] = [person(1), person(2)];
const spaced = (id: string) => `\\s${id.slice(0, 6)}\\s${id.slice(6)}`;

const ledger = (): WorkbookSnapshot =>
  workbookOf({
    花名册: `
      | 序号 | 户主姓名     | 身份证号                  | 户口类型 | 家庭人口 | 需救助人口 | 救助金额（元） |
      | 1    | ${ann.name}  | ${spaced(ann.idNumber)}   | 农村     | 4        | 3          | 450            |
      | 2    | ${bo.name}   | ${spaced(bo.idNumber)}    | 农村     | 2        | 2          | 300            |
    `,
  });

const host = { now: () => '2026-01-10 15:04' };
const cell = (workbook: WorkbookSnapshot, row: number) => valueAt(workbook.sheets[0], row, 3);
const steps = () => within(screen.getByRole('list', { name: '改动记录' })).getAllByRole('listitem');

/** The workbook as two fixes in an earlier session left it. */
async function afterTwoFixes(): Promise<WorkbookSnapshot> {
  const { book, page } = openPanel(ledger(), { host });
  await press('检查');
  await press('应用：花名册!C2');
  await press('应用：花名册!C3');
  const left = book.snapshot;
  page.unmount();
  return left;
}

test('steps of an earlier session are shown when the workbook is opened, and can be taken back one by one', async () => {
  const { book } = openPanel(await afterTwoFixes(), { host });
  await turnTo(/^改动/);
  expect(steps().map((step) => step.textContent)).toEqual([
    expect.stringMatching(/^2.*1 格2026-01-10 15:04撤销$/),
    expect.stringMatching(/^1.*1 格2026-01-10 15:04撤销$/),
  ]);
  await press(/^撤销第 1 步/);
  expect([cell(book.snapshot, 2), cell(book.snapshot, 3)]).toEqual([cell(ledger(), 2), bo.idNumber]);
  expect(steps()[1].textContent).toContain('已撤销');
});

test('what was taken back stays known as taken back, and numbers go on', async () => {
  const first = openPanel(await afterTwoFixes(), { host });
  await turnTo(/^改动/);
  await press(/^撤销第 2 步/);
  first.page.unmount();
  openPanel(first.book.snapshot, { host });
  await press('检查');
  await press('应用：花名册!C3');
  await turnTo(/^改动/);
  expect(steps().map((step) => step.textContent?.slice(0, 1))).toEqual(['4', '2', '1']);
  expect(steps()[1].textContent).toContain('已撤销');
});

test('a cell typed into since is left alone and named', async () => {
  const { book } = openPanel(await afterTwoFixes(), { host });
  await act(() => book.typeInto({ sheet: '花名册', row: 2, column: 3 }, '又改了'));
  await turnTo(/^改动/);
  await press(/^撤销第 1 步/);
  expect(cell(book.snapshot, 2)).toBe('又改了');
  expect(said()).toContain('有 1 格在此之后又被改过，未撤销：花名册!C2。');
});

test('where the record cannot be written, the person is told how long the step can be taken back', async () => {
  const left = await afterTwoFixes();
  const locked = {
    ...left,
    sheets: left.sheets.map((sheet) => (sheet.name === '操作记录' ? { ...sheet, isProtected: true } : sheet)),
  };
  const again = memoryWorkbook(locked);
  await again.typeInto({ sheet: '花名册', row: 2, column: 3 }, spaced(ann.idNumber).replaceAll('\\s', ' '));
  openPanel(again.snapshot, { host });
  await press('检查');
  await press('应用：花名册!C2');
  expect(said()).toContain('这一步没有登记，只能在关闭面板前撤销');
});
