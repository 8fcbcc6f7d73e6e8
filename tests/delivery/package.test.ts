import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../..');
const out = mkdtempSync(path.join(tmpdir(), 'relief-ledger-kit-'));
const address = 'https://ledger.example:8443/relief';

const pack = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, 'scripts/package.mjs'), '--built', '--out', out, ...args], {
    encoding: 'utf8',
  });
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const name = `relief-ledger-${version}`;
const zipFile = path.join(out, `${name}.zip`);

let files: Readonly<Record<string, Uint8Array>> = {};
const text = (file: string): string => strFromU8(files[`${name}/${file}`]);

beforeAll(() => {
  const run = pack('--address', `${address}/`, '--share', '\\\\fileserver\\addins');
  expect([run.status, run.stderr]).toEqual([0, '']);
  files = unzipSync(readFileSync(zipFile));
});

afterAll(() => rmSync(out, { recursive: true }));

test('the zip holds the site, both pages with office.js, the manifest, the scripts and the notes', () => {
  const wanted = [
    'manifest.xml',
    'install.txt',
    'LICENSE.txt',
    'NOTICE.txt',
    'SHA256SUMS.txt',
    'notes/iis.txt',
    'notes/nginx.conf',
    'site/web.config',
    'site/taskpane.html',
    'site/taskpane.js',
    'site/boot.js',
    'site/help.html',
    'site/commands.html',
    'site/NOTICE.txt',
    'site/icons/check-80.png',
    'site/office-js/office.js',
    'site/office-js/excel-win32-16.01.js',
    'site/office-js/zh-cn/office_strings.js',
    'site/office-js/en-us/office_strings.js',
    'site/office-js/telemetry/oteljs_agave.js',
    'site/workbench/index.html',
    'site/workbench/workbench.js',
    'windows/install-for-me.ps1',
    'windows/install-for-me.cmd',
    'windows/add-shared-folder.ps1',
    'windows/shared-folder.reg',
    'windows/uninstall.ps1',
    'windows/clear-cache.ps1',
  ];
  expect(wanted.filter((file) => !files[`${name}/${file}`])).toEqual([]);
  expect(Object.keys(files).filter((file) => !file.startsWith(`${name}/`))).toEqual([]);
});

test('office.js travels as it was published', () => {
  for (const file of ['office.js', 'excel-win32-16.01.js'])
    expect(Buffer.from(files[`${name}/site/office-js/${file}`])).toEqual(
      readFileSync(path.join(root, 'node_modules/@microsoft/office-js/dist', file)),
    );
});

test('the manifest names the address given and no other, and every page it names is in the zip', () => {
  const manifest = text('manifest.xml');
  const addresses = [...manifest.matchAll(/"(https:[^"]+)"/g)].map((match) => match[1]);
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((each) => !each.startsWith(`${address}/`))).toEqual([]);
  expect(manifest).toContain('<AppDomain>https://ledger.example:8443</AppDomain>');
  const pages = addresses.map((each) => `${name}/site${new URL(each).pathname.replace('/relief', '')}`);
  expect(pages.filter((page) => !files[page])).toEqual([]);
});

test('the checksums are right and leave nothing out', () => {
  const sums = new Map(
    text('SHA256SUMS.txt')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const others = Object.keys(files).filter((file) => !file.endsWith('/SHA256SUMS.txt'));
  expect([...sums.keys()].map((file) => `${name}/${file}`).sort()).toEqual([...others].sort());
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(others.filter((file) => sums.get(file.slice(name.length + 1)) !== sha(files[file]))).toEqual([]);
  expect(readFileSync(`${zipFile}.sha256`, 'utf8')).toBe(`${sha(readFileSync(zipFile))}  ${name}.zip\n`);
});

test('no word is left unfilled, and Windows can read the scripts', () => {
  const written = Object.keys(files).filter((file) => /\.(ps1|cmd|txt|conf|config)$/.test(file));
  expect(written.filter((file) => /@[A-Z]+@|undefined/.test(strFromU8(files[file])))).toEqual([]);
  for (const file of written.filter((each) => each.endsWith('.ps1')))
    expect([...files[file].slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const id = /<Id>(.+)<\/Id>/.exec(text('manifest.xml'))?.[1];
  expect(text('windows/install-for-me.ps1')).toContain(`$id = '${id}'`);
  expect(text('windows/uninstall.ps1')).toContain(`-Name '${id}'`);
  const reg = Buffer.from(files[`${name}/windows/shared-folder.reg`]).toString('utf16le');
  expect(reg).toMatch(/^\ufeffWindows Registry Editor Version 5\.00\r\n/);
  expect(reg).toContain('"Url"="\\\\\\\\fileserver\\\\addins"');
});

test('the same content makes the same zip', () => {
  const before = readFileSync(zipFile);
  expect(pack('--address', address, '--share', '\\\\fileserver\\addins').status).toBe(0);
  expect(readFileSync(zipFile).equals(before)).toBe(true);
});

test.each(['http://ledger.example', 'ledger.example', 'https://ledger.example/?a=1'])('%s is refused', (wrong) => {
  const folder = path.join(out, 'refused');
  const run = pack('--address', wrong, '--out', folder);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('--address');
  expect(existsSync(folder)).toBe(false);
});
