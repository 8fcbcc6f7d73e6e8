import { recordSheet } from '../core/decisions/record-sheet';
import { checks } from '../core/checks';
import { removeJournals } from '../core/journal/apart-from-journal';
import { sealHeading, sealLines } from '../core/merge/seal';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { WorkbookChange } from '../core/workbook/change';
import type { PlanRow, SheetPlan } from '../core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { findingKinds, type CheckReport } from './check-workbooks';

export interface Submission {
  readonly changes: readonly WorkbookChange[];
  /** How many findings stand, and how many of them bear a decision. */
  readonly found: number;
  readonly explained: number;
}

/**
 * 报送: the changes that write 核查记录 with a seal under it: who checked when, by which scheme and checks, what was found and
 * explained, and the print of the ledgers' contents, so that the bureau can tell offline whether anything was changed since.
 * 操作记录 holds what was typed before, numbers included, and is taken out.
 */
export function submitLedger(workbook: WorkbookSnapshot, report: CheckReport, by: string, today: IsoDate): Submission {
  const isHere = (finding: Finding) => finding.at[0].workbook === workbook.name;
  const settled = report.decided.map(({ finding }) => finding).filter(isHere);
  const findings = [...report.findings.filter(isHere), ...settled];
  const explained = settled.length;
  const skipped = new Set(report.notChecked.filter(({ sheet }) => sheet === undefined).map(({ check }) => check));
  const lines = sealLines(report.ledgers, {
    by,
    on: today,
    scheme: report.scheme.scheme.title,
    checks: checks.filter(({ id }) => !skipped.has(id)).map(({ title }) => title),
    notChecked: report.notChecked.length,
    found: report.summary,
    explained,
  });
  const plan = recordSheet(findings, findingKinds, today, workbook, report.ledgers);
  const changes: readonly WorkbookChange[] = [
    { kind: 'put-sheet', plan: sealed(plan, lines) },
    ...removeJournals(workbook),
  ];
  return { changes, found: findings.length, explained };
}

/** The record with the seal under it: names in the second column, texts from the third on. */
function sealed(plan: SheetPlan, { stated, prints }: ReturnType<typeof sealLines>): SheetPlan {
  const width = plan.columnWidths.length;
  const line = ({ name, text }: { readonly name: string; readonly text: string }, style: string): PlanRow => ({
    cells: [{ value: null }, { value: name, style: 'line' }, { value: text, style }],
  });
  const top = plan.rows.length + 2;
  return {
    ...plan,
    rows: [
      ...plan.rows,
      { cells: [] },
      { cells: [{ value: sealHeading, style: 'sealTitle' }] },
      ...stated.map((each) => line(each, 'sealed')),
      ...prints.map((each) => line(each, 'print')),
    ],
    merges: [
      ...plan.merges,
      ...stated.map((_, index) => ({ top: top + index + 1, bottom: top + index + 1, left: 3, right: width })),
    ],
    styles: {
      ...plan.styles,
      sealTitle: { font: '黑体', size: 12, vertical: 'center' },
      sealed: { font: '宋体', size: 10, vertical: 'center', wrap: true, numberFormat: '@' },
      print: { font: 'Consolas', size: 7, color: '#808080', numberFormat: '@' },
    },
  };
}
