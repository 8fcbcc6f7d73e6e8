import { readFile } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { UnreadableWorkbook } from '../core/workbook/port';
import { CannotRun, type CliHost, type OpenedFile } from './cli-host';
import { fileTrouble } from './file-trouble';
import { fileIdentities } from './output-file';

export interface InputFile {
  /** The absolute path. */
  readonly path: string;
  /** The file's name, with as many folders as tell it from the other inputs. */
  readonly name: string;
}

/** The files named on the command line. Throws `CannotRun` where one is named twice. */
export function inputFiles(named: readonly string[], cwd: string): readonly InputFile[] {
  const paths = named.map((file) => resolve(cwd, file));
  const seen = new Set<string>();
  for (const path of paths) {
    const identities = fileIdentities(path);
    if (identities.some((identity) => seen.has(identity))) {
      throw new CannotRun(`文件“${basename(path)}”写了两次，请只保留一次。`);
    }
    for (const identity of identities) seen.add(identity);
  }
  return paths.map((path) => ({ path, name: shortestName(path, paths) }));
}

/** Opens one of them. Throws `CannotRun` with the reason. */
export async function openInput(file: InputFile, host: CliHost): Promise<OpenedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    throw new CannotRun(fileTrouble(error, file.name, 'read'), { cause: error });
  }
  return readable(file.name, () => host.openFile(bytes, file.name));
}

/** Does what may find the workbook unreadable, and names the workbook where it does. */
export async function readable<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    throw new CannotRun(error.message.includes(name) ? error.message : `“${name}”：${error.message}`, { cause: error });
  }
}

/** 300 villages send 300 files called 台账.xlsx: then the folder belongs to the name. */
function shortestName(path: string, paths: readonly string[]): string {
  const parts = path.split(sep);
  for (let take = 1; take < parts.length; take += 1) {
    const name = parts.slice(-take).join('/');
    const ending = `${sep}${parts.slice(-take).join(sep)}`;
    if (paths.filter((other) => other.endsWith(ending)).length === 1) return name;
  }
  return path;
}
