import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { CannotRun } from './cli-host';
import { fileTrouble } from './file-trouble';
import { inputFiles, type InputFile } from './input-files';
import { fileIdentities } from './output-file';

export interface MergeInputs {
  readonly files: readonly MergeInput[];
  /** Chinese sentences about what lay in the folders and was left alone. */
  readonly remarks: readonly string[];
}

export interface MergeInput extends InputFile {
  /** The day the file was last saved, `yyyy-mm-dd`. */
  readonly modifiedOn: string;
  /** The name of the folder it lies in. */
  readonly folder: string;
  /** Set for files that are no tables by their name: why they are not opened. */
  readonly notOpened?: string;
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
  let systemFiles = 0;
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
      } else if (/^\.|^(thumbs\.db|desktop\.ini)$/i.test(basename(file))) systemFiles += 1;
      else take(file);
    }
  }
  if (systemFiles > 0) remarks.push(`文件夹里另有 ${systemFiles} 个系统文件，没有读取。`);
  if (paths.length === 0) throw new CannotRun('文件夹里没有文件，请核对文件夹的位置。');
  const named = inputFiles(paths, cwd);
  return {
    remarks,
    files: [...named]
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map((file) => {
        const notOpened = whyNotOpened(basename(file.path));
        return {
          ...file,
          modifiedOn: localDay(statSync(file.path).mtime),
          folder: basename(dirname(file.path)),
          ...(notOpened !== undefined && { notOpened }),
        };
      }),
  };
}

function whyNotOpened(name: string): string | undefined {
  if (name.startsWith('~$')) return '这是表格软件打开文件时留下的临时文件，请关闭原文件，只交原文件。';
  if (tables.has(extname(name).toLowerCase())) return undefined;
  return '这个文件不是表格，没有读取，请交 .xlsx、.xlsm、.xls 或 .csv 的台账。';
}

const tables = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xls', '.xlt', '.et', '.csv', '.txt', '']);

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

const localDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
