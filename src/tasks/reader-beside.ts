import { Cancelled, type Step, type Watch } from '../core/workbook/port';
import { packReturn, unpackReturn, type PackedReturn } from './packed-return';
import type { ReturnJob, ReturnReader } from './return-reader';

/** What a worker says: that it stands, how far it is, what it read, or that it could not. */
export type WorkerWord =
  | { readonly word: 'ready' }
  | { readonly word: 'step'; readonly step: Step }
  | { readonly word: 'read'; readonly packed: PackedReturn }
  | { readonly word: 'fault'; readonly fault: string };

/** The page's or program's end of a worker. */
export interface WorkerLine {
  readonly send: (job: ReturnJob) => void;
  readonly onWord: (listener: (word: WorkerWord) => void) => void;
  /** Told once where the worker is gone, whatever the reason. */
  readonly onEnd: (listener: (reason: unknown) => void) => void;
  readonly end: () => void;
}

/** A reader in a worker; `undefined` where the worker does not come up. */
export function readerBeside(line: WorkerLine): Promise<ReturnReader | undefined> {
  let waiting: ((answer: WorkerWord | { readonly word: 'gone'; readonly reason: unknown }) => void) | undefined;
  let isGone = false;
  const stands = new Promise<boolean>((settle) => {
    line.onWord((word) => (word.word === 'ready' ? settle(true) : waiting?.(word)));
    line.onEnd((reason) => {
      isGone = true;
      settle(false);
      waiting?.({ word: 'gone', reason });
    });
  });
  const read: ReturnReader['read'] = (job, watch) =>
    new Promise((resolve, reject) => {
      if (isGone) throw new Error('the worker is gone');
      waiting = (answer) => {
        if (answer.word === 'step') {
          watch?.progress?.(answer.step);
          if (!watch?.cancelled?.()) return;
          line.end();
          reject(new Cancelled());
        } else if (answer.word === 'read') resolve(unpackReturn(answer.packed));
        else if (answer.word === 'fault') reject(new Error(answer.fault));
        else if (answer.word === 'gone') reject(answer.reason instanceof Error ? answer.reason : new Error('gone'));
        else return;
        waiting = undefined;
      };
      line.send(job);
    });
  return stands.then((stood) => (stood ? { read, close: line.end } : undefined));
}

/** The worker's own end: says that it stands, then reads what it is sent, one file after the other. */
export function serveReturns(
  reader: ReturnReader,
  say: (word: WorkerWord) => void,
  watch: Watch = {},
): (job: ReturnJob) => Promise<void> {
  say({ word: 'ready' });
  return async (job) => {
    try {
      const returned = await reader.read(job, { ...watch, progress: (step) => say({ word: 'step', step }) });
      say({ word: 'read', packed: packReturn(returned) });
    } catch (error) {
      say({ word: 'fault', fault: error instanceof Error ? String(error.stack) : String(error) });
    }
  };
}
