import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as sheetJs from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { person } from '../support/people';
import { householdsFrom, returnedPlan } from '../support/returned-plan';
import { startWorkbench, type WorkbenchBrowser, type WorkbenchPage } from '../support/workbench-page';

jest.setTimeout(120_000);

const program = path.resolve(__dirname, '../../dist/cli/relief-ledger.js');
let folder: string;
let browser: WorkbenchBrowser;
let bench: WorkbenchPage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'merge-'));
  mkdirSync(path.join(folder, '交回'));
  const put = (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, '交回', name);
    writeFileSync(file, bytes);
    utimesSync(file, new Date(2026, 0, 6), new Date(2026, 0, 6));
  };
  const putReturn = async (name: string, ...plan: Parameters<typeof returnedPlan>) =>
    put(name, await newWorkbook([returnedPlan(...plan)], nodeCodec));
  const [, two, ...others] = householdsFrom(0, 6);
  await putReturn('石湾村.xlsx', '石湾村', householdsFrom(0, 5), { total: true });
  await putReturn('石湾村补报.xlsx', '石湾村', [{ ...two, inNeed: 4 }, ...others], { preparedOn: '2026-01-07' });
  await putReturn('柳溪村.xlsx', '柳溪村', [...householdsFrom(20, 4), { head: 2 }], {
    total: true,
    totals: { reliefAmount: 1 },
  });
  await putReturn('白沙村一.xlsx', '白沙村', householdsFrom(60, 4));
  await putReturn('白沙村二.xlsx', '白沙村', [{ head: 60, inNeed: 5 }, ...householdsFrom(61, 3)]);
  put('损坏.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(900, 7)]));
  browser = await startWorkbench();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  const { complaints } = bench;
  await bench.close();
  expect(complaints).toEqual([]);
});

interface MergeJson {
  readonly files: readonly { readonly workbook: string; readonly verdict: string }[];
  readonly conservation: {
    readonly lines: readonly ConservationJson[];
    readonly totals: readonly ConservationJson[];
  };
}
interface ConservationJson {
  readonly village: string;
  readonly township?: string;
  readonly cameIn: Figures;
  readonly merged: Figures;
  readonly setAside: Figures;
}
type Figures = Readonly<Record<'entries' | 'people' | 'money', number>>;

/** What the command line says of the same folder. */
function onTheCommandLine(...more: readonly string[]): MergeJson {
  const out = path.join(folder, 'out.xlsx');
  const run = spawnSync(
    process.execPath,
    [program, 'merge', path.join(folder, '交回'), '-o', out, '--format', 'json', ...more],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as MergeJson;
}

const wordsOf = ({ village, township = '', cameIn, merged, setAside }: ConservationJson): string =>
  `${township}${village || '全部'}相符` +
  [['户数', 'entries', 1] as const, ['需救助人口', 'people', 1] as const, ['救助金额（元）', 'money', 100] as const]
    .map(([word, key, per]) => `${word}${cameIn[key] / per} = ${merged[key] / per} + ${setAside[key] / per}`)
    .join('');

async function pickFolder(): Promise<void> {
  const { page } = bench;
  await page.getByRole('main').getByRole('button', { name: '汇总多份台账' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件夹' }).click(),
  ]);
  await chooser.setFiles(path.join(folder, '交回'));
  await page.getByRole('button', { name: '开始汇总 6 份' }).click();
  await page.getByRole('group', { name: '汇总结果' }).waitFor();
}

const textsOf = (list: string): Promise<readonly string[]> =>
  bench.page.getByRole('list', { name: list }).locator('> li').allTextContents();

test('the page merges a folder as the command line does, asks what it cannot tell, and opens the result unsaved', async () => {
  const { page } = (bench = await browser.open());
  await pickFolder();
  const said = onTheCommandLine();
  const counts = (verdicts: readonly string[]) => said.files.filter(({ verdict }) => verdicts.includes(verdict)).length;
  await page
    .getByText(`共 6 份文件 = 汇入 ${counts(['taken', 'taken-with-remarks'])} 份 + 未汇入 ${counts(['set-aside'])} 份`)
    .waitFor();
  await page.getByRole('button', { name: /^收到 = 汇入/ }).click();
  expect(await textsOf('收到、汇入与未汇入')).toEqual(
    [...said.conservation.totals, ...said.conservation.lines].map(wordsOf),
  );

  await page.getByRole('radio', { name: /以“白沙村一.xlsx”为准/ }).check();
  await page.getByRole('button', { name: '按选定的重新汇总' }).click();
  await page.getByText('已按您选定的：“白沙村一.xlsx”').waitFor();
  const answered = onTheCommandLine('--newer', '白沙村一.xlsx');
  expect(await textsOf('收到、汇入与未汇入')).toEqual(
    [...answered.conservation.totals, ...answered.conservation.lines].map(wordsOf),
  );

  await page.getByRole('button', { name: '生成汇总台账' }).click();
  await bench.cell('A1').waitFor();
  expect(await page.locator('.file-name').innerText()).toMatch(/^汇总台账-\d{4}-\d\d-\d\d\.xlsx/);
  await page.getByRole('img', { name: '有改动未另存' }).waitFor();

  // A line leads to its merged row; the row tells where it came from.
  await page.getByRole('button', { name: /^汇入的各户/ }).click();
  await page.getByRole('searchbox', { name: '查找汇入的户' }).fill(person(20).name);
  await page.getByRole('list', { name: '汇入的各户' }).getByRole('button').first().click();
  const row = (await bench.address.inputValue()).replace(/\D/g, '');
  expect(await bench.cell(`E${row}`).innerText()).toBe(person(20).name);
  await page.getByText(/^来源：柳溪村\.xlsx .*第 5 行（/).waitFor();

  const { name, bytes } = await bench.saved(() => page.getByRole('button', { name: '另存为' }).click());
  expect(name).toMatch(/^汇总台账-\d{4}-\d\d-\d\d\.xlsx$/);
  const names = sheetJs.read(bytes).SheetNames;
  expect(names[0]).toBe('汇总台账');
  expect(names).toEqual(sheetJs.read(readFileSync(path.join(folder, 'out.xlsx'))).SheetNames);
});

test('what goes back comes as one zip with a workbook for each village that has something to mend', async () => {
  const { page } = (bench = await browser.open());
  await pickFolder();
  const { name, bytes } = await bench.saved(() => page.getByRole('button', { name: /^退回修改 \d+ 份/ }).click());
  expect(name).toMatch(/^退回各村-.*\.zip$/);
  const files = Object.entries(unzipSync(bytes));
  expect(files.length).toBeGreaterThan(1);
  for (const [file, content] of files) {
    expect(file).toMatch(/^[^/\\]+村(补报)?-退回修改\.xlsx$/);
    expect(sheetJs.read(content).SheetNames).toContain('退回修改');
  }
});

test('several files dropped on the page are offered for merging, not opened', async () => {
  const { page } = (bench = await browser.open());
  const bytes = [...readFileSync(path.join(folder, '交回', '石湾村.xlsx'))];
  const dropped = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const name of ['石湾村.xlsx', '石湾村（二）.xlsx']) data.items.add(new File([new Uint8Array(given)], name));
    return data;
  }, bytes);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: '开始汇总 2 份' }).click();
  await page.getByText('共 2 份文件 = 汇入 1 份 + 未汇入 1 份').waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
});
