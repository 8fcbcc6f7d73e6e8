import type { Group, Rulings, Scheme } from './scheme';
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

/** One line of the sheet 救助标准, left to right. */
export interface SchemeLine {
  readonly word: string;
  /** Class, type, level or step the line is about; empty where it is about all. */
  readonly subject: string;
  readonly value: string | number;
  readonly unit: string;
  readonly source: string;
  /** `2026-01-01` (a serial number where the program made one of it), or empty where it holds from the beginning. */
  readonly from: string | number;
}

/** The scheme as lines, to be read back by `schemeOfLines`. */
export function linesOfScheme(scheme: Scheme): readonly SchemeLine[] {
  const general = (['id', 'title', 'place', 'season', 'document'] as const).flatMap((key) => {
    const value = scheme[key];
    return value === undefined ? [] : [line(specialWords[key], '', value)];
  });
  const holidays = (scheme.holidays ?? []).flatMap(({ year, off, worked, springFestival, source }) => [
    line(
      specialWords.off,
      String(year),
      off.map(([first, last]) => `${dayWord(first)}—${dayWord(last)}`).join('、'),
      '',
      source,
    ),
    ...(worked.length > 0 ? [line(specialWords.worked, String(year), worked.map(dayWord).join('、'), '', source)] : []),
    line(specialWords.springFestival, String(year), dayWord(springFestival), '', source),
  ]);
  return [...general, ...scheme.rulings.flatMap(linesOfRulings), ...holidays];
}

/** `01-08` → `1月8日`. */
export const dayWord = (monthDay: string): string => monthDay.replace(/^0?(\d+)-0?(\d+)$/, '$1月$2日');

function linesOfRulings(rulings: Rulings): readonly SchemeLine[] {
  const { standard, inKind } = rulings;
  const lines: SchemeLine[] = [];
  const groups = new Map<string, Group>();
  const subjectOf = (group: Group | undefined): string => {
    if (!group) return everyone;
    groups.set(group.name, group);
    return group.name;
  };
  if (standard) lines.push(line(specialWords.shape, '', shapeWords[standard.shape]));
  if (standard && 'classes' in standard) {
    for (const one of standard.classes) lines.push(...figures(one, classParameters, subjectOf(one.group)));
  }
  if (standard?.shape === 'base-plus-top-up') {
    const names = standard.topUp.value.map((group) => subjectOf(group)).join('、');
    lines.push(line(specialWords.topUp, '', names, '', standard.topUp.source));
  }
  for (const type of inKind ?? []) {
    const subject = subjectOf(type.group);
    lines.push(...figures(type, inKindParameters, subject));
    for (const { word, good, figure, unit } of pieceParameters) {
      const given = type[good];
      if (!given) continue;
      const range = (figure in given ? given[figure as keyof typeof given] : undefined) as RangeRuling | undefined;
      if (range) lines.push(line(word, subject, rangeWord(range.value), `${unit}/${given.per.slice(1)}`, range.source));
    }
  }
  for (const group of groups.values()) {
    lines.push(
      line(specialWords.columns, group.name, group.columns.map((column) => groupColumnWords[column]).join('、')),
    );
    if (group.also) lines.push(line(specialWords.also, group.name, group.also.join('、')));
  }
  lines.push(...figures(rulings, singleParameters, ''));
  for (const { level, days, months, dayType, from, shows, source } of rulings.notices ?? []) {
    const unit = months !== undefined ? '个月' : dayType === '未明确' ? '天' : dayType;
    lines.push(line(specialWords.notice, level, months ?? days ?? '', unit, source));
    if (from) lines.push(line(specialWords.noticeFrom, level, dayWord(from), '', source));
    if (shows) lines.push(line(specialWords.noticeShows, level, shows.join('、'), '', source));
  }
  for (const { what, date, source } of rulings.deadlines ?? []) {
    lines.push(line(specialWords.deadline, what, dayWord(date), '', source));
  }
  return lines.map((one) => ({ ...one, from: rulings.from ?? '' }));
}

interface RangeRuling {
  readonly value: { readonly min: number; readonly max: number };
  readonly source: string;
}

function figures(part: object, parameters: readonly LineParameter[], subject: string): readonly SchemeLine[] {
  return parameters.flatMap(({ word, path, unit }) => {
    const figure = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], part);
    if (figure === undefined) return [];
    const { yuan, value, source } = figure as { yuan?: number; value?: unknown; source: string };
    return [line(word, subject, yuan ?? valueWord(value), unit ?? '', source)];
  });
}

function valueWord(value: unknown): string | number {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object' && value !== null) return rangeWord(value as RangeRuling['value']);
  return value as string | number;
}

const rangeWord = ({ min, max }: RangeRuling['value']): string | number => (min === max ? min : `${min}—${max}`);

const line = (word: string, subject: string, value: string | number, unit = '', source = ''): SchemeLine => ({
  word,
  subject,
  value,
  unit,
  source,
  from: '',
});
