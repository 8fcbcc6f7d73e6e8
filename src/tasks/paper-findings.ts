import type { Finding, FindingKind } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import { householdsOf, placeOf } from '../core/sheets/household';
import { isPrintedSheet, paperDifferences, type PaperDifference } from '../core/sheets/paper-rows';
import type { CellRef } from '../core/workbook/cell';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

/** What can be found about printed sheets that stand in the workbook of their ledger. */
export const paperKinds: readonly FindingKind[] = [
  {
    id: 'paper-differs',
    title: '表册与台账不一致',
    why: '公示、发放、审批的表必须与台账同数，台账改过以后，以前生成的表就不能再用。',
    source: '冬春救助工作通知：纸质版与电子版一致',
    severity: 'warning',
    messages: {
      figure: '{name}的{label}在这张表上是 {actual}，台账里是 {expected}，请核对后重新生成这张表。',
      gone: '台账里已经没有{name}这一户，请核对后重新生成这张表。',
      unprinted: '台账里的{name}没有列在这张表上，请核对后重新生成这张表。',
      edited: '这张表生成以后有的格被改动过，核对码已经对不上，请核对后重新生成这张表。',
    },
  },
];

/** Where printed sheets have parted from the ledgers of their own workbook, each at its cell in the sheet, the ledger's row second. */
export function* paperFindings(
  workbooks: readonly WorkbookSnapshot[],
  ledgers: readonly Ledger[],
): Generator<Step, readonly Finding[]> {
  const findings: Finding[] = [];
  for (const workbook of workbooks) {
    const sheets = workbook.sheets.filter(isPrintedSheet);
    const own = ledgers.filter((ledger) => ledger.workbook === workbook.name);
    if (sheets.length === 0 || !own.some(({ entryIs }) => entryIs === 'household')) continue;
    const households = householdsOf(own);
    for (const sheet of sheets) {
      for (const difference of yield* paperDifferences(sheet, households)) {
        findings.push(findingOf(workbook.name, sheet.name, difference));
      }
    }
  }
  return findings;
}

function findingOf(workbook: string, sheet: string, difference: PaperDifference): Finding {
  const at: CellRef = { workbook, sheet, row: difference.row, column: difference.column };
  const base = { kind: 'paper-differs', message: difference.kind, severity: 'warning' } as const;
  switch (difference.kind) {
    case 'figure':
      return {
        ...base,
        data: {
          name: difference.household.head,
          label: difference.heading,
          actual: difference.printed,
          expected: difference.inLedger,
        },
        at: [at, difference.household.at],
      };
    case 'gone':
      return { ...base, data: { name: difference.name }, at: [at] };
    case 'unprinted':
      return {
        ...base,
        data: { name: placeOf(difference.household) + difference.household.head },
        at: [at, difference.household.at],
      };
    case 'edited':
      return { ...base, data: {}, at: [at] };
  }
}
