import { newWorkbook } from '../../src/adapters/file/new-workbook';
import type { CellValue } from '../../src/core/workbook/cell';
import { idNumberFrom, people } from '../support/people';
import { startWorkbench, type WorkbenchBrowser, type WorkbenchPage } from '../support/workbench-page';

jest.setTimeout(60_000);

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);
const heading = ['行政村', '户主姓名', '身份证号', '家庭人口', '备注'];
const first = ['一村', one.name, one.idNumber, 3, null];
const second = ['一村', one.name, twin, 2, null];
const away = ['一村', two.name, two.idNumber, 2, '常年在外务工'];
const plain = ['一村', three.name, three.idNumber, 2, null];

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

const sheet = (...rows: readonly (readonly CellValue[])[]) => ({
  name: '台账',
  heading: heading[0],
  columnWidths: heading.map(() => 20),
  rows: [heading, ...rows].map((cells) => ({
    cells: cells.map((value) => ({ value, ...(typeof value === 'string' && { style: 'text' }) })),
  })),
  merges: [],
  styles: { text: { numberFormat: '@' } },
});

const check = () => bench.page.getByRole('button', { name: '检查', exact: true }).click();
const twice = () => bench.page.getByRole('list', { name: '可能是同一人登记两次' });

test('decided in the panel, checked again, sorted, still decided; the facts change, and it has lapsed', async () => {
  bench = await browser.open();
  const { page } = bench;
  await bench.openBytes(await newWorkbook([sheet(first, second, away)]), '上一批.xlsx');
  await bench.cell('A1').waitFor();
  await check();
  await page.getByRole('button', { name: '比对：台账!B3' }).click();
  await page.getByRole('list', { name: '不一样的栏目' }).getByText(twin).waitFor();

  // By the keyboard alone: from the first choice to the button that writes.
  await page.getByRole('radio', { name: /^是同一人/ }).focus();
  await bench.keys('ArrowDown', 'Tab');
  await page.keyboard.type('同名不同人，看过身份证');
  await bench.keys('Tab');
  await page.keyboard.type('张三');
  await bench.keys('Enter');
  await page.getByText('已记为“不是同一人”，写在“核查记录”里。').waitFor();
  expect(await twice().count()).toBe(0);
  await check();
  await page.getByRole('button', { name: /^已处理/ }).click();
  const decided = page.getByRole('list', { name: '已处理' });
  expect(await decided.innerText()).toMatch(/不是同一人：同名不同人，看过身份证\s+张三，/);

  // The clerk sorts and puts a row in: the person's record goes along in the same file.
  const rows = [plain, second, away, first];
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      await bench.goTo(`${'ABCDE'[column]}${row + 2}`);
      await (value === null ? bench.keys('Delete') : page.keyboard.type(String(value)));
      await bench.keys('Enter');
    }
  }
  await check();
  expect(await twice().count()).toBe(0);
  expect(await decided.innerText()).toContain('不是同一人');

  await bench.goTo('C3');
  await page.keyboard.type('无');
  await bench.keys('Enter');
  await check();
  await page.getByRole('button', { name: /^已失效/ }).click();
  expect(await page.getByRole('list', { name: '已失效' }).innerText()).toContain('同名不同人，看过身份证');
  expect(await twice().innerText()).toContain('依据的内容已改变，请重新处理。');
});

test('side by side in 320 pixels nothing is cut off', async () => {
  bench = await browser.open();
  await bench.openBytes(await newWorkbook([sheet(first, second)]), '台账.xlsx');
  await bench.cell('A1').waitFor();
  await bench.page.locator('aside.panel').evaluate((panel: HTMLElement) => (panel.style.width = '320px'));
  await check();
  await bench.page.getByRole('button', { name: '比对：台账!B3' }).click();
  const fields = bench.page.getByRole('list', { name: '不一样的栏目' });
  await fields.waitFor();
  const overflow = await bench.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role="tabpanel"] *')]
      .filter(
        (each) => each.getBoundingClientRect().width > 1 && each.getBoundingClientRect().right > window.innerWidth,
      )
      .map((each) => each.textContent),
  );
  expect(overflow).toEqual([]);
});
