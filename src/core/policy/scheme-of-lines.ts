import { readScheme, type SchemeProblem } from './read-scheme';
import type { Scheme } from './scheme';
import { dayInLine, numberInLine, rangeInLine, startInLine, wordsInLine, yesNoInLine } from './line-values';
import type { SchemeLine } from './scheme-lines';
import {
  classParameters,
  everyone,
  groupColumnWords,
  inKindParameters,
  pieceParameters,
  shapeWords,
  singleParameters,
  specialWords,
  type LineParameter,
} from './scheme-parameters';

/** Something wrong in a line: its place in the list (-1: a line is missing), which of its cells, and one Chinese sentence. */
export interface LineProblem {
  readonly line: number;
  readonly part: keyof SchemeLine;
  readonly sentence: string;
}

export type LinesRead = { readonly scheme: Scheme } | { readonly problems: readonly LineProblem[] };

/** Reads the lines of the sheet 救助标准, as typed, through the same schema as every other scheme. Lines without a word are skipped. */
export function schemeOfLines(lines: readonly SchemeLine[], date1904 = false): LinesRead {
  const draft: Draft = {
    root: { id: 'own', rulings: [] },
    keys: new Map(),
    origins: [],
    problems: [],
    groups: new Map(),
    date1904,
  };
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    const word = line.word.trim();
    if (word === '') return;
    const key = [word, line.subject.trim(), String(line.from).trim()].join('\n');
    const take = takers.get(word);
    if (!take)
      draft.problems.push({ line: index, part: 'word', sentence: `不认识参数“${word}”，请从参数清单中选择。` });
    else if (seen.has(key))
      draft.problems.push({ line: index, part: 'word', sentence: `“${nameOf(line)}”写了两次，请只留一行。` });
    else take(draft, line, index);
    seen.add(key);
  });
  describeGroups(draft);
  const read = readScheme(draft.root);
  const found = 'problems' in read ? read.problems.map((problem) => placed(draft, lines, problem)) : [];
  // Lines that could not be read are not missing.
  const problems = [...draft.problems, ...(draft.problems.length > 0 ? found.filter(({ line }) => line >= 0) : found)];
  return problems.length > 0 || 'problems' in read ? { problems } : read;
}

type Path = readonly (string | number)[];

interface Draft {
  readonly root: Record<string, unknown>;
  /** Places in lists by what they are about, such as the class of a name. */
  readonly keys: Map<string, number>;
  /** Which line each part came from. */
  readonly origins: { readonly path: string; readonly line: number }[];
  readonly problems: LineProblem[];
  /** Columns and other words of groups, by ruling and name. */
  readonly groups: Map<string, unknown>;
  readonly date1904: boolean;
}

type Take = (draft: Draft, line: SchemeLine, index: number) => void;

const takers: ReadonlyMap<string, Take> = new Map<string, Take>([
  ...(['id', 'title', 'place', 'season', 'document'] as const).map((key): [string, Take] => [
    specialWords[key],
    (draft, line, index) => put(draft, [key], String(line.value), index),
  ]),
  ...singleParameters.map((one): [string, Take] => [
    one.word,
    (draft, line, index) =>
      put(draft, [...ruling(draft, line, index), ...one.path], figure(draft, one, line, index), index),
  ]),
  ...classParameters.map((one): [string, Take] => [
    one.word,
    (draft, line, index) => {
      const place = grouped(draft, [...ruling(draft, line, index), 'standard', 'classes'], line, index);
      put(draft, [...place, ...one.path], figure(draft, one, line, index), index);
    },
  ]),
  ...inKindParameters.map((one): [string, Take] => [
    one.word,
    (draft, line, index) => {
      const place = grouped(draft, [...ruling(draft, line, index), 'inKind'], line, index);
      put(draft, [...place, ...one.path], figure(draft, one, line, index), index);
    },
  ]),
  ...pieceParameters.map(({ word, good, figure: key }): [string, Take] => [
    word,
    (draft, line, index) => {
      const place = [...grouped(draft, [...ruling(draft, line, index), 'inKind'], line, index), good];
      put(draft, [...place, 'per'], line.unit.includes('人') ? '每人' : '每户', index);
      put(draft, [...place, key], figure(draft, { word, path: [], measure: 'range' }, line, index), index);
    },
  ]),
  [
    specialWords.shape,
    (draft, line, index) => {
      const typed = String(line.value).trim();
      const shape = Object.entries(shapeWords).find(([, word]) => word === typed)?.[0] ?? typed;
      put(draft, [...ruling(draft, line, index), 'standard', 'shape'], shape, index);
    },
  ],
  [
    specialWords.topUp,
    (draft, line, index) => {
      const groups = wordsInLine(line.value).map((name) => ({ name }));
      put(draft, [...ruling(draft, line, index), 'standard', 'topUp'], { value: groups, source: line.source }, index);
    },
  ],
  [specialWords.also, (draft, line, index) => defineGroup(draft, line, index, 'also', wordsInLine(line.value))],
  [
    specialWords.columns,
    (draft, line, index) => {
      const columns = Object.entries(groupColumnWords);
      const keys = wordsInLine(line.value).map((word) => columns.find(([, known]) => known === word)?.[0]);
      if (!keys.includes(undefined) && keys.length > 0) return defineGroup(draft, line, index, 'columns', keys);
      const words = Object.values(groupColumnWords).join('、');
      draft.problems.push({ line: index, part: 'value', sentence: `“类别所在列”只能填${words}，请改正。` });
    },
  ],
  [
    specialWords.notice,
    (draft, line, index) => {
      const place = notice(draft, line, index);
      const unit = line.unit.trim();
      put(
        draft,
        [...place, 'dayType'],
        unit === '工作日' || unit === '自然日' ? unit : unit === '个月' ? '自然日' : '未明确',
        index,
      );
      if (String(line.value).trim() !== '')
        put(draft, [...place, unit === '个月' ? 'months' : 'days'], numberInLine(line.value), index);
    },
  ],
  [
    specialWords.noticeFrom,
    (draft, line, index) => put(draft, [...notice(draft, line, index), 'from'], day(draft, line, index), index),
  ],
  [
    specialWords.noticeShows,
    (draft, line, index) => put(draft, [...notice(draft, line, index), 'shows'], wordsInLine(line.value), index),
  ],
  [
    specialWords.deadline,
    (draft, line, index) => {
      const list = [...ruling(draft, line, index), 'deadlines'];
      const place = [...list, placeIn(draft, list, line.subject.trim())];
      const date = String(line.value).trim() === '春节前' ? '春节前' : day(draft, line, index);
      put(draft, place, { what: line.subject.trim(), date, source: line.source }, index);
    },
  ],
  [
    specialWords.springFestival,
    (draft, line, index) => put(draft, [...year(draft, line, index), 'springFestival'], day(draft, line, index), index),
  ],
  [
    specialWords.worked,
    (draft, line, index) =>
      put(
        draft,
        [...year(draft, line, index), 'worked'],
        wordsInLine(line.value).map((text) => dayInLine(text) ?? text),
        index,
      ),
  ],
  [
    specialWords.off,
    (draft, line, index) => {
      const ranges = wordsInLine(line.value).map((text) =>
        text.split(/[—–~～至]+/).map((part) => dayInLine(part) ?? part),
      );
      put(
        draft,
        [...year(draft, line, index), 'off'],
        ranges.map(([first, last = first]) => [first, last]),
        index,
      );
    },
  ],
]);

/** Puts a part into the draft and remembers which line it came from. */
function put({ root, origins }: Draft, path: Path, value: unknown, line: number): void {
  let node: Record<string | number, unknown> = root;
  path.slice(0, -1).forEach((key, depth) => {
    node = (node[key] ??= typeof path[depth + 1] === 'number' ? [] : {}) as Record<string | number, unknown>;
  });
  node[path[path.length - 1]] = value;
  origins.push({ path: path.join('/'), line });
}

/** The place of one among a list, by what it is about; a new one at the end. */
function placeIn({ keys }: Draft, list: Path, about: string): number {
  const key = `${list.join('/')}\n${about}`;
  if (!keys.has(key)) {
    const count = [...keys.keys()].filter((other) => other.startsWith(`${list.join('/')}\n`)).length;
    keys.set(key, count);
  }
  return keys.get(key) ?? 0;
}

function ruling(draft: Draft, line: SchemeLine, index: number): Path {
  const from = startInLine(line.from, draft.date1904);
  if (from === undefined) {
    draft.problems.push({ line: index, part: 'from', sentence: '起始日期认不出来，请写成 2026-01-01 的样子。' });
  }
  const place = ['rulings', placeIn(draft, ['rulings'], from ?? '')];
  if (from) put(draft, [...place, 'from'], from, index);
  else put(draft, [...place], at(draft.root, place) ?? {}, index);
  return place;
}

function grouped(draft: Draft, list: Path, line: SchemeLine, index: number): Path {
  const name = line.subject.trim();
  const isEveryone = name === '' || name === everyone;
  const place = [...list, placeIn(draft, list, isEveryone ? '' : name)];
  if (!isEveryone && at(draft.root, place) === undefined) put(draft, [...place, 'group'], { name }, index);
  return place;
}

function notice(draft: Draft, line: SchemeLine, index: number): Path {
  const list = [...ruling(draft, line, index), 'notices'];
  const level = line.subject.trim();
  const place = [...list, placeIn(draft, list, level)];
  if (at(draft.root, place) === undefined) {
    put(draft, [...place, 'level'], level, index);
    put(draft, [...place, 'dayType'], '未明确', index);
    put(draft, [...place, 'source'], line.source, index);
  }
  return place;
}

function year(draft: Draft, line: SchemeLine, index: number): Path {
  const place = ['holidays', placeIn(draft, ['holidays'], line.subject.trim())];
  if (at(draft.root, place) === undefined) {
    put(draft, [...place, 'year'], numberInLine(line.subject), index);
    put(draft, [...place, 'worked'], [], index);
    put(draft, [...place, 'source'], line.source, index);
  }
  return place;
}

function figure(draft: Draft, { measure, word }: LineParameter, line: SchemeLine, index: number): unknown {
  const { value: typed, source } = line;
  if (measure === 'money') return { yuan: numberInLine(typed), source };
  if (measure === 'number') return { value: numberInLine(typed), source };
  if (measure === 'words') return { value: wordsInLine(typed), source };
  if (measure === 'yes-no') return { value: yesNoInLine(typed), source };
  if (measure === 'word') return { value: String(typed).trim(), source };
  const range = rangeInLine(typed);
  if (!range)
    draft.problems.push({ line: index, part: 'value', sentence: `“${word}”认不出来，请写成 3 或 4—6 的样子。` });
  return { value: range ?? { min: 0, max: 0 }, source };
}

function day(draft: Draft, line: SchemeLine, index: number): string {
  const read = dayInLine(line.value, draft.date1904);
  if (!read)
    draft.problems.push({
      line: index,
      part: 'value',
      sentence: `“${nameOf(line)}”的日期认不出来，请写成 1月8日 的样子。`,
    });
  return read ?? '01-01';
}

function defineGroup(draft: Draft, line: SchemeLine, index: number, key: 'also' | 'columns', value: unknown): void {
  const place = ruling(draft, line, index).join('/');
  draft.origins.push({ path: `groups/${place}/${line.subject.trim()}/${key}`, line: index });
  draft.groups.set(`${place}/${line.subject.trim()}/${key}`, value);
}

/** Gives every group of the draft its columns and other words; a group that says no columns is looked for in all three. */
function describeGroups(draft: Draft): void {
  const { groups } = draft;
  const rulings = (draft.root.rulings ?? []) as readonly Record<string, unknown>[];
  rulings.forEach((one, index) => {
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const group = node as { name?: string; columns?: unknown; also?: unknown };
      if (typeof group.name === 'string') {
        const key = `rulings/${index}/${group.name}`;
        group.columns = groups.get(`${key}/columns`) ?? Object.keys(groupColumnWords);
        if (groups.has(`${key}/also`)) group.also = groups.get(`${key}/also`);
      } else Object.values(node).forEach(visit);
    };
    visit([one.standard, one.inKind]);
  });
}

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], root);

/** The line that a problem of the schema came from. */
function placed(
  { origins }: Draft,
  lines: readonly SchemeLine[],
  { path, fault, sentence }: SchemeProblem,
): LineProblem {
  const isSource = path.at(-1) === 'source';
  const place = path.join('/');
  const origin =
    [...origins].reverse().find((one) => place === one.path || place.startsWith(`${one.path}/`)) ??
    origins.find((one) => one.path.startsWith(`${place}/`));
  if (!origin || origin.path.split('/').length < 2) return { line: -1, part: 'value', sentence };
  const line = lines[origin.line];
  return { line: origin.line, part: isSource ? 'source' : 'value', sentence: `“${nameOf(line)}”${fault}` };
}

const nameOf = ({ word, subject }: SchemeLine): string =>
  subject.trim() === '' ? word.trim() : `${word.trim()}（${subject.trim()}）`;
