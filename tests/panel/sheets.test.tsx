/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

/** Four households in two villages; the last has more people in need than people where `isWrong`. */
const ledger = (isWrong = false): WorkbookSnapshot =>
  workbookOf({
    台账: [
      '| 行政村 | 户主姓名 | 身份证号 | 户口类型 | 家庭类型 | 家庭人口 | 需救助人口 | 救助金额（元） |',
      ...[1, 2, 3, 4].map((index) => {
        const { name, idNumber } = person(index);
        const inNeed = isWrong && index === 4 ? 5 : 2;
        return `| ${index < 3 ? '大坪村' : '小河口村'} | ${name} | ${idNumber} | 农村 | 低保户 | 3 | ${inNeed} | ${inNeed * 150} |`;
      }),
    ].join('\n'),
  });

const choose = async (title: RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole('checkbox', { name: title }));
  });
const openSheets = async () => {
  await turnTo(/^表册/);
  await screen.findByRole('list', { name: '张贴的表' });
};

test('public and inner sheets are listed apart, and nothing is made before something is chosen', async () => {
  openPanel(ledger());
  await openSheets();
  const titles = within(screen.getByRole('list', { name: '张贴的表' })).getAllByRole('checkbox');
  expect(titles).toHaveLength(3);
  expect(screen.getByRole('button', { name: '请先选表' })).toBeTruthy();
});

test('the chosen sheets are put behind the ledger, and undone as one step', async () => {
  const { book } = openPanel(ledger());
  await openSheets();
  await choose(/^村级公示/);
  await choose(/^发放花名册/);
  await press('生成 2 种表');
  await screen.findByText(/已生成 4 张表，4 户/);
  const names = async () => (await book.read()).sheets.map(({ name }) => name);
  expect((await names()).filter((name) => name !== '操作记录')).toEqual([
    '台账',
    '村级公示-大坪村',
    '村级公示-小河口村',
    '发放花名册',
    '发放花名册-分类汇总',
  ]);
  await turnTo(/^改动/);
  await press('撤销上一步');
  expect((await names()).filter((name) => name !== '操作记录')).toEqual(['台账']);
});

test('making a sheet again replaces it', async () => {
  const { book } = openPanel(ledger());
  await openSheets();
  await choose(/^村级公示/);
  await press('生成 1 种表');
  await screen.findByText(/已生成 2 张表/);
  await press(/生成 1 种表/);
  await screen.findByText(/已生成 2 张表/);
  const notices = (await book.read()).sheets.filter(({ name }) => name.startsWith('村级公示'));
  expect(notices).toHaveLength(2);
});

test('with errors it asks first, and the foot says so', async () => {
  const { book } = openPanel(ledger(true));
  await openSheets();
  await choose(/^村（社区）冬春救助资金发放表/);
  await press('生成 1 种表');
  expect((await screen.findByRole('alert')).textContent).toMatch(/还有 1 处错误没有处理/);
  expect((await book.read()).sheets).toHaveLength(1);
  await press(/照样生成/);
  await screen.findByText(/已生成 3 张表/);
  const sheet = (await book.read()).sheets.find(({ name }) => name === '资金发放表-小河口村');
  const texts = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet && valueAt(sheet, row + 1, 1));
  expect(texts).toContain('生成时有 1 处错误未处理。');
});

test('one village, after a check has told which there are', async () => {
  const { book } = openPanel(ledger());
  await press('检查');
  await openSheets();
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '范围' }), { target: { value: '小河口村' } });
  });
  await choose(/^村级公示/);
  await press('生成 1 种表');
  await screen.findByText(/已生成 1 张表，2 户/);
  expect((await book.read()).sheets.map(({ name }) => name)).toContain('村级公示-小河口村');
});

test('the rows that stand selected in the ledger', async () => {
  const { book } = openPanel(ledger());
  await act(async () => book.moveTo({ sheet: '台账', row: 3, column: 2 }, [{ from: 3, to: 4 }]));
  await openSheets();
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '范围' }), { target: { value: '选中的户' } });
  });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '“台账”里的行' }).value).toBe('3-4');
  await choose(/^冬春生活救助申请审批表/);
  await press('生成 1 种表');
  await screen.findByText(/已生成 1 张表，2 户.*台账另有 2 户未列入/);
  const names = (await book.read()).sheets.find(({ name }) => name === '申请审批表')?.rows.flatMap((row) => row ?? []);
  expect([1, 2, 3, 4].filter((index) => names?.includes(person(index).name))).toEqual([2, 3]);

  await act(async () => book.moveTo({ sheet: '台账', row: 5, column: 1 }));
  await press('取选中的行');
  await press('生成 1 种表');
  await screen.findByText(/已生成 1 张表，1 户/);
});

test('rows that hold no household are named', async () => {
  openPanel(ledger());
  await openSheets();
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '范围' }), { target: { value: '选中的户' } });
  });
  await choose(/^冬春生活救助申请审批表/);
  await press('生成 1 种表');
  expect((await screen.findByRole('alert')).textContent).toContain('请写明选中的行号');
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox', { name: '台账里的行' }), { target: { value: '1、9' } });
  });
  await press('生成 1 种表');
  expect((await screen.findByRole('alert')).textContent).toContain('第 1、9 行没有户');
});

test('a printed sheet that no longer agrees is found by the next check', async () => {
  const { book } = openPanel(ledger());
  await openSheets();
  await choose(/^村级公示/);
  await press('生成 1 种表');
  await screen.findByText(/已生成 2 张表/);
  await act(async () => {
    await book.apply([
      {
        kind: 'edit-cells',
        edits: [{ at: { sheet: '台账', row: 2, column: 6 }, from: 3, to: 4 }],
      },
    ]);
  });
  await press('检查');
  await turnTo(/^问题/);
  const row = within(screen.getByRole('list', { name: '表册与台账不一致' })).getByRole('listitem');
  expect(row.textContent).toContain(`${person(1).name}的家庭人口在这张表上是 3，台账里是 4`);
  expect(said()).toContain('已检查');
});
