/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

/** Eight rows, the last four of them the first four again; the last has an id with a blank, which can be put right. */
const twice = (): WorkbookSnapshot =>
  workbookOf({
    台账: [
      '| 行政村 | 户主姓名 | 身份证号 | 户口类型 | 家庭类型 | 家庭人口 | 需救助人口 | 救助金额（元） |',
      ...[1, 2, 3, 4, 1, 2, 3, 4].map((index, row) => {
        const { name, idNumber } = person(index);
        return `| 大坪村 | ${name} | ${row === 7 ? '\\s' : ''}${idNumber} | 农村 | 低保户 | 3 | 2 | |`;
      }),
    ].join('\n'),
  });

const question = () => screen.queryByRole('alertdialog', { name: '请核对文件' });
const halfTwice = '共 8 行，有 4 行前面已经登记过';

test('标记 asks first, and marks once the person says that it is the file', async () => {
  const { book } = openPanel(twice());
  await press('标记');
  expect(question()?.textContent).toContain(halfTwice);
  expect(question()?.textContent).toContain('还没有改动任何内容');
  expect((await book.read()).sheets.map(({ name, marks }) => [name, marks.length])).toEqual([['台账', 0]]);
  expect(document.activeElement?.textContent).toBe('取消');
  await press('是这份文件，继续');
  expect(question()).toBeNull();
  expect(said()).toMatch(/已标记 \d+ 格/);
  expect((await book.read()).sheets[0].marks.length).toBeGreaterThan(0);
});

test('取消 leaves the workbook as it is, and the next write asks again', async () => {
  const { book } = openPanel(twice());
  const before = await book.read();
  await press('检查');
  await press(/^应用：/);
  expect(question()?.textContent).toContain(halfTwice);
  await press('取消', question() ?? undefined);
  expect(question()).toBeNull();
  expect(said()).toContain('已取消，没有改动任何内容。');
  expect((await book.read()).sheets).toEqual(before.sheets);
  await press(/^应用：/);
  expect(question()).toBeTruthy();
});

test('填列 and 表册 are held up too, and asked about once between them', async () => {
  const { book } = openPanel(twice());
  await turnTo(/^填列/);
  await press('预览');
  await press('填入 8 格');
  expect(question()?.textContent).toContain(halfTwice);
  await press('是这份文件，继续');
  expect(said()).toContain('已填入 8 格');
  await turnTo(/^表册/);
  await screen.findByRole('list', { name: '张贴的表' });
  await act(async () => {
    fireEvent.click(screen.getByRole('checkbox', { name: /^村级公示/ }));
  });
  await press(/^生成 1 种表/);
  await press(/照样生成/);
  expect(question()).toBeNull();
  expect((await book.read()).sheets.map(({ name }) => name)).toContain('村级公示-大坪村');
});

test('表册 alone asks as well', async () => {
  const { book } = openPanel(twice());
  await turnTo(/^表册/);
  await screen.findByRole('list', { name: '张贴的表' });
  await act(async () => {
    fireEvent.click(screen.getByRole('checkbox', { name: /^村级公示/ }));
  });
  await press(/^生成 1 种表/);
  await press(/照样生成/);
  expect(question()?.textContent).toContain(halfTwice);
  expect((await book.read()).sheets).toHaveLength(1);
});

test('an ordinary ledger is asked about nothing', async () => {
  const { name, idNumber } = person(1);
  openPanel(workbookOf(`| 户主姓名 | 身份证号 | 需救助人口 |\n| ${name} | ${idNumber} | 2 |`));
  await press('标记');
  expect(question()).toBeNull();
  expect(within(document.body).getByRole('button', { name: '标记' })).toBeTruthy();
});
