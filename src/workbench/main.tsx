import { createRoot } from 'react-dom/client';
import type { Watch } from '../core/workbook/port';
import { isoDay } from '../panel/iso-day';
import gridStyle from './grid/grid.css';
import { readOldFile } from './old-files';
import pageStyle from './workbench.css';
import { Workbench } from './workbench';

const style = document.createElement('style');
style.textContent = pageStyle + gridStyle;
document.head.appendChild(style);

const sample = {
  name: '示例台账.xlsx',
  bytes: async (): Promise<Uint8Array> => new Uint8Array(await (await fetch('./sample.xlsx')).arrayBuffer()),
};

// Files are read, and the grid drawn, by a part of the page that comes after the first screen stands.
const fileDoor = async () => {
  const [{ fileDoor: door }, { pageReaders }] = await Promise.all([
    import(/* webpackChunkName: "desk" */ '../adapters/file/file-door'),
    import(/* webpackChunkName: "desk" */ '../panel/merge/page-readers'),
  ]);
  return {
    ...door,
    beside: pageReaders(startReader),
    openFile: (bytes: Uint8Array, name: string, watch?: Watch) => door.openFile(bytes, name, watch, { oldFormat }),
  };
};

// A worker for each file: it goes with all the memory that an old file takes.
const oldFormat = async (bytes: Uint8Array, name: string, watch?: Watch) => {
  const { gatherPieces } = await import(/* webpackChunkName: "desk" */ '../adapters/file/read/snapshot-pieces');
  const worker = () => new Worker(new URL('./old-file-worker.ts', import.meta.url));
  return readOldFile(worker, gatherPieces(), { bytes, name }, watch);
};

// Encodings of old programs are asked for by few.
const writer = async () => ({
  newWorkbook: (await fileDoor()).newWorkbook,
  encodeText: (await import('../adapters/file/write/encode-text')).encodeText,
});

// Workbooks to be merged are read by the hundred, several at a time.
const startReader = () =>
  new Worker(new URL(/* webpackChunkName: "returned-worker" */ './returned-worker.ts', import.meta.url));

// Of the same part: a file that is only read is not told what would become of it when saved.
const fileReader = () => import(/* webpackChunkName: "desk" */ '../adapters/file/read/read-file');

createRoot(document.getElementById('workbench') as HTMLElement).render(
  <Workbench
    today={isoDay(new Date())}
    openFile={async (bytes, name, watch) => (await fileDoor()).openFile(bytes, name, watch)}
    fileDoor={fileDoor}
    writer={writer}
    openPicked={async (file, watch) =>
      (await (await fileReader()).readFile(await file.bytes(), file.name, { oldFormat }, watch)).snapshot
    }
    sample={sample}
    openSampleAtOnce={new URLSearchParams(window.location.search).has('sample')}
  />,
);
