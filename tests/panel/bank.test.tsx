/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import type { PanelHost } from '../../src/panel/panel-host';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, turnTo } from './open-panel';

const people = [1, 2, 3, 4].map((index) => person(index));

/** Four households, each 300 元 to its own account; the last column is for what the bank says. */
const ledger = (typed = ''): WorkbookSnapshot =>
  workbookOf({
    台账: [
      '| 户主姓名 | 身份证号 | 户口类型 | 家庭类型 | 家庭人口 | 需救助人口 | 救助金额（元） | 开户名 | 一卡通账号 | 发放情况 |',
      ...people.map(
        ({ name, idNumber, account }, index) =>
          `| ${name} | ${idNumber} | 农村 | 低保户 | 3 | 2 | 300 | ${name} | ${account} | ${index === 3 ? typed : ''} |`,
      ),
    ].join('\n'),
  });

const answer = (): WorkbookSnapshot =>
  workbookOf(
    {
      回单: [
        '| 账号 | 户名 | 金额 | 处理结果 | 失败原因 |',
        ...people.map(
          ({ name, account }, index) =>
            `| ${account} | ${name} | 300 | ${index === 1 ? '失败' : '成功'} | ${index === 1 ? `户名不符，账号 ${account}` : ''} |`,
        ),
      ].join('\n'),
    },
    { name: '回单.xlsx' },
  );

function open(book: WorkbookSnapshot) {
  const saved: { name: string; bytes: Uint8Array; plans?: readonly SheetPlan[] }[] = [];
  let planned: readonly SheetPlan[] | undefined;
  const host: Partial<PanelHost> = {
    saveFile: (name, bytes) => saved.push({ name, bytes, plans: planned }),
    writer: async () => ({
      newWorkbook: async (plans) => {
        planned = plans;
        return new Uint8Array();
      },
      // What the bytes of each encoding are is the file adapter's own test.
      encodeText: (text, encoding) => Uint8Array.from(Buffer.from(`${encoding}\n${text}`)),
    }),
    chooseFiles: async () => [{ name: '回单.xlsx', bytes: async () => new Uint8Array() }],
    openPicked: async () => answer(),
  };
  return { ...openPanel(book, { host }), saved };
}

const openPart = async (name: RegExp) => {
  await turnTo(/^表册/);
  await screen.findByRole('list', { name: '张贴的表' });
  await press(name);
};

test('the bank’s file is saved in the bank’s own encoding, one payment a line', async () => {
  const { saved } = open(ledger());
  await openPart(/^银行代发文件/);
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '文件格式' }), { target: { value: 'txt' } });
  });
  await press('存成代发文件');
  await screen.findByText(/共 4 笔，合计 1200 元/);
  expect(saved.map(({ name }) => name)).toEqual(['代发文件-2026-01-10.txt']);
  const lines = Buffer.from(saved[0].bytes).toString().split(/\r?\n/);
  expect(lines[0]).toBe('gb18030');
  expect(lines[3].split('\t').slice(1, 4)).toEqual([people[1].name, people[1].idNumber, people[1].account]);
  expect(lines).toHaveLength(7);
});

test('a memo that is too long for the bank is refused before anything is saved', async () => {
  const { saved } = open(ledger());
  await openPart(/^银行代发文件/);
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox', { name: '摘要' }), { target: { value: '冬春救灾资金' } });
    fireEvent.change(screen.getByRole('spinbutton', { name: '摘要最多几个字' }), { target: { value: '4' } });
  });
  await press('存成代发文件');
  expect((await screen.findByRole('alert')).textContent).toContain('最多印 4 个字');
  expect(saved).toEqual([]);
});

test('the bank’s answer is shown before it is registered, registered as one step and taken back', async () => {
  const { book } = open(ledger('本人自领'));
  const before = book.snapshot;
  await openPart(/^银行回单/);
  await press('选择银行回单');
  await screen.findByText(/已发放 3 笔 900 元，没有发成 1 笔 300 元/);
  const failed = within(screen.getByRole('list', { name: '没有发成和要核对的户' })).getByRole('listitem');
  expect(failed.textContent).toContain(`${people[1].name}第 3 行没有发成：户名不符`);
  expect(failed.textContent).not.toContain(people[1].account);
  expect(book.snapshot.sheets).toHaveLength(1);

  await press('登记到台账');
  await screen.findByText(/已登记：没有发成的 1 户.*有 1 户的发放情况已有人填写，没有改动/);
  const [sheet] = book.snapshot.sheets;
  expect(sheet.rows.slice(1).map((row) => row?.[9])).toEqual([
    '已发放',
    expect.stringContaining('没有发成：户名不符'),
    '已发放',
    '本人自领',
  ]);
  expect(sheet.marks).toContainEqual({ row: 3, column: 9, severity: 'warning' });
  expect(book.snapshot.sheets.map(({ name }) => name).sort()).toEqual(
    ['代发结果', '台账', '操作记录', '核查记录'].sort(),
  );

  await turnTo(/^改动/);
  await press('撤销上一步');
  const [after, ...others] = book.snapshot.sheets;
  expect(after.rows).toEqual(before.sheets[0].rows);
  expect(after.marks).toEqual([]);
  expect(others.map(({ name }) => name)).toEqual(['操作记录']);
});

test('the second batch holds the failed alone, at the account they have by now', async () => {
  const { book, saved } = open(ledger());
  await openPart(/^银行代发文件/);
  await act(async () => {
    fireEvent.click(screen.getByRole('checkbox', { name: /二次代发/ }));
  });
  await press('存成代发文件');
  expect((await screen.findByRole('alert')).textContent).toContain('请先登记银行回单');
  await press(/^银行回单/);
  await press('选择银行回单');
  await press('登记到台账');
  await act(async () => {
    const at = { sheet: '台账', row: 3, column: 9 };
    await book.apply([{ kind: 'edit-cells', edits: [{ at, from: people[1].account, to: person(60).account }] }]);
  });
  await press('存成代发文件');
  await screen.findByText(/共 1 笔，合计 300 元/);
  expect(saved[0].name).toBe('二次代发-2026-01-10.xlsx');
  expect(saved[0].plans?.[0].rows.map(({ cells }) => cells[3].value)).toEqual(['账号', person(60).account]);
});

test('a file that is no answer is refused', async () => {
  const page = openPanel(ledger(), {
    host: {
      chooseFiles: async () => [{ name: '名单.xlsx', bytes: async () => new Uint8Array() }],
      openPicked: async () => workbookOf({ 名单: '| 姓名 |\n| 王安 |' }, { name: '名单.xlsx' }),
    },
  });
  await openPart(/^银行回单/);
  await press('选择银行回单');
  expect((await screen.findByRole('alert')).textContent).toContain('没有找到银行回单的表头');
  expect(page.book.snapshot.sheets).toHaveLength(1);
});
