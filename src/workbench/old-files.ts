import { Cancelled, UnreadableWorkbook, type Step, type Watch } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** What the worker is sent. */
export interface OldFileJob {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What the worker says. `refused` without `why`: it broke down. */
export type OldFileWord<Piece = unknown> =
  | { readonly word: 'ready' }
  | { readonly word: 'done' }
  | { readonly word: 'step'; readonly step: Step }
  | { readonly word: 'piece'; readonly piece: Piece }
  | { readonly word: 'refused'; readonly why?: string };

/** Puts together what comes in pieces. */
export interface PieceGatherer<Piece> {
  add(piece: Piece): void;
  workbook(): WorkbookSnapshot;
}

/**
 * Reads a file in an old format by a worker, so that the page stays alive: the library for these formats works in one go.
 * Answers nothing where no worker can be started (a page opened from a folder, an old browser): then the page must read
 * it itself. Throws `UnreadableWorkbook` with the sentence for the person, and `Cancelled`.
 */
export async function readOldFile<Piece>(
  start: () => Worker,
  gather: PieceGatherer<Piece>,
  job: OldFileJob,
  watch: Watch = {},
): Promise<WorkbookSnapshot | undefined> {
  let line: Worker;
  try {
    line = start();
  } catch {
    return undefined;
  }
  let asking: ReturnType<typeof setInterval> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      let isReady = false;
      line.onerror = (event) =>
        isReady ? reject(new Error('the worker broke down', { cause: event })) : resolve(undefined);
      line.onmessage = ({ data }: MessageEvent<OldFileWord<Piece>>) => {
        if (data.word === 'ready') {
          isReady = true;
          line.postMessage(job);
        } else if (data.word === 'step') watch.progress?.(data.step);
        else if (data.word === 'piece') gather.add(data.piece);
        else if (data.word === 'done') resolve(gather.workbook());
        else reject(data.why === undefined ? new Error('the worker broke down') : new UnreadableWorkbook(data.why));
      };
      asking = setInterval(() => {
        if (watch.cancelled?.()) reject(new Cancelled());
      }, betweenQuestions);
    });
  } finally {
    clearInterval(asking);
    line.terminate();
  }
}

/** How soon a person who gave up is heard, in milliseconds. */
const betweenQuestions = 100;
