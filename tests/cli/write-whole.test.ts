import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, lstatSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { writeWhole } from '../../src/cli/write-whole';
import { temporaryFolder } from './run-cli';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

test('writes and replaces, and leaves nothing beside', () => {
  const path = join(folder.path, '台账.xlsx');
  writeWhole(path, Buffer.from('one'));
  writeWhole(path, Buffer.from('two'));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(folder.path)).toEqual(['台账.xlsx']);
});

test('what a killed run left beside is taken away, what another run may still write is not', () => {
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const [name, isOld] of [
    ['.relief-ledger-0123456789ab.tmp', true],
    ['.relief-ledger-ba9876543210.tmp', false],
    ['.relief-ledger-notes.txt', true],
  ] as const) {
    writeFileSync(join(folder.path, name), 'rows');
    if (isOld) utimesSync(join(folder.path, name), old, old);
  }
  writeWhole(join(folder.path, 'out.xlsx'), Buffer.from('new'));
  expect(readdirSync(folder.path).sort()).toEqual([
    '.relief-ledger-ba9876543210.tmp',
    '.relief-ledger-notes.txt',
    'out.xlsx',
  ]);
});

test('what stood there stays, and nothing is left beside, where the last step fails', () => {
  const path = join(folder.path, 'taken');
  mkdirSync(path);
  writeFileSync(join(path, 'kept'), 'kept');
  expect(() => writeWhole(path, Buffer.from('new'))).toThrow();
  expect(readdirSync(folder.path)).toEqual(['taken']);
  expect(readFileSync(join(path, 'kept'), 'utf8')).toBe('kept');
});

test('a link stays a link', () => {
  const real = join(folder.path, 'real.xlsx');
  const link = join(folder.path, 'link.xlsx');
  writeFileSync(real, 'old');
  symlinkSync(real, link);
  writeWhole(link, Buffer.from('new'));
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(real, 'utf8')).toBe('new');
});

test('a process killed at any moment leaves a whole file', async () => {
  const { code } = transformFileSync(join(__dirname, '../../src/cli/write-whole.ts'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  writeFileSync(join(folder.path, 'write-whole.mjs'), code);
  writeFileSync(
    join(folder.path, 'writer.mjs'),
    `import { writeWhole } from './write-whole.mjs';
     const [path] = process.argv.slice(2);
     for (let round = 0; ; round += 1) {
       writeWhole(path, Buffer.alloc(2_000_000, round % 2 === 0 ? 'a' : 'b'));
       if (round === 0) process.stdout.write('begun');
     }`,
  );
  const path = join(folder.path, 'out.bin');
  for (const wait of [0, 3, 7, 12, 20]) {
    const child = spawn(process.execPath, [join(folder.path, 'writer.mjs'), path]);
    await new Promise((begun) => child.stdout.once('data', begun));
    await new Promise((passed) => setTimeout(passed, wait));
    const ended = new Promise((end) => child.once('exit', end));
    child.kill('SIGKILL');
    await ended;
    const content = readFileSync(path, 'latin1');
    expect(content).toHaveLength(2_000_000);
    expect(new Set(content).size).toBe(1);
  }
});
