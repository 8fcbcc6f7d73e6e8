/** One Chinese sentence for an error of the file system. */
export function fileTrouble(error: unknown, name: string, doing: 'read' | 'write'): string {
  const known = sentences[codeOf(error)]?.[doing];
  if (known) return known(name);
  return doing === 'read'
    ? `读不出文件“${name}”，请确认文件没有损坏、存放的磁盘可以访问后再试。`
    : `写不了文件“${name}”，请确认磁盘可以写入后再试，或在 -o 后面换一个位置。`;
}

/** The code that Node puts on its own errors, such as `ENOENT`; empty for all others. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

type Sentence = (name: string) => string;

const missing: Sentence = (name) => `找不到文件“${name}”，请核对文件名和所在文件夹。`;
const busy: Sentence = (name) =>
  `文件“${name}”正被其他程序占用或没有读取权限，请先在其他程序里关闭它，或取得权限后再试。`;
const notWritable: Sentence = (name) =>
  `写不了文件“${name}”，它正被其他程序占用或没有写入权限，请先关闭它，或在 -o 后面换一个位置。`;
const full: Sentence = (name) => `磁盘空间不足，写不下文件“${name}”，请腾出空间后再试。`;

const sentences: Readonly<Record<string, { readonly read?: Sentence; readonly write?: Sentence }>> = {
  ENOENT: { read: missing },
  ENOTDIR: { read: missing },
  EISDIR: { read: (name) => `“${name}”是文件夹，请写出里面的文件名。` },
  EACCES: { read: busy, write: notWritable },
  EPERM: { read: busy, write: notWritable },
  EBUSY: { read: busy, write: notWritable },
  EROFS: { write: notWritable },
  ENOSPC: { write: full },
  EDQUOT: { write: full },
  ENAMETOOLONG: { write: (name) => `文件名“${name.slice(0, 20)}…”太长，请换一个短一些的文件名。` },
  ERR_FS_FILE_TOO_LARGE: { read: (name) => `文件“${name}”太大，读不进来，请按村或按年度拆成几个文件后再试。` },
};
