import { readerBeside, type WorkerLine, type WorkerWord } from '../../tasks/reader-beside';
import type { ReturnReaders } from '../../tasks/read-all-returned';

/**
 * Readers of returned files in workers of the page, so that the page stays free. `start` starts one; where the page may have
 * none, files are read in the page itself, in turns with it.
 */
export const pageReaders = (start: () => Worker): Pick<ReturnReaders, 'beside' | 'most' | 'worthFrom'> => ({
  beside: async () => {
    try {
      return await readerBeside(lineTo(start()));
    } catch {
      return undefined;
    }
  },
  most: typeof Worker === 'undefined' ? 0 : Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1)),
  worthFrom,
});

/** Below a quarter of a megabyte a worker is not up before the page would be done. */
const worthFrom = 250_000;

function lineTo(worker: Worker): WorkerLine {
  return {
    send: (job) => worker.postMessage(job, [job.bytes.buffer]),
    onWord: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<WorkerWord>) => listener(data)),
    onEnd: (listener) =>
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        worker.terminate();
        listener(new Error(event.message));
      }),
    end: () => worker.terminate(),
  };
}
