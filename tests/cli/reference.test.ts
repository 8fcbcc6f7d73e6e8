import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { person } from '../support/people';
import { runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');

test('a list given is compared with, a list not given is said to be not checked', async () => {
  const folder = temporaryFolder();
  try {
    copyFileSync(join(corpus, 'roster-utf8.csv'), join(folder.path, '台账.csv'));
    const { out } = await runCli(folder.path, ['check', '台账.csv', '--format', 'json']);
    const first = JSON.parse(out) as Report;
    expect(first.notChecked.map(({ reason }) => reason)).toContain(
      '没有提供“死亡、火化或户口注销名单”，这一项没有核对。',
    );

    const household = first.findings.length;
    const number = /(10\d{15}[\dX])/.exec(await columnOf('台账.csv', folder.path))?.[1] ?? '';
    writeFileSync(
      join(folder.path, '死亡.csv'),
      `\uFEFF姓名,身份证号,死亡日期\n某人,${number},2025-03-01\n另一人,${person(9).idNumber},2025-03-01\n`,
    );
    const second = await runCli(folder.path, [
      'check',
      '台账.csv',
      '--format',
      'json',
      '--reference',
      'deceased=死亡.csv',
    ]);
    const text = await runCli(folder.path, ['check', '台账.csv', '--reference', 'deceased=死亡.csv']);
    expect(text.out).toContain('名单“死亡.csv”：读取 2 行，按“姓名”、“身份证号”、“死亡日期”。');
    const report = JSON.parse(second.out) as Report;
    expect(report.findings).toHaveLength(household + 1);
    expect(report.findings.find(({ check }) => check === 'deceased-listed')?.message).toContain('2025年3月1日');
    expect(report.notChecked.some(({ check }) => check === 'deceased-listed')).toBe(false);
    expect(report.notChecked.some(({ check }) => check === 'public-payroll-listed')).toBe(true);
  } finally {
    folder.remove();
  }
});

test('a kind nobody knows and a file that is no list are refused', async () => {
  const folder = temporaryFolder();
  try {
    copyFileSync(join(corpus, 'roster-utf8.csv'), join(folder.path, '台账.csv'));
    const unknown = await runCli(folder.path, ['check', '台账.csv', '--reference', 'dead=台账.csv']);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('deceased');
    writeFileSync(join(folder.path, '物资.csv'), '\uFEFF项目,数量\n棉被,30\n');
    const noList = await runCli(folder.path, ['check', '台账.csv', '--reference', 'deceased=物资.csv']);
    expect(noList).toMatchObject({ code: 2, out: '' });
    expect(noList.err).toContain('物资.csv');
  } finally {
    folder.remove();
  }
});

interface Report {
  readonly findings: readonly { readonly check: string; readonly message: string }[];
  readonly notChecked: readonly { readonly check: string; readonly reason: string }[];
}

async function columnOf(name: string, folder: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(join(folder, name), 'utf8');
}
