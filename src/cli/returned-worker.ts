import { parentPort } from 'node:worker_threads';
import { nodeCodec } from '../adapters/file/package/node-codec';
import { openFile } from '../adapters/file/open-file';
import { readerHere, serveReturns, type ReturnJob } from '../tasks/return-reader';

/** The entry of a worker thread: reads the returned files that it is sent. */
if (parentPort) {
  const port = parentPort;
  const reader = readerHere((bytes, name, watch) => openFile(bytes, name, { codec: nodeCodec }, watch));
  const serve = serveReturns(reader, (word) => {
    if (word.word !== 'step') port.postMessage(word);
  });
  port.on('message', (job: ReturnJob) => void serve(job));
}
