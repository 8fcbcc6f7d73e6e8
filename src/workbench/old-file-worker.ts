import { readFile } from '../adapters/file/read/read-file';
import { piecesOf } from '../adapters/file/read/snapshot-pieces';
import { UnreadableWorkbook } from '../core/workbook/port';
import type { OldFileJob, OldFileWord } from './old-files';

/** The entry of a worker: reads one file in an old format, which takes seconds in one go, and tells it piece by piece. */
const say = (word: OldFileWord): void => self.postMessage(word);

self.onmessage = async ({ data: { bytes, name } }: MessageEvent<OldFileJob>) => {
  try {
    const watch = { progress: (step: { doing: string; done: number; total: number }) => say({ word: 'step', step }) };
    const { snapshot } = await readFile(bytes, name, undefined, watch);
    for (const piece of piecesOf(snapshot)) say({ word: 'piece', piece });
    say({ word: 'done' });
  } catch (error) {
    say({ word: 'refused', ...(error instanceof UnreadableWorkbook ? { why: error.message } : {}) });
  }
};

say({ word: 'ready' });
