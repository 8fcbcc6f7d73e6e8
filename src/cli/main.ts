import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { nodeCodec } from '../adapters/file/package/node-codec';
import { newWorkbook } from '../adapters/file/new-workbook';
import { openFile } from '../adapters/file/open-file';
import { encodeText } from '../adapters/file/write/encode-text';
import type { Watch } from '../core/workbook/port';
import { readerBeside } from '../tasks/reader-beside';
import type { ReturnReader } from '../tasks/return-reader';
import { run } from './run';
import { workerLine } from './worker-line';

/** The command line's entry: the only file here that knows the real files, clock and streams. */
process.stdout.on('error', stopQuietly);
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  today: localDay,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  onFault: (fault) => {
    if (process.env.RELIEF_LEDGER_DEBUG) process.stderr.write(`${inspect(fault)}\n`);
  },
  ...(process.stderr.isTTY && { progress: (text: string) => process.stderr.write(`\r\u001b[K${text}`) }),
  openFile: (bytes, name, watch) => openFile(bytes, name, { codec: nodeCodec }, watch),
  newWorkbook: (plans, watch) => newWorkbook(plans, nodeCodec, watch),
  workers: { most: workersAtMost(), open: openWorker },
  listenForStop,
  encodeText,
}).then((code) => {
  process.exitCode = code;
});

/** Past six, one thread that takes in what they read is the bottleneck; with one core there is nothing to share. */
function workersAtMost(): number {
  const cores = availableParallelism();
  return cores > 1 ? Math.min(cores, 6) : 0;
}

/** The program may have been copied without the file that its workers run. */
async function openWorker(): Promise<ReturnReader | undefined> {
  const script = join(__dirname, 'returned-worker.js');
  return existsSync(script) ? readerBeside(workerLine(script)) : undefined;
}

function listenForStop(): Pick<Watch, 'cancelled' | 'breathe'> {
  let isAsked = false;
  let turnBegan = performance.now();
  process.on('SIGINT', () => {
    // Whoever asks twice does not want to wait.
    if (isAsked) process.exit(2);
    isAsked = true;
  });
  return {
    cancelled: () => isAsked,
    breathe: () => {
      if (performance.now() - turnBegan < 50) return undefined;
      return new Promise((turn) =>
        setImmediate(() => {
          turnBegan = performance.now();
          turn();
        }),
      );
    },
  };
}

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The reader at the other end of a pipe may leave early, as `head` does. */
function stopQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
