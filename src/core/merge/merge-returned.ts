import type { Form } from '../ledger/form';
import type { Ledger } from '../ledger/ledger';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Step } from '../workbook/port';
import { conservationOf, type Conservation, type VillageOf } from './conservation';
import { differencesBetween, type Difference } from './differences';
import { groupVillages } from './group-villages';
import { halfDuplicates } from './half-duplicates';
import { judgePart, seasonMerged } from './judge-parts';
import { mergedSheet, type MergedSheet, type TownshipParts } from './merged-sheet';
import { countOf, type Part } from './part';
import { pickVersions } from './pick-versions';
import { inOrder, isRead, type Expectation, type ReturnedFile } from './returned-file';
import { seasonName } from './season';
import { splitVillages, villagesNamed } from './split-villages';
import { kilogramsOf } from './quantity';
import { sealSentence } from './verify-seal';
import type { FileVerdict, PartVerdict } from './verdict';
import { villageKey } from './village';

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
  yield { doing: '辨认各村', done: 0, total: files.length };
  const known = new Map<string, string>(read.flatMap((file) => [...villagesNamed(file)]));
  for (const village of expected.villages ?? []) known.set(villageKey(village), village);
  const season = seasonMerged(read, expected);
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
  const picked = [...groupVillages(parts)].map((group) => pickVersions(group, expected.newer ?? []));
  yield { doing: '比对各村的几份', done: read.length, total: read.length };
  const candidates = picked.flatMap((each) => each.verdicts.flatMap(({ part, setAside }) => (setAside ? [] : [part])));
  const half = halfDuplicates(candidates, expected.newer ?? []);
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
  const names = new Set(taken.map(({ key }) => key));
  const replacedBy = picked.flatMap(({ replaced }) => replaced.filter(({ newer }) => !half.has(newer)));
  return {
    season,
    verdicts: files.map((file) => fileVerdict(file, verdicts, new Map(picked.flatMap(({ remarks }) => [...remarks])))),
    parts: verdicts,
    sheets: sheets.map(({ merged }) => merged),
    differences: replacedBy.flatMap(({ older, newer }) => differencesBetween(older, newer)),
    conservation: conservationOf(files, verdicts, sheets, owners),
    missing: (expected.villages ?? []).filter((village) => !names.has(villageKey(village))),
    ledgers: taken.flatMap(ledgersOf),
  };
}

/** The group each part belongs to: its name as printed and its township. */
function villageGroups(
  parts: readonly Part[],
): ReadonlyMap<Part, { readonly village: string; readonly township?: string; readonly code?: string }> {
  const found = new Map<Part, { readonly village: string; readonly township?: string; readonly code?: string }>();
  for (const group of groupVillages(parts)) {
    const village =
      group
        .map((part) => part.village)
        .filter((name) => name !== '')
        .sort(inOrder)
        .at(-1) ?? '';
    const township = group.map((part) => part.township).find((each) => each !== undefined);
    const code = group.map((part) => part.code).find((each) => each !== undefined);
    for (const part of group)
      found.set(part, { village, ...(township !== undefined && { township }), ...(code !== undefined && { code }) });
  }
  return found;
}

/** Townships by name, villages by code and name, the parts of a village by file. */
function inTownships(parts: readonly Part[], groups: ReturnType<typeof villageGroups>): readonly TownshipParts[] {
  const townships = new Map<string, Map<string, Part[]>>();
  const keyOf = (part: Part) => {
    const group = groups.get(part);
    return [group?.code ?? '~', group?.village ?? ''].join('\n');
  };
  for (const part of parts) {
    const township = groups.get(part)?.township ?? '';
    const villages = townships.get(township) ?? new Map<string, Part[]>();
    townships.set(township, villages);
    villages.set(keyOf(part), [...(villages.get(keyOf(part)) ?? []), part]);
  }
  return [...townships]
    .sort(([left], [right]) => inOrder(left, right))
    .map(([township, villages]) => ({
      township: township === '' ? undefined : township,
      villages: [...villages]
        .sort(([left], [right]) => inOrder(left, right))
        .map(([, own]) => ({
          village: groups.get(own[0])?.village ?? '',
          parts: own.sort((left, right) => inOrder(left.file.workbook, right.file.workbook)),
        })),
    }));
}

/** Under which village an entry is counted, told by the part it fell to. */
function villageOfEntries(verdicts: readonly PartVerdict[]): VillageOf {
  const owners = new Map<Ledger, ({ readonly village: string; readonly township?: string } | undefined)[]>();
  const groups = villageGroups(verdicts.map(({ part }) => part));
  for (const { part } of verdicts) {
    const { village, township } = groups.get(part) ?? { village: part.village };
    const owner = { village: village || '（没有写村名）', ...(township !== undefined && { township }) };
    for (const { returned, entries } of part.pieces) {
      const list = owners.get(returned.ledger) ?? [];
      owners.set(returned.ledger, list);
      for (const entry of entries) list[entry] = owner;
    }
  }
  return (ledger, entry) => owners.get(ledger)?.[entry] ?? { village: '（没有写村名）' };
}

function fileVerdict(
  file: ReturnedFile,
  verdicts: readonly PartVerdict[],
  remarks: ReadonlyMap<Part, readonly string[]>,
): FileVerdict {
  const { workbook } = file;
  const nothing = { workbook, verdict: 'set-aside', taken: 0, setAside: 0 } as const;
  if (!isRead(file)) return { ...nothing, reason: 'unreadable', sentences: [file.unread], sheetsNotRead: [] };
  const { sheetsNotRead } = file;
  if (file.ledgers.length === 0)
    return {
      ...nothing,
      reason: 'not-ledger',
      sentences: ['文件里没有找到台账，请确认交来的是不是台账。'],
      sheetsNotRead,
    };
  const own = verdicts.filter(({ part }) => part.file === file);
  if (own.length === 0)
    return { ...nothing, reason: 'empty', sentences: ['台账里一户也没有填，请填好后再交。'], sheetsNotRead };
  const [first] = own.filter(({ setAside }) => setAside);
  const count = (isTaken: boolean) =>
    own.reduce((sum, { part, setAside }) => sum + ((setAside === undefined) === isTaken ? countOf(part) : 0), 0);
  const takenParts = own.filter(({ setAside }) => !setAside).map(({ part }) => part);
  const sentences = [
    ...new Set(own.flatMap(({ setAside }) => (setAside ? [setAside.sentence] : []))),
    ...(file.seal ? [sealSentence(file.seal)] : []),
    ...file.remarks,
    ...(takenParts.length > 0 ? unitSentences(file.ledgers.map(({ ledger }) => ledger)) : []),
    ...takenParts.flatMap((part) => [...part.remarks, ...(remarks.get(part) ?? [])]),
  ];
  const isQuiet = sentences.length === 0 || (sentences.length === 1 && file.seal?.state === 'unchanged');
  return {
    workbook,
    verdict: takenParts.length === 0 ? 'set-aside' : isQuiet ? 'taken' : 'taken-with-remarks',
    ...(takenParts.length === 0 && first?.setAside && { reason: first.setAside.reason }),
    sentences,
    taken: count(true),
    setAside: count(false),
    sheetsNotRead,
  };
}

/** What was brought to one unit, said once per column. */
function unitSentences(ledgers: readonly Ledger[]): readonly string[] {
  const said = ledgers.flatMap((ledger) =>
    Object.values(ledger.columns).flatMap(({ heading, unit }) => {
      if (unit === '万元') return [`“${heading}”以万元填报，已换算成元。`];
      return unit !== undefined && unit !== '公斤' && kilogramsOf(unit) !== undefined
        ? [`“${heading}”以${unit}填报，已换算成公斤。`]
        : [];
    }),
  );
  return [...new Set(said)];
}

/** The ledgers of a part; where it took only some rows of a sheet, a ledger of these rows without its totals. */
function ledgersOf(part: Part): readonly Ledger[] {
  return part.pieces.map(({ returned: { ledger }, entries }) =>
    entries.length === ledger.rows.length ? ledger : rowsOf(ledger, entries),
  );
}

function rowsOf(ledger: Ledger, entries: readonly number[]): Ledger {
  const place = new Map(entries.map((entry, index) => [entry, index]));
  const columns = Object.fromEntries(
    Object.entries(ledger.columns).map(([field, column]) => {
      const formulas = new Set([...(column.formulas ?? [])].flatMap((entry) => place.get(entry) ?? []));
      const { formulas: _, ...rest } = column;
      return [
        field,
        {
          ...rest,
          typed: entries.map((entry) => column.typed[entry]),
          values: entries.map((entry) => column.values[entry]),
          ...(formulas.size > 0 && { formulas }),
        },
      ];
    }),
  ) as Ledger['columns'];
  return {
    ...ledger,
    rows: entries.map((entry) => ledger.rows[entry]),
    columns,
    totals: [],
    hiddenEntries: ledger.hiddenEntries.flatMap((entry) => place.get(entry) ?? []),
  };
}
