/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

const ledger = () =>
  workbookOf({
    台账: `
      | 户主姓名 | 困难程度   | 需救助人口 | 救助金额（元） |
      | 甲乙     | 重点困难户 | 3          |                |
      | 丙丁     | 一般困难户 | 2          | 300            |
      | 戊己     | 一般困难户 | 2          |                |`,
  });

const amounts = (workbook: WorkbookSnapshot) => {
  const sheet = sheetNamed(workbook, '台账');
  return [2, 3, 4].map((row) => (sheet ? valueAt(sheet, row, 4) : null));
};
const type = (label: string | RegExp, text: string) =>
  act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  });
const open = async () => {
  const opened = openPanel(ledger());
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '救助标准' }), { target: { value: 'zhonggang' } });
  });
  await turnTo(/填列/);
  return opened;
};
const rows = () =>
  within(screen.getByRole('list', { name: '拟定的金额' }))
    .getAllByRole('listitem')
    .map((row) => [row.textContent, row.querySelector('input')?.placeholder ?? '']);

test('is offered only where the scheme gives ranges', async () => {
  openPanel(ledger());
  await turnTo(/填列/);
  expect(screen.queryByRole('button', { name: '拟定金额' })).toBeNull();
});

test('amounts are seen with their bands before anything is written; what is typed stays; one step takes all back', async () => {
  const { book } = await open();
  await type('要分配的总额（元）', '1,500');
  await press('拟定');
  expect(rows()[0][0]).toContain('重点困难户 600—1000 元/户');
  expect(rows()[1][0]).toContain('300已填写');
  expect(said()).toContain('3 户合计 1500 元，正好等于总额。');
  expect(amounts(book.snapshot)).toEqual([null, 300, null]);
  await press('填入 2 户');
  const written = amounts(book.snapshot).map(Number);
  expect(written[1]).toBe(300);
  expect(written.reduce((sum, amount) => sum + amount, 0)).toBe(1500);
  expect(said()).toContain('已填入 2 户的金额。');
  await turnTo(/改动/);
  await press(/撤销第 1 步/);
  expect(amounts(book.snapshot)).toEqual([null, 300, null]);
});

test('a row can be pinned; the proposal is then old until it is worked out again', async () => {
  const { book } = await open();
  await type('要分配的总额（元）', '1500');
  await press('拟定');
  await type(/^戊己的金额/, '450');
  expect(said()).toContain('请重新拟定');
  await press('填入 2 户');
  expect(amounts(book.snapshot)).toEqual([null, 300, null]);
  await press('重新拟定');
  await press('填入 2 户');
  expect(amounts(book.snapshot)).toEqual([750, 300, 450]);
});

test('what cannot be done is said with the difference; what is no amount is not taken for one', async () => {
  const { book } = await open();
  await press('拟定');
  expect(said()).toContain('方案没有写明下达资金，请先填写要分配的总额。');
  await type('要分配的总额（元）', '一千');
  expect(said()).toContain('要分配的总额认不出来');
  await type('要分配的总额（元）', '1000');
  await press('重新拟定');
  expect(said()).toContain('还差 100 元');
  expect(screen.queryByRole('button', { name: /^填入/ })).toBeNull();
  expect(amounts(book.snapshot)).toEqual([null, 300, null]);
});
