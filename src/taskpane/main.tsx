import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { excelWorkbook } from '../adapters/excel/excel-workbook';
import { isExcelNewEnough } from '../adapters/excel/capabilities';
import { chooseFiles } from '../panel/choose-files';
import { downloadBytes } from '../panel/download-bytes';
import { isoDay, isoMinute } from '../panel/iso-day';
import { Panel, startOf, type PanelHost } from '../panel/panel';

declare global {
  interface Window {
    /** Made by `boot.js`, which runs first. */
    readonly reliefLedgerBoot?: { readonly show: (page: 'too-old' | 'outside' | 'started') => void };
  }
}

void Office.onReady(({ host }) => {
  const boot = window.reliefLedgerBoot;
  if (host !== Office.HostType.Excel) return boot?.show('outside');
  if (!isExcelNewEnough()) return boot?.show('too-old');
  const box = document.getElementById('root');
  if (!box) return;
  boot?.show('started');
  createRoot(box).render(<TaskPane />);
  noteBegun();
});

const port = excelWorkbook();

const start = startOf(window.location.search);

/**
 * Makes the pane's address another than the one that the pressed button asks for, so that Excel opens it anew, and the work
 * begins again, where the same button is pressed once more. On the web, Excel keeps words of its own in that place.
 */
function noteBegun(): void {
  if (start && Office.context.platform !== Office.PlatformType.OfficeOnline) window.location.hash = 'begun';
}

function TaskPane() {
  const dark = useDark();
  // One object for all drawings: the panel begins anew with what it is given anew.
  const [isMerging, setMerging] = useState(start === 'merge');
  const host = useMemo(
    (): PanelHost => ({
      port,
      today: isoDay(new Date()),
      now: () => isoMinute(new Date()),
      pause,
      dark,
      start,
      chooseFiles,
      openPicked,
      saveFile,
      writer,
      merge: { isOpen: isMerging, setOpen: setMerging, door: fileDoor, saveFile },
    }),
    [dark, isMerging],
  );
  return <Panel host={host} />;
}

// Excel reads its own workbook; a file beside it is read by our own reader, which comes when it is asked for.
const openPicked: PanelHost['openPicked'] = async (file, watch) => {
  const { readFile } = await import(/* webpackChunkName: "files" */ '../adapters/file/read/read-file');
  return (await readFile(await file.bytes(), file.name, undefined, watch)).snapshot;
};
const fileDoor = async () => {
  const [{ fileDoor: door }, { pageReaders }] = await Promise.all([
    import(/* webpackChunkName: "files" */ '../adapters/file/file-door'),
    import(/* webpackChunkName: "files" */ '../panel/merge/page-readers'),
  ]);
  return { ...door, beside: pageReaders(startWorker) };
};

const startWorker = () =>
  new Worker(new URL(/* webpackChunkName: "returned-worker" */ './returned-worker.ts', import.meta.url));

// Encodings of old programs are asked for by few.
const writer = async () => ({
  newWorkbook: (await fileDoor()).newWorkbook,
  encodeText: (await import('../adapters/file/write/encode-text')).encodeText,
});

const saveFile = (name: string, bytes: Uint8Array): void => downloadBytes(bytes, name);

const turnMs = 16;
let turnBegan = performance.now();

/** Gives the pane a turn when a long piece of work has had its share. */
function pause(): Promise<void> | undefined {
  if (performance.now() - turnBegan < turnMs) return undefined;
  return new Promise((resolve) => {
    setTimeout(() => {
      turnBegan = performance.now();
      resolve();
    });
  });
}

/** Excel's own theme where it tells it, the system's otherwise. */
function useDark(): boolean {
  const ofOffice = Office.context.officeTheme?.bodyBackgroundColor;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const [dark, setDark] = useState(ofOffice ? isDark(ofOffice) : system.matches);
  useEffect(() => {
    if (ofOffice) return undefined;
    const changed = () => setDark(system.matches);
    system.addEventListener('change', changed);
    return () => system.removeEventListener('change', changed);
  });
  return dark;
}

function isDark(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
