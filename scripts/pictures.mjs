// Takes the pictures of README.md and README.zh-CN.md from the built pages and the printed sheets:
//   npm run pictures [-- --built]
// The printed sheets need LibreOffice and poppler; where they are missing, those pictures stay as they are.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser, installPackages, root, runPackage } from './set-up.mjs';
import { smallPng } from './small-png.mjs';

if (!process.argv.includes('--built')) {
  installPackages();
  runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
}
const require = createRequire(import.meta.url);
const { chromium } = await import('playwright-core');
const pictures = path.join(root, 'assets', 'pictures');
const sample = path.join(root, 'assets', 'sample-ledger.xlsx');
const today = '2026-01-08';
const scratch = mkdtempSync(path.join(tmpdir(), 'pictures-'));
mkdirSync(pictures, { recursive: true });

const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const file = path.join(root, 'dist', asked.endsWith('/') ? `${asked}index.html` : asked);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const type = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }[path.extname(file)];
  response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });

try {
  await workbenchPictures();
  await mergePicture();
  await taskPanePicture();
  sheetPictures();
} finally {
  await browser.close();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`Pictures are in ${path.relative(root, pictures)}.`);

function keep(name, png, options) {
  writeFileSync(path.join(pictures, `${name}.png`), smallPng(png, options));
}

/** What a person does on a page, and pictures of it. */
function hands(page) {
  const settle = () => page.waitForTimeout(700);
  return {
    button: (name, options) => page.getByRole('button', { name, exact: typeof name === 'string', ...options }),
    tab: async (name) => {
      await page.getByRole('tab', { name }).click();
      await settle();
    },
    settle,
    shoot: async (name) => {
      await settle();
      keep(name, await page.screenshot());
    },
    /** The panel alone. */
    shootPanel: async (name) => {
      await settle();
      keep(name, await page.getByRole('complementary', { name: '检查面板' }).screenshot());
    },
    goTo: async (cell) => {
      const box = page.getByRole('textbox', { name: /^单元格地址/ });
      await box.fill(cell);
      await box.press('Enter');
      await settle();
    },
    /** The first finding about that person, the others put away. */
    finding: async (name) => {
      await page.getByRole('searchbox', { name: '筛选问题' }).fill(name);
      await settle();
      return page.getByRole('listitem').filter({ hasText: name }).first();
    },
  };
}

async function workbenchPictures() {
  const page = await newPage({ width: 1280, height: 720 });
  const { button, tab, settle, shoot, shootPanel, goTo, finding } = hands(page);
  await page.goto(`${address}/workbench/`);
  await shoot('workbench-welcome');

  await page.goto(`${address}/workbench/?sample`);
  await button('检查').click({ timeout: 30_000 });
  await page.getByText(/^已检查/).waitFor();
  await goTo('J10');
  await shoot('workbench-row');
  for (let finding = 0; finding < 3; finding++) await page.keyboard.press('F8');
  await shoot('workbench-findings');
  const why = await finding('罗凤仙');
  await why.getByRole('button', { name: '为什么' }).click();
  await why.scrollIntoViewIfNeeded();
  await shootPanel('panel-why');
  const fix = await finding('田小燕');
  await fix.getByRole('button', { name: /^冬春救助台账!F12/ }).click();
  await settle();
  await fix.scrollIntoViewIfNeeded();
  await shootPanel('panel-fix');
  await fix.getByRole('button', { name: /^应用/ }).click();
  await settle();
  await page.getByRole('searchbox', { name: '筛选问题' }).fill('');
  await settle();
  await page.getByRole('button', { name: /^比对/ }).first().click();
  await shootPanel('panel-compare');
  await page.keyboard.press('Escape');

  await tab('填列');
  await button(/预览/).first().click();
  await page.getByRole('button', { name: /冬春救助台账!Z5/ }).click();
  await shoot('workbench-fill');
  await button(/^填入 \d+ 格/).click();
  await settle();

  await button('知道了').click();

  // A scheme that leaves something open shows more than the sample's own.
  await tab('标准');
  const scheme = page.getByRole('combobox', { name: '救助标准' });
  await scheme.selectOption('zhonggang');
  await shootPanel('panel-scheme');
  await scheme.selectOption('shangzhai');
  await tab('表册');
  await page.getByRole('checkbox', { name: /^村级公示/ }).check();
  await shootPanel('panel-sheets');

  await tab(/问题/);
  await button('标记').click();
  await page.getByText(/^已标记/).waitFor();
  await goTo('F12');
  await shoot('workbench-marks');
  await page.getByRole('tab', { name: /核查记录/ }).click();
  await goTo('A1');
  await tab(/改动/);
  await shoot('workbench-steps');
  await page.context().close();
}

/** What a folder of returns comes to: a village twice, one person in two villages, a file that is none. */
async function mergePicture() {
  const folder = path.join(scratch, '松岭乡');
  returnsOfVillages(folder);
  const page = await newPage({ width: 1280, height: 720 });
  const { button, settle, shoot } = hands(page);
  await page.goto(`${address}/workbench/`);
  await button('汇总多份台账').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('选择文件夹').click()]);
  await chooser.setFiles(folder);
  await button(/^开始汇总/).click();
  await page.getByRole('group', { name: '汇总结果' }).waitFor({ timeout: 30_000 });
  await button(/^各份文件/).click();
  await button(/^收到 = 汇入/).click();
  await page.getByRole('button', { name: '交来的文件' }).scrollIntoViewIfNeeded();
  await settle();
  await shoot('workbench-merge');
  await page.context().close();
}

/** The sample ledger as three villages would return it, one of them twice. */
function returnsOfVillages(folder) {
  const sheetJs = require('@e965/xlsx');
  mkdirSync(folder);
  const put = (name, day, change = () => undefined) => {
    const workbook = sheetJs.read(readFileSync(sample), { cellStyles: true });
    workbook.SheetNames = workbook.SheetNames.slice(0, 1);
    const sheet = workbook.Sheets[workbook.SheetNames[0]];
    const village = name.replace(/补报|\.xlsx/g, '');
    for (const [at, cell] of Object.entries(sheet)) {
      if (typeof cell.v === 'string') cell.v = cell.v.replaceAll('青石村', village);
      const isNumber = /^F\d+$/.test(at) && typeof cell.v === 'string' && /^\d{17}[\dX]$/.test(cell.v);
      if (isNumber && village !== '青石村') cell.v = bornLater(cell.v, village);
      delete cell.w;
    }
    change(sheet);
    const file = path.join(folder, name);
    writeFileSync(file, sheetJs.write(workbook, { type: 'buffer', bookType: 'xlsx' }));
    utimesSync(file, new Date(`2026-01-0${day}T10:00:00`), new Date(`2026-01-0${day}T10:00:00`));
  };
  put('青石村.xlsx', 5);
  put('青石村补报.xlsx', 7, (sheet) => Object.assign(sheet.J6, { t: 'n', v: 4 }));
  put('石湾村.xlsx', 5);
  // One person of the first village stands in this one too.
  put('柳溪村.xlsx', 6, (sheet) => {
    sheet.F8.v = sheetJs.read(readFileSync(sample)).Sheets['冬春救助台账'].F8.v;
  });
  writeFileSync(path.join(folder, '开会通知.docx'), '');
}

/** Another invented number, some years on, with its check digit. */
function bornLater(number, village) {
  const year = String(Number(number.slice(6, 10)) + (village === '石湾村' ? 1 : 2));
  const digits = `${number.slice(0, 6)}${year}${number.slice(10, 17)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(digits[index]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

/** The task pane in a browser, with the pretended Excel of the tests behind it. */
async function taskPanePicture() {
  const { ExcelHost, desktopHost } = await pretendedExcel();
  const host = new ExcelHost();
  const sheetJs = require('@e965/xlsx');
  const workbook = sheetJs.read(readFileSync(sample), { cellDates: false });
  const [name] = workbook.SheetNames;
  const sheet = host.add(name);
  for (const [cell, { t, v, w }] of Object.entries(workbook.Sheets[name]).filter(([cell]) => !cell.startsWith('!'))) {
    const { r, c } = sheetJs.utils.decode_cell(cell);
    sheet.type(r + 1, c + 1, t === 's' || /^\d{4}-\d/.test(w ?? '') ? `'${w ?? v}` : v);
  }
  const page = await newPage({ width: 320, height: 640 });
  await page.exposeFunction('pretendedExcel', (text) => host.wire.execute(text));
  await page.addInitScript(desktopHost, '1.14');
  host.onEvent = (event) => void page.evaluate((sent) => globalThis.tellOffice(sent), event);
  await page.goto(`${address}/taskpane/taskpane.html?view=check`);
  const { shoot } = hands(page);
  await page.getByText(/^已检查/).waitFor({ timeout: 30_000 });
  await page.keyboard.press('F8');
  await shoot('taskpane');
  await page.context().close();
}

/** The tests' Excel, compiled for Node. */
async function pretendedExcel() {
  const webpack = require('webpack');
  const of = (name) => path.join(root, 'tests/adapters/excel/host', name);
  const compiler = webpack({
    mode: 'none',
    target: 'node',
    context: root,
    entry: { 'excel-host': of('excel-host.ts'), 'desktop-host': of('desktop-host.ts') },
    output: { path: scratch, filename: '[name].cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
          },
        },
      ],
    },
  });
  await new Promise((resolve, reject) =>
    compiler.run((error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else resolve();
    }),
  );
  return { ...require(path.join(scratch, 'excel-host.cjs')), ...require(path.join(scratch, 'desktop-host.cjs')) };
}

/** The first pages of some printed sheets, as LibreOffice lays them out. */
function sheetPictures() {
  if (!has('soffice', '--version') || !has('pdftoppm', '-v')) {
    console.log(
      'LibreOffice (soffice) or poppler (pdftoppm) is not here: the pictures of printed sheets stay as they are.',
    );
    return;
  }
  const program = path.join(root, 'dist/cli/relief-ledger.js');
  const ledger = path.join(scratch, 'ledger.xlsx');
  // Errors stand in the sample on purpose: these commands end with 1 and write all the same.
  tool(process.execPath, [program, 'fill', sample, '-o', ledger, '--today', today]);
  const words = [
    '乡镇=松岭乡',
    '年度=2025—2026',
    '村电话=0400-5508400',
    '乡镇电话=0400-5508499',
    '填报日期=2026-01-08',
  ];
  for (const kind of ['village-notice', 'village-payout', 'payout-approval', 'application']) {
    const file = path.join(scratch, `${kind}.xlsx`);
    const set = words.flatMap((word) => ['--set', word]);
    tool(process.execPath, [program, 'sheets', ledger, '--kind', kind, '--confirm', ...set, '-o', file]);
    tool('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', scratch, file]);
    const picture = path.join(scratch, kind);
    tool('pdftoppm', ['-png', '-singlefile', '-r', '80', `${picture}.pdf`, picture]);
    keep(`sheet-${kind}`, readFileSync(`${picture}.png`), { trim: 16 });
  }
}

function has(program, question) {
  return spawnSync(program, [question], { stdio: 'ignore' }).error === undefined;
}

function tool(program, args) {
  const { status, stderr } = spawnSync(program, args, { cwd: scratch, encoding: 'utf8' });
  if (status > 1) throw new Error(`${path.basename(program)} ended with ${status}: ${stderr}`);
}

async function newPage(viewport) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', deviceScaleFactor: 1 });
  const page = await context.newPage();
  // One day for all pictures, or what depends on the day would differ each time.
  await page.clock.setFixedTime(new Date(`${today}T10:00:00`));
  return page;
}
