import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { openFile } from '../../src/adapters/file/open-file';
import type { IsoDate } from '../../src/core/ledger/dates';
import { finish } from '../../src/core/workbook/port';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { decideFinding } from '../../src/tasks/decide-finding';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

const corpus = join(__dirname, '../corpus');
const roster = 'national-roster-mistakes.xlsx';
const folder = temporaryFolder();
afterAll(folder.remove);

/** Last batch: the roster with its first two findings decided, and one word that settles nothing. */
beforeAll(async () => {
  const file = await openFile(readFileSync(join(corpus, roster)), roster, { codec: nodeCodec });
  for (const [at, decision] of ['核实无误', '暂缓处理', '已改正'].entries()) {
    const workbook = await file.read();
    const report = finish(checkWorkbooks({ workbooks: [workbook], today: corpusDay as IsoDate }));
    const finding = report.findings[at === 2 ? 1 : 0];
    const given = { decision, reason: '看过证件 109901196807309661', by: '张三', on: '2025-12-30' };
    await file.apply(finish(decideFinding(workbook, report, finding, given, corpusDay as IsoDate)).changes);
  }
  writeFileSync(join(folder.path, '上一批.xlsx'), await file.save());
  copyFileSync(join(corpus, roster), join(folder.path, '这一批.xlsx'));
});

const standing = (out: string) => {
  const [, errors, warnings] = /错误 (\d+) 处，疑点 (\d+) 处/.exec(out) ?? [];
  return Number(errors) + Number(warnings);
};

test('check says how much is decided and lists it, without numbers', async () => {
  const [before, after] = await Promise.all(
    ['这一批.xlsx', '上一批.xlsx'].map((name) => runCli(folder.path, ['check', name])),
  );
  expect(standing(after.out)).toBe(standing(before.out) - 2);
  expect(before.out).not.toContain('已处理（');
  expect(after.out).toMatch(/已处理（2 项）\n {2}“.*核实无误：看过证件 …9661（张三，2025年12月30日）\n.*暂缓处理/);
  expect(after.out).toMatch(/已写处理、还要改正（1 项）\n.*已改正：/);
  expect(after.out).not.toContain('109901196807309661');
});

test('--decisions takes over what was decided in the batch before, and marking writes it down', async () => {
  const checked = await runCli(folder.path, ['check', '这一批.xlsx', '--decisions', '上一批.xlsx']);
  expect(checked.out).toContain('已处理（2 项）');
  const marking = ['mark', '这一批.xlsx', '--decisions', '上一批.xlsx', '-o', '标记.xlsx'];
  expect((await runCli(folder.path, marking)).err).toBe('');
  expect((await runCli(folder.path, ['check', '标记.xlsx'])).out).toContain('已处理（2 项）');
});

test('a file without decisions is refused, and nothing is written', async () => {
  const { code, err } = await runCli(folder.path, ['check', '上一批.xlsx', '--decisions', '这一批.xlsx']);
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('“这一批.xlsx”里没有写过处理意见的“核查记录”，没有可以沿用的'),
  ]);
});
