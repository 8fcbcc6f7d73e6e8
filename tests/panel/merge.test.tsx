/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { person } from '../support/people';
import { householdsFrom, returnedPlan, workbookOfPlans } from '../support/returned-plan';
import { mergeAll, openMerge, resultIsThere, type FileInFolder } from './open-merge';
import { press, said, turnTo } from './open-panel';

jest.setTimeout(60_000);

const from = (name: string, village: string, first: number, count: number): FileInFolder => ({
  name,
  folders: ['交回', '松岭乡'],
  holds: [returnedPlan(village, householdsFrom(first, count), { total: true })],
});
const [one, two, ...others] = householdsFrom(0, 5);
/** Two villages, the first of them twice, one person in both, a total row that is wrong, and two files that are none. */
const folder: readonly FileInFolder[] = [
  from('石湾村.xlsx', '石湾村', 0, 4),
  {
    ...from('石湾村补报.xlsx', '石湾村', 0, 0),
    holds: [returnedPlan('石湾村', [{ ...two, inNeed: 4 }, ...others], { preparedOn: '2026-01-07' })],
    modifiedOn: '2026-01-07',
  },
  {
    ...from('柳溪村.xlsx', '柳溪村', 0, 0),
    holds: [
      returnedPlan('柳溪村', [...householdsFrom(20, 4), { head: 2 }], { total: true, totals: { reliefAmount: 1 } }),
    ],
  },
  { name: '通知.docx', folders: ['交回'], holds: '不该读它' },
  { name: '损坏.xlsx', folders: ['交回'], holds: '这个文件不完整，请重新拷贝后再选择它。' },
];
/** Two returns of one village between which nothing tells. */
const disputed: readonly FileInFolder[] = [
  from('白沙村一.xlsx', '白沙村', 60, 4),
  {
    ...from('白沙村二.xlsx', '白沙村', 60, 4),
    holds: [returnedPlan('白沙村', [{ head: 60, inNeed: 5 }, ...householdsFrom(61, 3)], { total: true })],
  },
  from('青石村.xlsx', '青石村', 80, 3),
];

const summary = () => screen.getByRole('group', { name: '汇总结果' }).textContent ?? '';
const open = async (title: RegExp) => press(title);
const listed = (name: string) =>
  Array.from(screen.getByRole('list', { name }).children, (item) => item.textContent ?? '');
const origin = (name: string) => screen.getByRole('region', { name });

describe('what came of it', () => {
  test('every file has its verdict, and taken and set aside are all there are', async () => {
    const { asked } = openMerge(folder);
    await mergeAll();
    expect(summary()).toContain('共 5 份文件 = 汇入 2 份 + 未汇入 3 份');
    const files = listed('各份文件');
    expect(files).toHaveLength(5);
    expect(files.find((text) => text.startsWith('石湾村.xlsx'))).toMatch(
      /未汇入：已有更新的一份未汇入 4 行.*石湾村补报/,
    );
    expect(files.find((text) => text.startsWith('通知.docx'))).toContain('这个文件不是表格');
    expect(files.find((text) => text.startsWith('损坏.xlsx'))).toContain('请重新拷贝后再选择它');
    expect(asked.has('通知.docx')).toBe(false);
    await press(/^未汇入 3/);
    expect(listed('各份文件')).toHaveLength(3);
    fireEvent.change(screen.getByRole('searchbox', { name: '筛选文件' }), { target: { value: '拷贝' } });
    expect(listed('各份文件').map((text) => text.slice(0, 7))).toEqual(['损坏.xlsx']);
  });

  test('what came in is what was merged and what was set aside, village by village; a wrong total is named', async () => {
    openMerge(folder);
    await mergeAll();
    expect(summary()).toMatch(/户数 13 = 9 \+ 4.*相符/);
    await open(/^收到 = 汇入 \+ 未汇入/);
    const lines = listed('收到、汇入与未汇入');
    expect(lines).toHaveLength(3);
    // The folder that a township handed in tells the township.
    expect(lines.slice(1).every((text) => text.startsWith('松岭乡'))).toBe(true);
    expect(lines.find((text) => text.includes('石湾村'))).toMatch(/相符户数8 = 4 \+ 4/);
    expect(listed('不符的合计行')).toHaveLength(1);
    expect(listed('不符的合计行')[0]).toMatch(/柳溪村\.xlsx.*合计.*救助金额（元）写的是 1，数得 \d+/);
  });

  test('the newer return against the older one, household by household', async () => {
    openMerge(folder);
    await mergeAll();
    await open(/^版本差异/);
    const found = listed('版本差异');
    expect(found[0]).toBe(`石湾村${person(one.head).name}减少`);
    expect(found[1]).toBe(`石湾村${person(4).name}新增`);
    expect(found[2]).toMatch(new RegExp(`石湾村${person(two.head).name}改动.*需救助人口：\\d → 4`));
  });

  test('a finding over two files opens to both rows as they were handed in, a merged row to its own', async () => {
    openMerge(folder);
    await mergeAll();
    await open(/^核查问题/);
    const name = person(2).name;
    const [row] = within(screen.getByRole('list', { name: '核查问题' })).getAllByRole('button');
    expect(row.textContent).toMatch(new RegExp(`石湾村补报\\.xlsx.*${name}|柳溪村\\.xlsx.*${name}`));
    fireEvent.click(row);
    const cells = (region: HTMLElement) =>
      Object.fromEntries(
        within(region)
          .getAllByRole('term')
          .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
      );
    expect(cells(origin('石湾村补报.xlsx第 6 行'))).toMatchObject({ 户主姓名: name, 身份证号: person(2).idNumber });
    expect(cells(origin('柳溪村.xlsx第 9 行'))).toMatchObject({ 行政村: '柳溪村', 户主姓名: name });
    fireEvent.click(row);
    expect(screen.queryByRole('region', { name: '柳溪村.xlsx第 9 行' })).toBeNull();

    await open(/^汇入的各户/);
    fireEvent.change(screen.getByRole('searchbox', { name: '查找汇入的户' }), { target: { value: person(20).name } });
    const [household] = within(screen.getByRole('list', { name: '汇入的各户' })).getAllByRole('button');
    fireEvent.click(household);
    expect(origin('柳溪村.xlsx第 5 行').textContent).toMatch(/来源：柳溪村\.xlsx.*汇入汇总台账第 \d+ 行/);
  });

  test('villages that did not hand in, and the list of need against what was paid', async () => {
    const need = [from('需救助名单.xlsx', '青石村', 80, 4)];
    openMerge([from('青石村.xlsx', '青石村', 81, 5)], { need });
    await screen.findByRole('button', { name: '选择文件夹' });
    await press('选择文件夹');
    await open(/^汇总选项/);
    fireEvent.change(screen.getByRole('textbox', { name: '应交的村' }), { target: { value: '青石村、远山村' } });
    await press('选择名单');
    await press(/^开始汇总/);
    await resultIsThere();
    expect(summary()).toContain('还没有汇入的村：远山村');
    await open(/^需救助与发放对照/);
    expect(screen.getByText(/需救助名单 4 户，发放 5 户，两边都有 3 户/)).toBeTruthy();
    expect(listed('列入未发放')[0]).toContain(person(80).name);
    expect(listed('发放未列入')).toHaveLength(2);
  });

  test('files of one name bear their folders, and the same file is not listed twice', async () => {
    openMerge([
      { ...from('台账.xlsx', '石湾村', 0, 3), folders: ['交回', '石湾村'] },
      { ...from('台账.xlsx', '柳溪村', 20, 3), folders: ['交回', '柳溪村'] },
    ]);
    await mergeAll();
    expect(
      listed('各份文件')
        .map((text) => text.slice(0, 11))
        .sort(),
    ).toEqual(['柳溪村/台账.xlsx', '石湾村/台账.xlsx']);
    await open(/^交来的文件/);
    await press('选择文件夹');
    expect(said()).toContain('有 2 份已经在清单里，没有再加。');
    expect(listed('选好的文件')).toHaveLength(2);
  });
});

describe('what a person has to decide', () => {
  test('is asked in place and merged anew with the answer, without reading again', async () => {
    const { asked } = openMerge(disputed);
    await mergeAll();
    expect(summary()).toContain('汇入 1 份 + 未汇入 2 份');
    expect(summary()).toContain('现在生成就不包括这几份');
    const question = screen.getByRole('region', { name: '请您定' });
    expect(question.textContent).toContain('白沙村：以哪一份为准');
    expect(question.textContent).toContain('填报日期 2026年1月5日');
    fireEvent.click(within(question).getByRole('radio', { name: /以“白沙村二\.xlsx”为准/ }));
    await press('按选定的重新汇总');
    await waitFor(() => expect(summary()).toContain('汇入 2 份 + 未汇入 1 份'));
    expect(screen.getByRole('region', { name: '请您定' }).textContent).toContain('已按您选定的：“白沙村二.xlsx”');
    expect([...asked.values()]).toEqual([1, 1, 1]);
    await press('取消选定');
    await waitFor(() => expect(summary()).toContain('汇入 1 份 + 未汇入 2 份'));
  });
});

describe('what is made of it', () => {
  test('the merged workbook comes on screen, a line leads to its row, and a row tells where it came from', async () => {
    const { opened, handedOut } = openMerge(folder, { opensNew: true });
    await mergeAll();
    expect(opened).toEqual([]);
    await press('生成汇总台账');
    await waitFor(() => expect(opened).toHaveLength(1));
    const [book] = opened;
    const names = book.snapshot.sheets.map(({ name }) => name);
    expect(names[0]).toBe('汇总台账');
    expect(names).toEqual(expect.arrayContaining(['合并情况', '合并来源', '版本差异', '核查问题']));
    expect(handedOut).toEqual([]);
    await open(/^汇入的各户/);
    fireEvent.change(screen.getByRole('searchbox', { name: '查找汇入的户' }), { target: { value: person(20).name } });
    const [household] = within(screen.getByRole('list', { name: '汇入的各户' })).getAllByRole('button');
    fireEvent.click(household);
    const [at] = book.activated;
    const row = book.snapshot.sheets[0].rows[at.row - 1];
    expect([at.sheet, row?.includes(person(20).name)]).toEqual(['汇总台账', true]);

    await act(async () => book.moveTo(at));
    await waitFor(() => expect(said()).toContain(`来源：柳溪村.xlsx “冬春救助台账” 第 5 行（${person(20).name}）`));
    await press('返回');
    await act(async () => book.moveTo({ ...at, row: at.row + 1 }));
    await waitFor(() => expect(said()).toContain('来源：柳溪村.xlsx “冬春救助台账” 第 6 行'));
    await act(async () => book.moveTo({ sheet: '合并情况', row: 3, column: 1 }));
    await waitFor(() => expect(said()).not.toContain('来源：'));
  });

  test('nothing is opened where the person keeps what is open', async () => {
    const { opened } = openMerge(folder, { opensNew: false });
    await mergeAll();
    await press('生成汇总台账');
    await waitFor(() => expect(said()).toContain('没有打开汇总工作簿'));
    expect(opened).toEqual([]);
  });

  test('in Excel its sheets go into the open workbook as one step that can be taken back', async () => {
    const book = memoryWorkbook(workbookOfPlans('空白.xlsx', returnedPlan('青石村', householdsFrom(80, 2))));
    const before = book.snapshot.sheets.map(({ name }) => name);
    openMerge(folder, { open: book });
    await mergeAll();
    expect(book.snapshot.sheets.map(({ name }) => name)).toEqual(before);
    await press('生成汇总台账');
    await waitFor(() => expect(said()).toMatch(/已写入 \d+ 张表/));
    const names = book.snapshot.sheets.map(({ name }) => name);
    expect(names.slice(0, before.length + 1)).toEqual([...before, '汇总台账']);
    expect(names).toEqual(expect.arrayContaining(['合并情况', '合并来源', '版本差异', '核查问题']));
    await press('返回');
    await turnTo(/^改动/);
    await press('撤销第 1 步：生成汇总台账');
    await waitFor(() => expect(book.snapshot.sheets.map(({ name }) => name)).toEqual(before));
  });

  test('the workbooks that go back: one zip, each with its marks and its list, as the village named it', async () => {
    const { handedOut } = openMerge(folder);
    await mergeAll();
    const count = Number(/退回修改 (\d+) 份/.exec(summary())?.[1]);
    expect(count).toBeGreaterThan(1);
    await press(/^退回修改/);
    await waitFor(() => expect(handedOut).toHaveLength(1));
    const [{ name, files }] = handedOut;
    expect(name).toBe('退回各村-2026-01-10.zip');
    expect(files).toHaveLength(count);
    expect(files.map((file) => file.name)).toContain('柳溪村-退回修改.xlsx');
    for (const { workbook } of files) {
      expect(workbook.sheets.map((sheet) => sheet.name)).toContain('退回修改');
      expect(workbook.sheets.some(({ marks }) => marks.length > 0)).toBe(true);
    }
    expect(said()).toContain('请只发给本村');
  });

  test('a file that is gone by then ends it with a sentence, and nothing is handed out', async () => {
    const { handedOut, takeAway } = openMerge(folder);
    await mergeAll();
    takeAway('柳溪村.xlsx');
    await press(/^退回修改/);
    await waitFor(() => expect(said()).toContain('“柳溪村.xlsx”：选好以后这个文件被改动、移走或正被别的程序占用'));
    expect(said()).toContain('没有写出任何文件');
    expect(handedOut).toEqual([]);
  });

  test('cancelled while reading, there is no result at all', async () => {
    let go = (): void => undefined;
    const reading = (name: string) =>
      name.startsWith('柳溪') ? undefined : new Promise<void>((resolve) => (go = resolve));
    openMerge(folder, { reading });
    await screen.findByRole('button', { name: '选择文件夹' });
    await press('选择文件夹');
    await press(/^开始汇总/);
    await press('取消');
    await act(async () => go());
    await waitFor(() => expect(said()).toContain('已取消'));
    expect(screen.queryByRole('group', { name: '汇总结果' })).toBeNull();
  });

  test('a file left out after merging: what was merged is called old, and nothing is made of it', async () => {
    const { opened } = openMerge(folder, { opensNew: true });
    await mergeAll();
    await open(/^交来的文件/);
    await press('不汇总“柳溪村.xlsx”');
    expect(said()).toContain('文件或选项已改，结果还是原来的');
    await press('生成汇总台账');
    expect(opened).toEqual([]);
    await press('重新汇总');
    await waitFor(() => expect(summary()).toContain('共 4 份文件'));
    await press('生成汇总台账');
    await waitFor(() => expect(opened).toHaveLength(1));
  });

  test('where no file can be merged, the sentence stands in place of the button', async () => {
    openMerge(folder.slice(3), { opensNew: true });
    await mergeAll();
    expect(summary()).toContain('没有一份文件可以汇总，例如“损坏.xlsx”：这个文件不完整');
    expect(screen.queryByRole('button', { name: '生成汇总台账' })).toBeNull();
  });
});
