import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { corpusDay, runCli } from './run-cli';

const corpus = join(__dirname, '../corpus');
const sample = join(__dirname, '../../assets/sample-ledger.xlsx');

/** A workbook alone, or all workbooks of a folder together. */
const cases = [
  ...readdirSync(corpus)
    .filter((name) => !['make', 'read', 'README.md'].includes(name) && !name.endsWith('.expected.csv'))
    .map((name) => ({ name, files: filesOf(join(corpus, name)) })),
  { name: 'assets/sample-ledger.xlsx', files: [sample] },
];

/** The checks that every ledger depends on; a new check is planted when its own ledgers come. */
const mustBePlanted = [
  'cell-malformed',
  'cell-required-missing',
  'form-changed',
  'id-number-checksum',
  'id-number-damaged',
  'id-number-duplicate',
  'id-number-malformed',
  'id-number-untidy',
  'long-absent',
  'people-in-need-exceeds-household',
  'relief-amount-differs',
  'total-row-differs',
];

describe('every planted mistake is found, and none else', () => {
  test.each(cases)('$name', async ({ files }) => {
    const { code, out, err } = await runCli(corpus, [
      ...['check', ...files],
      ...['--scheme', 'shangzhai', '--today', corpusDay, '--format', 'json'],
    ]);
    expect(err).toBe('');
    const report = JSON.parse(out) as Report;
    const expected = files.flatMap(expectedIn);
    const found = report.findings.map((finding) => ({
      workbook: finding.workbook,
      sheet: isText(finding.workbook) ? '' : finding.sheet,
      cell: finding.cell,
      check: finding.check,
      to: finding.fix === null ? '' : String(finding.fix.to),
    }));
    expect(found.sort(byPlace)).toEqual(expected.sort(byPlace));
    expect(code).toBe(report.summary.error > 0 ? 1 : 0);
  });

  test('the corpus plants mistakes of each kind in each form', async () => {
    const planted = new Set(cases.flatMap(({ files }) => files.flatMap(expectedIn)).map(({ check }) => check));
    expect([...planted].sort()).toEqual(expect.arrayContaining(mustBePlanted));
    const { out } = await runCli(corpus, ['checks']);
    const all = out.split('\n').map((line) => line.split(' ')[0]);
    expect([...planted].filter((check) => !all.includes(check))).toEqual([]);
    const forms = new Set<string>();
    for (const { files } of cases) {
      const run = await runCli(corpus, ['check', ...files, '--format', 'json']);
      for (const ledger of (JSON.parse(run.out) as Report).ledgers) forms.add(ledger.form);
    }
    expect([...forms].sort()).toEqual([
      'member-roster',
      'national-roster',
      'relief-import',
      'unlisted',
      'village-ledger',
    ]);
  });

  test('a workbook without a ledger is said to have none', async () => {
    const { code, out } = await runCli(corpus, ['check', 'no-ledger.xlsx']);
    expect(code).toBe(0);
    expect(out).toContain('没有找到台账');
  });
});

interface Report {
  readonly ledgers: readonly { readonly form: string }[];
  readonly findings: readonly {
    readonly workbook: string;
    readonly sheet: string;
    readonly cell: string;
    readonly check: string;
    readonly fix: { readonly to: unknown } | null;
  }[];
  readonly summary: { readonly error: number };
}

interface Planted {
  readonly workbook: string;
  readonly sheet: string;
  readonly cell: string;
  readonly check: string;
  readonly to: string;
}

function filesOf(path: string): readonly string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path];
}

/** What the sheet 预期 lists, or the table beside a file that holds no second sheet; read by a reader that is not ours. */
function expectedIn(file: string): readonly Planted[] {
  const workbook = basename(file);
  const beside = [`${file}.expected.csv`, join(corpus, workbook.replace(/\.\w+$/, '.expected.csv'))].find(existsSync);
  const book =
    beside === undefined
      ? read(readFileSync(file), { dense: true })
      : read(readFileSync(beside, 'utf8'), { type: 'string', raw: true, dense: true });
  const sheet = beside === undefined ? book.Sheets['预期'] : book.Sheets[book.SheetNames[0]];
  const [heading, ...rows] = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' });
  expect(heading).toEqual(['工作表', '单元格', '检查', '改为']);
  return rows.map((row) => {
    const [place, cell, check, to] = row.map(String);
    return { workbook, sheet: place, cell, check, to };
  });
}

const isText = (workbook: string): boolean => workbook.endsWith('.csv') || workbook === 'roster-html.xls';

const byPlace = (left: Planted, right: Planted): number => (keyOf(left) < keyOf(right) ? -1 : 1);
const keyOf = ({ workbook, sheet, cell, check }: Planted): string => [workbook, sheet, cell, check].join('\n');
