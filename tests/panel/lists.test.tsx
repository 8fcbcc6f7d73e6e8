/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { UnreadableWorkbook } from '../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import type { PanelHost, PickedFile } from '../../src/panel/panel-host';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

const [ann, bo, cai] = [person(1), person(2), person(3)];
const ledger = (): WorkbookSnapshot =>
  workbookOf({
    花名册: [
      '| 户主姓名 | 身份证号 | 家庭人口 | 需救助人口 |',
      ...[ann, bo, cai].map(({ name, idNumber }) => `| ${name} | ${idNumber} | 3 | 2 |`),
    ].join('\n'),
  });

const file = (name: string): PickedFile => ({ name, bytes: async () => new Uint8Array() });

/** A host whose window of files gives these, by name; what is no table cannot be read. */
function hostWith(files: Readonly<Record<string, string | undefined>>): Partial<PanelHost> {
  return {
    chooseFiles: async () => Object.keys(files).map(file),
    openPicked: async ({ name }) => {
      const table = files[name];
      if (table === undefined) throw new UnreadableWorkbook('文件已损坏，请重新导出。');
      return workbookOf(table, { name });
    },
  };
}

async function openLists(): Promise<void> {
  await turnTo(/^名单/);
  await screen.findByRole('list', { name: '核对名单' });
}
const deceased = `| 姓名 | 身份证号 | 死亡日期 |\n| ${bo.name} | ${bo.idNumber} | 2025-03-01 |\n| 合计 | | |`;

test('what a list lacks is said where it was not checked, and leads to where it is picked', async () => {
  openPanel(ledger(), { host: hostWith({ '死亡.xlsx': deceased }) });
  await press('检查');
  await press(/^未检查/);
  await press('选择名单');
  const kinds = within(await screen.findByRole('list', { name: '核对名单' })).getAllByRole('listitem');
  expect(kinds).toHaveLength(9);
  expect(kinds.map((kind) => kind.textContent)).toContainEqual(
    expect.stringMatching(/^死亡、火化或户口注销名单.*没有提供，没有核对：/),
  );
});

test('a picked list says what was read and what was not, and the next check compares with it', async () => {
  openPanel(ledger(), { host: hostWith({ '死亡.xlsx': deceased }) });
  await press('检查');
  const before = document.querySelectorAll('[data-finding]').length;
  await openLists();
  await press('选文件：死亡、火化或户口注销名单');
  const given = screen.getByRole('group', { name: '死亡.xlsx' });
  expect(given.textContent).toContain('读取 1 行，按“姓名”、“身份证号”、“死亡日期”。');
  expect(given.textContent).toContain('有 1 行没有读取：第 3 行是合计或落款。');
  expect(said()).toContain('核对名单有变，结果尚未更新');
  await press('按名单检查');
  expect(said()).not.toContain('尚未更新');
  await turnTo(/^问题/);
  expect(document.querySelectorAll('[data-finding]')).toHaveLength(before + 1);
  expect(document.body.textContent).toContain('2025年3月1日');
});

test('a list taken away is no longer compared with', async () => {
  openPanel(ledger(), { host: hostWith({ '死亡.xlsx': deceased }) });
  await openLists();
  await press('选文件：死亡、火化或户口注销名单');
  await press('按名单检查');
  await press('去掉“死亡.xlsx”');
  expect(screen.queryByRole('group', { name: '死亡.xlsx' })).toBeNull();
  expect(said()).toContain('核对名单有变，结果尚未更新');
  await press('按名单检查');
  await turnTo(/^问题/);
  expect(document.body.textContent).not.toContain('2025年3月1日');
});

test('several files at once; what is no list and what cannot be read is set aside with the reason', async () => {
  const host = hostWith({
    '甲.xlsx': `| 姓名 | 身份证号 |\n| ${ann.name} | ${ann.idNumber} |`,
    '物资.xlsx': '| 项目 | 数量 |\n| 棉被 | 30 |',
    '坏.xls': undefined,
    '乙.csv': `| ${cai.idNumber} |`,
  });
  openPanel(ledger(), { host });
  await openLists();
  await press('选文件：财政供养人员名单');
  expect(screen.getAllByRole('group', { name: /^(甲|乙)/ })).toHaveLength(2);
  const said_ = screen.getByRole('alert').textContent;
  expect(said_).toContain('“物资.xlsx”里没有找到姓名、身份证号或村名的列');
  expect(said_).toContain('“坏.xls”：文件已损坏，请重新导出。');
  await press('再选文件：财政供养人员名单');
  expect(screen.getAllByRole('group', { name: /^(甲|乙)/ })).toHaveLength(2);
});

test('nothing chosen changes nothing', async () => {
  openPanel(ledger(), { host: { ...hostWith({}), openPicked: async () => ledger() } });
  await openLists();
  await press('选文件：财政供养人员名单');
  expect(said()).toContain('尚未检查');
  expect(screen.queryAllByRole('button', { name: /^去掉/ })).toEqual([]);
});

test('where the host cannot read files, that is said', async () => {
  openPanel(ledger());
  await openLists();
  expect(screen.queryByRole('button', { name: /^选文件/ })).toBeNull();
  expect(document.body.textContent).toContain('这里不能选择文件');
});
