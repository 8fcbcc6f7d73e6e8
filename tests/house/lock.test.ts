import { readFileSync } from 'node:fs';
import path from 'node:path';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(path.resolve(__dirname, '../../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

test('the lock holds the builds of every platform, or npm ci fails on the machines of others', () => {
  const missing = Object.entries(lock.packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (needed) => !(`node_modules/${needed}` in lock.packages) && !(`${name}/node_modules/${needed}` in lock.packages),
    ),
  );
  // To mend: copy package.json to an empty folder, run "npm install --package-lock-only" there and copy the lock back;
  // where packages are missing still, the registry lacks them in that version: pin one that it has for all.
  expect(missing).toEqual([]);
});

test('every package is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
