import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser, installPackages, root, runPackage } from './set-up.mjs';

installPackages();
const browser = ensureBrowser();
const step = (name) => console.log(`\n== ${name}`);

step('types');
runPackage('typescript/bin/tsc', ['-b', 'tsconfig.all.json', '--pretty', 'false']);
step('lint');
runPackage('eslint/bin/eslint.js', ['.']);
runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
step('build');
runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
step('tests');
const folder = mkdtempSync(path.join(os.tmpdir(), 'relief-ledger-tests-'));
const report = path.join(folder, 'report.json');
const jest = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: browser } },
);
const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exit(jest.status === 0 && numPassedTests > 0 ? 0 : 1);
