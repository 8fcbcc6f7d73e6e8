import { isoDay } from './iso-day';
import type { PickedFile } from './panel-host';

/**
 * Asks the person for files by the system's own window. Empty where nothing was chosen; a page of before 2023 is not told
 * that the window was closed, and then the answer comes with the next question at the latest. Folders are looked through
 * to the bottom; what is no table is among the files too, so that it can be said that it was left alone.
 */
export function chooseFiles({ folder = false, many }: ChooseFiles): Promise<readonly PickedFile[]> {
  leaveUnanswered();
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.multiple = many;
  if (folder) input.webkitdirectory = true;
  else input.accept = '.xlsx,.xlsm,.xls,.et,.csv,.txt';
  input.setAttribute('aria-label', folder ? '选择文件夹' : '选择文件');
  return new Promise((resolve) => {
    const answer = (files: readonly PickedFile[]): void => {
      input.remove();
      leaveUnanswered = () => undefined;
      resolve(files);
    };
    leaveUnanswered = () => answer([]);
    input.addEventListener('change', () => answer(Array.from(input.files ?? [], (file) => pickedFile(file))));
    input.addEventListener('cancel', () => answer([]));
    document.body.appendChild(input);
    input.click();
  });
}

/** What is asked for: files, or all files of one folder. */
export interface ChooseFiles {
  readonly folder?: boolean;
  readonly many: boolean;
}

let leaveUnanswered = (): void => undefined;

/** A file of the page as the panel knows it. `path` is where it lay, by `/`, where the browser tells. */
export function pickedFile(file: File, path: string = file.webkitRelativePath): PickedFile {
  const folders = path.split('/').slice(0, -1);
  return {
    name: file.name,
    ...(folders.length > 0 && { folder: folders[folders.length - 1], folders }),
    modifiedOn: isoDay(new Date(file.lastModified)),
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
