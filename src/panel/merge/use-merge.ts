import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IsoDate } from '../../core/ledger/dates';
import type { WorkbookPort } from '../../core/workbook/port';
import type { PanelHost, PickedFile } from '../panel-host';
import { useRun, type Run } from '../run/use-run';
import type { MergeHost } from './merge-host';
import type { MergeChoice, Merged } from './merge-work';

/** 汇总: the files picked, what was asked for, and what came of it. It outlives the workbook that is open. */
export interface Merge {
  readonly host: MergeHost;
  readonly today: IsoDate;
  /** The open workbook, where one is open. */
  readonly port?: WorkbookPort;
  readonly run: Run;
  readonly files: readonly PickedFile[];
  readonly need: readonly PickedFile[];
  readonly choice: MergeChoice;
  readonly merged?: Merged;
  /** Files or options are not those that were merged. */
  readonly isStale: boolean;
  /** The open workbook is the one that was made of what was merged. */
  readonly isOnScreen: boolean;
  /** Whether a part of the view is open; it stays so when the merged workbook comes on screen. */
  readonly isOpen: (part: MergePart) => boolean;
  readonly toggle: (part: MergePart) => void;
  readonly pick: (what: 'folder' | 'files' | 'need') => void;
  readonly leaveOut: (file: PickedFile) => void;
  readonly clear: () => void;
  readonly clearNeed: () => void;
  readonly choose: (choice: Partial<MergeChoice>) => void;
  /** Merges, with these workbooks taken where the facts did not tell. Nothing is written. */
  readonly start: (newer?: readonly string[]) => void;
  /** Opens the merged workbook, not saved yet; missing where its sheets go into the open one. */
  readonly openMerged?: () => void;
  /** The open workbook holds the merged sheets now. */
  readonly putInto: (port: WorkbookPort | undefined) => void;
  /** Hands out the workbooks that go back to the villages. */
  readonly sendBack: () => void;
}

/** What can be opened and closed. */
export type MergePart =
  | 'picked'
  | 'options'
  | 'files'
  | 'conservation'
  | 'differences'
  | 'findings'
  | 'comparison'
  | 'seals'
  | 'rows'
  | 'remarks';

/** State and verbs of merging; `undefined` where the host cannot. What weighs comes when it is first used. */
export function useMerge({ merge: host, port, today, pause, chooseFiles }: PanelHost): Merge | undefined {
  const run = useRun(pause);
  const [files, setFiles] = useState<readonly PickedFile[]>(none);
  const [need, setNeed] = useState<readonly PickedFile[]>(none);
  const [choice, setChoice] = useState(noChoice);
  const [merged, setMerged] = useState<Merged>();
  const [madeOn, setMadeOn] = useState<WorkbookPort>();
  const [opened, setOpened] = useState<ReadonlySet<MergePart>>(new Set(['picked', 'files']));
  const { say, start: begin } = run;

  const known = useRef(files);
  const add = useCallback(
    (picked: readonly PickedFile[]) => {
      const keys = new Set(known.current.map(keyOf));
      const fresh = picked.filter((file) => !keys.has(keyOf(file)));
      const again = picked.length - fresh.length;
      if (fresh.length > 0) setFiles((known.current = [...known.current, ...fresh]));
      say(again > 0 ? { intent: 'info', text: `有 ${again} 份已经在清单里，没有再加。` } : undefined);
    },
    [say],
  );
  const become = (next: readonly PickedFile[]): void => setFiles((known.current = next));
  const dropped = host?.dropped;
  useEffect(() => {
    if (dropped) add(dropped);
  }, [dropped, add]);

  return useMemo(() => {
    if (!host) return undefined;
    const { openMerged } = host;
    return {
      host,
      today,
      port,
      run,
      files,
      need,
      choice,
      merged,
      isStale:
        merged !== undefined &&
        (merged.request.files !== files || merged.request.need !== need || merged.request.choice !== choice),
      isOnScreen: madeOn !== undefined && madeOn === port,
      isOpen: (part) => opened.has(part),
      toggle: (part) => setOpened((before) => other(before, part)),
      pick: (what) => {
        void chooseFiles?.({ many: true, folder: what === 'folder' }).then((picked) => {
          if (picked.length === 0) return;
          if (what === 'need') setNeed(picked);
          else add(picked);
        });
      },
      leaveOut: (file) => become(files.filter((each) => each !== file)),
      clear: () => become(none),
      clearNeed: () => setNeed(none),
      choose: (change) => setChoice({ ...choice, ...change }),
      start: (newer = []) =>
        void begin('正在读取交来的文件', async (watch) => {
          const [{ mergePicked }, door] = await Promise.all([work(), host.door()]);
          setMerged(await mergePicked({ files, need, choice, newer, today }, door, watch, merged?.read));
          // The result is what the person waited for: what was picked makes room for it.
          setOpened((before) => new Set([...before].filter((part) => part !== 'picked' && part !== 'options')));
          return undefined;
        }),
      ...(openMerged && {
        openMerged: () =>
          void begin(
            '正在写汇总工作簿',
            async (watch) =>
              merged && (await made()).openMerged(merged, await host.door(), openMerged, setMadeOn, watch),
          ),
      }),
      putInto: setMadeOn,
      sendBack: () =>
        void begin(
          '正在做退回各村的台账',
          async (watch) => merged && (await made()).sendBack(merged, await host.door(), host.saveFile, watch),
        ),
    };
  }, [host, run, files, need, choice, merged, madeOn, opened, port, today, chooseFiles, add, begin]);
}

const none: readonly PickedFile[] = [];
const noChoice: MergeChoice = { form: 'village-ledger', season: '', villages: '', expectForm: '', scheme: '' };
const other = (parts: ReadonlySet<MergePart>, part: MergePart): ReadonlySet<MergePart> =>
  new Set(parts.has(part) ? [...parts].filter((each) => each !== part) : [...parts, part]);
const keyOf = ({ name, folders = [], modifiedOn, size }: PickedFile): string =>
  [...folders, name, modifiedOn, size].join('\n');
const work = () => import(/* webpackChunkName: "merge" */ './merge-work');
const made = () => import(/* webpackChunkName: "merge" */ './made-of-merge');
