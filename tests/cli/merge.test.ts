import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { householdsFrom, returnedPlan } from '../support/returned-plan';
import { manyReturns, villagesAsked } from './many-returns';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const cli = (...argv: string[]) => runCli(folder.path, argv);
const at = (...parts: string[]) => join(folder.path, ...parts);

async function writeReturn(
  name: string,
  village: string,
  from: number,
  count = 4,
  { cells, ...options }: Parameters<typeof returnedPlan>[2] & { readonly cells?: object } = {},
): Promise<void> {
  mkdirSync(join(at(name), '..'), { recursive: true });
  const households = householdsFrom(from, count).map((each) => ({ ...each, ...(cells && { cells }) }));
  writeFileSync(at(name), await newWorkbook([returnedPlan(village, households, options)], nodeCodec));
  utimesSync(at(name), new Date(2026, 0, 6), new Date(2026, 0, 6));
}

const sheetRows = (name: string, sheet: string): readonly (readonly unknown[])[] =>
  utils.sheet_to_json<unknown[]>(read(readFileSync(at(name))).Sheets[sheet], { header: 1, raw: true, defval: null });

interface MergeJson {
  readonly files: readonly {
    readonly workbook: string;
    readonly verdict: string;
    readonly reason: string | null;
    readonly taken: number;
    readonly setAside: number;
  }[];
  readonly missing: readonly string[];
  readonly conservation: {
    readonly lines: readonly { readonly holds: boolean }[];
    readonly totals: readonly {
      readonly holds: boolean;
      readonly cameIn: object;
      readonly merged: object;
      readonly setAside: object;
    }[];
    readonly ownTotals: readonly { readonly workbook: string; readonly agrees: boolean }[];
    readonly rows: readonly { readonly workbook: string }[];
  };
  readonly differences: readonly { readonly kind: string; readonly village: string }[];
  readonly findings: readonly {
    readonly check: string;
    readonly workbook: string;
    readonly also: readonly { readonly workbook: string }[];
  }[];
}

test('300 returns with 40 faults end in exactly the verdicts, differences and figures that were planted', async () => {
  const planted = manyReturns();
  expect(planted.files).toHaveLength(300);
  mkdirSync(at('in'));
  for (const { name, content } of planted.files) {
    writeFileSync(at('in', name), Buffer.isBuffer(content) ? content : await newWorkbook(content as never, nodeCodec));
    utimesSync(at('in', name), new Date(2026, 0, 6), new Date(2026, 0, 6));
  }
  const villages = villagesAsked().flatMap((village) => ['--village', village]);
  const { code, out, err } = await cli('merge', 'in', '-o', 'out.xlsx', '--format', 'json', ...villages);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const report = JSON.parse(out) as MergeJson;

  const verdicts = Object.fromEntries(
    report.files.map(({ workbook, verdict, reason, taken, setAside }) => [
      workbook,
      [reason ?? verdict, taken, setAside],
    ]),
  );
  expect(verdicts).toEqual(
    Object.fromEntries(
      planted.files.map(({ name, expected, read: all, merged }) => [name, [expected, merged, all - merged]]),
    ),
  );
  expect(report.differences.map(({ kind, village }) => `${kind} ${village}`).sort()).toEqual(planted.differences);
  const sum = (of: (file: (typeof planted.files)[number]) => number) =>
    planted.files.reduce((all, file) => all + of(file), 0);
  expect(report.conservation.totals).toMatchObject([
    {
      holds: true,
      cameIn: { entries: sum((file) => file.read), money: sum((file) => file.fen) },
      merged: { entries: sum((file) => file.merged), money: sum((file) => (file.merged > 0 ? file.fen : 0)) },
      setAside: {
        entries: sum((file) => file.read - file.merged),
        money: sum((file) => (file.merged > 0 ? 0 : file.fen)),
      },
    },
  ]);
  expect(report.conservation.lines.filter(({ holds }) => !holds)).toEqual([]);
  expect(
    report.conservation.ownTotals
      .filter(({ agrees }) => !agrees)
      .map(({ workbook }) => workbook)
      .sort(),
  ).toEqual([...planted.wrongTotals].sort());
  expect(report.conservation.rows.map(({ workbook }) => workbook).sort()).toEqual([...planted.unreadRows].sort());
  const twice = report.findings.filter(
    ({ check, workbook, also }) => check === 'id-number-duplicate' && also.some((place) => place.workbook !== workbook),
  );
  expect(twice).toHaveLength(planted.twice);
  expect(report.missing).toEqual([...villagesAsked().slice(20, 23), villagesAsked()[273]]);

  // Another program finds each merged row, and where it came from, in the file.
  const origins = sheetRows('out.xlsx', '合并来源').slice(3);
  expect(origins).toHaveLength(sum((file) => file.merged));
  const merged = sheetRows('out.xlsx', '汇总台账');
  const name = merged[3].indexOf('户主姓名');
  for (const [sheet, row, , who] of origins) expect([sheet, merged[Number(row) - 1][name]]).toEqual(['汇总台账', who]);
}, 120_000);

describe('what goes in', () => {
  test('folders, files, the same file twice, and what is no table', async () => {
    await writeReturn('in/松岭乡/青石村.xlsx', '青石村', 0);
    await writeReturn('in/柏林镇/青石村.xlsx', '青石村', 50);
    await writeReturn('单独.xlsx', '云台村', 100);
    writeFileSync(at('in/说明.docx'), 'x');
    writeFileSync(at('in/~$青石村.xlsx'), 'x');
    writeFileSync(at('in/.DS_Store'), 'x');
    const { code, out, err } = await cli('merge', 'in', '单独.xlsx', './单独.xlsx', '-o', 'out.xlsx');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('收到 5 份文件：汇入 3 份');
    expect(out).toContain('说明.docx\u3000未汇入（打不开）');
    expect(out).toContain('系统文件');
    expect(out).toContain('松岭乡青石村');
    expect(out).toContain('柏林镇青石村');
    expect(out).toContain('全部\u3000户数 12 = 12 + 0');
  });

  test('an earlier output in the folder is no input, and merging again gives the same bytes', async () => {
    await writeReturn('in/青石村.xlsx', '青石村', 0);
    await cli('merge', 'in', '-o', 'in/汇总.xlsx');
    const first = readFileSync(at('in/汇总.xlsx'));
    const { out } = await cli('merge', 'in', '-o', 'in/汇总.xlsx');
    expect(out).toContain('这次要写出的文件');
    expect(readFileSync(at('in/汇总.xlsx')).equals(first)).toBe(true);
  });

  test('which of two is newer is chosen by --newer', async () => {
    await writeReturn('in/a.xlsx', '青石村', 0);
    await writeReturn('in/b.xlsx', '青石村', 0, 5);
    const asked = await cli('merge', 'in', '-o', 'out.xlsx');
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('请指定以哪一份为准');
    const chosen = await cli('merge', 'in', '-o', 'out.xlsx', '--newer', 'in/b.xlsx');
    expect(chosen.err).toBe('');
    expect(chosen.out).toContain('a.xlsx\u3000未汇入（已有更新的一份）');
  });
});

describe('what comes out', () => {
  test('0 where nothing is left to do', async () => {
    await writeReturn('in/青石村.xlsx', '青石村', 0);
    copyFileSync(at('in/青石村.xlsx'), at('in/再交.xlsx'));
    const { code, out } = await cli('merge', 'in', '-o', 'out.xlsx');
    expect(out).toContain('错误 0 处');
    expect(code).toBe(0);
    expect(read(readFileSync(at('out.xlsx'))).SheetNames.slice(0, 3)).toEqual(['汇总台账', '合并情况', '合并来源']);
  });

  test('workbooks go back with a list, come back mended, and the inputs stay as they were', async () => {
    await writeReturn('in/青石村.xlsx', '青石村', 0, 4, { preparedOn: '2026-01-05' });
    const [first, ...rest] = householdsFrom(100, 4);
    mkdirSync(at('in'), { recursive: true });
    writeFileSync(
      at('in/云台村.xlsx'),
      await newWorkbook(
        [returnedPlan('云台村', [{ ...first, cells: { registrationType: null } }, ...rest])],
        nodeCodec,
      ),
    );
    const before = readFileSync(at('in/云台村.xlsx'));
    const { code, out } = await cli('merge', 'in', '-o', 'out.xlsx', '--return-to', 'back');
    expect(code).toBe(1);
    expect(out).toMatch(/退回修改\n {2}云台村-退回修改.xlsx\u3000\d+ 处/);
    expect(readdirSync(at('back'))).toEqual(['云台村-退回修改.xlsx']);
    expect(sheetRows('back/云台村-退回修改.xlsx', '退回修改').flat()).toContain('H5');
    expect(readFileSync(at('in/云台村.xlsx')).equals(before)).toBe(true);
    const again = await cli('merge', 'back', '-o', 'again.xlsx', '--return-to', 'back2');
    expect(again.out).toContain('还有');
    expect(readdirSync(at('back2'))).toEqual(['云台村-退回修改.xlsx']);
    const over = await cli('merge', 'back', '-o', 'again.xlsx', '--return-to', 'back');
    expect(over.err).toContain('不会被覆盖');
    expect(readdirSync(at('back'))).toEqual(['云台村-退回修改.xlsx']);
  });

  test('where one of the files cannot be put in its place, none is, and the old ones stay', async () => {
    for (const [index, village] of ['青石村', '云台村', '小河村'].entries())
      await writeReturn(`in/${village}.xlsx`, village, index * 50, 4, { cells: { registrationType: null } });
    mkdirSync(at('back/青石村-退回修改.xlsx/kept'), { recursive: true });
    writeFileSync(at('back/云台村-退回修改.xlsx'), 'old');
    writeFileSync(at('out.xlsx'), 'old');
    const { code, err } = await cli('merge', 'in', '-o', 'out.xlsx', '--return-to', 'back');
    expect([code, err]).toEqual([2, expect.stringContaining('不是文件')]);
    expect(readdirSync(at('back')).sort()).toEqual(['云台村-退回修改.xlsx', '青石村-退回修改.xlsx']);
    expect(readFileSync(at('back/云台村-退回修改.xlsx'), 'utf8')).toBe('old');
    expect(readFileSync(at('out.xlsx'), 'utf8')).toBe('old');
  });

  test('whoever stops it gets a sentence, and nothing is written', async () => {
    for (const [index, village] of ['青石村', '云台村', '小河村'].entries())
      await writeReturn(`in/${village}.xlsx`, village, index * 50, 4, { cells: { registrationType: null } });
    const argv = ['merge', 'in', '-o', 'out.xlsx', '--return-to', 'new/back'];
    let asked = 0;
    const watch = (from: number) => ({ listenForStop: () => ({ cancelled: () => (asked += 1) > from }) });
    await runCli(folder.path, argv, watch(Number.MAX_SAFE_INTEGER));
    const whole = asked;
    rmSync(at('out.xlsx'));
    rmSync(at('new'), { recursive: true });
    for (const share of [0, 0.2, 0.5, 0.9, 0.99]) {
      asked = 0;
      const { code, out, err } = await runCli(folder.path, argv, watch(Math.floor(whole * share)));
      expect({ code, out, err }).toEqual({ code: 2, out: '', err: '已按要求停止，没有写出任何文件。' });
      expect(readdirSync(folder.path)).toEqual(['in']);
    }
  });

  test('a sealed ledger is verified, a changed one is found out', async () => {
    await writeReturn('青石村.xlsx', '青石村', 0);
    const { code, out } = await cli('submit', '青石村.xlsx', '--by', '张审核', '-o', 'sealed.xlsx');
    expect(code).toBe(0);
    expect(out).toContain('封签');
    const merged = await cli('merge', 'sealed.xlsx', '-o', 'out.xlsx');
    expect(merged.code).toBe(0);
    expect(sheetRows('out.xlsx', '合并情况').flat().join()).toContain(
      '张审核于2026年1月8日核查报送以后，台账内容没有改动。',
    );
    expect((await cli('mark', 'sealed.xlsx', '-o', 'marked.xlsx')).code).toBe(0);
  });

  test('the list of need is held against what was paid', async () => {
    await writeReturn('need.xlsx', '青石村', 0, 5);
    await writeReturn('in/青石村.xlsx', '青石村', 1, 5);
    const { out } = await cli('merge', 'in', '-o', 'out.xlsx', '--need', 'need.xlsx');
    expect(out).toContain('列入未发放 1 户，发放未列入 1 户，金额不同 0 户');
    expect(
      sheetRows('out.xlsx', '需救助与发放对照')
        .slice(3)
        .map(([what]) => what),
    ).toEqual(['列入未发放', '发放未列入']);
  });
});

test.each([
  [['merge']],
  [['merge', 'in']],
  [['merge', 'gone', '-o', 'out.xlsx']],
  [['merge', 'empty', '-o', 'out.xlsx']],
  [['merge', 'in', '-o', 'in/青石村.xlsx', 'in/青石村.xlsx']],
  [['merge', 'in', '-o', 'out.csv']],
  [['merge', 'in', '-o', 'out.xlsx', '--form', 'nowhere']],
  [['merge', 'in', '-o', 'out.xlsx', '--form', 'member-roster']],
  [['merge', 'in', '-o', 'out.xlsx', '--expect-form', 'nowhere']],
  [['merge', 'in', '-o', 'out.xlsx', '--year', '明年']],
  [['merge', 'in', '-o', 'out.xlsx', '--newer', 'gone.xlsx']],
  [['merge', 'in', '-o', 'out.xlsx', '--need', 'gone.xlsx']],
  [['merge', 'in', '-o', 'out.xlsx', '--format', 'xml']],
  [['merge', 'in', '-o', 'out.xlsx', '--colour']],
  [['--format', 'json', 'merge', 'in', '-o', 'out.xlsx']],
  [['submit', 'in/青石村.xlsx', '-o', 'out.xlsx']],
  [['submit', 'in/青石村.xlsx', '--by', '张三']],
  [['submit', '--by', '张三', '-o', 'out.xlsx']],
  [['submit', 'in/青石村.xlsx', '--by', '张三', '-o', 'in/青石村.xlsx']],
])('%j ends with 2, one Chinese line, and nothing written', async (argv) => {
  await writeReturn('in/青石村.xlsx', '青石村', 0);
  mkdirSync(at('empty'));
  const before = [readdirSync(folder.path), readFileSync(at('in/青石村.xlsx'), 'base64')];
  const { code, out, err } = await cli(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
  expect(err).not.toMatch(/[!！]|Error|undefined/);
  expect([readdirSync(folder.path), readFileSync(at('in/青石村.xlsx'), 'base64')]).toEqual(before);
});

describe('a process killed at any moment', () => {
  const program = join(__dirname, '../../dist/cli/relief-ledger.js');

  test('leaves the old output or the new one, and the inputs as they were', async () => {
    for (let village = 0; village < 12; village += 1)
      await writeReturn(`in/${village}.xlsx`, `${'松柏杨柳桃梅兰竹荷莲枫桂'[village]}树村`, village * 200, 150);
    const inputs = readdirSync(at('in')).map((name) => readFileSync(at('in', name), 'base64'));
    const argv = [program, 'merge', 'in', '-o', 'out.xlsx', '--today', corpusDay, '--return-to', 'back'];
    const begun = process.hrtime.bigint();
    await ended(spawn(process.execPath, argv, { cwd: folder.path }));
    const whole = Number(process.hrtime.bigint() - begun) / 1e6;
    const fresh = readFileSync(at('out.xlsx'));
    expect(read(fresh).SheetNames).toContain('汇总台账');
    const old = Buffer.from('what stood there before');
    let interrupted = 0;
    for (let moment = 1; moment <= 10; moment += 1) {
      writeFileSync(at('out.xlsx'), old);
      const child = spawn(process.execPath, argv, { cwd: folder.path });
      const end = ended(child);
      await new Promise((passed) => setTimeout(passed, (whole * moment) / 10));
      if (child.kill(moment % 3 === 0 ? 'SIGINT' : 'SIGKILL')) interrupted += 1;
      await end;
      const found = readFileSync(at('out.xlsx'));
      expect(found.equals(old) || found.equals(fresh)).toBe(true);
      expect(
        readdirSync(folder.path).filter((name) => !/^(in|out\.xlsx|back|\.relief-ledger-[0-9a-f]+\.tmp)$/.test(name)),
      ).toEqual([]);
      for (const name of readdirSync(at('back')))
        if (name.endsWith('.xlsx')) expect(read(readFileSync(at('back', name))).SheetNames).toContain('退回修改');
    }
    expect(interrupted).toBeGreaterThan(3);
    // A folder that was not there comes with all its files or not at all.
    const workbooksIn = () => readdirSync(at('back')).filter((name) => name.endsWith('.xlsx'));
    const all = workbooksIn();
    for (let moment = 6; moment <= 10; moment += 1) {
      rmSync(at('back'), { recursive: true });
      const child = spawn(process.execPath, argv, { cwd: folder.path });
      const end = ended(child);
      await new Promise((passed) => setTimeout(passed, (whole * moment) / 10));
      child.kill('SIGKILL');
      await end;
      if (existsSync(at('back'))) expect(workbooksIn()).toEqual(all);
      else mkdirSync(at('back'));
    }
    expect(readdirSync(at('in')).map((name) => readFileSync(at('in', name), 'base64'))).toEqual(inputs);
  }, 120_000);
});

const ended = (child: ReturnType<typeof spawn>): Promise<unknown> => new Promise((end) => child.once('exit', end));
