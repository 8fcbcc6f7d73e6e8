import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFolder, followLink, placeBeside, remove, withoutInterrupt, writeFlushed } from './write-whole';

/** Files that come to stand together or not at all. All of it throws the file system's errors. */
export interface FilesTogether {
  /** Writes a file beside its place; nothing is to be seen of it yet. */
  readonly add: (path: string, bytes: Uint8Array) => void;
  /** As `add`, for a file of a folder that may not be there yet; then the folder comes to stand as one. */
  readonly addIn: (folder: string, name: string, bytes: Uint8Array) => void;
  /**
   * Puts all in their places, in the order they were added. Where one cannot be put, those before it go again and what stood
   * there comes back. A process that is killed in between leaves each file, and each new folder, whole: the old or the new.
   */
  readonly stand: () => void;
  /** Takes away what is not in its place. */
  readonly drop: () => void;
}

export function filesTogether(): FilesTogether {
  const waiting: Waiting[] = [];
  const newFolders = new Map<string, string>();
  const made: string[] = [];
  const add = (path: string, bytes: Uint8Array) => {
    const target = followLink(path);
    const beside = placeBeside(target);
    waiting.push({ target, beside, isFolder: false });
    writeFlushed(beside, bytes);
  };
  const newFolder = (folder: string): string => {
    const known = newFolders.get(folder);
    if (known !== undefined) return known;
    const first = mkdirSync(dirname(folder), { recursive: true });
    if (first !== undefined) made.push(dirname(folder), first);
    const beside = placeBeside(folder);
    mkdirSync(beside);
    waiting.push({ target: folder, beside, isFolder: true });
    newFolders.set(folder, beside);
    return beside;
  };
  return {
    add,
    addIn: (folder, name, bytes) => {
      if (newFolders.has(folder) || !existsSync(folder)) writeFlushed(join(newFolder(folder), name), bytes);
      else add(join(folder, name), bytes);
    },
    stand: () => withoutInterrupt(() => putAll(waiting)),
    drop: () => {
      for (const { beside } of waiting) rmSync(beside, { recursive: true, force: true });
      const [deepest, first] = made;
      if (deepest !== undefined) removeEmpty(deepest, first);
    },
  };
}

interface Waiting {
  readonly target: string;
  readonly beside: string;
  readonly isFolder: boolean;
}

/** What was put, and where what stood there is kept until all stand. */
interface Put extends Waiting {
  readonly kept?: string;
}

function putAll(waiting: readonly Waiting[]): void {
  const put: Put[] = [];
  try {
    for (const each of waiting) put.push(each.isFolder ? putFolder(each) : putFile(each));
  } catch (error) {
    for (const { target, beside, kept } of put.reverse()) {
      if (kept === undefined) renameSync(target, beside);
      else renameSync(kept, target);
    }
    throw error;
  }
  for (const { kept } of put) if (kept !== undefined) remove(kept);
  for (const folder of new Set(waiting.map(({ target }) => dirname(target)))) flushFolder(folder);
}

/** The old file is kept under a second name, so that its place is never empty. */
function putFile(waiting: Waiting): Put {
  const { target, beside } = waiting;
  const kept = existsSync(target) && statSync(target).isFile() ? placeBeside(target) : undefined;
  if (kept !== undefined) keepAs(target, kept);
  try {
    renameSync(beside, target);
  } catch (error) {
    if (kept !== undefined) unlinkSync(kept);
    throw error;
  }
  return { ...waiting, ...(kept !== undefined && { kept }) };
}

function keepAs(target: string, kept: string): void {
  try {
    linkSync(target, kept);
  } catch {
    // Not every disk knows a file under two names.
    copyFileSync(target, kept);
  }
}

function putFolder(waiting: Waiting): Put {
  flushFolder(waiting.beside);
  renameSync(waiting.beside, waiting.target);
  return waiting;
}

/** Takes away the folders made on the way, from the deepest up, as far as nothing lies in them. */
function removeEmpty(deepest: string, first: string): void {
  for (let folder = deepest; folder.length >= first.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
