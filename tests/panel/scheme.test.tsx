/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { sizeWords } from '../../src/panel/scheme/contradiction-list';
import { schemeById, schemes } from '../../src/schemes';
import { schemeInForce } from '../../src/tasks/scheme-in-force';
import { workbookOf } from '../support/table';
import { openPanel, press, said, turnTo } from './open-panel';

const ledger = () =>
  workbookOf({
    台账: `
      | 户主姓名 | 需救助人口 | 救助金额（元） |
      | 甲乙     | 3          |                |`,
  });

const own = `
  | 救助标准 |      |          |          |
  | 参数     | 对象 | 数值     | 条款依据 |
  | 方案名称 |      | 清河镇冬春救助 |    |
  | 文件     |      | 清河镇方案 |        |
  | 标准形式 |      | 定额     |          |
  | 计算单位 |      | 每人     | 第三条   |
  | 定额     | 全部 | 120      | 第三条   |`;

const chooser = () => screen.getByRole<HTMLSelectElement>('combobox', { name: '救助标准' });
const chosen = () => chooser().selectedOptions[0].textContent;
const choose = (title: string) =>
  act(async () => {
    const option = [...chooser().options].find((one) => one.textContent === title);
    fireEvent.change(chooser(), { target: { value: option?.value } });
  });
const view = () => screen.getByRole('tabpanel', { name: '标准' });
const figure = (name: RegExp) => within(view()).getByRole('button', { name });
const type = async (label: string, text: string) =>
  act(async () => {
    fireEvent.change(within(view()).getByLabelText(label), { target: { value: text } });
  });
const amounts = () => {
  const [heading, ...rows] = within(within(view()).getByRole('table')).getAllByRole('row');
  const cells = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent);
  return { classes: cells(heading), rows: rows.map(cells) };
};
const sheetOfScheme = (workbook: WorkbookSnapshot) => schemeInForce([workbook]);

test('the scheme of the workbook itself holds, is shown by its name, and fills', async () => {
  openPanel(workbookOf({ 台账: '| 户主姓名 | 需救助人口 | 救助金额（元） |\n| 甲乙 | 3 | |', 标准: own }));
  expect(chosen()).toBe('自动：先用本工作簿的救助标准');
  await turnTo(/填列/);
  await press('预览');
  expect(chosen()).toBe('本工作簿的救助标准：清河镇冬春救助');
  expect(screen.getByRole('list', { name: '可以填入' }).textContent).toContain('3 人 × 120 元/人 = 360 元');
});

test('a wrong entry of the sheet is shown with its cell, and nothing is filled by another scheme', async () => {
  const wrong = own.replace('120', '一百二');
  openPanel(workbookOf({ 台账: '| 户主姓名 | 需救助人口 | 救助金额（元） |\n| 甲乙 | 3 | |', 标准: wrong }));
  await turnTo(/标准/);
  const faults = screen.getByRole('list', { name: '救助标准表里填错的地方' });
  expect(faults.textContent).toMatch(/C7.*应填数字，请改正。/);
  await turnTo(/填列/);
  await press('预览');
  expect(screen.queryByRole('list', { name: '可以填入' })).toBeNull();
});

test('without a sheet the default is shown as what it is', async () => {
  openPanel(ledger());
  await turnTo(/标准/);
  expect(chosen()).toBe('镇远县尚寨土家族乡冬春救助（口粮补助）');
  expect([...chooser().options].some((option) => option.textContent?.startsWith('自动'))).toBe(false);
});

test('every figure stands with its clause; sizes 1 to 12 and contradictions are seen at once', async () => {
  openPanel(ledger());
  await turnTo(/标准/);
  await choose('中岗镇冬春救助（按户分档、人均保底）');
  expect(figure(/最低金额.*一般困难户/).textContent).toContain('200元中岗镇方案：一般困难户 200—500 元/户');
  const { classes, rows } = amounts();
  expect(classes).toEqual(['人数', '重点困难户', '一般困难户']);
  expect(rows).toHaveLength(12);
  expect(rows[3]).toEqual(['4', '600—1000', '360—500']);
  expect(rows[5]).toEqual(['6', '600—1000', '矛盾']);
  const clashes = screen.getByRole('list', { name: '矛盾和待问' });
  expect(clashes.textContent).toContain('涉及 6—20 人的户');
  expect(clashes.textContent).toContain('请向下达方案的单位问清后写入救助标准');
});

test('a figure that is changed changes what follows from it while it is typed', async () => {
  openPanel(ledger());
  await turnTo(/标准/);
  await choose('中岗镇冬春救助（按户分档、人均保底）');
  await act(async () => {
    fireEvent.click(figure(/最高金额.*一般困难户/));
  });
  await type('数值', '600');
  expect(amounts().rows[5]).toEqual(['6', '600—1000', '540—600']);
  expect(view().textContent).toContain('改了 1 行，还没有写入本工作簿。');
});

test('a wrong figure and a missing clause are said in a sentence at their line, and nothing can be written', async () => {
  const { book } = openPanel(ledger());
  await turnTo(/标准/);
  await act(async () => {
    fireEvent.click(figure(/^定额/));
  });
  await type('数值', '一百五');
  await type('条款依据', '');
  const row = figure(/^定额/).closest('li');
  expect(row?.textContent).toContain('“定额（全部）”应填数字，请改正。');
  expect(row?.textContent).toContain('没有写条款依据');
  await press('写入本工作簿');
  expect(sheetNamed(book.snapshot, '救助标准')).toBeUndefined();
  await press('放弃修改');
  expect(figure(/^定额/).textContent).toContain('150');
});

test('what is written into the workbook holds from then on, and can be taken back', async () => {
  const { book } = openPanel(ledger());
  await turnTo(/标准/);
  await act(async () => {
    fireEvent.click(figure(/^定额/));
  });
  await type('数值', '180');
  await press('写入本工作簿');
  expect(said()).toContain('已写成“救助标准”表');
  expect(sheetOfScheme(book.snapshot)).toMatchObject({
    origin: 'sheet',
    scheme: { rulings: [{ standard: { classes: [{ amount: { yuan: 180 } }] } }] },
  });
  expect(chosen()).toContain('本工作簿的救助标准');
  await turnTo(/填列/);
  await press('预览');
  expect(screen.getByRole('list', { name: '可以填入' }).textContent).toContain('3 人 × 180 元/人 = 540 元');
  await turnTo(/改动/);
  await press(/撤销第 1 步/);
  expect(sheetOfScheme(book.snapshot).origin).toBe('default');
  expect(chosen()).toBe('镇远县尚寨土家族乡冬春救助（口粮补助）');
});

test('a sheet that a person titled is written over in its place, with its title', async () => {
  const { book } = openPanel(
    workbookOf({ 台账: '| 户主姓名 | 救助金额 |\n| 甲乙 | |', 标准: own.replace('救助标准', '救助 标准') }),
  );
  await turnTo(/标准/);
  await act(async () => {
    fireEvent.click(figure(/^定额/));
  });
  await type('数值', '130');
  await press('写入本工作簿');
  const sheet = sheetNamed(book.snapshot, '标准');
  expect(sheet && valueAt(sheet, 1, 1)).toBe('救助 标准');
  expect(sheetOfScheme(book.snapshot).scheme.rulings[0].standard).toMatchObject({
    classes: [{ amount: { yuan: 130 } }],
  });
});

test('a line can be added and taken out', async () => {
  openPanel(ledger());
  await turnTo(/标准/);
  await act(async () => {
    fireEvent.change(within(view()).getByLabelText('增加一行'), { target: { value: '口粮单价' } });
  });
  await press('增加', view());
  expect(figure(/^口粮单价/).closest('li')?.textContent).toContain('请补上');
  await type('数值', '两块六');
  expect(figure(/^口粮单价/).closest('li')?.textContent).toContain('应填数字');
  await type('数值', '2.6元');
  await type('条款依据', '清河镇方案第五条');
  expect(view().textContent).not.toContain('处要先改正');
  await press('删去这一行', view());
  expect(within(view()).queryByRole('button', { name: /^口粮单价/ })).toBeNull();
});

test('the timeline says what is late today and goes by the day the person says', async () => {
  openPanel(ledger());
  await turnTo(/标准/);
  await choose('中岗镇冬春救助（按户分档、人均保底）');
  await act(async () => {
    fireEvent.click(figure(/^时间表/));
  });
  const steps = () =>
    within(screen.getByRole('list', { name: '时间表' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  expect(view().textContent).toContain('今天是 2026年1月10日');
  expect(steps()).toHaveLength(8);
  expect(steps()[7]).toContain('1月20日');
  await type('村级公示哪天开始', '2025-12-20');
  expect(steps()[0]).toContain('最早 12月20日');
});

describe('choosing', () => {
  test('the scheme that is in force already leaves the result as it is, another one makes it old', async () => {
    openPanel(ledger());
    await press('检查');
    const [inForce, other] = schemes;
    await choose(other.title);
    expect(said()).toContain('已换救助标准');
    await choose(inForce.title);
    expect(said()).not.toContain('已换救助标准');
  });

  test('the sheet’s own scheme written by hand stays told apart from one of the same name', async () => {
    openPanel(workbookOf({ 台账: '| 户主姓名 | 需救助人口 |\n| 甲乙 | 3 |', 救助标准: own }));
    await press('检查');
    await choose(schemes[0].title);
    expect(said()).toContain('已换救助标准');
  });
});

describe('as a file', () => {
  const zhonggang = schemeById('zhonggang');

  test('a scheme is handed out, and taken over from a pasted text as a draft', async () => {
    const files: (readonly [string, string])[] = [];
    openPanel(ledger(), { host: { saveText: (name, text) => files.push([name, text]) } });
    await turnTo(/标准/);
    await choose('中岗镇冬春救助（按户分档、人均保底）');
    await act(async () => {
      fireEvent.click(figure(/^方案文件/));
    });
    await press('存为文件');
    expect(files.map(([name]) => name)).toEqual(['中岗镇冬春救助（按户分档、人均保底）.json']);
    const { id: _, ...saved } = JSON.parse(files[0][1]) as { id: string };
    const { id: __, ...given } = zhonggang ?? { id: '' };
    expect(saved).toEqual(given);
    await choose('镇远县尚寨土家族乡冬春救助（口粮补助）');
    await type('也可以把方案文件的内容粘贴在这里', files[0][1]);
    await press('载入粘贴的内容');
    expect(view().textContent).toContain('从粘贴的内容载入，还没有写入本工作簿。');
    expect(amounts().classes).toEqual(['人数', '重点困难户', '一般困难户']);
  });

  test('a faulty text is refused in Chinese sentences, and nothing changes', async () => {
    openPanel(ledger());
    await turnTo(/标准/);
    await act(async () => {
      fireEvent.click(figure(/^方案文件/));
    });
    await type(
      '也可以把方案文件的内容粘贴在这里',
      '{"id":"x","title":"某镇","document":"某文","rulings":[{"allocation":{"yuan":100}}]}',
    );
    await press('载入粘贴的内容');
    expect(screen.getByRole('alert').textContent).toContain('没有写条款依据，请写明出自哪份文件的哪一条。');
    expect(view().textContent).not.toContain('还没有写入');
  });

  test('where the host hands out no file, the text is shown to be copied', async () => {
    openPanel(ledger());
    await turnTo(/标准/);
    await act(async () => {
      fireEvent.click(figure(/^方案文件/));
    });
    await press('显示文件内容');
    const shown = within(view()).getByLabelText<HTMLTextAreaElement>(/全部选中、复制/).value;
    expect((JSON.parse(shown) as { title: string }).title).toBe('镇远县尚寨土家族乡冬春救助（口粮补助）');
  });
});

test.each([
  [[6, 7, 8, 12], '6—8 人、12 人'],
  [[3], '3 人'],
] as const)('sizes %j are said as %s', (sizes, words) => expect(sizeWords(sizes)).toBe(words));

test('after a check the scheme of the workbook is known by its name', async () => {
  openPanel(workbookOf({ 台账: '| 户主姓名 | 需救助人口 | 救助金额（元） |\n| 甲乙 | 3 | |', 标准: own }));
  await press('检查');
  expect(chosen()).toBe('本工作簿的救助标准：清河镇冬春救助');
});
