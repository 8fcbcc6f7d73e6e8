import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { mayImport, roomOf } from './rooms';
import { codeOf, importsOf, root, sourceFiles, textOf } from './source-files';

const files = sourceFiles('src');

test('every file stands in a room', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((path) => roomOf(path) === undefined)).toEqual([]);
});

test('imports keep to the plan of the house', () => {
  const broken = files.flatMap((path) =>
    importsOf(textOf(path)).flatMap(({ line, from, typeOnly }) => {
      const room = roomOf(path);
      const isFile = from.startsWith('.');
      const target = isFile ? resolved(path, from) : from;
      if (!room || mayImport(room, target, isFile, typeOnly)) return [];
      return [`${path}:${line} imports ${from}, but ${room.sentence}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('no file needs itself', () => {
  const needs = new Map(
    files.map((path) => [
      path,
      importsOf(textOf(path))
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => resolved(path, from)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of needs.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of files) visit(path, []);
  expect(cycles).toEqual([]);
});

const forbidden: readonly { readonly pattern: RegExp; readonly why: string; readonly allowedIn?: string }[] = [
  { pattern: /\bDate\.now\b/, why: 'core has no clock: the day comes in as policy.asOf or today' },
  {
    pattern: /\bnew Date\b/,
    why: 'core has no clock, and calendar arithmetic stands in dates.ts',
    allowedIn: 'src/core/ledger/dates.ts',
  },
  { pattern: /\bMath\.random\b/, why: 'core gives the same answer every time' },
  { pattern: /\b(fetch|XMLHttpRequest|WebSocket)\b/, why: 'core does no input or output' },
  { pattern: /\b(enum)\s+\w+\s*\{/, why: 'a union of words says the same and needs no code' },
  { pattern: /\bclass\s+\w+\b(?!\s+extends\s+Error\b)/, why: 'core has functions and plain data, no classes' },
  { pattern: /(:|<|\bas)\s*any\b/, why: 'any switches the compiler off: say unknown and look' },
  { pattern: /@ts-(ignore|nocheck|expect-error)/, why: 'the compiler is right more often than we are' },
];

test('core is pure', () => {
  // drive() is the one bridge between stepwise computation and waiting.
  const mayWait = ['src/core/workbook/port.ts'];
  const broken = sourceFiles('src/core').flatMap((path) =>
    codeOf(textOf(path))
      .split('\n')
      .flatMap((code, index) => [
        ...forbidden
          .filter(({ pattern, allowedIn }) => allowedIn !== path && pattern.test(code))
          .map(({ why }) => `${path}:${index + 1} ${why}`),
        ...(/\b(async|await)\b/.test(code) && !mayWait.includes(path)
          ? [`${path}:${index + 1} core does not wait: long work is a generator of steps`]
          : []),
      ]),
  );
  expect(broken).toEqual([]);
});

test('forms and schemes hold no functions', () => {
  const broken = [...sourceFiles('src/forms'), ...sourceFiles('src/schemes')]
    .filter((path) => !path.endsWith('/index.ts'))
    .flatMap((path) =>
      codeOf(textOf(path))
        .split('\n')
        .flatMap((code, index) =>
          /=>|\bfunction\b/.test(code) ? [`${path}:${index + 1} a form or scheme is data`] : [],
        ),
    );
  expect(broken).toEqual([]);
});

test.each([
  ['src/core/checks/long-absent.ts', 'src/core/workbook/cell.ts', true, false],
  ['src/core/checks/long-absent.ts', 'src/core/checks/total-row-differs.ts', true, false],
  ['src/core/checks/long-absent.ts', 'src/core/ledger/dates.ts', true, true],
  ['src/core/checks/run.ts', 'src/core/workbook/port.ts', true, true],
  ['src/core/marks/marks-for.ts', 'src/core/ledger/ledger.ts', true, false],
  ['src/core/policy/policy.ts', 'src/schemes/index.ts', true, false],
  ['src/core/read/read-rows.ts', 'dayjs', false, false],
  ['src/adapters/file/open-file.ts', 'src/core/ledger/ledger.ts', true, false],
  ['src/panel/panel.tsx', 'src/core/checks/run.ts', true, false],
  ['src/panel/panel.tsx', 'src/adapters/memory/memory-workbook.ts', true, false],
  ['src/panel/panel.tsx', 'src/tasks/check-workbooks.ts', true, true],
])('from %s to %s', (path, target, isFile, allowed) => {
  const room = roomOf(path);
  expect(room && mayImport(room, target, isFile, false)).toBe(allowed);
});

describe('the reader of imports', () => {
  test('sees each way of writing them', () => {
    const source = [
      "import { a } from './a';",
      "import type { B } from './b';",
      "import { type C, type D } from './c';",
      "import { type E, f } from './e';",
      'import {',
      '  g,',
      "} from '../g';",
      "export { h } from './h';",
      "import './style.css';",
      "const later = () => import('xlsx');",
    ].join('\n');
    expect(importsOf(source)).toEqual([
      { line: 1, from: './a', typeOnly: false },
      { line: 2, from: './b', typeOnly: true },
      { line: 3, from: './c', typeOnly: true },
      { line: 4, from: './e', typeOnly: false },
      { line: 5, from: '../g', typeOnly: false },
      { line: 8, from: './h', typeOnly: false },
      { line: 9, from: './style.css', typeOnly: false },
      { line: 10, from: 'xlsx', typeOnly: false },
    ]);
  });

  test('does not take words in comments and strings for code', () => {
    const source = "const a = 'await'; // async\n/* class B { */ let c = `any`;";
    const code = codeOf(source);
    expect(code).toHaveLength(source.length);
    expect(code.replace(/ +/g, ' ')).toBe("const a = ' '; \n let c = ` `;");
  });
});

/** The path of an imported file from the top of the repository. */
function resolved(path: string, from: string): string {
  const target = posix.join(dirname(path), from);
  const candidates = ['.ts', '.tsx', '/index.ts', '/index.tsx', ''].map((ending) => target + ending);
  return candidates.find((candidate) => /\.\w+$/.test(candidate) && existsSync(join(root, candidate))) ?? target;
}
