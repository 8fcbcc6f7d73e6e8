import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed. Throws the file system's error.
 * It does not yield: an interrupt from the keyboard waits until the file stands or is gone.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const target = followLink(path);
  const beside = placeBeside(target);
  withoutInterrupt(() => {
    try {
      writeFlushed(beside, bytes);
      renameSync(beside, target);
    } catch (error) {
      remove(beside);
      throw error;
    }
  });
  flushFolder(dirname(target));
}

/** A name of ours in the same folder, that no list of files shows by itself. What a killed run left there goes first. */
export function placeBeside(target: string): string {
  const folder = dirname(target);
  if (!swept.has(folder)) {
    swept.add(folder);
    dropLeftovers(folder);
  }
  return join(folder, `.relief-ledger-${randomBytes(6).toString('hex')}.tmp`);
}

const swept = new Set<string>();

/** They hold what ledgers hold, and nobody sees them. A younger one may be another run's that is still writing. */
function dropLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!/^\.relief-ledger-[0-9a-f]{12}\.tmp$/.test(name)) continue;
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > longestRunMs) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Another run may be sweeping too, or the folder may not be listed: then they wait for the next run.
  }
}

const longestRunMs = 60 * 60 * 1000;

/** Does what must not be left half done: signals wait until it ends. */
export function withoutInterrupt<T>(work: () => T): T {
  process.on('SIGINT', waitForEnd);
  process.on('SIGTERM', waitForEnd);
  try {
    return work();
  } finally {
    process.off('SIGINT', waitForEnd);
    process.off('SIGTERM', waitForEnd);
  }
}

const waitForEnd = () => undefined;

/** A link stays a link: what it points to is replaced. */
export function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}

/** Writes a file that is not there yet, down to the disk. */
export function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Takes a file away where there is one. */
export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}

/** Makes the rename itself durable where the system allows it; Windows does not open folders. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file is whole either way.
  }
}
