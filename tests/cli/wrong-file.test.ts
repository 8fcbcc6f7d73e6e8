import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { person } from '../support/people';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');
const sample = join(__dirname, '../../assets/sample-ledger.xlsx');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const cli = (...argv: string[]) => runCli(folder.path, [...argv, '--today', corpusDay]);

/** A ledger of 石湾村 as a text file, a line for each person's number. */
function ledger(persons: readonly number[], title = '2025—2026年度冬春救助台账'): void {
  const lines = persons.map((index) => {
    const { name, idNumber, account } = person(index);
    return `石湾村,${name},${idNumber},农村,低保户,3,2,300,${name},${account}`;
  });
  const headings = '行政村,户主姓名,身份证号,户口类型,家庭类型,家庭人口,需救助人口,救助金额,开户名,一卡通账号';
  writeFileSync(join(folder.path, 'in.csv'), [title, headings, ...lines].join('\n'));
}

/** What each verb that writes is given besides the workbook and the options about it. */
const verbs: readonly (readonly [string, readonly string[], string])[] = [
  ['fill', [], 'out.xlsx'],
  ['mark', [], 'out.xlsx'],
  ['submit', ['--by', '核查员'], 'out.xlsx'],
  ['sheets', ['--kind', 'village-notice', '--confirm'], 'out.xlsx'],
];

describe.each(verbs)('%s', (verb, words, out) => {
  const run = (...more: string[]) => cli(verb, 'in.csv', ...words, '-o', out, ...more);

  test('writes nothing where half the rows stand there twice, until the person confirms the file', async () => {
    ledger([1, 2, 3, 4, 1, 2, 3, 4]);
    const stopped = await run();
    expect(stopped).toEqual({
      code: 2,
      out: '',
      err: '“in.csv”的工作表“in”共 8 行，有 4 行前面已经登记过，可能是同一份表交了两次，请核对是不是这份文件。没有写出文件；确实是这份文件的，请加上 --confirm-file 再运行。',
    });
    expect(existsSync(join(folder.path, out))).toBe(false);
    const confirmed = await run('--confirm-file');
    expect([confirmed.code, confirmed.err]).toEqual([1, '']);
    expect(existsSync(join(folder.path, out))).toBe(true);
  });

  test('writes nothing where form, village or year is not the one expected', async () => {
    ledger([1, 2, 3, 4, 5, 6]);
    const ordinary = await run('--expect-village', '石湾', '--year', '2025-2026');
    expect(ordinary.err).toBe('');
    for (const [option, value, said] of [
      ['--expect-form', 'village-ledger', '不是固定表样，应为“冬春救助台账”'],
      ['--expect-village', '柳溪村', '多数行的行政村是“石湾村”，应为“柳溪村”'],
      ['--year', '2024', '的标题写的是 2025—2026年度，本次应为 2024—2025年度'],
    ] as const) {
      const { code, err } = await run(option, value);
      expect([code, err.includes(said), err]).toEqual([2, true, err]);
    }
  });

  test('says which of its words it cannot understand', async () => {
    ledger([1, 2, 3, 4, 5, 6]);
    expect((await run('--expect-form', 'no-such-form')).err).toMatch(/没有“no-such-form”这种表样/);
    expect((await run('--year', '明年')).err).toMatch(/--year 写的“明年”看不出是哪一年度/);
  });
});

test('a bank file is not written of a wrong file either', async () => {
  ledger([1, 2, 3, 4], '2024—2025年度冬春救助台账');
  const { code, err } = await cli('sheets', 'in.csv', '--kind', 'bank-file', '-o', 'bank.csv', '--year', '2025');
  expect([code, err]).toEqual([2, expect.stringContaining('--confirm-file')]);
  expect(existsSync(join(folder.path, 'bank.csv'))).toBe(false);
});

test('verbs that only read ask nothing, and do not know the words', async () => {
  ledger([1, 2, 3, 4, 1, 2, 3, 4]);
  expect((await cli('check', 'in.csv')).code).toBe(1);
  expect((await cli('check', 'in.csv', '--confirm-file')).code).toBe(2);
});

describe('the sample and the corpus raise no question', () => {
  const files = [sample, ...readdirSync(corpus).map((name) => join(corpus, name))].filter(
    (path) =>
      statSync(path).isFile() &&
      ['.xlsx', '.xls', '.csv'].includes(extname(path)) &&
      !path.endsWith('.expected.csv') &&
      !path.endsWith('no-ledger.xlsx'),
  );
  test.each(files.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]))('%s', async (_, path) => {
    const { code, err } = await cli('mark', path, '-o', 'out.xlsx');
    expect([code === 2, err]).toEqual([false, '']);
  });
});
