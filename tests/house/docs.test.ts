import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './docs/checks-page';
import { glossaryPage } from './docs/glossary-page';
import { fillsPage, formsPage, schemesPage } from './docs/shelf-pages';
import { rooms } from './rooms';
import { root, sourceFiles, textOf } from './source-files';

const begin = '<!-- generated: npm run docs -->';
const end = '<!-- end generated -->';

const pages: Readonly<Record<string, () => string>> = {
  'src/core/checks/README.md': checksPage,
  'src/core/fills/README.md': fillsPage,
  'src/core/ledger/README.md': glossaryPage,
  'src/forms/README.md': formsPage,
  'src/schemes/README.md': schemesPage,
};

// `npm run docs` runs this same file and writes instead of comparing.
const writing = process.env.npm_lifecycle_event === 'docs';

test.each(Object.entries(pages))('%s says what the program does', (path, render) => {
  const text = textOf(path);
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${path} needs the lines ${begin} and ${end}`);
  const expected = `${text.slice(0, before)}${begin}\n\n${render()}\n\n${text.slice(after)}`;
  if (writing) writeFileSync(join(root, path), expected);
  else if (text !== expected) throw new Error(`${path} is out of step: run npm run docs`);
});

/** Folders of the house that hold code, without the folders inside a room. */
const folders = [...new Set(rooms.map(({ path }) => path.replace(/\/[^/]+\.tsx?$/, '')))].filter(
  (path) => existsSync(join(root, path)) && sourceFiles(path).length > 0,
);

test.each(folders)('%s has a page of at most 25 lines that says what lives there and what may not', (folder) => {
  const path = `${folder}/README.md`;
  expect(existsSync(join(root, path)) ? path : `${path} is missing`).toBe(path);
  const text = textOf(path);
  const own = text.includes(begin)
    ? text.slice(0, text.indexOf(begin)) + text.slice(text.indexOf(end) + end.length)
    : text;
  expect(own.trim().split('\n').length).toBeLessThanOrEqual(25);
  expect(own).toMatch(/lives here/i);
  expect(own).toMatch(/may not/i);
});
