/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, turnTo } from './open-panel';

const [ann, bo, cai] = [person(1), person(2), person(3)];

const ledger = workbookOf({
  花名册: `
    | 户主姓名    | 身份证号        | 行政村 | 需救助人口 | 救助金额（元） |
    | ${ann.name} | ${ann.idNumber} | 青石村 | 2          | 300            |
    | ${bo.name}  | ${bo.idNumber}  | 柳溪村 | 3          |                |
    | ${cai.name} | ${cai.idNumber} | 青石村 | 1          | 150.5          |
  `,
});

const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('填列 shows what each village comes to, with all together, and what has no amount yet', async () => {
  openPanel(ledger);
  await turnTo(/填列/);
  expect(screen.queryByRole('button', { name: '各村组合计' })).toBeNull();
  await turnTo(/问题/);
  await press('检查');
  await turnTo(/填列/);
  await press('各村组合计');
  expect(rows(await screen.findByRole('table'))).toEqual([
    ['按行政村', '户', '需救助人', '金额（元）'],
    ['青石村', '2', '3', '450.50'],
    ['柳溪村', '1', '3', '缺 1 户'],
    ['合计', '3', '6', '450.50缺 1 户'],
  ]);
  expect(screen.getByText(/有 1 户还没有金额，没有计入/)).toBeTruthy();
});
