import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { openFile } from '../../src/adapters/file/open-file';
import { encodeText } from '../../src/adapters/file/write/encode-text';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import type { CliHost } from '../../src/cli/cli-host';
import { run } from '../../src/cli/run';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The day on which the corpus is checked. */
export const corpusDay = '2026-01-08';

/** Runs one command line as the entry file does, in `cwd` and on a fixed day. A fault of the program fails the test. */
export async function runCli(cwd: string, argv: readonly string[], changed: Partial<CliHost> = {}): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    cwd,
    today: () => corpusDay,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    onFault: (fault) => {
      throw fault;
    },
    openFile: (bytes, name) => openFile(bytes, name, { codec: nodeCodec }),
    newWorkbook: (plans) => newWorkbook(plans, nodeCodec),
    encodeText,
    ...changed,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder of the test's own, gone afterwards. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'relief-ledger-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
