import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');
const source = join(corpus, 'national-roster-mistakes.xlsx');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  copyFileSync(source, join(folder.path, 'in.xlsx'));
});
afterEach(() => folder.remove());

/** Ends with 2, one Chinese line on standard error, nothing on standard output and nothing written. */
async function refused(argv: readonly string[]): Promise<string> {
  const before = readdirSync(folder.path).sort();
  const { code, out, err } = await runCli(folder.path, argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
  expect(err).not.toMatch(/[!！]|Error|undefined/);
  expect(readdirSync(folder.path).sort()).toEqual(before);
  expect(readFileSync(join(folder.path, 'in.xlsx')).equals(readFileSync(source))).toBe(true);
  return err;
}

describe('words that make no command', () => {
  test.each([
    [[]],
    [['examine', 'in.xlsx']],
    [['check']],
    [['check', 'in.xlsx', '--colour']],
    [['check', 'in.xlsx', '-x']],
    [['check', 'in.xlsx', '--format', 'xml']],
    [['check', 'in.xlsx', '--format']],
    [['check', 'in.xlsx', '--help=yes']],
    [['check', 'in.xlsx', '-o', 'out.xlsx']],
    [['check', 'in.xlsx', '--today', '2026-02-30']],
    [['check', 'in.xlsx', '--scheme', 'nowhere']],
    [['check', 'in.xlsx', '--scheme', 'nowhere.json']],
    [['fill', 'in.xlsx']],
    [['fill', '-o', 'out.xlsx']],
    [['fill', 'in.xlsx', 'in.xlsx', '-o', 'out.xlsx']],
    [['mark', 'in.xlsx', '--format', 'json', '-o', 'out.xlsx']],
    [['new', '-o', 'out.xlsx']],
    [['new', 'no-such-form', '-o', 'out.xlsx']],
    [['forms', 'village-ledger']],
    [['schemes', '--scheme', 'shangzhai']],
  ])('%j', async (argv) => {
    await refused(argv);
  });

  test('what comes later is said in one sentence', async () => {
    expect(await refused(['check', 'in.xlsx', '--reference', 'deceased=list.xlsx'])).toContain('list.xlsx');
    expect(await refused(['sheets', 'in.xlsx', '-o', 'out.xlsx', '--kind', 'notice'])).toContain('打印表');
  });

  test('an unknown option is named', async () => {
    expect(await refused(['check', 'in.xlsx', '--colour=red'])).toContain('--colour');
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['missing', ['check', 'gone.xlsx']],
    ['one of two missing', ['check', 'in.xlsx', 'gone.xlsx']],
    ['a folder', ['check', '.']],
    ['named twice', ['check', 'in.xlsx', './in.xlsx']],
  ])('%s', async (_, argv) => {
    await refused(argv);
  });

  test('not a workbook, truncated, empty', async () => {
    writeFileSync(join(folder.path, 'picture.xlsx'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0, 0, 0xff]));
    writeFileSync(join(folder.path, 'cut.xlsx'), readFileSync(source).subarray(0, 3000));
    writeFileSync(join(folder.path, 'empty.xlsx'), '');
    for (const name of ['picture.xlsx', 'cut.xlsx', 'empty.xlsx']) {
      expect(await refused(['check', name])).toContain(name);
      await refused(['fill', name, '-o', 'out.xlsx']);
    }
  });

  test('a sheet without a ledger has nothing to mark or fill', async () => {
    copyFileSync(join(corpus, 'no-ledger.xlsx'), join(folder.path, 'none.xlsx'));
    expect(await refused(['mark', 'none.xlsx', '-o', 'out.xlsx'])).toContain('没有找到台账');
    expect(await refused(['fill', 'none.xlsx', '-o', 'out.xlsx'])).toContain('没有找到台账');
  });

  test('a copy of an old or plain format is an .xlsx', async () => {
    copyFileSync(join(corpus, 'roster-utf8.csv'), join(folder.path, 'roster.csv'));
    copyFileSync(join(corpus, 'relief-import-mistakes.xls'), join(folder.path, 'old.xls'));
    copyFileSync(join(corpus, 'roster-html.xls'), join(folder.path, 'page.xls'));
    for (const verb of ['fill', 'mark', 'clear-marks']) {
      expect(await refused([verb, 'roster.csv', '-o', 'out.csv'])).toContain('.xlsx');
      expect(await refused([verb, 'old.xls', '-o', 'out.xls'])).toContain('.xlsx');
      expect(await refused([verb, 'page.xls', '-o', 'out.xls'])).toContain('.xlsx');
    }
  });
});

describe('an input is never written over', () => {
  test.each(['fill', 'mark', 'clear-marks'])('%s', async (verb) => {
    symlinkSync(join(folder.path, 'in.xlsx'), join(folder.path, 'link.xlsx'));
    linkSync(join(folder.path, 'in.xlsx'), join(folder.path, 'hard.xlsx'));
    mkdirSync(join(folder.path, 'below'));
    for (const out of [
      'in.xlsx',
      './below/../in.xlsx',
      join(folder.path, 'in.xlsx'),
      'link.xlsx',
      'hard.xlsx',
      'IN.XLSX',
    ]) {
      expect(await refused([verb, 'in.xlsx', '-o', out])).toContain('不会被覆盖');
    }
    expect(await refused([verb, 'link.xlsx', '-o', 'in.xlsx'])).toContain('不会被覆盖');
  });

  test('places that cannot be written to', async () => {
    mkdirSync(join(folder.path, 'folder.xlsx'));
    await refused(['fill', 'in.xlsx', '-o', 'folder.xlsx']);
    await refused(['fill', 'in.xlsx', '-o', 'nowhere/out.xlsx']);
    await refused(['fill', 'in.xlsx', '-o', 'out.csv']);
    await refused(['fill', 'in.xlsx', '-o', 'out.xlsm']);
    await refused(['new', 'village-ledger', '-o', 'nowhere/out.xlsx']);
    await refused(['new', 'village-ledger', '-o', 'out.xls']);
  });
});

test('broken machinery ends with 2 and one sentence, without the fault itself', async () => {
  const faults: unknown[] = [];
  const { code, out, err } = await runCli(folder.path, ['check', 'in.xlsx'], {
    openFile: () => Promise.reject(new TypeError('cannot read properties of undefined')),
    onFault: (fault) => faults.push(fault),
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\nA-Za-z]+$/);
  expect(faults).toHaveLength(1);
});

test('today is asked only where no day is named', async () => {
  const asked: string[] = [];
  const today = () => {
    asked.push('asked');
    return corpusDay;
  };
  await runCli(folder.path, ['check', 'in.xlsx', '--today', corpusDay], { today });
  expect(asked).toEqual([]);
  await runCli(folder.path, ['check', 'in.xlsx'], { today });
  expect(asked).toEqual(['asked']);
});
