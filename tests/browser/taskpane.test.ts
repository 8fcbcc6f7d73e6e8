import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { desktopHost } from '../adapters/excel/host/desktop-host';
import { ExcelHost } from '../adapters/excel/host/excel-host';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { launchChromium } from '../support/chromium';
import { person } from '../support/people';
import { householdsFrom, returnedPlan } from '../support/returned-plan';
import { serveFolder } from '../support/static-server';

const taskpane = path.resolve(__dirname, '../../dist/taskpane');

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  browser = await launchChromium();
  server = await serveFolder(taskpane);
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

/** The built task pane in a fresh browser, with the pretended Excel behind the desktop host object that office.js looks for. */
async function openPane(
  host: ExcelHost | undefined,
  sets = '1.14',
  query = '',
): Promise<{ readonly page: Page; readonly foreign: string[]; readonly errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  if (host) {
    await page.exposeFunction('pretendedExcel', (text: string) => host.wire.execute(text));
    await page.addInitScript(desktopHost, sets);
    host.onEvent = (event) => {
      void page.evaluate(
        (sent) => (window as unknown as { tellOffice: (event: unknown) => void }).tellOffice(sent),
        event,
      );
    };
  }
  await page.goto(`${server.address}taskpane.html${query}`);
  return { page, foreign, errors };
}

function smallLedger(): ExcelHost {
  const host = new ExcelHost();
  const sheet = host.add('台账');
  const rows = [
    ['户主姓名', '身份证号', '户口类型', '家庭人口', '需救助人口', '救助金额'],
    ['石有田', "'11010519491231002X", '农村', 3, 2, ''],
    ['木成林', "'110105194912310021", '农村', 2, 4, ''],
    ['水长流', "' 11010519491231002x", '农村', 2, 1, 100],
  ];
  rows.forEach((row, down) => row.forEach((value, across) => sheet.type(down + 1, across + 1, value)));
  return host;
}

test('outside Excel the page says where to open it', async () => {
  const { page, foreign } = await openPane(undefined);
  await page.getByText('请在 Excel 里打开').waitFor({ timeout: 20_000 });
  await inSight(page, '请在 Excel 里打开');
  expect(foreign).toEqual([]);
}, 40_000);

test('an Excel that is too old is told what to do instead', async () => {
  const { page } = await openPane(smallLedger(), '1.7');
  await page.getByText('不能运行台账助手').waitFor({ timeout: 20_000 });
  await inSight(page, '不能运行台账助手');
}, 40_000);

test('an Excel that never answers is waited for, and then the page says what to try', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.clock.install();
  // Excel is announced, but nobody stands behind it: office.js waits for ever.
  await page.addInitScript(() => {
    Object.assign(window.external, { GetHostInfo: () => 'Excel$Win32$16.01$zh-CN$$$disableLogging' });
  });
  await page.goto(`${server.address}taskpane.html`);
  await inSight(page, '正在打开台账助手');
  await page.clock.fastForward(16_000);
  await inSight(page, 'Excel 没有回应');
  await context.close();
}, 40_000);

/** The words stand where a person sees them without scrolling. */
async function inSight(page: Page, words: string): Promise<void> {
  const box = await page.getByText(words).boundingBox({ timeout: 10_000 });
  expect(box && box.y >= 0 && box.y + box.height <= 640).toBe(true);
}

test('check, jump, fix, fill, mark and undo work on the live workbook, and nothing leaves the machine', async () => {
  const host = smallLedger();
  const sheet = host.sheets[0];
  const { page, foreign, errors } = await openPane(host);
  await page.getByRole('button', { name: '检查', exact: true }).click({ timeout: 20_000 });
  await page.getByText('需救助人口 4 人超过家庭人口 2 人').waitFor();

  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.querySelector('[aria-current="true"]') !== null);
  await eventually(() => expect(host.selected).toMatch(/^台账!/));

  await page
    .getByRole('button', { name: /^(应用|改正|修正)/ })
    .first()
    .click();
  await eventually(() => expect(sheet.peek(4, 2)?.value).toBe('11010519491231002X'));

  await page.getByRole('tab', { name: /填列/ }).click();
  await page.getByRole('button', { name: /预览/ }).click();
  await page.getByRole('button', { name: /^填入 \d+ 格/ }).click();
  await eventually(() => expect(sheet.peek(2, 6)?.value).toBe(300));

  await page.getByRole('button', { name: '标记', exact: true }).click();
  await eventually(() => expect(sheet.formats.length).toBeGreaterThan(0));
  await eventually(() => expect(host.sheets.map((one) => one.name)).toContain('核查记录'));

  await page.getByRole('tab', { name: /改动/ }).click();
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: /撤销/ }).first().click();
  await eventually(() => expect(sheet.formats.length).toBe(0));
  await eventually(() => expect(sheet.peek(2, 6)?.value).toBe(''));
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
}, 90_000);

test('the button 合并 leads to merging, whose sheets go into the open workbook and can be taken back', async () => {
  const host = smallLedger();
  const { page, foreign, errors } = await openPane(host, '1.14', '?view=merge');
  await page.getByRole('heading', { name: '汇总各村台账' }).waitFor({ timeout: 20_000 });
  const returned = async (village: string, first: number) => ({
    name: `${village}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await newWorkbook([returnedPlan(village, householdsFrom(first, 3))], nodeCodec)),
  });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件', exact: true }).click(),
  ]);
  await chooser.setFiles([await returned('石湾村', 0), await returned('柳溪村', 20)]);
  await page.getByRole('button', { name: '开始汇总 2 份' }).click();
  await page.getByText('共 2 份文件 = 汇入 2 份 + 未汇入 0 份').waitFor({ timeout: 30_000 });
  expect(host.sheets.map((one) => one.name)).toEqual(['台账']);

  await page.getByRole('button', { name: '生成汇总台账' }).click();
  await page.getByText(/^已写入 \d+ 张表/).waitFor({ timeout: 30_000 });
  expect(host.sheets.map((one) => one.name)).toEqual(expect.arrayContaining(['台账', '汇总台账', '合并来源']));
  const merged = host.sheets.find((one) => one.name === '汇总台账');
  expect(merged?.peek(5, 5)?.value).toBe(person(20).name);

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await eventually(() => expect(host.sheets.map((one) => one.name)).toEqual(['台账']));
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
}, 90_000);

test('while the person types, the row is checked again and shown; moving to a row shows its amount', async () => {
  const host = smallLedger();
  const { page, errors } = await openPane(host);
  await page.getByRole('button', { name: '检查', exact: true }).click({ timeout: 20_000 });
  await page.getByText('需救助人口 4 人超过家庭人口 2 人').waitFor();
  host.personTypes('台账', 2, 5, 9);
  const touched = page.getByRole('status', { name: '刚改的行' });
  await touched.getByText('需救助人口 9 人超过家庭人口 3 人').waitFor();
  host.personTypes('台账', 2, 5, 2);
  await touched.waitFor({ state: 'detached' });
  host.personSelects('台账', 'A2');
  await page.getByRole('button', { name: /^第 2 行 石有田/ }).waitFor();
  await page.getByText('2 人 × 150 元/人 = 300 元').waitFor();
  expect(host.sheets[0].formats).toEqual([]);
  expect(errors).toEqual([]);
}, 60_000);

test('a button of the ribbon opens the pane with its work, and steps are taken back after the pane was closed', async () => {
  const host = smallLedger();
  const sheet = host.sheets[0];
  const first = await openPane(host, '1.14', '?view=fill');
  await first.page.getByRole('button', { name: /^填入 \d+ 格/ }).click({ timeout: 20_000 });
  await eventually(() => expect(sheet.peek(2, 6)?.value).toBe(300));
  await eventually(() => expect(host.sheets.map(({ name }) => name)).toEqual(['台账', '操作记录']));
  await first.page.context().close();
  const second = await openPane(host, '1.14', '?view=check');
  await second.page.getByText('需救助人口 4 人超过家庭人口 2 人').waitFor({ timeout: 20_000 });
  await second.page.getByRole('tab', { name: /^改动 1/ }).click();
  await second.page.getByRole('button', { name: /^撤销第 1 步：填列/ }).click();
  await eventually(() => expect(sheet.peek(2, 6)?.value).toBe(''));
  await second.page.getByText('已撤销', { exact: true }).waitFor();
  expect([...first.errors, ...second.errors]).toEqual([]);
}, 60_000);

test('the same button of the ribbon pressed again begins again', async () => {
  const host = smallLedger();
  const { page, errors } = await openPane(host, '1.14', '?view=check');
  const asked = `${server.address}taskpane.html?view=check`;
  await page.getByText('需救助人口 4 人超过家庭人口 2 人').waitFor({ timeout: 20_000 });
  // Excel goes to the button's address where the pane stands at another one.
  expect(page.url()).not.toBe(asked);
  host.sheets[0].type(3, 5, 7);
  await page.goto(asked);
  await page.getByText('需救助人口 7 人超过家庭人口 2 人').waitFor({ timeout: 20_000 });
  expect(errors).toEqual([]);
}, 60_000);

/** Waits until what is expected holds; fails with the last disappointment. */
async function eventually(check: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      check();
      return;
    } catch (disappointed) {
      if (tries >= 100) throw disappointed;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
