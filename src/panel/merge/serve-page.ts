import type { Watch, WorkbookPort } from '../../core/workbook/port';
import { serveReturns, type WorkerWord } from '../../tasks/reader-beside';
import { readerHere, type ReturnJob } from '../../tasks/return-reader';

/** What a page's worker is in itself. */
interface WorkerScope {
  readonly postMessage: (word: WorkerWord) => void;
  onmessage: ((event: { readonly data: ReturnJob }) => void) | null;
}

/** Makes this worker a reader of returned files; `open` is the file door. */
export function servePage(
  open: (bytes: Uint8Array, name: string, watch?: Watch) => Promise<Pick<WorkbookPort, 'read'>>,
): void {
  const scope = self as unknown as WorkerScope;
  let toldAt = 0;
  const serve = serveReturns(readerHere(open), (word) => {
    // Steps let the page notice that the person gave up; ten a second are enough.
    if (word.word === 'step' && performance.now() - toldAt < 100) return;
    toldAt = performance.now();
    scope.postMessage(word);
  });
  scope.onmessage = ({ data }) => void serve(data);
}
