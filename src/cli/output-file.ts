import { statSync, type BigIntStats } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { CannotRun } from './cli-host';
import { fileTrouble } from './file-trouble';
import { writeWhole } from './write-whole';

/** A place to write to, found fit before any work begins. */
export interface OutputFile {
  /** The name without folders. */
  readonly name: string;
  readonly path: string;
  /** Writes the file whole or not at all. Throws `CannotRun`. */
  readonly write: (bytes: Uint8Array) => void;
}

/**
 * The file named by `-o`. Throws `CannotRun` where it is one of the inputs (also through a link or another spelling of the
 * same path), where its extension is not `extension`, or where nothing can be written there.
 */
export function outputFile(named: string, cwd: string, inputs: readonly string[], extension: string): OutputFile {
  const path = resolve(cwd, named);
  const name = basename(path);
  if (extname(name).toLowerCase() !== extension) {
    throw new CannotRun(`输出文件“${name}”的扩展名与内容不符，请改用 ${extension} 结尾的文件名。`);
  }
  const taken = new Set(inputs.flatMap(fileIdentities));
  if (fileIdentities(path).some((identity) => taken.has(identity))) {
    throw new CannotRun(`输出文件“${name}”就是输入文件，原文件不会被覆盖，请在 -o 后面换一个文件名。`);
  }
  const there = statOf(path);
  if (there && !there.isFile()) throw new CannotRun(`“${name}”不是文件，请在 -o 后面写一个文件名。`);
  if (!statOf(dirname(path))?.isDirectory()) {
    throw new CannotRun(`找不到要写入的文件夹“${dirname(named)}”，请先建好文件夹，或在 -o 后面换一个位置。`);
  }
  return {
    name,
    path,
    write: (bytes) => orTrouble(name, () => writeWhole(path, bytes)),
  };
}

/** Does what writes a file; throws `CannotRun` with the sentence for what the file system says. */
export function orTrouble<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new CannotRun(fileTrouble(error, name, 'write'), { cause: error });
  }
}

/**
 * What a file is known by: two paths that share one of these are one file, be it through a link, another spelling, or
 * upper and lower case, which Windows and macOS do not tell apart.
 */
export function fileIdentities(path: string): readonly string[] {
  const stat = statOf(path);
  const spelled = path.normalize('NFC').toLowerCase();
  return stat && stat.ino !== 0n ? [spelled, `${stat.dev}:${stat.ino}`] : [spelled];
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}
