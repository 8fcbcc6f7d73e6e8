import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Severity } from '../../core/findings/finding';
import { findingKinds, sentenceOf, type CheckReport } from '../../tasks/check-workbooks';
import { placeOf } from '../sentences/place';
import { countBySeverity, groupFindings, type FindingGroup } from './group-findings';
import { whoseRow } from './whose';

/** So many findings of a kind are drawn at once. */
export const pageLength = 40;

export interface Findings {
  /** Groups that pass the filter. */
  readonly groups: readonly FindingGroup[];
  /** How many findings pass the filter. */
  readonly shown: number;
  /** Of all findings that still stand, whatever the filter. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly whose: ReturnType<typeof whoseRow>;
  readonly hiddenSeverities: ReadonlySet<Severity>;
  readonly toggleSeverity: (severity: Severity) => void;
  readonly filter: string;
  readonly setFilter: (text: string) => void;
  /** The list is narrowed by text or severity. */
  readonly isFiltered: boolean;
  /** Shows all again. */
  readonly clearFilter: () => void;
  readonly isOpen: (group: FindingGroup) => boolean;
  readonly toggleOpen: (group: FindingGroup) => void;
  /** The page of the group that is drawn, from 0. */
  readonly pageOf: (group: FindingGroup) => number;
  readonly turnTo: (group: FindingGroup, page: number) => void;
  readonly current?: Finding;
  /** Counts from 1 among those shown; 0 where there is no current one. */
  readonly position: number;
  /** Makes the finding current, opening its group and turning to its page. */
  readonly select: (finding: Finding) => void;
  /** The one that comes next (1) or before (-1) among those not yet put right; from the end it begins again. */
  readonly neighbour: (direction: 1 | -1) => Finding | undefined;
}

/** What of the report is shown: filter, open groups, pages and the current finding, which stays current while it stands. */
export function useFindings(report: CheckReport | undefined, settled: ReadonlySet<Finding>): Findings {
  const [hiddenSeverities, setHidden] = useState<ReadonlySet<Severity>>(none);
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [pages, setPages] = useState<ReadonlyMap<string, number>>(new Map());
  const [current, setCurrent] = useState<Finding>();
  const [known, setKnown] = useState(report);
  if (known !== report) {
    // A new report brings new findings; the filter, what stood open and where they stood remain the person's choice.
    setKnown(report);
    setCurrent(current && report?.findings.find((finding) => isSame(finding, current)));
  }

  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const all = useMemo(() => report?.findings ?? [], [report]);
  const whose = useMemo(() => whoseRow(report?.ledgers ?? []), [report]);
  const isSearched = wanted !== '';
  // The texts are the same whatever is searched for; they are made once, when someone first searches.
  const texts = useMemo(
    () =>
      isSearched
        ? new Map(all.map((finding) => [finding, searchText(finding, whose(finding.at[0])).toLowerCase()]))
        : undefined,
    [all, whose, isSearched],
  );
  const groups = useMemo(
    () =>
      groupFindings(
        all.filter(
          (finding) => !hiddenSeverities.has(finding.severity) && (texts?.get(finding)?.includes(wanted) ?? true),
        ),
        findingKinds,
      ),
    [all, hiddenSeverities, texts, wanted],
  );
  const isFiltered = isSearched || hiddenSeverities.size > 0;
  const [wasFiltered, setWasFiltered] = useState(isFiltered);
  if (wasFiltered !== isFiltered) {
    setWasFiltered(isFiltered);
    // Among all of its kind the current finding stands on another page than among those that passed the filter.
    const group = current && groups.find(({ findings }) => findings.includes(current));
    if (group) setPages(new Map(pages).set(keyOf(group), pageAt(group, current)));
  }
  const inOrder = useMemo(() => groups.flatMap((group) => group.findings), [groups]);
  // Where the walk stood: a finding typed right is gone from the next report, and the walk goes on from its place.
  const stood = useRef(-1);
  useEffect(() => {
    if (current) stood.current = inOrder.indexOf(current);
  }, [current, inOrder]);
  const counts = useMemo(() => countBySeverity(all.filter((finding) => !settled.has(finding))), [all, settled]);
  const firstKey = groups.length > 0 ? keyOf(groups[0]) : undefined;
  const isOpen = (group: FindingGroup) =>
    opened.get(keyOf(group)) ?? (inOrder.length <= pageLength || keyOf(group) === firstKey);

  const select = useCallback(
    (finding: Finding) => {
      const group = groups.find(({ kind, severity }) => kind.id === finding.kind && severity === finding.severity);
      setCurrent(finding);
      if (!group) return;
      setOpened((before) => new Map(before).set(keyOf(group), true));
      setPages((before) => new Map(before).set(keyOf(group), pageAt(group, finding)));
    },
    [groups],
  );

  return {
    groups,
    shown: inOrder.length,
    counts,
    whose,
    hiddenSeverities,
    toggleSeverity: (severity) =>
      setHidden((before) => {
        const after = new Set(before);
        if (!after.delete(severity)) after.add(severity);
        return after;
      }),
    filter,
    setFilter,
    isFiltered,
    clearFilter: () => {
      setFilter('');
      setHidden(none);
    },
    isOpen,
    toggleOpen: (group) => setOpened((before) => new Map(before).set(keyOf(group), !isOpen(group))),
    pageOf: (group) => Math.min(pages.get(keyOf(group)) ?? 0, Math.ceil(group.findings.length / pageLength) - 1),
    turnTo: (group, page) => setPages((before) => new Map(before).set(keyOf(group), page)),
    current,
    position: current ? inOrder.indexOf(current) + 1 : 0,
    select,
    neighbour: (direction) => {
      const forward = direction === 1;
      const gone = stood.current < 0 ? (forward ? -1 : inOrder.length) : forward ? stood.current - 1 : stood.current;
      const from = current ? inOrder.indexOf(current) : gone;
      for (let step = 1; step <= inOrder.length; step += 1) {
        const at = (from + direction * step + 2 * inOrder.length) % inOrder.length;
        if (!settled.has(inOrder[at])) return inOrder[at];
      }
      return undefined;
    },
  };
}

/** Whether two reports say the same of the same place. */
export const isSame = (one: Finding, other: Finding): boolean =>
  one.kind === other.kind && sameKey(one) === sameKey(other);

/** Alike for findings that say the same of the same place. */
export const sameKey = ({ kind, message, severity, at: [at] }: Finding): string =>
  [kind, message, severity, at.row, at.column, at.sheet, at.workbook].join('\n');

const pageAt = (group: FindingGroup, finding: Finding): number =>
  Math.floor(group.findings.indexOf(finding) / pageLength);

const none: ReadonlySet<Severity> = new Set();

export const keyOf = (group: FindingGroup): string => `${group.severity} ${group.kind.id}`;

const searchText = (finding: Finding, name = ''): string =>
  `${placeOf(finding.at[0])} ${name} ${findingKinds.get(finding.kind)?.title ?? ''} ${sentenceOf(finding)}`;
