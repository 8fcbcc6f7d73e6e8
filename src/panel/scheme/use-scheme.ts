import { useCallback, useMemo, useState } from 'react';
import type { IsoDate } from '../../core/ledger/dates';
import type { Scheme } from '../../core/policy/scheme';
import { catalogue } from '../../tasks/catalogue';
import { layOpen, linesToEdit, type SchemeDesk, type SchemeLine } from '../../tasks/scheme-desk';
import type { SchemeInForce } from '../../tasks/scheme-in-force';

/** A scheme being worked on; nothing of it holds before it is written into the workbook. */
export interface Draft {
  readonly lines: readonly SchemeLine[];
  /** The lines as they were when it was begun. */
  readonly before: readonly SchemeLine[];
  /** Where it began, where that is not the scheme in force: a file, say. */
  readonly from?: string;
}

export interface SchemeChoice {
  /** What may be chosen, by key. */
  readonly options: readonly { readonly key: string; readonly title: string }[];
  readonly selected: string;
  readonly select: (key: string) => void;
  /** The scheme the person chose; missing where the workbook's own sheet, or the default, is to hold. */
  readonly chosen?: Scheme;
  /** The scheme in force as far as it is known. */
  readonly scheme: Scheme;
  /** The workbook's own sheet 救助标准, as last read; missing until the workbook was read. */
  readonly known?: SchemeInForce;
  /** Takes note of what a task found in force. */
  readonly learn: (inForce: SchemeInForce) => void;
  /** The workbook may hold another sheet now. */
  readonly forget: () => void;
  readonly lines: readonly SchemeLine[];
  readonly draft?: Draft;
  /** What the lines come to. */
  readonly desk: SchemeDesk;
  /** The first day of the village notice, where the person said it. */
  readonly begin?: IsoDate;
  readonly setBegin: (begin: IsoDate | undefined) => void;
  readonly edit: (lines: readonly SchemeLine[]) => void;
  readonly load: (scheme: Scheme, from: string) => void;
  readonly drop: () => void;
}

/** The key of what holds without a choice: the workbook's own sheet, or the default. No scheme has this id. */
export const ownScheme = '*';

/** Which scheme holds, and the one being worked on. */
export function useScheme(today: IsoDate): SchemeChoice {
  const [{ schemes }] = useState(catalogue);
  const [picked, setPicked] = useState<string>(ownScheme);
  const [known, setKnown] = useState<SchemeInForce>();
  const [draft, setDraft] = useState<Draft>();
  const [begin, setBegin] = useState<IsoDate>();
  const hasNoSheet = known !== undefined && known.origin !== 'sheet';
  const chosen = schemes.find(({ id }) => id === picked);
  const scheme = chosen ?? (known?.origin === 'sheet' ? known.scheme : schemes[0]);
  const linesInForce = useMemo(() => linesToEdit(scheme), [scheme]);
  const lines = draft?.lines ?? linesInForce;
  const desk = useMemo(() => layOpen(lines, today, begin), [lines, today, begin]);

  return {
    options: [
      ...(hasNoSheet ? [] : [{ key: ownScheme, title: ownTitle(known) }]),
      ...schemes.map(({ id, title }) => ({ key: id, title })),
    ],
    selected: chosen?.id ?? (hasNoSheet ? schemes[0].id : ownScheme),
    select: setPicked,
    ...(chosen ? { chosen } : {}),
    scheme,
    known,
    // Under a scheme that was chosen, the task did not look at the sheet.
    learn: useCallback((inForce: SchemeInForce) => {
      if (inForce.origin !== 'chosen') setKnown(inForce);
    }, []),
    forget: useCallback(() => setKnown(undefined), []),
    lines,
    draft,
    desk,
    begin,
    setBegin,
    edit: (next) => setDraft({ ...draft, lines: next, before: draft?.before ?? lines }),
    load: (loaded, from) => {
      const read = linesToEdit(loaded);
      setDraft({ lines: read, before: read, from });
    },
    drop: () => setDraft(undefined),
  };
}

const ownTitle = (known: SchemeInForce | undefined): string =>
  known === undefined ? '自动：先用本工作簿的救助标准' : `本工作簿的救助标准：${known.scheme.title}`;

/** How many lines differ from those it began with. */
export function changedLines({ lines, before }: Draft): number {
  const known = new Set(before.map(keyOf));
  const now = new Set(lines.map(keyOf));
  const changed = lines.filter((line) => !known.has(keyOf(line))).length;
  return Math.max(changed, before.filter((line) => !now.has(keyOf(line))).length);
}

const keyOf = ({ word, subject, value, unit, source, from }: SchemeLine): string =>
  [word, subject, value, unit, source, from].join('\n');
