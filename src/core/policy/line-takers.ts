import { dayInLine, numberInLine, rangeInLine, wordsInLine, yesNoInLine } from './line-values';
import { grouped, nameOf, notice, placeIn, put, ruling, year, type Draft } from './scheme-draft';
import type { SchemeLine } from './scheme-lines';
import {
  classParameters,
  groupColumnWords,
  inKindParameters,
  pieceParameters,
  shapeWords,
  singleParameters,
  specialWords,
  type LineParameter,
} from './scheme-parameters';

/** Puts what a line says into the draft. */
export type Take = (draft: Draft, line: SchemeLine, index: number) => void;

/** How a line is taken, by its word. */
export const takers: ReadonlyMap<string, Take> = new Map<string, Take>([
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
