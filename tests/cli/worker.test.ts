import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { openFile } from '../../src/adapters/file/open-file';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { workerLine } from '../../src/cli/worker-line';
import { readAllReturned } from '../../src/tasks/read-all-returned';
import { readerBeside } from '../../src/tasks/reader-beside';
import { readerHere } from '../../src/tasks/return-reader';
import { householdsFrom, returnedPlan } from '../support/returned-plan';

const script = join(__dirname, '../../dist/cli/returned-worker.js');
const here = readerHere((bytes, name) => openFile(bytes, name, { codec: nodeCodec }));

test('worker threads read what this thread reads, and say of a damaged file what it says', async () => {
  if (!existsSync(script)) throw new Error('dist/cli is missing: run npm run build first');
  const villages = ['青石村', '云台村', '小河村', '柳溪村', '白沙村'];
  const files = await Promise.all(
    villages.map(async (village, index) => {
      const bytes = await newWorkbook(
        [returnedPlan(village, householdsFrom(index * 20, 9), { total: true })],
        nodeCodec,
      );
      return { name: `${village}.xlsx`, bytes: async () => bytes.slice() };
    }),
  );
  const all = [...files, { name: '坏的.xlsx', bytes: async () => new Uint8Array([0x50, 0x4b, 3, 4, 9]) }];
  let opened = 0;
  const beside = () => {
    opened += 1;
    return readerBeside(workerLine(script));
  };
  const read = await readAllReturned(all, { here, beside, most: 2 });
  expect(opened).toBe(2);
  expect(read).toEqual(await readAllReturned(all, { here }));
});

test('a worker whose file is not there is none', async () => {
  expect(await readerBeside(workerLine(join(__dirname, 'not-there.js')))).toBeUndefined();
});
