import { startTransition, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Cancelled, UnreadableWorkbook, type Watch } from '../core/workbook/port';
import type { IsoDate } from '../core/ledger/dates';
import { chooseFiles, pickedFile } from '../panel/choose-files';
import { downloadBytes } from '../panel/download-bytes';
import { isoMinute } from '../panel/iso-day';
import type { MergeDoor } from '../panel/merge/merge-host';
import type { PanelHost, PickedFile } from '../panel/panel-host';
import { ask } from './ask';
import { DropHint } from './drop-hint';
import type { Dropped } from './dropped-files';
import type { GridHandle, GridPane } from './grid-pane';
import { HelpDialog } from './help-dialog';
import { OpeningNotice } from './opening-notice';
import { pageTurns } from './page-turns';
import { savedName } from './saved-name';
import { Splitter } from './splitter';
import { TopBar } from './top-bar';
import { useDark, useNarrow } from './use-media';
import { Welcome } from './welcome';
import { workbenchPort, type SavableWorkbook, type WorkbenchPort } from './workbench-port';

/** What the page needs from its entry file: the only one that knows files, the clock and the network. */
export interface WorkbenchProps {
  readonly today: IsoDate;
  readonly openFile: (bytes: Uint8Array, name: string, watch: Watch) => Promise<SavableWorkbook>;
  /** All that is done with files besides, for merging. */
  readonly fileDoor: () => Promise<MergeDoor>;
  /** What makes the bytes of files beside the open one. */
  readonly writer: NonNullable<PanelHost['writer']>;
  /** Reads a file beside the open one. */
  readonly openPicked: NonNullable<PanelHost['openPicked']>;
  /** The bytes of the sample ledger; missing where the page has none. */
  readonly sample?: { readonly name: string; readonly bytes: () => Promise<Uint8Array> };
  readonly openSampleAtOnce?: boolean;
}

interface Opening {
  readonly name: string;
  readonly doing?: string;
  readonly share?: number;
}

/** What stands on the page once a file is open. */
interface Desk {
  readonly port: WorkbenchPort;
  readonly GridPane: typeof GridPane;
}

// The grid and the panel, with the door for files, are what the first screen does without.
const deskParts = async () => {
  const [{ GridPane }, { Panel }] = await Promise.all([
    import(/* webpackChunkName: "desk" */ './grid-pane'),
    import(/* webpackChunkName: "panel" */ '../panel/panel'),
  ]);
  return { GridPane, Panel };
};

/** The page for people without Excel: the ledger at the left, the panel at the right. */
export function Workbench({
  today,
  openFile,
  fileDoor,
  writer,
  openPicked,
  sample,
  openSampleAtOnce = false,
}: WorkbenchProps) {
  const [desk, setDesk] = useState<Desk>();
  const port = desk?.port;
  const [opening, setOpening] = useState<Opening>();
  const [trouble, setTrouble] = useState<string>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(true);
  const [panelWidth, setPanelWidth] = useState(420);
  const [isMerging, setMerging] = useState(false);
  // Once it stands it stays: what was chosen and merged in the panel is not lost when the person leaves it for a while.
  const [parts, setParts] = useState<Awaited<ReturnType<typeof deskParts>>>();
  const [dropped, setDropped] = useState<readonly PickedFile[]>();
  const dark = useDark();
  const narrow = useNarrow();
  const chooser = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const cancelled = useRef(false);
  const pause = useMemo(() => pageTurns(), []);
  const unsaved = useSyncExternalStore(port?.subscribe ?? noStore, () => port?.state().unsaved ?? false);
  const portNow = useRef(port);
  useEffect(() => {
    portNow.current = port;
  }, [port]);

  const open = useCallback(
    async (name: string, bytesOf: () => Promise<Uint8Array>, isNew = false): Promise<WorkbenchPort | undefined> => {
      if (portNow.current?.state().unsaved && !(await ask(unsavedQuestion))) return undefined;
      cancelled.current = false;
      setTrouble(undefined);
      setOpening({ name });
      const watch: Watch = {
        breathe: pause,
        cancelled: () => cancelled.current,
        progress: ({ doing, done, total }) =>
          setOpening({ name, doing, ...(total > 0 ? { share: Math.min(1, done / total) } : {}) }),
      };
      try {
        const [loaded, file] = await Promise.all([
          deskParts(),
          bytesOf().then((bytes) => openFile(bytes, name, watch)),
        ]);
        const opened = workbenchPort(file, await file.read(watch), { breathe: pause }, isNew);
        // Panel and grid together are more than the page can draw without being felt to stop.
        startTransition(() => {
          setParts(loaded);
          setDesk({ port: opened, GridPane: loaded.GridPane });
        });
        return opened;
      } catch (error) {
        if (!(error instanceof Cancelled)) setTrouble(troubleOf(error));
        return undefined;
      } finally {
        // Together with what was opened, so that nothing shows in between.
        startTransition(() => setOpening(undefined));
      }
    },
    [openFile, pause],
  );

  const openChosen = useCallback(
    ([file]: readonly File[]) => {
      if (file) void open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
    },
    [open],
  );
  const merge = useCallback((files?: readonly PickedFile[]) => {
    if (files) setDropped(files);
    deskParts().then(
      (loaded) => {
        setParts(loaded);
        setMerging(true);
        setPanelOpen(true);
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  }, []);
  const takeDropped = useCallback(
    (given: Dropped) => {
      if ('picked' in given) given.picked.then(merge, () => setTrouble('文件夹没有读成，请点“汇总”后选择文件夹。'));
      else if (given.files.length > 1) merge(given.files.map((file) => pickedFile(file)));
      else openChosen(given.files);
    },
    [merge, openChosen],
  );
  const choose = useCallback(() => chooser.current?.click(), []);
  const openSample = useMemo(() => sample && (() => void open(sample.name, sample.bytes)), [open, sample]);

  const saveAs = useCallback(async (): Promise<string | undefined> => {
    const now = portNow.current;
    if (!now) return undefined;
    grid.current?.commit();
    if (!now.canSave) {
      now.say(now.cannotSaveBecause ?? '这个文件不能保存；请先在 Excel 或 WPS 里另存为 .xlsx，再打开。');
      return undefined;
    }
    try {
      const name = now.isNew ? now.saveName : savedName(now.saveName);
      downloadBytes(await now.save({ breathe: pause }), name);
      now.saved();
      now.say(now.isNew ? `已另存为“${name}”。` : `已另存为“${name}”，原文件没有改动。`);
      return name;
    } catch (error) {
      now.say(troubleOf(error));
      return undefined;
    }
  }, [pause]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      // Older browsers ask only when this is set.
      event.returnValue = true;
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  useEffect(() => {
    // Fetched before anyone asks, so that opening does not wait for it; what fails here is said when a file is opened.
    const soon = setTimeout(() => void deskParts().catch(() => undefined), 200);
    return () => clearTimeout(soon);
  }, []);

  const opensAtOnce = useRef(openSampleAtOnce);
  useEffect(() => {
    if (!opensAtOnce.current) return;
    opensAtOnce.current = false;
    openSample?.();
  }, [openSample]);

  const showPanel = useCallback(() => {
    const focus = (): void => firstFocusable(panel.current)?.focus();
    if (panel.current?.hidden === false) return focus();
    setPanelOpen(true);
    requestAnimationFrame(focus);
  }, []);
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const ctrl = event.ctrlKey || event.metaKey;
      if (event.key === 'F6' && portNow.current) {
        event.preventDefault();
        if (panel.current?.contains(document.activeElement)) grid.current?.focus();
        else showPanel();
      } else if (ctrl && event.key.toLowerCase() === 's' && portNow.current) {
        event.preventDefault();
        void saveAs();
      } else if (ctrl && event.key.toLowerCase() === 'o') {
        event.preventDefault();
        choose();
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [choose, saveAs, showPanel]);

  const host: PanelHost = useMemo(
    () => ({
      today,
      now,
      pause,
      dark,
      openFile: choose,
      chooseFiles,
      openPicked,
      openSample,
      saveAs,
      saveText,
      saveFile,
      writer,
      merge: {
        isOpen: isMerging,
        setOpen: setMerging,
        ...(dropped && { dropped }),
        door: fileDoor,
        saveFile,
        openMerged: (name, bytes) => open(name, async () => bytes, true),
      },
      ...(port ? { port } : {}),
    }),
    [today, pause, dark, choose, openPicked, openSample, saveAs, isMerging, dropped, fileDoor, writer, open, port],
  );

  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <TopBar
        name={port?.state().snapshot.name}
        unsaved={unsaved}
        canSave={port?.canSave ?? false}
        isPanelOpen={isPanelOpen}
        onOpen={choose}
        onSample={openSample}
        isMerging={isMerging}
        onMerge={() => (isMerging && isPanelOpen ? setMerging(false) : merge())}
        onSave={() => void saveAs()}
        onHelp={() => setHelpOpen(true)}
        onPanel={() => setPanelOpen(!isPanelOpen)}
      />
      {trouble !== undefined && (
        <div className="trouble" role="alert">
          <span>{trouble}</span>
          <button type="button" className="bench-button quiet" onClick={() => setTrouble(undefined)}>
            知道了
          </button>
        </div>
      )}
      {!desk && !isMerging && <Welcome onOpen={choose} onSample={openSample} onMerge={() => merge()} />}
      <div className="desk" hidden={!desk && !isMerging}>
        {desk && (
          <desk.GridPane
            key={portNumber(desk.port)}
            port={desk.port}
            handle={grid}
            onSave={() => void saveAs()}
            onOpen={choose}
            onLeave={showPanel}
          />
        )}
        {desk && isPanelOpen && !narrow && <Splitter width={panelWidth} onWidth={setPanelWidth} />}
        <aside
          ref={panel}
          className={desk ? 'panel' : 'panel alone'}
          aria-label={desk ? '检查面板' : '汇总'}
          style={narrow || !desk ? undefined : { width: panelWidth }}
          hidden={!isPanelOpen}
        >
          {parts && <parts.Panel host={host} />}
        </aside>
      </div>
      {opening && (
        <OpeningNotice
          name={opening.name}
          doing={opening.doing}
          share={opening.share}
          onCancel={() => {
            cancelled.current = true;
          }}
        />
      )}
      <DropHint onDrop={takeDropped} />
      {isHelpOpen && <HelpDialog onClose={() => setHelpOpen(false)} />}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls,.csv"
        aria-label="打开文件"
        onChange={(event) => {
          openChosen(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
    </div>
  );
}

const now = (): string => isoMinute(new Date());

const saveFile = (name: string, bytes: Uint8Array): void => downloadBytes(bytes, name);

const saveText = (name: string, text: string): void => downloadBytes(new TextEncoder().encode(text), name);

const unsavedQuestion = {
  question: '这份台账有改动还没有另存。',
  yes: '不保存，打开新文件',
  no: '返回',
};

const noStore = () => () => undefined;

const troubleOf = (error: unknown): string =>
  error instanceof UnreadableWorkbook ? error.message : '这一步没有做成；请再试一次，仍不行时请换一份文件。';

// Each opened file has a grid of its own, so that scroll and selection start anew.
const numbers = new WeakMap<object, number>();
let count = 0;
function portNumber(port: WorkbenchPort): number {
  const number = numbers.get(port) ?? ++count;
  numbers.set(port, number);
  return number;
}

const firstFocusable = (element: HTMLElement | null): HTMLElement | null =>
  element?.querySelector<HTMLElement>('button:not([disabled]), select, input, [tabindex="0"]') ?? null;
