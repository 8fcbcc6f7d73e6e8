// Packs what an office needs to run the add-in from its own server:
//   npm run package -- --address https://ledger.example/relief [--share \\server\addins] [--out FOLDER] [--built]
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { fail, installPackages, root, runPackage } from './set-up.mjs';

const { values: options } = parseArgs({
  options: {
    address: { type: 'string', default: 'https://localhost:3000' },
    share: { type: 'string' },
    out: { type: 'string', default: path.join(root, 'dist/package') },
    built: { type: 'boolean', default: false },
  },
});
const address = checkedAddress(options.address);
if (!options.built) {
  installPackages();
  runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const manifest = manifestFor(address);
const words = {
  VERSION: version,
  ADDRESS: address.href,
  HOST: address.hostname,
  PORT: address.port || '443',
  PATH: `${address.path}/`,
  ID: /<Id>(.+)<\/Id>/.exec(manifest)[1],
  // Ours alone, so that adding and removing the catalogue touches no other one.
  CATALOGUE: '7c3b9a52-6f0d-4e57-9a1e-2d5c8b4f6e10',
  SHARE: (options.share ?? '').replaceAll('\\', '\\\\'),
};

const files = {
  'manifest.xml': strToU8(manifest),
  'LICENSE.txt': fromRoot('LICENSE'),
  'NOTICE.txt': fromRoot('NOTICE'),
  'install.txt': forWindows('install.txt'),
  'notes/iis.txt': forWindows('iis.txt'),
  'notes/nginx.conf': strToU8(kit('nginx.conf')),
  'site/web.config': strToU8(kit('web.config')),
  'site/NOTICE.txt': fromRoot('NOTICE'),
  ...folder('dist/taskpane', 'site'),
  ...folder('dist/workbench', 'site/workbench'),
};
for (const name of ['install-for-me', 'add-shared-folder', 'uninstall', 'clear-cache']) {
  files[`windows/${name}.ps1`] = forWindows(`${name}.ps1`);
  files[`windows/${name}.cmd`] = strToU8(crlf(kit('run.cmd', { SCRIPT: name })));
}
if (options.share) files['windows/shared-folder.reg'] = utf16(crlf(kit('shared-folder.reg')));

const sums = Object.keys(files)
  .sort()
  .map((name) => `${sha256(files[name])}  ${name}\n`);
files['SHA256SUMS.txt'] = strToU8(sums.join(''));

const top = `relief-ledger-${version}`;
// One date for all, so that the same content always makes the same zip.
const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${top}/${name}`, bytes])), {
  level: 9,
  mtime: new Date(2026, 0, 1),
});
mkdirSync(options.out, { recursive: true });
const target = path.join(options.out, `${top}.zip`);
writeFileSync(target, zip);
writeFileSync(`${target}.sha256`, `${sha256(zip)}  ${top}.zip\n`);
console.log(`${target}\n${Object.keys(files).length} files for ${address.href}`);

/** The address of the site without a slash at its end. Office wants https. */
function checkedAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username)
    fail(`--address must be an https address without a query, such as https://ledger.example/relief; this is ${text}`);
  const where = url.pathname.replace(/\/+$/, '');
  return { href: url.origin + where, origin: url.origin, path: where, hostname: url.hostname, port: url.port };
}

/** The add-in's manifest with the pages at that address. */
function manifestFor({ href, origin }) {
  const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
  return text
    .replace(/<AppDomain>[^<]*<\/AppDomain>/, `<AppDomain>${xml(origin)}</AppDomain>`)
    .replaceAll('"https://localhost:3000/', `"${xml(href)}/`);
}

function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** A file of scripts/kit with its words between @ put in. */
function kit(name, more = {}) {
  const known = { ...words, ...more };
  return readFileSync(path.join(root, 'scripts/kit', name), 'utf8').replace(/@([A-Z]+)@/g, (_, word) => known[word]);
}

function fromRoot(name) {
  return readFileSync(path.join(root, name));
}

/** Windows PowerShell and Notepad know UTF-8 by its mark. */
function forWindows(name) {
  return strToU8(`\ufeff${crlf(kit(name))}`);
}

function crlf(text) {
  return text.replace(/\r?\n/g, '\r\n');
}

function utf16(text) {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

function folder(from, to) {
  const full = path.join(root, from);
  const found = {};
  for (const name of readdirSync(full, { recursive: true })) {
    const file = path.join(full, name);
    if (statSync(file).isFile()) found[`${to}/${name.split(path.sep).join('/')}`] = readFileSync(file);
  }
  return found;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
