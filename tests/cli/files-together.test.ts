import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { filesTogether } from '../../src/cli/files-together';
import { temporaryFolder } from './run-cli';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const at = (...parts: string[]) => join(folder.path, ...parts);
const textOf = (name: string) => readFileSync(at(name), 'utf8');

test('files come to stand together, over old ones and in new folders', () => {
  writeFileSync(at('a.txt'), 'old');
  const together = filesTogether();
  together.add(at('a.txt'), Buffer.from('new'));
  together.addIn(at('x/y'), 'b.txt', Buffer.from('b'));
  together.addIn(at('x/y'), 'c.txt', Buffer.from('c'));
  expect(textOf('a.txt')).toBe('old');
  expect(existsSync(at('x/y'))).toBe(false);
  together.stand();
  expect([textOf('a.txt'), textOf('x/y/b.txt'), textOf('x/y/c.txt')]).toEqual(['new', 'b', 'c']);
  expect(readdirSync(folder.path).sort()).toEqual(['a.txt', 'x']);
  expect(readdirSync(at('x'))).toEqual(['y']);
});

test('what is dropped leaves nothing, not even the folders made for it', () => {
  writeFileSync(at('a.txt'), 'old');
  const together = filesTogether();
  together.add(at('a.txt'), Buffer.from('new'));
  together.addIn(at('x/y/z'), 'b.txt', Buffer.from('b'));
  together.drop();
  expect(readdirSync(folder.path)).toEqual(['a.txt']);
  expect(textOf('a.txt')).toBe('old');
});

test('where one cannot be put, those before it go again and what stood there comes back', () => {
  writeFileSync(at('a.txt'), 'old');
  mkdirSync(at('taken/kept'), { recursive: true });
  const together = filesTogether();
  together.addIn(at('x'), 'b.txt', Buffer.from('b'));
  together.add(at('a.txt'), Buffer.from('new'));
  together.add(at('new.txt'), Buffer.from('new'));
  together.add(at('taken'), Buffer.from('new'));
  expect(together.stand).toThrow();
  together.drop();
  expect(readdirSync(folder.path).sort()).toEqual(['a.txt', 'taken']);
  expect(textOf('a.txt')).toBe('old');
  expect(readdirSync(at('taken'))).toEqual(['kept']);
});

test('a process killed at any moment leaves whole files, and a new folder whole or not at all', async () => {
  for (const name of ['write-whole', 'files-together']) {
    const { code } = transformFileSync(join(__dirname, `../../src/cli/${name}.ts`), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(
      at(`${name}.mjs`),
      code.replace("'./write-whole'", "'./write-whole.mjs'").replace('"./write-whole"', '"./write-whole.mjs"'),
    );
  }
  writeFileSync(
    at('writer.mjs'),
    `import { filesTogether } from './files-together.mjs';
     process.chdir(process.argv[2]);
     for (let round = 0; ; round += 1) {
       const together = filesTogether();
       for (let file = 0; file < 8; file += 1) {
         together.add('old' + file, Buffer.alloc(200_000, round % 2 === 0 ? 'a' : 'b'));
         together.addIn('new' + round, String(file), Buffer.alloc(50_000, 'n'));
       }
       together.stand();
       if (round === 0) process.stdout.write('begun');
     }`,
  );
  for (const wait of [0, 5, 11, 23, 42]) {
    const place = at(String(wait));
    mkdirSync(place);
    const child = spawn(process.execPath, [at('writer.mjs'), place]);
    await new Promise((begun) => child.stdout.once('data', begun));
    await new Promise((passed) => setTimeout(passed, wait));
    const ended = new Promise((end) => child.once('exit', end));
    child.kill('SIGKILL');
    await ended;
    const stand = readdirSync(place).filter((name) => !name.startsWith('.'));
    for (const name of stand.filter((each) => each.startsWith('old'))) {
      const content = readFileSync(join(place, name), 'latin1');
      expect(content).toHaveLength(200_000);
      expect(new Set(content).size).toBe(1);
    }
    expect(stand.filter((each) => each.startsWith('old'))).toHaveLength(8);
    for (const name of stand.filter((each) => each.startsWith('new')))
      expect(readdirSync(join(place, name))).toHaveLength(8);
  }
});
