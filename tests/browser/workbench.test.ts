import * as sheetJs from '@e965/xlsx';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import type { CellValue } from '../../src/core/workbook/cell';
import { startWorkbench, type WorkbenchBrowser, type WorkbenchPage } from '../support/workbench-page';

jest.setTimeout(60_000);

const id = '109901195203071234';

let browser: WorkbenchBrowser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await startWorkbench();
});
afterAll(() => browser.close());
afterEach(async () => {
  const { complaints } = bench;
  await bench.close();
  expect(complaints).toEqual([]);
});

/** What another program reads in a cell of the saved file's first sheet. */
function readBack(bytes: Uint8Array, address: string): unknown {
  const workbook = sheetJs.read(bytes);
  return (workbook.Sheets[workbook.SheetNames[0]][address] as sheetJs.CellObject | undefined)?.v;
}

const openSample = async (): Promise<void> => {
  bench = await browser.open('?sample');
  await bench.cell('A1').waitFor();
};

const plainSheet = (name: string, rows: readonly (readonly CellValue[])[]) => ({
  name,
  heading: String(rows[0][0]),
  columnWidths: rows[0].map(() => 22),
  rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
  merges: [],
  styles: {},
  frozen: { rows: 1, columns: 1 },
});

describe('opening', () => {
  test('the empty page offers a file and the sample, and says that nothing is uploaded', async () => {
    bench = await browser.open();
    const { page } = bench;
    await page.getByText('文件只在本机打开，不上传').waitFor();
    await page.getByRole('main').getByRole('button', { name: '打开示例台账' }).click();
    await bench.cell('A1').waitFor();
    expect(await bench.cell('A1').innerText()).toMatch(/冬春救助台账/);
    expect(await page.locator('.file-name').innerText()).toContain('示例台账.xlsx');
  });

  test('merged titles, two heading rows, notes and frozen panes are drawn', async () => {
    await openSample();
    const { cell, page, grid } = bench;
    expect(await cell('A1').getAttribute('aria-colspan')).toBe('39');
    expect(await cell('A3').getAttribute('aria-rowspan')).toBe('2');
    expect(await cell('B1').count()).toBe(0);
    const titleTop = (await cell('A1').boundingBox())?.y;
    const nameLeft = (await cell('E5').boundingBox())?.x;
    await grid.evaluate((element) => element.scrollBy(900, 300));
    await cell('Q20').waitFor();
    expect((await cell('A1').boundingBox())?.y).toBe(titleTop);
    expect((await cell('E20').boundingBox())?.x).toBe(nameLeft);
    await bench.goTo('F4');
    await page.getByRole('note').waitFor();
    expect(await page.getByRole('note').innerText()).not.toBe('');
  });

  test('a file that is no workbook is refused in a sentence, and the page stays usable', async () => {
    bench = await browser.open();
    await bench.openBytes(new TextEncoder().encode('%PDF-1.7 not a workbook'), '台账.xlsx');
    const alert = bench.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/[\u4e00-\u9fff]/);
    await bench.page.getByRole('main').getByRole('button', { name: '打开示例台账' }).click();
    await bench.cell('A1').waitFor();
    expect(await alert.count()).toBe(0);
  });

  test('an old file is read by a worker, which ends with it, and a damaged one is refused in a sentence', async () => {
    bench = await browser.open();
    const sheet = sheetJs.utils.aoa_to_sheet([
      ['户主姓名', '身份证号'],
      ['测试甲', id],
    ]);
    const book = { SheetNames: ['台账'], Sheets: { 台账: sheet } };
    const bytes = new Uint8Array(sheetJs.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    const worker = bench.page.waitForEvent('worker');
    await bench.openBytes(bytes, '旧台账.xls');
    const ended = (await worker).waitForEvent('close');
    await bench.cell('B2').getByText(id).waitFor();
    await ended;
    await bench.openBytes(bytes.slice(0, 900), '残缺.xls');
    expect(await bench.page.locator('.trouble span').innerText()).toMatch(/不完整|损坏/);
  });

  test('a file dropped anywhere is opened', async () => {
    bench = await browser.open();
    const bytes = await newWorkbook([plainSheet('名单', [['姓名'], ['张三']])]);
    const transfer = await bench.page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], '名单.xlsx'));
      return data;
    }, Array.from(bytes));
    await bench.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await bench.page.getByText('松开即打开').waitFor();
    await bench.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await bench.cell('A2').getByText('张三').waitFor();
  });
});

describe('typing', () => {
  test('an 18-digit number survives typing, and the content line shows all of it', async () => {
    await openSample();
    const { cell, keys, page, content } = bench;
    await bench.goTo('F5');
    await page.keyboard.type(id);
    await keys('Enter');
    await cell('F5').getByText(id).waitFor();
    expect(await bench.address.inputValue()).toBe('F6');
    await keys('ArrowUp');
    expect(await content.innerText()).toBe(id);
    const { bytes, name } = await bench.saved(() => keys('Control+s'));
    expect(name).toBe('示例台账-已核查.xlsx');
    expect(readBack(bytes, 'F5')).toBe(id);
  });

  test('an input method composes in the cell itself', async () => {
    await openSample();
    await bench.goTo('E5');
    await bench.compose(['o', 'ou', 'ouyang'], '欧阳海');
    await bench.keys('Enter');
    await bench.cell('E5').getByText('欧阳海').waitFor();
  });

  test('F2 keeps what is there, Escape gives up, Alt+Enter breaks the line', async () => {
    await openSample();
    const { cell, keys, page } = bench;
    const before = await cell('E5').innerText();
    await bench.goTo('E5');
    await keys('F2');
    await page.keyboard.type('（故）');
    await keys('Escape');
    expect(await cell('E5').innerText()).toBe(before);
    await keys('F2', 'Alt+Enter');
    await page.keyboard.type('待核');
    await keys('Enter');
    await cell('E5').getByText('待核').waitFor();
    await keys('ArrowUp');
    expect(await bench.content.textContent()).toBe(`${before}\n待核`);
  });

  test('a formula cannot be typed over, and is marked once its inputs changed', async () => {
    await openSample();
    const { cell, keys, page, status } = bench;
    await bench.goTo('J18');
    await page.keyboard.type('9');
    await status.getByText('公式').waitFor();
    expect(await bench.content.innerText()).toBe('=SUM(J5:J17)');
    expect(await cell('J18').getAttribute('aria-readonly')).toBe('true');
    await bench.goTo('J5');
    await page.keyboard.type('7');
    await keys('Enter');
    await cell('J5').getByText('7', { exact: true }).waitFor();
    expect(await cell('J18').getAttribute('aria-label')).toContain('未重新计算');
    expect(await cell('K18').getAttribute('aria-label')).not.toContain('未重新计算');
  });

  test('undo and redo, and the dot of unsaved changes', async () => {
    await openSample();
    const { cell, keys, page } = bench;
    const before = await cell('E5').innerText();
    await bench.goTo('E5');
    await page.keyboard.type('李四');
    await keys('Enter');
    await page.getByRole('img', { name: '有改动未另存' }).waitFor();
    await keys('Control+z');
    await cell('E5').getByText(before).waitFor();
    expect(await page.getByRole('img', { name: '有改动未另存' }).count()).toBe(0);
    await keys('Control+y');
    await cell('E5').getByText('李四').waitFor();
    await keys('Delete');
    await cell('E5').getByText('李四').waitFor({ state: 'detached' });
    await keys('Control+z');
    await cell('E5').getByText('李四').waitFor();
  });
});

describe('clipboard', () => {
  test('a pasted block keeps IDs and account numbers, in any line ending', async () => {
    await openSample();
    const { cell, keys } = bench;
    await bench.toClipboard(`赵一\t${id}\r\n"钱\n二"\t007\r\n`);
    await bench.goTo('E5');
    await keys('Control+v');
    await cell('F5').getByText(id).waitFor();
    expect(await cell('F6').innerText()).toBe('007');
    await keys('Control+z');
    await cell('F5').getByText(id).waitFor({ state: 'detached' });
  });

  test('what is copied is what stands there, and pastes back whole', async () => {
    await openSample();
    const { cell, keys } = bench;
    const own = await cell('F5').innerText();
    await bench.goTo('E5');
    await keys('Shift+ArrowRight', 'Control+c');
    expect(await bench.fromClipboard()).toBe(`${await cell('E5').innerText()}\t${own}`);
    await bench.goTo('E6');
    await keys('Control+v');
    await cell('F6').getByText(own).waitFor();
    const html = await bench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType('text/html')).text();
    });
    expect(html).toContain('mso-number-format');
  });
});

describe('moving', () => {
  test('keys move over the sheet, select, change sheets and leave for the panel', async () => {
    await openSample();
    const { keys, address, page } = bench;
    await bench.goTo('B3');
    await keys('ArrowRight');
    expect(await address.inputValue()).toBe('E3');
    await bench.goTo('E5');
    await keys('Control+ArrowDown');
    expect(await address.inputValue()).toBe('E17');
    await keys('Home');
    expect(await address.inputValue()).toBe('A17');
    await keys('Control+Home');
    expect(await address.inputValue()).toBe('F5');
    await keys('Shift+ArrowDown', 'Shift+ArrowRight');
    await page.locator('.selected-size').getByText('2 行 × 2 列').waitFor();
    await keys('Control+PageDown');
    await page.getByRole('tab', { name: '家庭成员名册', selected: true }).waitFor();
    await keys('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('[aria-label="检查面板"]') !== null)).toBe(true);
    await keys('F6');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  test('Ctrl+F finds a row that is not drawn, goes on with Enter, and Escape leads back', async () => {
    await openSample();
    await bench.keys('Control+f');
    const box = bench.page.getByRole('textbox', { name: '要查找的内容' });
    await box.fill('罗凤仙');
    await box.press('Enter');
    expect(await bench.address.inputValue()).toBe('E6');
    await box.fill('二组');
    await box.press('Enter');
    const first = await bench.address.inputValue();
    await box.press('Enter');
    expect(await bench.address.inputValue()).not.toBe(first);
    await box.fill('没有这个人');
    await box.press('Enter');
    await bench.page.getByText('没有找到', { exact: true }).waitFor();
    await box.press('Escape');
    await bench.keys('Home');
    expect(await bench.address.inputValue()).toMatch(/^A\d+$/);
  });

  test('the mouse selects cells, rows and blocks', async () => {
    await openSample();
    const { cell, address, page } = bench;
    await cell('C6').click();
    expect(await address.inputValue()).toBe('C6');
    expect(await cell('C6').getAttribute('aria-selected')).toBe('true');
    await cell('B7').hover();
    await page.mouse.down();
    await cell('D9').hover();
    await page.mouse.up();
    await page.locator('.selected-size').getByText('3 行 × 3 列').waitFor();
    await cell('E6').dblclick();
    await page.keyboard.type('甲');
    await page.keyboard.press('Enter');
    await cell('E6').getByText('甲').waitFor();
  });
});

describe('ten thousand rows', () => {
  const header = ['姓名', '身份证号', ...Array.from({ length: 18 }, (_, at) => `列${at + 3}`)];
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    header.map((_heading, column) => (column === 0 ? `户主${row + 2}` : column === 1 ? id : row * 100 + column)),
  );

  test('only what is in sight is drawn, wherever one scrolls, and every row is reached', async () => {
    bench = await browser.open();
    await bench.openBytes(await newWorkbook([plainSheet('台账', [header, ...rows])]), '一万户.xlsx');
    await bench.cell('A2').waitFor();
    const { page, grid, cell } = bench;
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(10_001 + 40 + 1));
    const drawn = () => page.locator('[role="gridcell"]').count();
    expect(await drawn()).toBeLessThan(1500);
    const box = await grid.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
    for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 700);
    await page.waitForFunction(() => (document.querySelector('[role="grid"]')?.scrollTop ?? 0) > 15_000);
    expect(await drawn()).toBeLessThan(1500);
    // The heading row stands above whatever row is first in sight.
    expect(await cell('B1').innerText()).toBe('身份证号');
    await bench.goTo('T9001');
    await cell('T9001')
      .getByText(String(8999 * 100 + 19))
      .waitFor();
    const [at, top, frozen] = await Promise.all([
      cell('T9001').boundingBox(),
      cell('A1').boundingBox(),
      cell('A9001').boundingBox(),
    ]);
    expect(at?.y).toBeGreaterThanOrEqual((top?.y ?? 0) + (top?.height ?? 0));
    expect(at?.x).toBeGreaterThanOrEqual((frozen?.x ?? 0) + (frozen?.width ?? 0));
    expect(await drawn()).toBeLessThan(1500);
    await page.keyboard.press('Control+End');
    await cell('A10001').getByText('户主10001').waitFor();
  });
});

describe('the whole work on a ledger', () => {
  const work = (name: string) => bench.page.getByRole('complementary').getByRole('button', { name, exact: true });

  test('check, jump, fix, fill, mark, save; the saved file opens again with everything in it', async () => {
    await openSample();
    const { page, cell } = bench;
    await work('检查').click();
    await page.getByRole('button', { name: /^冬春救助台账!F12/ }).click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.address')?.value === 'F12');
    await work('应用：冬春救助台账!F12').click();
    await cell('F12').getByText('109901197212160786').waitFor();

    await page.getByRole('tab', { name: /^填列/ }).click();
    await work('预览').click();
    await page.getByRole('button', { name: /^填入 \d+ 格/ }).click();
    await bench.goTo('Z5');
    await cell('Z5').getByText(/^450/).waitFor();

    await work('标记').click();
    await page.getByRole('tab', { name: '核查记录' }).waitFor();
    await bench.goTo('F6');
    expect(await cell('F6').getAttribute('aria-label')).toContain('有错误标记');

    const { bytes, name } = await bench.saved(() =>
      page.getByRole('banner').getByRole('button', { name: '另存为' }).click(),
    );
    expect(readBack(bytes, 'F12')).toBe('109901197212160786');
    expect(readBack(bytes, 'Z5')).toBe(450);
    expect(await page.getByRole('img', { name: '有改动未另存' }).count()).toBe(0);

    await bench.openBytes(bytes, name);
    await page.locator('.file-name').getByText(name).waitFor();
    await cell('F6').waitFor();
    expect(await cell('F6').getAttribute('aria-label')).toContain('有错误标记');
    expect(await cell('F12').innerText()).toBe('109901197212160786');
    await work('清除标记').click();
    await page.waitForFunction(() => document.querySelector('.mark') === null);
  });

  test('an entry typed in the grid reaches the panel, and undoing it too', async () => {
    await openSample();
    const { page, cell, keys } = bench;
    await work('检查').click();
    const finding = page.getByRole('complementary').getByText('现为 17 位').first();
    await finding.waitFor();
    await bench.goTo('F20');
    const before = await cell('F20').innerText();
    await page.keyboard.type('109901195209265834');
    await keys('Enter');
    // The panel checks again by itself.
    await finding.waitFor({ state: 'detached' });
    await bench.goTo('A1');
    await keys('Control+z');
    await cell('F20').getByText(before, { exact: true }).waitFor();
    await finding.waitFor();
  });

  test('closing with changes not saved is asked about, and opening another file too', async () => {
    await openSample();
    const { page, cell, keys } = bench;
    await bench.goTo('E5');
    await page.keyboard.type('李四');
    await keys('Enter');
    await cell('E5').getByText('李四').waitFor();
    await page.getByRole('banner').getByRole('button', { name: '示例台账' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '返回' }).click();
    expect(await cell('E5').innerText()).toBe('李四');
    const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(asked.type()).toBe('beforeunload');
    await asked.accept();
  });
});
