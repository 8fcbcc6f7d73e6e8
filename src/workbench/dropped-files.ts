import { pickedFile } from '../panel/choose-files';
import type { PickedFile } from '../panel/panel-host';

/** What was dropped: files of the page, or all files of the folders among it. */
export type Dropped =
  | { readonly files: readonly File[] }
  /** Where a folder was among it; the files come once the browser has looked through it. */
  | { readonly picked: Promise<readonly PickedFile[]> };

/** What a drop brings. It has to be asked for while the drop is being told. */
export function droppedFiles(data: DataTransfer | null): Dropped {
  const files = Array.from(data?.files ?? []);
  const entries = Array.from(data?.items ?? []).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files };
  return { picked: Promise.all(entries.map((entry) => filesBelow(entry))).then((lists) => lists.flat()) };
}

async function filesBelow(entry: FileSystemEntry, folder = ''): Promise<readonly PickedFile[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [pickedFile(file, path)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: PickedFile[] = [];
  // The browser tells a hundred at a time, and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesBelow(each, `${path}/`)));
  }
}
