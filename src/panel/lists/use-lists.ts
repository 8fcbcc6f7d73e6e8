import { useCallback, useMemo, useRef, useState } from 'react';
import { Cancelled, UnreadableWorkbook, type Watch } from '../../core/workbook/port';
import type { References } from '../../tasks/check-workbooks';
import { readReference, type GivenList, type ReferenceKind } from '../../tasks/reference-list';
import type { PanelHost, PickedFile } from '../panel-host';
import type { Run } from '../run/use-run';

/** A list that the person picked as a file. */
export interface PickedList {
  readonly number: number;
  readonly kind: ReferenceKind;
  readonly file: string;
  readonly read: GivenList;
}

export interface Lists {
  readonly picked: readonly PickedList[];
  /** The same for the checks; another object whenever a list came or went. */
  readonly references: References;
  /** By kind: why a file picked last is no list. */
  readonly refused: Readonly<Partial<Record<ReferenceKind, readonly string[]>>>;
  /** Lets the person pick files for a kind and reads them; missing where the host cannot. */
  readonly pick?: (kind: ReferenceKind) => void;
  readonly remove: (list: PickedList) => void;
}

/** The lists of the office that ledgers are compared with: in memory, while the workbook is open, and nowhere else. */
export function useLists({ chooseFiles, openPicked }: PanelHost, start: Run['start']): Lists {
  const [picked, setPicked] = useState<readonly PickedList[]>([]);
  const [refused, setRefused] = useState<Lists['refused']>({});
  const count = useRef(0);

  const references = useMemo(() => {
    const lists: { -readonly [K in ReferenceKind]?: References[K] } = {};
    for (const { kind, read } of picked) lists[kind] = [...(lists[kind] ?? []), ...read.entries];
    return lists;
  }, [picked]);

  const read = useCallback(
    async (
      kind: ReferenceKind,
      files: readonly PickedFile[],
      open: NonNullable<PanelHost['openPicked']>,
      watch: Watch,
    ) => {
      const reasons: string[] = [];
      for (const file of files) {
        const found = await open(file, watch).then(
          (workbook) => readReference({ ...workbook, name: file.name }),
          (error: unknown) => ({ reason: reasonOf(error, file.name) }),
        );
        if ('reason' in found) {
          reasons.push(found.reason);
          continue;
        }
        const list = { number: ++count.current, kind, file: file.name, read: found };
        // The same file picked again is the list anew, not a second one.
        setPicked((before) => [...before.filter((other) => other.kind !== kind || other.file !== file.name), list]);
      }
      setRefused((before) => ({ ...before, [kind]: reasons }));
      return undefined;
    },
    [],
  );
  const pick = useCallback(
    (kind: ReferenceKind) => {
      if (!chooseFiles || !openPicked) return;
      // Not part of the work: a page may never hear that the window of files was closed.
      void chooseFiles({ many: true }).then((files) => {
        if (files.length > 0) void start('正在读取名单', (watch) => read(kind, files, openPicked, watch));
      });
    },
    [chooseFiles, openPicked, start, read],
  );

  const remove = useCallback(
    ({ number }: PickedList) => setPicked((before) => before.filter((other) => other.number !== number)),
    [],
  );

  return { picked, references, refused, ...(chooseFiles && openPicked && { pick }), remove };
}

function reasonOf(error: unknown, file: string): string {
  if (error instanceof UnreadableWorkbook) return `“${file}”：${error.message}`;
  throw error instanceof Cancelled ? error : new Error('a list could not be read', { cause: error });
}
