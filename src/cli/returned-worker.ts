import { parentPort } from 'node:worker_threads';
import { nodeCodec } from '../adapters/file/package/node-codec';
import { readFile } from '../adapters/file/read/read-file';
import { serveReturns } from '../tasks/reader-beside';
import { readerHere, type ReturnJob } from '../tasks/return-reader';

/** The entry of a worker thread: reads the returned files that it is sent. */
if (parentPort) {
  const port = parentPort;
  const reader = readerHere(async (bytes, name, watch) => {
    const { snapshot } = await readFile(bytes, name, { codec: nodeCodec }, watch);
    return { read: async () => snapshot };
  });
  const serve = serveReturns(reader, (word) => {
    if (word.word !== 'step') port.postMessage(word);
  });
  port.on('message', (job: ReturnJob) => void serve(job));
}
