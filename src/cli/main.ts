import { inspect } from 'node:util';
import { nodeCodec } from '../adapters/file/package/node-codec';
import { newWorkbook } from '../adapters/file/new-workbook';
import { openFile } from '../adapters/file/open-file';
import { encodeText } from '../adapters/file/write/encode-text';
import { run } from './run';

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
  openFile: (bytes, name) => openFile(bytes, name, { codec: nodeCodec }),
  newWorkbook: (plans) => newWorkbook(plans, nodeCodec),
  encodeText,
}).then((code) => {
  process.exitCode = code;
});

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The reader at the other end of a pipe may leave early, as `head` does. */
function stopQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
