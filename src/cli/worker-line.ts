import { Worker } from 'node:worker_threads';
import type { WorkerLine, WorkerWord } from '../tasks/reader-beside';

/** A worker thread that runs `script`, a file beside the program. */
export function workerLine(script: string): WorkerLine {
  const worker = new Worker(script);
  let reason: unknown;
  worker.on('error', (error) => (reason = error));
  return {
    send: (job) => {
      const { buffer, byteLength } = job.bytes;
      // Small files lie in a buffer that is not theirs alone: those are copied.
      const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
      worker.postMessage(job, isOwn ? [buffer] : []);
    },
    onWord: (listener) => worker.on('message', (word: WorkerWord) => listener(word)),
    onEnd: (listener) => worker.on('exit', () => listener(reason)),
    end: () => void worker.terminate(),
  };
}
