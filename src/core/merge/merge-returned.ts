import type { Form } from '../ledger/form';
import type { Ledger } from '../ledger/ledger';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Step } from '../workbook/port';
import { conservationOf, type Conservation } from './conservation';
import { differencesBetween, type Difference } from './differences';
import { fileVerdict } from './file-verdict';
import { groupVillages } from './group-villages';
import { halfDuplicates } from './half-duplicates';
import { judgePart, seasonMerged } from './judge-parts';
import { mergedSheet, type MergedSheet, type TownshipParts } from './merged-sheet';
import type { Part } from './part';
import { ledgersOf } from './part-ledgers';
import { pickVersions, type VersionsPicked } from './pick-versions';
import { inOrder, isRead, type Expectation, type ReturnedFile } from './returned-file';
import { seasonName } from '../ledger/season';
import { splitVillages, villagesNamed } from './split-villages';
import type { FileVerdict, PartVerdict } from './verdict';
import { knownVillages, villageKey } from './village';
import { inTownships, villageGroups, villageOfEntries } from './village-order';

/** The paper of a merged sheet: the form, and the form made blank with one empty row. */
export interface MergePaper {
  readonly form: Form;
  readonly blank: SheetPlan;
}

export interface MergeRequest {
  readonly files: readonly ReturnedFile[];
  readonly expected: Expectation;
  readonly paper: { readonly household: MergePaper; readonly person: MergePaper };
}

export interface Merge {
  readonly season: number | undefined;
  /** By the files' names. */
  readonly verdicts: readonly FileVerdict[];
  readonly parts: readonly PartVerdict[];
  /** The merged ledger of households, then the roster of persons where any came back. */
  readonly sheets: readonly MergedSheet[];
  /** What was merged of households, in the order of their sheet. */
  readonly townships: readonly TownshipParts[];
  readonly differences: readonly Difference[];
  readonly conservation: Conservation;
  /** Villages expected of which nothing was merged. */
  readonly missing: readonly string[];
  /** The ledgers that were merged, as they came; where only some rows were taken, these rows. */
  readonly ledgers: readonly Ledger[];
}

/**
 * Merges what came back: a verdict on every file, one ledger, where each row comes from, and proof that nothing was lost or
 * counted twice. The order of the files has no say. Nothing is chosen silently: what could not be told is set aside and said.
 */
export function* mergeReturned({ files: given, expected, paper }: MergeRequest): Generator<Step, Merge> {
  const files = [...given].sort((left, right) => inOrder(left.workbook, right.workbook));
  const read = files.filter(isRead);
  const names = new Map<string, string>();
  for (const [index, file] of read.entries()) {
    yield { doing: '辨认各村', done: index, total: read.length };
    for (const [key, name] of villagesNamed(file)) names.set(key, name);
  }
  for (const village of expected.villages ?? []) names.set(villageKey(village), village);
  const known = knownVillages(names);
  const season = yield* seasonMerged(read, expected);
  const parts: Part[] = [];
  const verdicts: PartVerdict[] = [];
  for (const [index, file] of read.entries()) {
    for (const part of splitVillages(file, known)) {
      const setAside = judgePart(part, season, expected, known);
      if (setAside) verdicts.push({ part, setAside });
      else parts.push(part);
    }
    yield { doing: '核对各份文件', done: index + 1, total: read.length };
  }
  const picked: VersionsPicked[] = [];
  const villages = [...groupVillages(parts)];
  for (const group of villages) {
    yield { doing: '比对各村的几份', done: picked.length, total: villages.length };
    picked.push(pickVersions(group, expected.newer ?? []));
  }
  const candidates = picked.flatMap((each) => each.verdicts.flatMap(({ part, setAside }) => (setAside ? [] : [part])));
  const half = halfDuplicates(candidates, expected.newer ?? []);
  yield { doing: '比对各村的几份', done: villages.length, total: villages.length };
  for (const each of picked) {
    for (const verdict of each.verdicts) {
      const setAside = verdict.setAside ?? half.get(verdict.part);
      verdicts.push(setAside ? { part: verdict.part, setAside } : verdict);
    }
  }
  const taken = verdicts.flatMap(({ part, setAside }) => (setAside ? [] : [part]));
  const groups = villageGroups(parts);
  const sheets: { readonly merged: MergedSheet; readonly entryIs: Ledger['entryIs'] }[] = [];
  for (const entryIs of ['household', 'person'] as const) {
    const own = taken.filter((part) => part.entryIs === entryIs);
    if (own.length === 0 && entryIs === 'person') continue;
    const { form, blank } = paper[entryIs];
    const title = `${season === undefined ? '' : seasonName(season)}${form.title}（汇总）`;
    const sheet = entryIs === 'household' ? '汇总台账' : '汇总成员名册';
    sheets.push({ entryIs, merged: yield* mergedSheet(form, blank, inTownships(own, groups), { sheet, title }) });
  }
  const owners = villageOfEntries(verdicts);
  const reached = new Set(taken.map(({ key }) => key));
  const replacedBy = picked.flatMap(({ replaced }) => replaced.filter(({ newer }) => !half.has(newer)));
  const remarks = new Map(picked.flatMap((each) => [...each.remarks]));
  const differences: Difference[] = [];
  for (const [index, { older, newer }] of replacedBy.entries()) {
    yield { doing: '比对新旧两份', done: index, total: replacedBy.length };
    differences.push(...differencesBetween(older, newer));
  }
  return {
    season,
    verdicts: files.map((file) => fileVerdict(file, verdicts, remarks)),
    parts: verdicts,
    townships: inTownships(
      taken.filter(({ entryIs }) => entryIs === 'household'),
      groups,
    ),
    sheets: sheets.map(({ merged }) => merged),
    differences,
    conservation: yield* conservationOf(files, verdicts, sheets, owners),
    missing: (expected.villages ?? []).filter((village) => !reached.has(villageKey(village))),
    ledgers: taken.flatMap(ledgersOf),
  };
}
