/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { recordColumns } from '../../src/core/decisions/record-columns';
import type { CellValue } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { idNumberFrom, people } from '../support/people';
import { workbookOf } from '../support/table';
import { openPanel, press, pressKey, said, turnTo } from './open-panel';

jest.setTimeout(60_000);

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);
const table = (...rows: readonly string[]) => `| 行政村 | 户主姓名 | 身份证号 | 家庭人口 | 备注 |\n${rows.join('\n')}`;
const first = `| 一村 | ${one.name} | ${one.idNumber} | 3 | |`;
const second = `| 一村 | ${one.name} | ${twin} | 2 | |`;
const away = `| 一村 | ${two.name} | ${two.idNumber} | 2 | 常年在外务工 |`;
const plain = `| 一村 | ${three.name} | ${three.idNumber} | 2 | |`;
const ledger = () => workbookOf({ 台账: table(first, second, away) });
const host = { now: () => '2026-01-10 15:04' };

/** The view comes a moment later than the button: it is a part of its own. */
async function open(name: RegExp): Promise<HTMLElement> {
  await press(name);
  await waitFor(() => screen.getByRole('form', { name: '处理' }));
  return screen.getByRole('form', { name: '处理' });
}

async function fill(words: { readonly choose?: string; readonly 理由?: string; readonly 处理人?: string }) {
  await act(async () => {
    if (words.choose) fireEvent.click(screen.getByRole('radio', { name: new RegExp(`^${words.choose}`) }));
    for (const name of ['理由', '处理人'] as const) {
      const value = words[name];
      if (value !== undefined) fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
    }
  });
}

/** Decides as a person does, from the finding's own button to the words in the record. */
async function decide(button: RegExp, choose: string, reason: string, by = '张三') {
  await open(button);
  await fill({ choose, 理由: reason, 处理人: by });
  await press('写入核查记录');
  await waitFor(() => expect(screen.queryByRole('form', { name: '处理' })).toBeNull());
}

const rowsOf = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');

/** Of the rows of the record in which something is decided: place, decision, reason, who and when. */
const written = (workbook: WorkbookSnapshot): readonly (readonly CellValue[])[] =>
  (workbook.sheets.find(({ name }) => name === '核查记录')?.rows ?? []).slice(4).flatMap((row) => {
    const at = (heading: string) => row?.[recordColumns.findIndex((each) => each.heading === heading)] ?? null;
    return at('处理') === null ? [] : [['单元格', '处理', '理由', '处理人', '处理日期'].map(at)];
  });

test('two rows stand side by side, with a word for each column and a way to each row', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await open(/^比对：台账!B3/);
  const view = screen.getByRole('region', { name: '比对' });
  expect(view.textContent).toContain('很可能是同一人');
  expect(rowsOf('不一样的栏目').map((row) => row.textContent)).toEqual([
    `身份证号 ≠ 不同第 1 处：1${twin}第 2 处：2${one.idNumber}`,
    '家庭人口 ≠ 不同第 1 处：12第 2 处：23',
  ]);
  await press(/^相同的栏目/);
  expect(rowsOf('相同的栏目').map((row) => row.textContent)).toContain(`姓名 相同${one.name}`);
  await press('查看第 2 处：台账!B2');
  expect(book.activated.at(-1)).toMatchObject({ sheet: '台账', row: 2 });
});

test('a decision needs a choice, a reason and a name; the first that is missing is gone to', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  const form = await open(/^处理：台账!E4/);
  await press('写入核查记录');
  expect(form.textContent).toContain('请选一项。');
  await fill({ choose: '核实无误', 理由: '  ' });
  await press('写入核查记录');
  expect(form.textContent).toContain('请写明理由。');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '理由' }));
  expect(book.snapshot.sheets).toHaveLength(1);
});

test('what is decided is written into the record, moves to 已处理 at once, and the keyboard goes on to the next finding', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  expect(written(book.snapshot)).toEqual([['B3', '不是同一人', '同名不同人', '张三', '2026-01-10 15:04']]);
  expect(said()).toContain('已记为“不是同一人”，写在“核查记录”里。');
  expect(said()).not.toContain('可能过期');
  expect(screen.queryByRole('list', { name: '可能是同一人登记两次' })).toBeNull();
  expect(screen.getByRole('tab', { name: '问题 1' })).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('台账!E4');
  await waitFor(() => screen.getByRole('button', { name: /^已处理/ }));
  await press(/^已处理/);
  expect(rowsOf('已处理')[0].textContent).toMatch(/台账!B3.*不是同一人：同名不同人张三，2026年1月10日 15:04/);
  await open(/^处理：台账!E4/);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '处理人' }).value).toBe('张三');
});

test('it is a step: written down in 操作记录, and taken back as one', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  expect(book.snapshot.sheets.map(({ name }) => name)).toContain('操作记录');
  await turnTo(/^改动/);
  await press(/^撤销第 1 步/);
  expect(written(book.snapshot)).toEqual([]);
  await turnTo(/^问题 2/);
  expect(rowsOf('可能是同一人登记两次')).toHaveLength(1);
});

test('a later session takes it back too', async () => {
  const earlier = openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  earlier.page.unmount();
  const { book } = openPanel(earlier.book.snapshot, { host });
  await press('检查');
  await turnTo(/^改动/);
  await press(/^撤销第 1 步/);
  expect(written(book.snapshot)).toEqual([]);
  await turnTo(/^问题 2/);
});

test('marks taken back leave what was decided since', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await press('标记');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  await turnTo(/^改动/);
  await press(/^撤销第 1 步/);
  expect(written(book.snapshot)).toHaveLength(1);
  expect(said()).toContain('“核查记录”里有处理意见或报送封签，予以保留。');
});

test('是同一人 asks for a correction: the finding stays, and says so', async () => {
  openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '是同一人', '重复登记，待删');
  const [row] = rowsOf('可能是同一人登记两次');
  expect(row.textContent).toContain('已记为“是同一人”：重复登记，待删。改好以前仍列在这里。');
});

test('取消处理 lists the finding again', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await decide(/^处理：台账!E4/, '核实无误', '已返乡');
  await waitFor(() => screen.getByRole('button', { name: /^已处理/ }));
  await press(/^已处理/);
  await press('取消处理：台账!E4');
  expect(written(book.snapshot)).toEqual([]);
  expect(rowsOf('长期外出')).toHaveLength(1);
});

test('decided, checked again, sorted with rows put in, and lapsed once the facts change', async () => {
  const earlier = openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  await press('检查');
  expect(screen.queryByRole('list', { name: '可能是同一人登记两次' })).toBeNull();
  const own = earlier.book.snapshot.sheets.slice(1);
  earlier.page.unmount();

  const sorted = workbookOf({ 台账: table(plain, second, away, first) });
  const book = memoryWorkbook({ ...sorted, sheets: [...sorted.sheets, ...own] });
  openPanel(book.snapshot, { host, port: book });
  await press('检查');
  await waitFor(() => screen.getByRole('button', { name: /^已处理\s*1 项/ }));
  expect(screen.queryByRole('list', { name: '可能是同一人登记两次' })).toBeNull();

  await act(() => book.typeInto({ sheet: '台账', row: 3, column: 3 }, '无'));
  await press('检查');
  await waitFor(() => screen.getByRole('button', { name: /^已失效\s*1 项/ }));
  expect(rowsOf('可能是同一人登记两次')[0].textContent).toContain('依据的内容已改变，请重新处理。');
  await press(/^已失效/);
  await press('重新处理');
  await waitFor(() => screen.getByRole('form', { name: '处理' }));
  expect(screen.getByRole('form', { name: '处理' }).textContent).toContain('上次记为“不是同一人”，理由：同名不同人');
  await fill({ choose: '暂缓处理', 理由: '号码待补' });
  await press('写入核查记录');
  await waitFor(() => screen.getByRole('button', { name: /^已处理\s*1 项/ }));
  expect(screen.queryByRole('button', { name: /^已失效/ })).toBeNull();
});

test('what was decided in the last batch is taken over from its file', async () => {
  const last = openPanel(workbookOf({ 台账: table(first, second) }), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  last.page.unmount();
  const picked = { name: '上一批.xlsx', bytes: async () => new Uint8Array() };
  const files = [[picked], [{ ...picked, name: '没有记录.xlsx' }], []];
  const next = workbookOf({ 台账: table(away, second, first) });
  const { book } = openPanel(next, {
    host: {
      ...host,
      chooseFiles: async () => files.shift() ?? [],
      openPicked: async ({ name }) => (name === '上一批.xlsx' ? last.book.snapshot : next),
    },
  });
  await press('检查');
  await waitFor(() => screen.getByRole('button', { name: /^已处理\s*还没有/ }));
  await press(/^已处理/);
  await press('沿用上一批的处理意见');
  await waitFor(() => expect(said()).toContain('已沿用 1 项处理意见，写在“核查记录”里。'));
  expect(written(book.snapshot)).toEqual([
    ['B4', '不是同一人', '同名不同人（沿用上一批）', '张三', '2026-01-10 15:04'],
  ]);
  expect(screen.queryByRole('list', { name: '可能是同一人登记两次' })).toBeNull();
  await press('沿用上一批的处理意见');
  await waitFor(() => expect(said()).toContain('“没有记录.xlsx”里没有写过处理意见的“核查记录”'));
});

test('Esc goes back to the finding, and nothing is written', async () => {
  const { book } = openPanel(ledger(), { host });
  await press('检查');
  await open(/^处理：台账!E4/);
  await pressKey('Escape');
  expect(screen.queryByRole('form', { name: '处理' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('台账!E4');
  expect(book.snapshot.sheets).toHaveLength(1);
});

test('what is said outside the view names no number', async () => {
  openPanel(ledger(), { host });
  await press('检查');
  await decide(/^比对：台账!B3/, '不是同一人', '同名不同人');
  for (const number of [one.idNumber, twin]) expect(said()).not.toContain(number.slice(4, 14));
});
