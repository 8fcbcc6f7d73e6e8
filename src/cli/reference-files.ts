import type { ReferenceEntry } from '../core/ledger/reference-list';
import { readReference, referenceCatalogue, referenceKindOf } from '../tasks/reference-list';
import type { References } from '../tasks/check-workbooks';
import { CannotRun, type CliHost } from './cli-host';
import { inputFiles, openInput, readable } from './input-files';

export interface GivenLists {
  readonly references: References;
  /** What was read of each file and what was not. */
  readonly remarks: readonly string[];
}

/** The lists that `--reference KIND=FILE` names; one kind may be given in several files. Throws `CannotRun`. */
export async function referenceFiles(named: readonly string[], host: CliHost): Promise<GivenLists> {
  const remarks: string[] = [];
  const lists: Record<string, readonly ReferenceEntry[]> = {};
  for (const one of named) {
    const [word, ...rest] = one.split('=');
    const kind = referenceKindOf(word);
    if (!kind || rest.length === 0 || rest.join('=') === '') {
      const kinds = referenceCatalogue.map(({ kind: known, title }) => `${known}（${title}）`).join('、');
      throw new CannotRun(`--reference 写的“${one}”认不出来，请写成 种类=文件，种类有${kinds}。`);
    }
    const [file] = inputFiles([rest.join('=')], host.cwd);
    const opened = await openInput(file, host);
    const read = readReference({ ...(await readable(file.name, () => opened.read())), name: file.name });
    if ('reason' in read) throw new CannotRun(read.reason);
    lists[kind] = [...(lists[kind] ?? []), ...read.entries];
    remarks.push(`名单“${file.name}”：${read.remarks.join('')}`);
  }
  return { references: lists, remarks };
}
