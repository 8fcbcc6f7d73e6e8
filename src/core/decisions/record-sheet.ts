import { describe } from '../findings/describe';
import type { Finding, FindingKind, Severity } from '../findings/finding';
import { severityWords } from '../findings/severity-words';
import { formatDate, type IsoDate } from '../ledger/dates';
import type { Ledger } from '../ledger/ledger';
import { a1, type CellValue } from '../workbook/cell';
import { finish, type Step } from '../workbook/port';
import type { PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { heightOfLines, lineCount } from '../workbook/text-measure';
import { isRecordSheet, readDecisions, type Decision } from './decisions';
import { findingKeysInSteps, subjectPart } from './finding-keys';
import { maskNumbers } from './mask-numbers';
import { decisionWords, recordColumns, recordHeading } from './record-columns';

export { holdsDecision, isRecordSheet, readDecisions } from './decisions';
export { recordHeading } from './record-columns';

/**
 * The sheet 核查记录 of one workbook: a row for each finding, with room for what a person decides about it. Decisions that
 * already stand in the workbook stay with their findings; those whose finding is gone, or whose facts have changed, follow
 * in a second block. No identity number, account or phone is written in full.
 */
export const recordSheet = (...given: Parameters<typeof recordSheetInSteps>): SheetPlan =>
  finish(recordSheetInSteps(...given));

/**
 * The same in steps, for whoever must not be held up by ten thousand findings. `earlier` are decisions of another record, such
 * as that of the batch before: they hold where this workbook's own says nothing of the finding.
 */
export function* recordSheetInSteps(
  findings: readonly Finding[],
  kinds: ReadonlyMap<string, FindingKind>,
  today: IsoDate,
  workbook: WorkbookSnapshot,
  ledgers: readonly Ledger[],
  earlier: readonly Decision[] = [],
): Generator<Step, SheetPlan> {
  const before = workbook.sheets.find(isRecordSheet);
  const own = before ? readDecisions(before) : [];
  const byKey = new Map([...earlier, ...own].map((decision) => [decision.key, decision]));
  const keys = yield* findingKeysInSteps(findings, ledgers);
  const rows: PlanRow[] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % findingsAtOnce === findingsAtOnce - 1)
      yield { doing: '正在整理清单', done: index, total: findings.length };
    const { name, key } = keys[index];
    rows.push(rowOf(finding, index, kinds, name, key, byKey.get(key)));
  }
  const standing = new Set(keys.map(({ key }) => key));
  const subjects = new Set(keys.map(({ key }) => subjectPart(key)));
  const ownKeys = new Set(own.map(({ key }) => key));
  const left = [
    ...own.filter(({ key }) => !standing.has(key)),
    // What was decided about people who are not in this workbook is no business of it.
    ...earlier.filter(({ key }) => !standing.has(key) && !ownKeys.has(key) && subjects.has(subjectPart(key))),
  ];
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = `错误 ${count('error')} 项，疑点 ${count('warning')} 项，提示 ${count('note')} 项`;
  return {
    name: before?.name ?? freeName(workbook),
    heading: recordHeading,
    columnWidths: recordColumns.map(({ width }) => width),
    rows: [
      line(recordHeading, 'title'),
      line(`核查日期：${formatDate(today)}；共 ${findings.length} 项：${counts}。`),
      line('请在“处理”栏选择结果并写明理由，再次核查时随问题保留；“标识”栏供程序辨认同一问题，请勿改动。'),
      { height: leastHeight, cells: recordColumns.map(({ heading }) => ({ value: heading, style: 'heading' })) },
      ...(rows.length > 0 ? rows : [line('本次核查没有发现问题。')]),
      ...(left.length > 0 ? [line('以下问题已有处理结果，本次核查中已不再出现，或内容已变、需要重新处理。')] : []),
      ...left.map((decision, index) => keptRow(decision, index, subjects.has(subjectPart(decision.key)))),
    ],
    merges: [1, 2, 3].map((row) => ({ top: row, bottom: row, left: 1, right: recordColumns.length })),
    styles,
    frozen: { rows: headingRow, columns: 0 },
    ...(rows.length > 0 && { lists: [{ area: decisionArea(rows.length), choices: decisionWords }] }),
    page: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: { from: headingRow, to: headingRow },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

const headingRow = 4;
/** A finding is a sentence and a row of cells; so many are a few milliseconds' work. */
const findingsAtOnce = 256;

function rowOf(
  finding: Finding,
  index: number,
  kinds: ReadonlyMap<string, FindingKind>,
  name: string | undefined,
  key: string,
  decided: Decision | undefined,
): PlanRow {
  const kind = kinds.get(finding.kind);
  const [at] = finding.at;
  return rowOfValues([
    index + 1,
    at.sheet,
    a1(at.row, at.column),
    name ?? null,
    severityWords[finding.severity],
    kind?.title ?? null,
    maskNumbers(describe(finding, kinds)),
    kind?.why ?? null,
    kind?.source ?? null,
    decided?.decision || null,
    decided?.reason || null,
    decided?.by || null,
    decided?.on ?? null,
    key,
  ]);
}

/** A decision without its finding: the row as it stood, and in place of the level what has become of it. */
function keptRow({ row }: Decision, index: number, factsChanged: boolean): PlanRow {
  const values = recordColumns.map(({ heading }, column): CellValue => {
    if (heading === '序号') return index + 1;
    if (heading === '级别') return factsChanged ? '内容已变' : '已不再出现';
    return row[column];
  });
  return rowOfValues(values);
}

/** Programs that print without having shown the sheet do not fit a row to its text, so its height is said. */
const rowOfValues = (values: readonly CellValue[]): PlanRow => {
  const cells = values.map((value, column) => ({ value, style: styleOf(value, column) }));
  const heights = cells.map(({ value, style }, column) => {
    const size = styles[style].size ?? textSize;
    const text = typeof value === 'string' ? value : '';
    return heightOfLines(lineCount(text, recordColumns[column].width, size), size);
  });
  return { height: Math.max(leastHeight, ...heights), cells };
};

const line = (text: string, style = 'line'): PlanRow => ({
  height: style === 'title' ? 28 : heightOfLines(1, textSize),
  cells: [{ value: text, style }],
});

function styleOf(value: CellValue, column: number): string {
  if (typeof value === 'number') return column === 0 ? 'number' : 'date';
  return recordColumns[column].heading === '标识' ? 'key' : 'text';
}

const decisionArea = (rows: number) => {
  const column = recordColumns.findIndex(({ heading }) => heading === '处理') + 1;
  return { top: headingRow + 1, bottom: headingRow + rows, left: column, right: column };
};

/** Another person's sheet of that name is left alone. */
function freeName(workbook: WorkbookSnapshot): string {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? '核查记录' : `核查记录${number}`;
    if (!taken.has(name)) return name;
  }
}

const textSize = 10;
/** Two lines: room for a reason of some length to be written by hand. */
const leastHeight = heightOfLines(2, textSize);

const cell: PlanStyle = { font: '宋体', size: textSize, border: true, vertical: 'center', wrap: true };
const styles: Readonly<Record<string, PlanStyle>> = {
  title: { font: '黑体', size: 16, horizontal: 'center', vertical: 'center' },
  line: { font: '宋体', size: textSize, vertical: 'center' },
  heading: { ...cell, font: '黑体', horizontal: 'center' },
  text: { ...cell, numberFormat: '@' },
  key: { ...cell, size: 6, color: '#808080', numberFormat: '@' },
  number: { ...cell, horizontal: 'center', numberFormat: '0' },
  date: { ...cell, numberFormat: 'yyyy-mm-dd' },
};
