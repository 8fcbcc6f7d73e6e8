import { act, render, waitFor, screen } from '@testing-library/react';
import { useState } from 'react';
import { memoryWorkbook, type MemoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import type { IsoDate } from '../../src/core/ledger/dates';
import { UnreadableWorkbook } from '../../src/core/workbook/port';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { Panel } from '../../src/panel/panel';
import type { PickedFile } from '../../src/panel/panel-host';
import { workbookOfPlans } from '../support/returned-plan';
import { press, today } from './open-panel';

/** A file to be picked: what stands in it, or the sentence by which it cannot be read. */
export interface FileInFolder {
  readonly name: string;
  readonly folders?: readonly string[];
  readonly modifiedOn?: string;
  readonly holds: readonly SheetPlan[] | WorkbookSnapshot | string;
}

export interface OpenMerge {
  /** What was handed to the person, in order: names, and what is in them. */
  readonly handedOut: readonly { readonly name: string; readonly files: readonly HandedOut[] }[];
  /** The merged workbooks put on screen. */
  readonly opened: readonly MemoryWorkbook[];
  /** Takes a file out of the folder after it was picked. */
  readonly takeAway: (name: string) => void;
  /** How often each file's bytes were asked for. */
  readonly asked: ReadonlyMap<string, number>;
}

export interface HandedOut {
  readonly name: string;
  readonly workbook: WorkbookSnapshot;
}

export interface MergeGiven {
  /** The open workbook. */
  readonly open?: MemoryWorkbook;
  /** False where the person keeps what is open; missing where the sheets go into the open workbook. */
  readonly opensNew?: boolean;
  readonly need?: readonly FileInFolder[];
  /** Told before each file is read. */
  readonly reading?: (name: string) => Promise<void> | undefined;
}

/** The panel at merging over files in memory, drawn in jsdom. */
export function openMerge(files: readonly FileInFolder[], given: MergeGiven = {}): OpenMerge {
  const handedOut: { name: string; files: HandedOut[] }[] = [];
  const opened: MemoryWorkbook[] = [];
  const gone = new Set<string>();
  const asked = new Map<string, number>();
  const contents: (readonly HandedOut[])[] = [];
  /** Bytes that stand for what is in a file: the number under which it is kept. */
  const bytesFor = (held: readonly HandedOut[]): Uint8Array => new Uint8Array([contents.push(held) - 1]);
  const picked = ({ name, folders, modifiedOn = '2026-01-06', holds }: FileInFolder): PickedFile => ({
    name,
    modifiedOn: modifiedOn as IsoDate,
    ...(folders && { folder: folders[folders.length - 1], folders }),
    bytes: async () => {
      await given.reading?.(name);
      asked.set(name, (asked.get(name) ?? 0) + 1);
      if (gone.has(name)) throw new DOMException('gone', 'NotFoundError');
      if (typeof holds === 'string') throw new UnreadableWorkbook(holds);
      const workbook = 'sheets' in holds ? holds : workbookOfPlans(name, ...holds);
      return bytesFor([{ name, workbook }]);
    },
  });
  const door = {
    openFile: async ([number]: Uint8Array, name: string) => {
      const book = memoryWorkbook(contents[number][0].workbook);
      return {
        saveName: name,
        read: () => book.read(),
        apply: (changes: Parameters<typeof book.apply>[0]) => book.apply(changes),
        save: async () => bytesFor([{ name, workbook: book.snapshot }]),
      };
    },
    newWorkbook: async (plans: readonly SheetPlan[]) =>
      bytesFor([{ name: '', workbook: workbookOfPlans('汇总', ...plans) }]),
    zipFiles: async (all: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
      bytesFor(all.map(({ name, bytes }) => ({ name, workbook: contents[bytes[0]][0].workbook }))),
  };
  function Page() {
    const [isOpen, setOpen] = useState(true);
    const [port, setPort] = useState(given.open);
    return (
      <Panel
        host={{
          port,
          today,
          pause: () => undefined,
          chooseFiles: async ({ folder }) => (folder ? files : (given.need ?? [])).map(picked),
          merge: {
            isOpen,
            setOpen,
            door: async () => door,
            saveFile: (name, [number]) => handedOut.push({ name, files: [...contents[number]] }),
            ...(given.opensNew !== undefined && {
              openMerged: async (_, [number]) => {
                if (!given.opensNew) return undefined;
                const book = memoryWorkbook(contents[number][0].workbook);
                opened.push(book);
                setPort(book);
                return book;
              },
            }),
          },
        }}
      />
    );
  }
  render(<Page />);
  return { handedOut, opened, asked, takeAway: (name) => void gone.add(name) };
}

/** Picks the folder and merges what is in it. */
export async function mergeAll(): Promise<void> {
  await screen.findByRole('button', { name: '选择文件夹' });
  await press('选择文件夹');
  await press(/^开始汇总/);
  await resultIsThere();
}

export const resultIsThere = () =>
  act(() => waitFor(() => screen.getByRole('group', { name: '汇总结果' }), { timeout: 20_000 }).then(() => undefined));
