import { readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { IsoDate } from '../core/ledger/dates';
import { UnreadableWorkbook } from '../core/workbook/port';
import { pickedReturns, type FileToMerge } from '../tasks/picked-returns';
import type { PickedReturn } from '../tasks/read-all-returned';
import { CannotRun } from './cli-host';
import { fileTrouble } from './file-trouble';
import { fileIdentities } from './output-file';

export interface MergeInputs {
  readonly files: readonly MergeInput[];
  /** Chinese sentences about what lay in the folders and was left alone. */
  readonly remarks: readonly string[];
}

export interface MergeInput extends PickedReturn {
  /** The absolute path. */
  readonly path: string;
}

/**
 * The files named and all files in the folders named, each once, by name. The output of an earlier run that lies in such a
 * folder is no input. Throws `CannotRun` where something named is not there.
 */
export function mergeInputs(operands: readonly string[], cwd: string, out: string): MergeInputs {
  const output = new Set(fileIdentities(resolve(cwd, out)));
  const remarks: string[] = [];
  const seen = new Set<string>();
  const paths: string[] = [];
  const take = (path: string) => {
    const identities = fileIdentities(path);
    if (identities.some((identity) => seen.has(identity))) return;
    for (const identity of identities) seen.add(identity);
    paths.push(path);
  };
  for (const operand of operands) {
    const path = resolve(cwd, operand);
    if (!isFolder(path, operand)) {
      take(path);
      continue;
    }
    for (const file of filesIn(path)) {
      if (fileIdentities(file).some((identity) => output.has(identity))) {
        remarks.push(`文件夹里的“${basename(file)}”是这次要写出的文件，没有当作交来的台账。`);
      } else take(file);
    }
  }
  const picked = pickedReturns(paths.map(fileAt));
  if (picked.files.length === 0) throw new CannotRun('文件夹里没有文件，请核对文件夹的位置。');
  return { files: picked.files, remarks: [...remarks, ...picked.remarks] };
}

function fileAt(path: string): FileToMerge & { readonly path: string } {
  const { mtime, size } = statSync(path);
  return {
    path,
    name: basename(path),
    folders: dirname(path).split(sep),
    modifiedOn: localDay(mtime),
    size,
    bytes: async () => {
      try {
        return await readFile(path);
      } catch (error) {
        throw new UnreadableWorkbook(fileTrouble(error, basename(path), 'read'), { cause: error });
      }
    },
  };
}

function isFolder(path: string, operand: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new CannotRun(fileTrouble(error, basename(operand), 'read'), { cause: error });
  }
}

/** All files below, in no folder twice. */
function filesIn(folder: string, visited = new Set<string>()): readonly string[] {
  const real = realpathSync(folder);
  if (visited.has(real)) return [];
  visited.add(real);
  let entries;
  try {
    entries = readdirSync(folder);
  } catch (error) {
    throw new CannotRun(fileTrouble(error, basename(folder), 'read'), { cause: error });
  }
  return entries.sort().flatMap((entry) => {
    const path = join(folder, entry);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() ? filesIn(path, visited) : stat?.isFile() ? [path] : [];
  });
}

const localDay = (time: Date): IsoDate =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-') as IsoDate;
