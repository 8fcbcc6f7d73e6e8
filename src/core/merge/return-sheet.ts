import { formatDate, type IsoDate } from '../ledger/dates';
import { a1, type CellValue } from '../workbook/cell';
import type { SheetPlan } from '../workbook/sheet-plan';
import { listedSheet } from './listed-sheet';

/** One thing that a village is asked to mend. */
export interface ReturnItem {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly severity: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
  /** By which it is known again when the workbook comes back. */
  readonly key: string;
}

/** A thing asked before, as the list in the workbook has it. */
export interface AskedBefore {
  readonly key: string;
  /** The row of the list, by its headings. */
  readonly row: readonly CellValue[];
}

/** How many of the things asked before were mended, and how many were not. */
export interface MendedCount {
  readonly mended: number;
  readonly left: number;
}

/** The text of A1 by which the list is known again. */
export const returnHeading = '退回修改（冬春救助台账助手）';

/**
 * The sheet 退回修改 of one village's workbook: cell, what, why and how of each thing to mend. Things asked before (`before`)
 * say what has become of them: those no longer found were mended and follow at the end.
 */
export function returnSheet(items: readonly ReturnItem[], before: readonly AskedBefore[], today: IsoDate): SheetPlan {
  const asked = new Set(before.map(({ key }) => key));
  const subjects = new Set(before.map(({ key }) => subjectOf(key)));
  const found = new Set(items.map(({ key }) => key));
  const stillThere = new Set(items.map(({ key }) => subjectOf(key)));
  const stateOf = (key: string) =>
    asked.has(key)
      ? '上次已提出，还没有改'
      : subjects.has(subjectOf(key))
        ? '改过，仍需核对'
        : before.length > 0
          ? '这次新发现'
          : '待修改';
  const mended = before.filter(({ key }) => !found.has(key) && !stillThere.has(subjectOf(key)));
  const state = columns.indexOf('情况');
  const rows: CellValue[][] = [
    ...items.map(({ sheet, row, column, name, severity, what, how, why, key }, index) => [
      index + 1,
      sheet,
      a1(row, column),
      name,
      severity,
      what,
      how,
      why,
      stateOf(key),
      key,
    ]),
    ...mended.map(({ row }, index) =>
      row.map((value, column) => (column === 0 ? items.length + index + 1 : column === state ? '已改正' : value)),
    ),
  ];
  const counts = before.length > 0 ? `；上次提出 ${before.length} 处，已改正 ${mended.length} 处` : '';
  return listedSheet(
    '退回修改',
    [
      `核查日期：${formatDate(today)}；要修改 ${items.length} 处${counts}。`,
      '请按“单元格”找到位置，按“怎么改”修改原表后把整个文件交回；“标识”栏供核对是否改好，请勿改动。',
    ],
    [{ headings: columns, rows, none: '没有要修改的地方。' }],
    [5, 12, 8, 10, 6, 34, 34, 34, 14, 18],
  );
}

/** The things that a list in a workbook asked for; empty where the rows are no such list. */
export function askedBefore(rows: readonly (readonly CellValue[] | undefined)[]): readonly AskedBefore[] {
  if (rows[0]?.[0] !== returnHeading) return [];
  const head = rows.findIndex((row) => row?.includes('标识') && row.includes('怎么改'));
  if (head < 0) return [];
  const places = columns.map((name) => rows[head]?.indexOf(name) ?? -1);
  return rows.slice(head + 1).flatMap((row): AskedBefore[] => {
    const values = places.map((place) => row?.[place] ?? null);
    const key = values[columns.length - 1];
    return typeof key === 'string' && key.trim() !== '' ? [{ key: key.trim(), row: values }] : [];
  });
}

/** What of the list was mended, told by what is found now. What the list itself already calls mended is not counted again. */
export function mendedCount(before: readonly AskedBefore[], keysNow: readonly string[]): MendedCount {
  const now = new Set(keysNow.map(subjectOf));
  const open = before.filter(({ row }) => row[columns.indexOf('情况')] !== '已改正');
  const left = open.filter(({ key }) => now.has(subjectOf(key))).length;
  return { mended: open.length - left, left };
}

const columns: readonly string[] = [
  '序号',
  '工作表',
  '单元格',
  '姓名',
  '级别',
  '哪里不对',
  '怎么改',
  '为什么',
  '情况',
  '标识',
];

/** The part of a key that says whom and what it is about, whatever the facts. */
const subjectOf = (key: string): string => key.split('-')[0];
