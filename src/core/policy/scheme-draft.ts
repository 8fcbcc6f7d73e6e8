import { numberInLine, startInLine } from './line-values';
import type { SchemeLine } from './scheme-lines';
import { everyone } from './scheme-parameters';

/** Something wrong in a line: its place in the list (-1: a line is missing), which of its cells, and one Chinese sentence. */
export interface LineProblem {
  readonly line: number;
  readonly part: keyof SchemeLine;
  readonly sentence: string;
}

/** A place in a scheme, from the root down. */
export type Path = readonly (string | number)[];

/** A scheme while it is put together from lines; guarded by the schema only when it is whole. */
export interface Draft {
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

/** Puts a part into the draft and remembers which line it came from. */
export function put({ root, origins }: Draft, path: Path, value: unknown, line: number): void {
  let node: Record<string | number, unknown> = root;
  path.slice(0, -1).forEach((key, depth) => {
    node = (node[key] ??= typeof path[depth + 1] === 'number' ? [] : {}) as Record<string | number, unknown>;
  });
  node[path[path.length - 1]] = value;
  origins.push({ path: path.join('/'), line });
}

/** The place of one among a list, by what it is about; a new one at the end. */
export function placeIn({ keys }: Draft, list: Path, about: string): number {
  const key = `${list.join('/')}\n${about}`;
  if (!keys.has(key)) {
    const count = [...keys.keys()].filter((other) => other.startsWith(`${list.join('/')}\n`)).length;
    keys.set(key, count);
  }
  return keys.get(key) ?? 0;
}

/** The ruling that a line belongs to, by its start date. */
export function ruling(draft: Draft, line: SchemeLine, index: number): Path {
  const from = startInLine(line.from, draft.date1904);
  if (from === undefined) {
    draft.problems.push({ line: index, part: 'from', sentence: '起始日期认不出来，请写成 2026-01-01 的样子。' });
  }
  const place = ['rulings', placeIn(draft, ['rulings'], from ?? '')];
  if (from) put(draft, [...place, 'from'], from, index);
  else if (at(draft.root, place) === undefined) (draft.root.rulings as unknown[])[Number(place[1])] = {};
  return place;
}

/** The place in a list of classes or types that the line's 对象 names. */
export function grouped(draft: Draft, list: Path, line: SchemeLine, index: number): Path {
  const name = line.subject.trim();
  const isEveryone = name === '' || name === everyone;
  const place = [...list, placeIn(draft, list, isEveryone ? '' : name)];
  if (!isEveryone && at(draft.root, place) === undefined) put(draft, [...place, 'group'], { name }, index);
  return place;
}

/** The notice of the level that the line's 对象 names. */
export function notice(draft: Draft, line: SchemeLine, index: number): Path {
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

/** The holidays of the year that the line's 对象 names. */
export function year(draft: Draft, line: SchemeLine, index: number): Path {
  const place = ['holidays', placeIn(draft, ['holidays'], line.subject.trim())];
  if (at(draft.root, place) === undefined) {
    put(draft, [...place, 'year'], numberInLine(line.subject), index);
    put(draft, [...place, 'worked'], [], index);
    put(draft, [...place, 'source'], line.source, index);
  }
  return place;
}

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], root);

/** What a sentence calls the line. */
export const nameOf = ({ word, subject }: SchemeLine): string =>
  subject.trim() === '' ? word.trim() : `${word.trim()}（${subject.trim()}）`;
