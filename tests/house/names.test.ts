import { basename } from 'node:path';
import { checks } from '../../src/core/checks';
import { fills } from '../../src/core/fills';
import { forms } from '../../src/forms';
import { schemes } from '../../src/schemes';
import { filesUnder, sourceFiles } from './source-files';

const banned = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'service', 'data', 'type', 'types'];

const codeFiles = [
  ...sourceFiles('src'),
  ...sourceFiles('tests'),
  ...filesUnder('benchmarks'),
  ...filesUnder('scripts'),
].filter((path) => !path.endsWith('.md'));

test('files are named in kebab-case after what they export', () => {
  const odd = codeFiles.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(basename(path)));
  expect(odd).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const empty = codeFiles.filter((path) =>
    basename(path)
      // 家庭类型 is a thing of the trade.
      .replace(/household-types?/, 'household')
      .split(/[.-]/)
      .slice(0, -1)
      .some((word) => banned.includes(word)),
  );
  expect(empty).toEqual([]);
});

const machinery = [
  'ability',
  'check',
  'compared-entries',
  'entry-cursor',
  'index',
  'places',
  'problem-finding',
  'recheck',
  'reference-kinds',
  'run',
];

test('a check stands in the file of its id, and every such file is in the index, in order', () => {
  const stems = sourceFiles('src/core/checks').map((path) => basename(path, '.ts'));
  const ids = checks.map((check) => check.id);
  expect(stems.filter((stem) => !machinery.includes(stem)).sort()).toEqual(ids);
  expect(ids).toEqual([...ids].sort());
});

test('ids are kebab-case and each is used once', () => {
  for (const shelf of [checks, fills, forms, schemes]) {
    const ids = shelf.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  }
});

test('every form, fill and scheme that has a file is on its shelf', () => {
  const stems = (folder: string): readonly string[] => sourceFiles(folder).map((path) => basename(path, '.ts'));
  expect(
    stems('src/forms')
      .filter((stem) => stem !== 'index')
      .sort(),
  ).toEqual(forms.map(({ id }) => id).sort());
  const folders = sourceFiles('src/schemes').filter((path) => path.endsWith('/scheme.ts'));
  expect(folders.map((path) => path.split('/')[2]).sort()).toEqual(schemes.map(({ id }) => id).sort());
});
