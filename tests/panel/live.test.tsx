/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { currentFinding, openPanel, press, pressKey, said } from './open-panel';

jest.setTimeout(60_000);

const [ann, bo, cai] = [person(1), person(2), person(3)];

const ledger = (): WorkbookSnapshot =>
  workbookOf({
    花名册: `
      | 序号 | 户主姓名     | 身份证号          | 户口类型 | 家庭人口 | 需救助人口 | 救助金额（元） |
      | 1    | ${ann.name}  | ${ann.idNumber}   | 农村     | 4        | 5          | 450            |
      | 2    | ${bo.name}   | ${bo.idNumber}    | 农村     | 2        | 2          | 300            |
      | 3    | ${cai.name}  | ${cai.idNumber}   | 农村     | 2        | 3          | 300            |
    `,
  });

const people = (row: number) => ({ sheet: '花名册', row, column: 6 });
const touched = () => screen.queryByRole('status', { name: '刚改的行' });
const rowsOf = (title: string) => within(screen.getByRole('list', { name: title })).getAllByRole('listitem');

test('typing checks again by itself and shows what is wrong in the row, without touching marks', async () => {
  const { book } = openPanel(ledger());
  await press('检查');
  expect(touched()).toBeNull();
  await act(() => book.typeInto(people(3), 6));
  await waitFor(() => expect(touched()?.textContent).toContain('需救助人口 6 人超过家庭人口 2 人'));
  expect(touched()?.textContent).toContain('刚改的第 3 行有');
  expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(3);
  expect(said()).not.toContain('过期');
  expect(book.snapshot.sheets.flatMap(({ marks }) => marks)).toEqual([]);
});

test('what was typed right leaves the list, and the walk goes on from there', async () => {
  const { book } = openPanel(ledger());
  await press('检查');
  await act(() => book.typeInto(people(3), 6));
  await waitFor(() => expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(3));
  await pressKey('F8');
  await pressKey('F8');
  expect(currentFinding()).toContain('花名册!F3');
  await act(() => book.typeInto(people(2), 3));
  await waitFor(() => expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(2));
  expect(currentFinding()).toContain('花名册!F3');
  await act(() => book.typeInto(people(3), 2));
  await waitFor(() => expect(screen.queryByText(/需救助人口 6 人超过家庭人口 2 人/)).toBeNull());
  expect(touched()).toBeNull();
  await pressKey('F8');
  expect(currentFinding()).toContain('花名册!F4');
});

test('without a check before, the first edit begins one', async () => {
  const { book } = openPanel(ledger());
  await act(() => book.typeInto(people(3), 6));
  await waitFor(() => expect(touched()?.textContent).toContain('需救助人口 6 人'), { timeout: 5_000 });
});

test('edits that follow each other quickly are checked together', async () => {
  const { book } = openPanel(ledger());
  await press('检查');
  await act(async () => {
    await book.typeInto(people(3), 6);
    await book.typeInto(people(4), 7);
  });
  await waitFor(() => expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(3));
  expect(screen.getByText(/需救助人口 7 人超过家庭人口 2 人/, { selector: '[data-finding] *' })).toBeTruthy();
});

test('moving to a row shows that household: its findings, its amount and how that comes about', async () => {
  const { book } = openPanel(ledger());
  await press('检查');
  await act(async () => book.moveTo(people(4)));
  const title = screen.getByRole('button', { name: /^第 4 行/ });
  expect(title.textContent).toContain(cai.name);
  const row = document.getElementById(title.getAttribute('aria-controls') ?? '');
  expect(row?.textContent).toContain('需救助人口 3 人超过家庭人口 2 人');
  await act(async () => book.moveTo(people(3)));
  expect(screen.getByRole('button', { name: /^第 3 行/ }).textContent).toContain('没有问题');
  expect(screen.getByText(/2 人 × 150 元\/人 = 300 元/).textContent).toMatch(/^救助金额 300 元.*依据：/);
  await act(async () => book.moveTo({ sheet: '花名册', row: 1, column: 1 }));
  expect(screen.queryByRole('button', { name: /^第 \d 行/ })).toBeNull();
  await act(async () => book.moveTo(people(4)));
  await pressKey('F8');
  expect(screen.queryByRole('button', { name: /^第 \d 行/ })).toBeNull();
});

test('a household whose notice hangs shows until when', async () => {
  const notices = workbookOf({
    花名册: `
      | 户主姓名    | 身份证号        | 公示开始日期 |
      | ${ann.name} | ${ann.idNumber} | d:2026-01-07 |
    `,
  });
  const { book } = openPanel(notices);
  await press('检查');
  await act(async () => book.moveTo(people(2)));
  expect(screen.getByText('下一步：村级公示至 2026年1月14日')).toBeTruthy();
});

test('a row tells the days of its household, counted from its own notice, once unfolded', async () => {
  const notices = workbookOf({
    花名册: `
      | 户主姓名    | 身份证号        | 公示开始日期 |
      | ${ann.name} | ${ann.idNumber} | d:2026-01-07 |
    `,
  });
  const { book } = openPanel(notices);
  await press('检查');
  await act(async () => book.moveTo(people(2)));
  expect(screen.queryByRole('list', { name: '时间表' })).toBeNull();
  await press('这一户的办理时间');
  const steps = await screen.findByRole('list', { name: '时间表' });
  expect(steps.textContent).toMatch(/^村级公示开始已过2026年1月7日村级公示结束.*最早 1月14日/);
});

test.each([
  ['sheets', '表册'],
  ['fill', '填列'],
  ['check', /^问题/],
] as const)('a button for %s opens its view', async (start, tab) => {
  await act(async () => void openPanel(ledger(), { host: { start } }));
  expect(screen.getByRole('tab', { name: tab }).getAttribute('aria-selected')).toBe('true');
  if (start === 'check') await waitFor(() => expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(2));
});
