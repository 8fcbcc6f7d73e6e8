import { maskNumbers } from '../core/decisions/mask-numbers';
import { removeJournals } from '../core/journal/apart-from-journal';
import { marksFor } from '../core/marks/marks-for';
import { askedBefore, returnHeading, returnSheet, type ReturnItem } from '../core/merge/return-sheet';
import type { IsoDate } from '../core/ledger/dates';
import type { WorkbookChange } from '../core/workbook/change';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { findingKinds, sentenceOf } from './check-workbooks';
import type { MergeFinding } from './merge-findings';

export interface ReturnPlan {
  readonly changes: readonly WorkbookChange[];
  readonly items: number;
}

/**
 * 退回修改: the changes that turn a returned workbook into the one that goes back to its village: marks over the cells, and a
 * list of what to mend, why and how. What a person decided is not asked again. 操作记录 does not go along.
 */
export function returnToVillage(
  workbook: WorkbookSnapshot,
  findings: readonly MergeFinding[],
  today: IsoDate,
): ReturnPlan {
  const own = findings.filter(({ finding, decision }) => finding.at[0].workbook === workbook.name && !decision);
  const before = workbook.sheets.flatMap(({ rows }) => askedBefore(rows));
  const plan = returnSheet(own.map(itemOf), before, today);
  const name = workbook.sheets.find(({ rows }) => rows[0]?.[0] === returnHeading)?.name ?? plan.name;
  return {
    items: own.length,
    changes: [
      ...marksFor(
        own.map(({ finding }) => finding),
        workbook,
      ),
      { kind: 'put-sheet', plan: { ...plan, name } },
      ...removeJournals(workbook),
    ],
  };
}

const levels = { error: '错误', warning: '疑点', note: '提示' } as const;

/** A sentence says what is wrong and, behind 请, what to do. */
function itemOf({ finding, key, name }: MergeFinding): ReturnItem {
  const [at, ...others] = finding.at;
  const sentence = maskNumbers(sentenceOf(finding));
  const split = sentence.lastIndexOf('，请');
  const elsewhere = [
    ...new Set(others.filter(({ workbook }) => workbook !== at.workbook).map(({ workbook }) => workbook)),
  ];
  const what = split < 0 ? sentence : `${sentence.slice(0, split)}。`;
  return {
    sheet: at.sheet,
    row: at.row,
    column: at.column,
    name: name ?? '',
    severity: levels[finding.severity],
    what: elsewhere.length > 0 ? `${what}（还涉及“${elsewhere.join('”、“')}”）` : what,
    how: split < 0 ? '请核对后改正。' : sentence.slice(split + 1),
    why: findingKinds.get(finding.kind)?.why ?? '',
    key,
  };
}
