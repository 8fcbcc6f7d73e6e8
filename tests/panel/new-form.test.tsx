/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, turnTo } from './open-panel';

const ledger = (): WorkbookSnapshot =>
  workbookOf({
    冬春救助台账: `| 户主姓名 | 身份证号 |\n| ${person(1).name} | ${person(1).idNumber} |`,
  });
const names = ({ snapshot }: { readonly snapshot: WorkbookSnapshot }) => snapshot.sheets.map(({ name }) => name);
const atForms = () => screen.findByRole('list', { name: '新建空白表样' });

test('the ribbon’s button opens the forms; one is put behind the ledger under a free name and shown', async () => {
  const { book } = openPanel(ledger(), { host: { start: 'new' } });
  expect(within(await atForms()).getAllByRole('button')).toHaveLength(4);
  expect(screen.queryByRole('list', { name: '张贴的表' })).toBeNull();
  const before = book.snapshot.sheets[0];
  await press('新建冬春救助台账');
  await screen.findByText('已新建“冬春救助台账（2）”，放在工作簿最后，可以填写了。');
  expect(names(book)).toEqual(['冬春救助台账', '冬春救助台账（2）', '字典']);
  expect(book.snapshot.sheets[0]).toBe(before);
  expect(book.activated.at(-1)).toMatchObject({ sheet: '冬春救助台账（2）', column: 1 });
});

test('whoever comes for printed sheets finds the forms folded under them', async () => {
  openPanel(ledger());
  await turnTo(/^表册/);
  await screen.findByRole('list', { name: '张贴的表' });
  expect(screen.queryByRole('list', { name: '新建空白表样' })).toBeNull();
  await press(/^空白表样/);
  await atForms();
});

test('a blank form is taken back as a step', async () => {
  const { book } = openPanel(ledger(), { host: { start: 'new' } });
  await atForms();
  await press('新建冬春救助家庭成员名册');
  await screen.findByText(/已新建“家庭成员名册”/);
  await turnTo(/^改动/);
  await press('撤销上一步');
  await screen.findByText(/已撤销“新建表样”/);
  expect(names(book)).toEqual(['冬春救助台账']);
});

test('what was written into it meanwhile is not lost by taking it back', async () => {
  const { book } = openPanel(ledger(), { host: { start: 'new' } });
  await atForms();
  await press('新建冬春救助家庭成员名册');
  await screen.findByText(/已新建“家庭成员名册”/);
  const begin = book.activated.at(-1);
  if (!begin) throw new Error('no cell was shown');
  await act(async () => book.typeInto({ ...begin, column: 2 }, person(2).name));
  await turnTo(/^改动/);
  await press('撤销上一步');
  await screen.findByText(/“家庭成员名册”里已经填了内容，没有撤销/);
  expect(names(book)).toEqual(['冬春救助台账', '家庭成员名册', '字典']);
});
