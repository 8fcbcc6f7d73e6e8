import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openFile } from '../../src/adapters/file/open-file';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { person } from '../support/people';
import { runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');

const place = { workbook: z.string().min(1), sheet: z.string().min(1), cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/) };
const written = {
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  ...place,
  row: z.int().min(1),
  message: z.string().min(5),
  decision: z.string().min(1),
  reason: z.string(),
  by: z.string(),
  on: z.string(),
};
const contract = z.strictObject({
  ledgers: z.array(
    z.strictObject({
      workbook: z.string(),
      sheet: z.string(),
      form: z.string(),
      entries: z.int().min(0),
      columns: z.array(z.strictObject({ field: z.string(), heading: z.string(), column: z.int().min(1) })).min(2),
    }),
  ),
  findings: z.array(
    z.strictObject({
      check: z.string().regex(/^[a-z]+(-[a-z]+)+$/),
      severity: z.enum(['error', 'warning', 'note']),
      ...place,
      row: z.int().min(1),
      message: z.string().min(5),
      why: z.string().min(5),
      also: z.array(z.strictObject(place)),
      fix: z
        .strictObject({
          certainty: z.enum(['sure', 'suggested']),
          to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        })
        .nullable(),
    }),
  ),
  notChecked: z.array(z.strictObject({ check: z.string(), reason: z.string().min(5) })),
  summary: z.strictObject({ error: z.int(), warning: z.int(), note: z.int(), entries: z.int() }),
  // Added after the first contract; programs that do not know them pass over them.
  decided: z.array(z.strictObject(written)),
  lapsed: z.array(z.strictObject(written)),
});

describe('check --format json', () => {
  test('prints one object of the shape that other programs rely on', async () => {
    const { code, out, err } = await runCli(corpus, [
      'check',
      'village-ledger-wps.xlsx',
      'relief-import-mistakes.xls',
      '--format',
      'json',
    ]);
    const report = contract.parse(JSON.parse(out));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(report.summary.error + report.summary.warning + report.summary.note).toBe(report.findings.length);
    expect(report.summary.entries).toBe(report.ledgers.reduce((sum, ledger) => sum + ledger.entries, 0));
    expect(report.notChecked.some(({ check }) => check === 'relief-amount-differs')).toBe(true);
    for (const finding of report.findings) expect(Number(/\d+$/.exec(finding.cell)?.[0])).toBe(finding.row);
  });

  test('keeps the order workbook, sheet, row, column, check, in the order the workbooks were named', async () => {
    const named = ['village-ledger-wps.xlsx', 'national-roster-mistakes.xlsx'];
    const { out } = await runCli(corpus, ['check', ...named, '--format', 'json']);
    const { findings } = contract.parse(JSON.parse(out));
    const keys = findings.map(
      ({ workbook, row, cell, check }) => [named.indexOf(workbook), row, columnOf(cell), check] as const,
    );
    const sorted = [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
    expect(keys).toEqual(sorted);
    expect(new Set(keys.map(([workbook]) => workbook)).size).toBe(2);
  });

  test('never shows a whole identity number', async () => {
    const { out } = await runCli(corpus, ['check', 'village-ledger-wps.xlsx', '--format', 'json']);
    for (const { message } of contract.parse(JSON.parse(out)).findings) expect(message).not.toMatch(/\d{15}/);
  });
});

describe('check, as text', () => {
  test('says for each finding where and what, and once why', async () => {
    const { code, out } = await runCli(corpus, ['check', 'national-roster-mistakes.xlsx']);
    expect(code).toBe(1);
    expect(out).toMatch(/错误\u3000B5（户主身份证号）\u3000.*末位应为/);
    expect(out.match(/为什么/g)).toHaveLength(1);
    expect(out).toMatch(/共检查 12 行：错误 \d+ 处，疑点 \d+ 处，提示 \d+ 处。$/);
    expect(out).not.toMatch(/\d{18}/);
  });

  test('gives the reasons once each, the gravest and most frequent first, with where they are written', async () => {
    const { out } = await runCli(corpus, ['check', 'national-roster-mistakes.xlsx']);
    const why = out.slice(out.indexOf('为什么'), out.indexOf('未检查')).split('\n').slice(1);
    const titles = why.filter((line) => /^ {2}\S/.test(line));
    expect(titles.length).toBeGreaterThan(3);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^ {2}.+（\d+ 处）$/);
    expect(why.filter((line) => line.startsWith('    依据：'))).toHaveLength(titles.length);
    const counts = titles.map((title) => Number(/（(\d+) 处）$/.exec(title)?.[1]));
    expect(counts[0]).toBeGreaterThanOrEqual(counts[1]);
  });

  test('names what could not be checked once for each reason', async () => {
    const { out } = await runCli(corpus, ['check', 'member-roster-mistakes.xlsx']);
    const lines = out
      .slice(out.indexOf('未检查'))
      .split('\n')
      .filter((line) => /“一卡通账号”列/.test(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/账号已损坏、/);
  });

  test('names the columns that no check looks at, and a form that nobody has filled in', async () => {
    const folder = temporaryFolder();
    try {
      writeFileSync(
        join(folder.path, '低保名单.csv'),
        '户主姓名,身份证号,家庭人口,月保障金额（元）,签字\n张三,11010519491231002X,4,900,\n',
      );
      const named = await runCli(folder.path, ['check', '低保名单.csv']);
      expect(named.out).toContain('不认得的栏目，没有检查：D 列“月保障金额（元）”\n');
      writeFileSync(join(folder.path, '空表.csv'), '户主姓名,身份证号,家庭人口\n');
      expect((await runCli(folder.path, ['check', '空表.csv'])).out).toContain('还没有填写');
    } finally {
      folder.remove();
    }
  });

  test('lists sheets that are no ledger with the reason', async () => {
    const { out } = await runCli(corpus, ['check', 'relief-import-clean.xlsx']);
    expect(out).toContain('工作表“字典”没有作为台账读取');
    expect(out).toContain('未检查');
  });

  test('ends with 0 where only warnings are found', async () => {
    const { code, out } = await runCli(corpus, ['check', 'relief-import-changed.xlsx']);
    expect(out).toMatch(/错误 0 处，疑点 [1-9]/);
    expect(code).toBe(0);
  });

  test('what a person has settled in 核查记录 is told apart, with the reason; what no longer holds too', async () => {
    const folder = temporaryFolder();
    try {
      const rows = [1, 2, 3].map(
        (index) => `${person(index).name},${person(index).idNumber},3,${index + 2},常年在外务工`,
      );
      const table = ['户主姓名,身份证号,家庭人口,需救助人口,备注', ...rows].join('\n');
      writeFileSync(join(folder.path, 'in.csv'), table);
      await runCli(folder.path, ['mark', 'in.csv', '-o', 'marked.xlsx']);
      await decideIn(join(folder.path, 'marked.xlsx'), '长期外出', '已返乡');
      const settled = await runCli(folder.path, ['check', 'marked.xlsx', '--format', 'json']);
      const report = contract.parse(JSON.parse(settled.out));
      expect(
        report.decided.map(({ check, cell, decision, reason, by, on }) => [check, cell, decision, reason, by, on]),
      ).toEqual([
        ['long-absent', 'E2', '核实无误', '已返乡', '王审核', '2026-01-09'],
        ['long-absent', 'E3', '核实无误', '已返乡', '王审核', '2026-01-09'],
        ['long-absent', 'E4', '核实无误', '已返乡', '王审核', '2026-01-09'],
      ]);
      expect(report.findings.filter(({ check }) => check === 'long-absent')).toEqual([]);
      expect(report.lapsed).toEqual([]);

      await changeCell(join(folder.path, 'marked.xlsx'), { row: 3, column: 5 }, '全家外出务工，房屋空置');
      const changed = contract.parse(
        JSON.parse((await runCli(folder.path, ['check', 'marked.xlsx', '--format', 'json'])).out),
      );
      expect(changed.decided.map(({ cell }) => cell)).toEqual(['E2', 'E4']);
      expect(changed.lapsed.map(({ cell, reason }) => [cell, reason])).toEqual([['E3', '已返乡']]);
      expect(changed.findings.filter(({ check }) => check === 'long-absent').map(({ cell }) => cell)).toEqual(['E3']);
    } finally {
      folder.remove();
    }
  });

  test('files of one name in two folders are told apart by the folder', async () => {
    const folder = temporaryFolder();
    try {
      for (const village of ['甲村', '乙村']) {
        mkdirSync(join(folder.path, village));
        copyFileSync(join(corpus, 'national-roster-clean.xlsx'), join(folder.path, village, '台账.xlsx'));
      }
      const { out } = await runCli(folder.path, ['check', '甲村/台账.xlsx', '乙村/台账.xlsx', '--format', 'json']);
      const { findings, ledgers } = contract.parse(JSON.parse(out));
      expect(ledgers.map(({ workbook }) => workbook)).toEqual(['甲村/台账.xlsx', '乙村/台账.xlsx']);
      expect(findings).toHaveLength(8);
      expect(
        findings.every(({ check, workbook }) => check === 'id-number-duplicate' && workbook === '乙村/台账.xlsx'),
      ).toBe(true);
    } finally {
      folder.remove();
    }
  });

  test('a scheme from a .json file sets the amounts', async () => {
    const folder = temporaryFolder();
    try {
      const source = '样例乡方案第一条';
      writeFileSync(
        join(folder.path, 'own.json'),
        `\uFEFF${JSON.stringify({
          id: 'own',
          title: '样例乡方案',
          document: '样例乡方案',
          rulings: [
            {
              standard: {
                shape: 'fixed',
                per: { value: '每人', source },
                classes: [{ amount: { yuan: 160, source } }],
              },
              perCapitaBase: { value: '需救助人口', source },
            },
          ],
        })}`,
      );
      const file = join(corpus, 'national-roster-clean.xlsx');
      const { out } = await runCli(folder.path, ['check', file, '--scheme', 'own.json', '--format', 'json']);
      const { findings } = contract.parse(JSON.parse(out));
      expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['relief-amount-differs']));
      expect(findings).toHaveLength(8);
      writeFileSync(join(folder.path, 'own.json'), '{"id": "own"}');
      const broken = await runCli(folder.path, ['check', file, '--scheme', 'own.json']);
      expect(broken.code).toBe(2);
      expect(broken.err).toContain('own.json');
    } finally {
      folder.remove();
    }
  });
});

/** Writes 核实无误 with that reason beside every record whose title has these words, as a person would in Excel. */
async function decideIn(path: string, title: string, reason: string): Promise<void> {
  const file = await openFile(readFileSync(path), path, { codec: nodeCodec });
  const sheet = file.snapshot.sheets.find(({ name }) => name === '核查记录');
  if (!sheet) throw new Error('no record');
  const heading = sheet.rows.findIndex((row) => row?.includes('处理人'));
  const column = (word: string): number => (sheet.rows[heading] ?? []).indexOf(word);
  const edits = sheet.rows.flatMap((row, index) =>
    index > heading && String(row?.[column('问题')]).includes(title)
      ? Object.entries({ 处理: '核实无误', 理由: reason, 处理人: '王审核', 处理日期: '2026-01-09' }).map(
          ([word, to]) => ({
            at: { sheet: '核查记录', row: index + 1, column: column(word) + 1 },
            from: row?.[column(word)] ?? null,
            to,
          }),
        )
      : [],
  );
  const receipt = await file.apply([{ kind: 'edit-cells', edits }]);
  expect(receipt.refused).toEqual([]);
  writeFileSync(path, await file.save());
}

async function changeCell(path: string, at: { readonly row: number; readonly column: number }, to: string) {
  const file = await openFile(readFileSync(path), path, { codec: nodeCodec });
  const [sheet] = file.snapshot.sheets;
  const from = sheet.rows[at.row - 1]?.[at.column - 1] ?? null;
  await file.apply([{ kind: 'edit-cells', edits: [{ at: { sheet: sheet.name, ...at }, from, to }] }]);
  writeFileSync(path, await file.save());
}

function columnOf(cell: string): number {
  return [...cell.replace(/\d/g, '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
