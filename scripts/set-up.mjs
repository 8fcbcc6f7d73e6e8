import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const windows = process.platform === 'win32';

/** Runs a command in the project's folder with its output shown; ends the process with its exit code where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) fail(`Could not run ${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a program that an installed package brings, through Node itself, so that it works on every system. */
export const runPackage = (file, args, options) =>
  run(process.execPath, [path.join(root, 'node_modules', file), ...args], options);

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs the packages exactly as locked, unless that was done already for this lock file. */
export function installPackages() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    fail(`Node.js 20 or later is needed; this is ${process.version}. Get it from https://nodejs.org and try again.`);
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once; about a minute)…');
  // npm is a .cmd file on Windows, which only a shell can start.
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows });
  writeFileSync(stamp, lock);
}

/** The Chromium, Chrome or Edge of this system, or undefined. `CHROME_PATH` wins. */
export function findBrowser() {
  const candidates = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
      process.env[name]
        ? ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
            path.join(process.env[name], file),
          )
        : [],
    ),
  ];
  return candidates.find((candidate) => candidate && existsSync(candidate));
}

/** A browser for the browser tests: the system's own, or Debian's Chromium installed now where that is possible. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (hasApt && (isRoot || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)) {
    console.log('Installing Chromium for the browser tests…');
    const apt = (args) =>
      execFileSync(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['apt-get', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    try {
      apt(['update', '-qq']);
      apt(['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
    } catch {
      // Said below, once, for every way it can fail.
    }
  }
  const installed = findBrowser();
  if (!installed) {
    fail(
      'The browser tests need Chromium, Chrome or Edge. None was found and none could be installed. Install one, or set CHROME_PATH to its program, and run the tests again.',
    );
  }
  return installed;
}
