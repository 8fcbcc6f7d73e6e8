import type { Decision } from '../core/decisions/decisions';
import { isRecordSheet, recordSheetInSteps } from '../core/decisions/record-sheet';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import { sealHeading, sealLinesIn, type SealLines } from '../core/merge/seal-lines';
import type { Step } from '../core/workbook/port';
import type { PlanRow, PlanStyle, SheetPlan } from '../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { heightOfLines, lineCount } from '../core/workbook/text-measure';
import { findingKinds, type CheckReport } from './check-workbooks';

/** The sheet 核查记录 as it would be drawn now: a row for each finding, the decisions that stand, and the seal there is. */
export function* recordPlan(
  workbook: WorkbookSnapshot,
  report: CheckReport,
  today: IsoDate,
  earlier: readonly Decision[] = [],
): Generator<Step, SheetPlan> {
  const plan = yield* recordWithoutSeal(workbook, report, today, earlier);
  // A seal says what stood there when it was given; whoever draws the record anew may neither mend nor lose it.
  const seal = sealLinesIn(workbook.sheets.find(isRecordSheet)?.rows ?? []);
  return seal ? withSeal(plan, seal) : plan;
}

/** The same for whoever seals anew. */
export function* recordWithoutSeal(
  workbook: WorkbookSnapshot,
  report: CheckReport,
  today: IsoDate,
  earlier: readonly Decision[] = [],
): Generator<Step, SheetPlan> {
  const { standing, settled } = findingsOf(workbook, report);
  return yield* recordSheetInSteps([...standing, ...settled], findingKinds, today, workbook, report.ledgers, earlier);
}

/** The findings that stand in the workbook, and those that a decision holds for. */
export function findingsOf(workbook: WorkbookSnapshot, report: CheckReport) {
  const isHere = (finding: Finding) => finding.at[0].workbook === workbook.name;
  return {
    standing: report.findings.filter(isHere),
    settled: report.decided.map(({ finding }) => finding).filter(isHere),
  };
}

/** The record with the seal under it: names in the second column, texts from the third on. */
export function withSeal(plan: SheetPlan, { stated, prints }: SealLines): SheetPlan {
  const room = plan.columnWidths.slice(2).reduce((sum, each) => sum + each, 0);
  const lines = [
    ...stated.map((each) => ({ ...each, style: 'sealed' })),
    // A line that ran out over the last column would make the whole sheet print smaller.
    ...prints.map((each) => ({ ...each, style: each.name === '栏目' ? 'columns' : 'print' })),
  ];
  const top = plan.rows.length + 3;
  return {
    ...plan,
    rows: [
      ...plan.rows,
      { cells: [] },
      { cells: [{ value: sealHeading, style: 'sealTitle' }] },
      ...lines.map(({ name, text, style }): PlanRow => {
        const { size, wrap } = sealStyles[style];
        return {
          ...(wrap && { height: heightOfLines(lineCount(text, room, size), size) }),
          cells: [{ value: null }, { value: name, style: 'line' }, { value: text, style }],
        };
      }),
    ],
    merges: [
      ...plan.merges,
      ...lines.flatMap(({ style }, index) =>
        sealStyles[style].wrap
          ? [{ top: top + index, bottom: top + index, left: 3, right: plan.columnWidths.length }]
          : [],
      ),
    ],
    styles: { ...plan.styles, ...sealStyles },
  };
}

const sealStyles: Readonly<Record<string, PlanStyle & { readonly size: number }>> = {
  sealTitle: { font: '黑体', size: 12, vertical: 'center' },
  sealed: { font: '宋体', size: 10, vertical: 'center', wrap: true, numberFormat: '@' },
  columns: { font: '宋体', size: 7, color: '#808080', vertical: 'center', wrap: true, numberFormat: '@' },
  print: { font: 'Consolas', size: 7, color: '#808080', numberFormat: '@' },
};
