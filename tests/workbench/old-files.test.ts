import { gatherPieces, piecesOf } from '../../src/adapters/file/read/snapshot-pieces';
import { Cancelled, UnreadableWorkbook } from '../../src/core/workbook/port';
import { readOldFile, type OldFileWord } from '../../src/workbench/old-files';
import { workbookOf } from '../support/table';

const cells = '| 户 | 1 | ' + '| '.repeat(18) + '| 末 |';
const workbook = workbookOf(Array<string>(3000).fill(cells).join('\n'));
const job = { bytes: new Uint8Array([1, 2, 3]), name: '台账.xls' };

/** A worker that says these words once it was sent something; each as the other thread would get it. */
function workerSaying(words: readonly OldFileWord[], begin: OldFileWord | undefined = { word: 'ready' }) {
  const ended: string[] = [];
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onerror: null as ((event: unknown) => void) | null,
    postMessage: () =>
      words.forEach((word) => queueMicrotask(() => worker.onmessage?.({ data: structuredClone(word) }))),
    terminate: () => ended.push('ended'),
  };
  if (begin) setTimeout(() => worker.onmessage?.({ data: begin }), 0);
  return { worker, ended, start: () => worker as unknown as Worker };
}

test('a workbook comes whole out of its pieces, and no piece is large', () => {
  const gathered = gatherPieces();
  for (const piece of piecesOf(workbook)) {
    if (piece.piece === 'rows') expect(piece.rows.length).toBeLessThan(1000);
    gathered.add(structuredClone(piece));
  }
  expect(gathered.workbook()).toEqual(workbook);
});

test('formulas and rows of which nothing is known keep their places', () => {
  const [sheet] = workbook.sheets;
  const rows = [...sheet.rows];
  delete rows[7];
  const formulas = new Map(Array.from({ length: 12_000 }, (_, index) => [index * 3, `A${index}+1`] as const));
  const odd = { ...workbook, sheets: [{ ...sheet, rows, formulas }] };
  const gathered = gatherPieces();
  for (const piece of piecesOf(odd)) gathered.add(structuredClone(piece));
  expect(gathered.workbook()).toEqual(odd);
});

test('what the worker reads is what the page gets, and the worker ends', async () => {
  const pieces = [...piecesOf(workbook)].map((piece) => ({ word: 'piece', piece }) as const);
  const step = { doing: '读取旧格式', done: 0, total: 1 };
  const { start, ended } = workerSaying([{ word: 'step', step }, ...pieces, { word: 'done' }]);
  const heard: unknown[] = [];
  const read = await readOldFile(start, gatherPieces(), job, { progress: (told) => heard.push(told) });
  expect(read).toEqual(workbook);
  expect(heard).toEqual([step]);
  expect(ended).toEqual(['ended']);
});

test('a refusal keeps its sentence', async () => {
  const { start, ended } = workerSaying([{ word: 'refused', why: '这个文件是空的。' }]);
  await expect(readOldFile(start, gatherPieces(), job)).rejects.toThrow(new UnreadableWorkbook('这个文件是空的。'));
  expect(ended).toEqual(['ended']);
});

test('where no worker starts, the page is told to read the file itself', async () => {
  const refused = () => {
    throw new DOMException('not from a folder', 'SecurityError');
  };
  expect(await readOldFile(refused, gatherPieces(), job)).toBeUndefined();
  const { worker, start, ended } = workerSaying([], undefined);
  const reading = readOldFile(start, gatherPieces(), job);
  worker.onerror?.(new Event('error'));
  expect(await reading).toBeUndefined();
  expect(ended).toEqual(['ended']);
});

test('a worker that breaks down while it reads is an error, not an empty workbook', async () => {
  const { start } = workerSaying([{ word: 'refused' }]);
  await expect(readOldFile(start, gatherPieces(), job)).rejects.toThrow('broke down');
});

test('giving up ends the worker', async () => {
  const { start, ended } = workerSaying([]);
  await expect(readOldFile(start, gatherPieces(), job, { cancelled: () => true })).rejects.toThrow(Cancelled);
  expect(ended).toEqual(['ended']);
});
