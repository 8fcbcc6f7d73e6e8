import type { IsoDate } from '../core/ledger/dates';
import { isTownship } from '../core/merge/village';
import type { PickedReturn } from './read-all-returned';

/** A file as a host hands it over: its name, where it lay, when it was saved. */
export interface FileToMerge {
  readonly name: string;
  /** The folders that it lay in, the outermost first, as far as the host knows them. */
  readonly folders: readonly string[];
  readonly modifiedOn?: IsoDate;
  readonly size?: number;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface PickedReturns<F extends FileToMerge> {
  /** By name; each name different. */
  readonly files: readonly (Omit<F, 'name' | 'folders'> & PickedReturn)[];
  /** Chinese sentences about what was left alone. */
  readonly remarks: readonly string[];
}

/**
 * The files that are to be merged: what a system keeps in a folder for itself is left out and counted, what is no table by
 * its name is said to be none, files of one name bear their folders' names too.
 */
export function pickedReturns<F extends FileToMerge>(files: readonly F[]): PickedReturns<F> {
  const wanted = files.filter(({ name }) => !isSystemFile(name));
  const left = files.length - wanted.length;
  const names = namesApart(wanted.map(({ folders, name }) => [...folders, name]));
  const named = wanted.map(({ name, folders, ...file }, index) => {
    const folder = folders.at(-1);
    const notOpened = whyNotOpened(name);
    return {
      ...file,
      name: names[index],
      ...(folder !== undefined && isTownship(folder) && { folder }),
      ...(notOpened !== undefined && { notOpened }),
    };
  });
  return {
    files: named.sort((one, other) => (one.name < other.name ? -1 : 1)),
    remarks: left > 0 ? [`文件夹里另有 ${left} 个系统文件，没有读取。`] : [],
  };
}

/** Each path's last part, with as many folders before it as tell it from the others; paths that are alike get a number. */
export function namesApart(paths: readonly (readonly string[])[]): readonly string[] {
  const shown = paths.map(() => 1);
  const nameOf = (index: number) => paths[index].slice(-shown[index]).join('/');
  for (;;) {
    const same = new Map<string, number[]>();
    paths.forEach((_, index) => {
      const alike = same.get(nameOf(index));
      if (alike) alike.push(index);
      else same.set(nameOf(index), [index]);
    });
    const longer = [...same.values()].filter((alike) => alike.length > 1).flat();
    const able = longer.filter((index) => shown[index] < paths[index].length);
    if (able.length > 0) for (const index of able) shown[index] += 1;
    else return paths.map((_, index) => numbered(nameOf(index), same.get(nameOf(index)) ?? [], index));
  }
}

function numbered(name: string, alike: readonly number[], index: number): string {
  const before = alike.indexOf(index);
  return before <= 0 ? name : name.replace(/(\.[^./]*)?$/, `（${before + 1}）$1`);
}

const isSystemFile = (name: string): boolean => /^\.|^(thumbs\.db|desktop\.ini)$/i.test(name);

function whyNotOpened(name: string): string | undefined {
  if (name.startsWith('~$')) return '这是表格软件打开文件时留下的临时文件，请关闭原文件，只交原文件。';
  if (/^[^.]*$|\.(xlsx|xlsm|xltx|xltm|xls|xlt|et|csv|txt)$/i.test(name)) return undefined;
  return '这个文件不是表格，没有读取，请交 .xlsx、.xlsm、.xls 或 .csv 的台账。';
}
