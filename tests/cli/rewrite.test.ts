import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');
const sample = join(__dirname, '../../assets/sample-ledger.xlsx');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  copyFileSync(sample, join(folder.path, 'in.xlsx'));
});
afterEach(() => folder.remove());

const cli = (...argv: string[]) => runCli(folder.path, argv);
const bytesOf = (name: string) => readFileSync(join(folder.path, name));

/** The cells of a sheet as another program reads them. */
function cellsOf(name: string, sheet: string): readonly (readonly unknown[])[] {
  const book = read(bytesOf(name), { dense: true, nodim: true });
  return utils.sheet_to_json<unknown[]>(book.Sheets[sheet], { header: 1, raw: true, defval: null });
}

describe('fill', () => {
  test('fills the empty amounts and nothing else, and says so', async () => {
    const { code, out, err } = await cli('fill', 'in.xlsx', '-o', 'out.xlsx', '--today', corpusDay);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/已填列 [1-9]\d* 处\n {2}“冬春救助台账”Z5\u3000450\u30003 人 × 150 元\/人 = 450 元/);
    expect(out).toMatch(/不能计算 [1-9]\d* 处/);
    expect(out).toContain('户口类型是城镇');
    const [before, after] = ['in.xlsx', 'out.xlsx'].map((name) => cellsOf(name, '冬春救助台账'));
    const changed = after.flatMap((row, index) =>
      row.flatMap((value, column) => (value === before[index]?.[column] ? [] : [column])),
    );
    expect(new Set(changed)).toEqual(new Set([25]));
    expect(changed).toHaveLength(Number(/已填列 (\d+)/.exec(out)?.[1]));
    const again = await cli('fill', 'out.xlsx', '-o', 'again.xlsx', '--today', corpusDay);
    expect(again.out).toContain('没有可以填列的空格');
  });

  test('the input stays as it was, and all other parts of the package too', async () => {
    await cli('fill', 'in.xlsx', '-o', 'out.xlsx');
    expect(bytesOf('in.xlsx').equals(readFileSync(sample))).toBe(true);
    const [before, after] = [unzipSync(bytesOf('in.xlsx')), unzipSync(bytesOf('out.xlsx'))];
    const same = Object.keys(before).filter((part) => Buffer.from(before[part]).equals(Buffer.from(after[part] ?? [])));
    expect(
      Object.keys(before).filter((part) => !same.includes(part) && part.startsWith('xl/worksheets/sheet')),
    ).toEqual(['xl/worksheets/sheet1.xml']);
  });

  test('an output that already stands is replaced', async () => {
    copyFileSync(sample, join(folder.path, 'out.xlsx'));
    await cli('fill', 'in.xlsx', '-o', 'out.xlsx');
    expect(bytesOf('out.xlsx').equals(readFileSync(sample))).toBe(false);
    expect(readdirSync(folder.path).sort()).toEqual(['in.xlsx', 'out.xlsx']);
  });
});

describe('mark and clear-marks', () => {
  test.each(['in.xlsx', 'village-ledger-wps.xlsx', 'village-ledger-libreoffice.xlsx', 'relief-import-mistakes.xlsx'])(
    '%s: marking changes no cell, clearing gives every part back',
    async (name) => {
      if (name !== 'in.xlsx') copyFileSync(join(corpus, name), join(folder.path, name));
      const marked = await cli('mark', name, '-o', 'marked.xlsx', '--today', corpusDay);
      expect({ code: marked.code, err: marked.err }).toEqual({ code: 1, err: '' });
      const sheets = read(bytesOf(name)).SheetNames;
      expect(read(bytesOf('marked.xlsx')).SheetNames).toEqual([...sheets, '核查记录']);
      for (const sheet of sheets) expect(cellsOf('marked.xlsx', sheet)).toEqual(cellsOf(name, sheet));
      const cleared = await cli('clear-marks', 'marked.xlsx', '-o', 'cleared.xlsx');
      expect({ code: cleared.code, err: cleared.err }).toEqual({ code: 0, err: '' });
      expect(partsOf('cleared.xlsx')).toEqual(partsOf(name));
    },
  );

  test('the record lists every finding', async () => {
    const marked = await cli('mark', 'in.xlsx', '-o', 'marked.xlsx', '--today', corpusDay);
    const { out } = await cli('check', 'in.xlsx', '--today', corpusDay, '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { cell: string }[] };
    const record = cellsOf('marked.xlsx', '核查记录').map((row) => row.join('\t'));
    expect(findings.length).toBeGreaterThan(10);
    for (const { cell } of findings) expect(record.some((line) => line.split('\t').includes(cell))).toBe(true);
    expect(marked.out).toContain('核查记录');
  });

  test('checking a marked workbook finds the same', async () => {
    await cli('mark', 'in.xlsx', '-o', 'marked.xlsx', '--today', corpusDay);
    const [before, after] = await Promise.all(
      ['in.xlsx', 'marked.xlsx'].map(
        async (name) => (await cli('check', name, '--today', corpusDay, '--format', 'json')).out,
      ),
    );
    expect(after.replaceAll('marked.xlsx', 'in.xlsx')).toBe(before);
  });
});

/** A digest of each part of a package. An empty list of names, as openpyxl leaves it, is nothing. */
function partsOf(name: string): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(bytesOf(name))).map(([part, content]) => {
    const text = Buffer.from(content).toString('latin1').replace('<definedNames/>', '');
    return [part, createHash('sha256').update(text, 'latin1').digest('hex')] as const;
  });
  return Object.fromEntries(parts.sort(([left], [right]) => (left < right ? -1 : 1)));
}

describe('new and the lists', () => {
  test('every form listed can be made blank, and is read back as itself without a finding', async () => {
    const { out } = await cli('forms');
    const ids = out.split('\n').map((line) => line.split(' ')[0]);
    expect(ids).toEqual(['national-roster', 'relief-import', 'village-ledger', 'member-roster']);
    for (const id of ids) {
      const made = await cli('new', id, '-o', `${id}.xlsx`);
      expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
      const checked = await cli('check', `${id}.xlsx`, '--format', 'json');
      const report = JSON.parse(checked.out) as { ledgers: { form: string; entries: number }[]; findings: unknown[] };
      expect(report.ledgers.map(({ form, entries }) => ({ form, entries }))).toEqual([{ form: id, entries: 0 }]);
      expect(report.findings).toEqual([]);
    }
  });

  test('schemes and checks have an id and a Chinese title on each line', async () => {
    for (const what of ['schemes', 'checks']) {
      const { code, out } = await cli(what);
      expect(code).toBe(0);
      for (const line of out.split('\n')) expect(line).toMatch(/^[a-z0-9-]+ {2,}.*[\u4e00-\u9fff]/);
    }
    expect((await cli('schemes')).out).toContain('shangzhai');
  });

  test('help names every command', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    for (const verb of [
      'check',
      'fill',
      'mark',
      'clear-marks',
      'new',
      'forms',
      'schemes',
      'checks',
      'sheets',
      'merge',
    ]) {
      expect(out).toContain(verb);
    }
    expect((await cli('check', '-h')).out).toBe(out);
  });
});
