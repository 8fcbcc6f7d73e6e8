/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { UnreadableWorkbook, type WorkbookPort } from '../../src/core/workbook/port';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { Panel } from '../../src/panel/panel';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { currentFinding, openPanel, press, pressKey, said, today, turnTo } from './open-panel';

const [ann, bo, cai, deng] = [person(1), person(2), person(3), person(4)];
const spaced = (id: string) => `\\s${id.slice(0, 6)}\\s${id.slice(6)}`;

/** Two ids with blanks (sure fixes), one household with more people in need than people, one amount that differs, two empty amounts. */
const ledger = (): WorkbookSnapshot =>
  workbookOf({
    花名册: `
      | 序号 | 户主姓名     | 身份证号                  | 户口类型 | 家庭人口 | 需救助人口 | 救助金额（元） |
      | 1    | ${ann.name}  | ${spaced(ann.idNumber)}   | 农村     | 4        | 3          |                |
      | 2    | ${bo.name}   | ${spaced(bo.idNumber)}    | 农村     | 2        | 2          |                |
      | 3    | ${cai.name}  | ${cai.idNumber}           | 农村     | 2        | 5          |                |
      | 4    | ${deng.name} | ${deng.idNumber}          | 农村     | 3        | 3          | 300            |
    `,
    说明: '| 这里写填表说明 |',
  });

/** A host that does not tell of edits: the panel finds out when it writes. */
const silent: Partial<WorkbookPort> = { onEdited: () => () => undefined };

const cell = (workbook: WorkbookSnapshot, row: number, column: number) => valueAt(workbook.sheets[0], row, column);
const rowsOf = (title: RegExp | string) => within(screen.getByRole('list', { name: title })).getAllByRole('listitem');

describe('before a check', () => {
  test('without a workbook it offers to open one', async () => {
    const openFile = jest.fn();
    openPanel(ledger(), { host: { port: undefined, openFile } });
    await press('选择文件');
    expect(openFile).toHaveBeenCalledTimes(1);
  });

  test('it says that nothing was checked and shows no counts', () => {
    openPanel(ledger());
    expect(said()).toContain('尚未检查');
    expect(screen.queryByRole('group', { name: '按轻重筛选' })).toBeNull();
  });
});

describe('检查', () => {
  test('lists findings by kind with counts and sentences, and what was and was not checked', async () => {
    openPanel(ledger());
    await press('检查');
    expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(1);
    expect(rowsOf('需救助人口多于家庭人口')[0].textContent).toContain('花名册!F4');
    expect(rowsOf('需救助人口多于家庭人口')[0].textContent).toContain(cai.name);
    expect(rowsOf('身份证号写法不整洁')).toHaveLength(2);
    await press(/^检查范围/);
    expect(rowsOf('检查范围').map((row) => row.textContent)).toEqual([
      expect.stringContaining('4 户'),
      expect.stringMatching(/^说明未作台账检查：/),
    ]);
    await press(/^未检查/);
    expect(rowsOf('未检查').map((row) => row.textContent)).toContainEqual(
      expect.stringMatching(/^“花名册”：这张表没有.*长期外出/),
    );
  });

  test('为什么 shows the reason and the source of the rule', async () => {
    openPanel(ledger());
    await press('检查');
    const [row] = rowsOf('身份证号写法不整洁');
    expect(row.textContent).not.toContain('依据');
    await press('为什么', row);
    expect(row.textContent).toContain('依据：');
  });

  test('hiding a severity hides its findings and nothing else', async () => {
    openPanel(ledger());
    await press('检查');
    await press(/^疑点/);
    expect(screen.queryByRole('list', { name: '身份证号写法不整洁' })).toBeNull();
    expect(rowsOf('需救助人口多于家庭人口')).toHaveLength(1);
    await press(/^疑点/);
    expect(rowsOf('身份证号写法不整洁')).toHaveLength(2);
  });

  test('the text filter finds a household by its name', async () => {
    openPanel(ledger());
    await press('检查');
    await act(async () => {
      fireEvent.change(screen.getByRole('searchbox'), { target: { value: bo.name } });
    });
    expect(rowsOf('身份证号写法不整洁')).toHaveLength(1);
    expect(screen.queryByRole('list', { name: '需救助人口多于家庭人口' })).toBeNull();
  });

  test('an unreadable workbook is said in the words of the adapter', async () => {
    openPanel(ledger(), {
      port: { read: () => Promise.reject(new UnreadableWorkbook('文件设有打开密码，请先去掉密码。')) },
    });
    await press('检查');
    expect(said()).toContain('文件设有打开密码，请先去掉密码。');
  });

  test('broken machinery is said in a plain sentence, without its own words', async () => {
    openPanel(ledger(), { port: { read: () => Promise.reject(new TypeError('x is not a function')) } });
    await press('检查');
    expect(said()).toContain('这一步没有做完');
    expect(document.body.textContent).not.toContain('not a function');
  });

  test('取消 stops the work and leaves no result', async () => {
    let resume = () => {};
    openPanel(ledger(), { host: { pause: () => new Promise<void>((done) => (resume = done)) } });
    await press('检查');
    expect(screen.getByRole('progressbar')).toBeTruthy();
    await press('取消');
    await act(async () => resume());
    expect(said()).toContain('已取消');
    expect(said()).toContain('尚未检查');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('a fix is checked again by itself and stays in sight as done until the next check', async () => {
    openPanel(ledger());
    await press('检查');
    expect(screen.queryByRole('button', { name: '重新检查' })).toBeNull();
    await press('应用：花名册!C2');
    await waitFor(() => expect(said()).not.toContain('过期'));
    expect(screen.queryByRole('button', { name: '重新检查' })).toBeNull();
    expect(rowsOf('身份证号写法不整洁')).toHaveLength(2);
    expect(rowsOf('身份证号写法不整洁')[0].textContent).toContain('已修正');
    await press('检查');
    expect(rowsOf('身份证号写法不整洁')).toHaveLength(1);
  });
});

describe('筛选', () => {
  test('shown whole again, the list stands where it stood, or at the finding visited meanwhile', async () => {
    openPanel(ledger());
    await press('检查');
    const box = screen.getByRole('tabpanel');
    const scrolledTo: unknown[] = [];
    box.scrollTo = ((to: unknown) => void scrolledTo.push(to)) as typeof box.scrollTo;
    box.scrollTop = 300;
    fireEvent.scroll(box);
    const filter = (value: string) =>
      act(async () => void fireEvent.change(screen.getByLabelText('筛选问题'), { target: { value } }));
    await filter('F4');
    box.scrollTop = 0;
    fireEvent.scroll(box);
    await filter('');
    expect(scrolledTo).toEqual([{ top: 300 }]);

    await filter('F4');
    await act(async () => fireEvent.click(rowsOf('需救助人口多于家庭人口')[0].querySelector('[data-finding]')!));
    const brought = jest.fn();
    Element.prototype.scrollIntoView = brought;
    await filter('');
    expect(brought.mock.contexts).toContain(document.querySelector('li[aria-current]'));
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  });
});

describe('going from problem to problem', () => {
  test('F8 and Shift+F8 walk the list, show the cell and begin again at the end', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    const all = Array.from(document.querySelectorAll('[data-finding]'), (row) => row.textContent);
    expect(all.length).toBeGreaterThan(3);
    for (const expected of [...all, all[0]]) {
      await pressKey('F8');
      expect(currentFinding()).toBe(expected);
    }
    await pressKey('F8', { shiftKey: true });
    expect(currentFinding()).toBe(all[all.length - 1]);
    expect(book.activated).toHaveLength(all.length + 2);
  });

  test('a click on a finding shows its cell', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    await press(/^花名册!F4/);
    expect(book.activated).toMatchObject([{ sheet: '花名册', row: 4, column: 6 }]);
    expect(currentFinding()).toContain('花名册!F4');
  });

  test('a cell that cannot be shown is said', async () => {
    openPanel(ledger(), { port: { activate: () => Promise.reject(new Error('gone')) } });
    await press('检查');
    await press(/^花名册!F4/);
    expect(said()).toContain('无法定位');
  });
});

describe('修正', () => {
  test('a sure fix changes the one cell and can be undone from the notice', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    await press('应用：花名册!C2');
    expect(cell(book.snapshot, 2, 3)).toBe(ann.idNumber);
    expect(cell(book.snapshot, 3, 3)).not.toBe(bo.idNumber);
    expect(rowsOf('身份证号写法不整洁')[0].textContent).toContain('已修正');
    await press('撤销');
    expect(book.snapshot.sheets[0].rows).toEqual(ledger().sheets[0].rows);
    expect(rowsOf('身份证号写法不整洁')[0].textContent).not.toContain('已修正');
  });

  test('whoever applies a fix by keyboard keeps their place', async () => {
    openPanel(ledger());
    await press('检查');
    const button = screen.getByRole('button', { name: '应用：花名册!C2' });
    button.focus();
    await press('应用：花名册!C2');
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe('已修正');
  });

  test('全部修正 changes all sure ones of the kind as one step', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    await press('全部修正 2 处');
    expect([cell(book.snapshot, 2, 3), cell(book.snapshot, 3, 3)]).toEqual([ann.idNumber, bo.idNumber]);
    expect(said()).toContain('已修正 2 格');
    await turnTo(/^改动 1/);
    expect(rowsOf('改动记录')).toHaveLength(1);
  });

  test('a cell changed since the check is left alone, and the person is told which', async () => {
    const { book } = openPanel(ledger(), { port: silent });
    await press('检查');
    await act(() => book.typeInto({ sheet: '花名册', row: 2, column: 3 }, '另一个值'));
    await press('全部修正 2 处');
    expect(cell(book.snapshot, 2, 3)).toBe('另一个值');
    expect(cell(book.snapshot, 3, 3)).toBe(bo.idNumber);
    expect(said()).toContain('有 1 格的内容已经变过，未改动：花名册!C2。');
    // Checked again by itself: what stands in the cell now is another fault, and only the other one was put right.
    await waitFor(() => expect(rowsOf('身份证号写法不整洁')).toHaveLength(1));
    expect(rowsOf('身份证号写法不整洁')[0].textContent).toContain('花名册!C3');
    expect(rowsOf('身份证号写法不整洁')[0].textContent).toContain('已修正');
  });
});

describe('撤销', () => {
  test('a single earlier step is taken back, except cells changed since, which are named', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    await press('应用：花名册!C2');
    await press('应用：花名册!C3');
    await act(() => book.typeInto({ sheet: '花名册', row: 3, column: 3 }, '又改了'));
    await turnTo(/^改动/);
    await press(/^撤销第 2 步/);
    expect(said()).toContain('有 1 格在此之后又被改过，未撤销：花名册!C3。');
    await press(/^撤销第 1 步/);
    expect(cell(book.snapshot, 2, 3)).toBe(cell(ledger(), 2, 3));
    expect(cell(book.snapshot, 3, 3)).toBe('又改了');
    expect(said()).toContain('已撤销');
  });

  test('撤销上一步 takes back the newest step that still stands', async () => {
    const { book } = openPanel(ledger());
    await press('检查');
    await press('应用：花名册!C2');
    await press('应用：花名册!C3');
    await turnTo(/^改动/);
    await press('撤销上一步');
    expect([cell(book.snapshot, 2, 3), cell(book.snapshot, 3, 3)]).toEqual([ann.idNumber, cell(ledger(), 3, 3)]);
    await press('撤销上一步');
    expect(book.snapshot.sheets[0].rows).toEqual(ledger().sheets[0].rows);
  });
});

describe('填列', () => {
  test('previews amounts with their working, changes nothing until asked, then fills only empty cells', async () => {
    const { book } = openPanel(ledger());
    await turnTo(/^填列/);
    await press('预览');
    expect(book.snapshot.sheets[0].rows).toEqual(ledger().sheets[0].rows);
    expect(rowsOf('可以填入')[0].textContent).toMatch(/花名册!G2.*450.*3 人 × 150 元\/人/s);
    await press(/^不能填入/);
    expect(rowsOf('不能填入')[0].textContent).toContain('花名册!G4');
    await press(/^已填写，但与标准不符/);
    expect(rowsOf('已填写，但与标准不符')[0].textContent).toContain('花名册!G5');
    await press('填入 2 格');
    expect([2, 3, 4, 5].map((row) => cell(book.snapshot, row, 7))).toEqual([450, 300, null, 300]);
    expect(said()).toContain('已填入 2 格');
  });

  test('after an edit the preview must be made again before anything is filled', async () => {
    const { book } = openPanel(ledger());
    await turnTo(/^填列/);
    await press('预览');
    await act(() => book.typeInto({ sheet: '花名册', row: 2, column: 6 }, 4));
    await press('填入 2 格');
    expect(cell(book.snapshot, 2, 7)).toBeNull();
    await press('重新预览');
    await press('填入 2 格');
    expect(cell(book.snapshot, 2, 7)).toBe(600);
  });
});

describe('标记', () => {
  test('标记 puts marks and the record; 清除标记 takes both away', async () => {
    const { book } = openPanel(ledger());
    await press('标记');
    expect(book.snapshot.sheets[0].marks.length).toBeGreaterThan(3);
    expect(book.snapshot.sheets.map(({ name }) => name)).toContain('核查记录');
    await press('清除标记');
    expect(book.snapshot.sheets[0].marks).toEqual([]);
    expect(book.snapshot.sheets.map(({ name }) => name)).toEqual(['花名册', '说明']);
    await press('清除标记');
    expect(said()).toContain('没有标记');
  });

  test('a record that holds a person’s decision stays, and the person is told', async () => {
    const { book } = openPanel(ledger());
    await press('标记');
    const record = book.snapshot.sheets.find(({ name }) => name === '核查记录');
    const [heading, column] = locate(record, '处理');
    await act(() => book.typeInto({ sheet: '核查记录', row: heading + 1, column }, '核实无误'));
    await press('清除标记');
    expect(book.snapshot.sheets[0].marks).toEqual([]);
    expect(book.snapshot.sheets.map(({ name }) => name)).toContain('核查记录');
    expect(said()).toContain('予以保留');
  });
});

/** Row and column, from 1, of the cell that holds exactly this text. */
function locate(sheet: SheetSnapshot | undefined, text: string): readonly [row: number, column: number] {
  const row = sheet?.rows.findIndex((cells) => cells?.includes(text)) ?? -1;
  if (row < 0) throw new Error(`no cell ${text}`);
  return [row + 1, (sheet?.rows[row]?.indexOf(text) ?? 0) + 1];
}

describe('另存为', () => {
  test('is offered only where the host can, and the saved name is said', async () => {
    openPanel(ledger()).page.unmount();
    openPanel(ledger(), { host: { saveAs: async () => '台账-已核.xlsx' } });
    await press('另存为');
    expect(said()).toContain('已另存为“台账-已核.xlsx”。');
  });

  test('is absent where the host cannot', () => {
    openPanel(ledger());
    expect(screen.queryByRole('button', { name: '另存为' })).toBeNull();
  });
});

test('another workbook begins with a clean panel', async () => {
  const { page, book } = openPanel(ledger());
  await press('检查');
  await press('应用：花名册!C2');
  page.rerender(<Panel host={{ port: memoryWorkbook(ledger()), today, pause: () => undefined }} />);
  expect(said()).toContain('尚未检查');
  expect(screen.getByRole('tab', { name: '改动' })).toBeTruthy();
  expect(cell(book.snapshot, 2, 3)).toBe(ann.idNumber);
});

test('the arrows, Home and End turn the tabs, and only the chosen one is a stop of the Tab key', async () => {
  openPanel(ledger());
  const chosen = () => screen.getAllByRole('tab').map((tab) => [tab.getAttribute('aria-selected'), tab.tabIndex]);
  screen.getByRole('tab', { name: '问题' }).focus();
  await pressKey('ArrowRight');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: '填列' }));
  expect(chosen()).toEqual([
    ['false', -1],
    ['true', 0],
    ['false', -1],
    ['false', -1],
    ['false', -1],
    ['false', -1],
  ]);
  await pressKey('End');
  expect(screen.getByRole('tabpanel', { name: '改动' })).toBeTruthy();
  await pressKey('ArrowRight');
  expect(screen.getByRole('tabpanel', { name: '问题' })).toBeTruthy();
  await pressKey('ArrowLeft');
  await pressKey('Home');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: '问题' }));
});

test('thousands of findings are drawn a page at a time, and the walk turns the page', async () => {
  const rows = Array.from(
    { length: 130 },
    (_, index) => `| ${index + 1} | ${person(index).name} | ${spaced(person(index).idNumber)} |`,
  );
  openPanel(workbookOf({ 花名册: ['| 序号 | 户主姓名 | 身份证号 |', ...rows].join('\n') }));
  await press('检查');
  const title = '身份证号写法不整洁';
  for (const open of screen.queryAllByRole('button', { expanded: true })) fireEvent.click(open);
  await press(new RegExp(`^${title}`));
  expect(rowsOf(title)).toHaveLength(40);
  await press(/^花名册!C41/);
  await pressKey('F8');
  expect(currentFinding()).toContain('花名册!C42');
  expect(rowsOf(title)).toHaveLength(40);
  expect(screen.getByText('第 2 页，共 4 页')).toBeTruthy();
});
