import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { Form } from '../core/ledger/form';
import type { Ledger } from '../core/ledger/ledger';
import { mergeReturned, type Merge } from '../core/merge/merge-returned';
import { comparisonSheet, differenceSheet, originSheet, situationSheet } from '../core/merge/merge-sheets';
import { needAgainstPaid, type ListComparison } from '../core/merge/need-against-paid';
import type { Expectation } from '../core/merge/returned-file';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import { blankForm } from '../core/sheets/blank-form';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import { formById } from '../forms';
import { checkLedgers } from './check-ledgers';
import { sentenceOf } from './check-workbooks';
import { foundSheet } from './found-sheet';
import { mergedSummaries } from './merged-summaries';
import { rowsMerged, withDecisions, withMended, type MergeFinding } from './merge-findings';
import type { Returned } from './read-returned';
import { schemeInForce } from './scheme-in-force';

export interface MergeOptions {
  /** The scheme that the person chose; missing means the sheet 救助标准 of the first file that has one, or the default. */
  readonly scheme?: Scheme;
  readonly today: IsoDate;
  readonly expected: Expectation;
  /** The form that the merged ledger is written in. */
  readonly form: Form;
  /** The ledgers of the list of need, where what came back is to be held against it. */
  readonly need?: readonly Ledger[];
}

export interface MergeReport extends Merge {
  /** Of the normal checks over all ledgers merged, together. */
  readonly findings: readonly MergeFinding[];
  readonly comparison?: ListComparison;
  readonly scheme: Scheme;
  /** Chinese sentences about the checking as a whole. */
  readonly remarks: readonly string[];
  /** The sheets of the merged workbook, in their order. */
  readonly plans: readonly SheetPlan[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
    readonly explained: number;
  };
}

/** 汇总: one ledger out of what came back, checked as a whole, with the proof that nothing was lost. Nothing is written. */
export function* mergeReturns(returns: readonly Returned[], options: MergeOptions): Generator<Step, MergeReport> {
  const { today, expected, form } = options;
  const standards = returns
    .flatMap((each) => each.standards ?? [])
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const inForce = schemeInForce(standards, options.scheme);
  const merge = yield* mergeReturned({
    files: returns.map(({ file }) => file),
    expected,
    paper: { household: paperOf(form), person: paperOf(rosterForm()) },
  });
  const merged = new Set(merge.ledgers.map(({ workbook }) => workbook));
  const rows = rowsMerged(merge.ledgers);
  const ofReading = returns
    .filter(({ file }) => merged.has(file.workbook))
    .flatMap(({ findings }) => findings)
    .filter(({ at: [at] }) => rows(at));
  const checked = yield* checkLedgers(merge.ledgers, ofReading, inForce.scheme, today);
  const findings = yield* withDecisions(checked.findings, merge.ledgers, returns);
  const verdicts = withMended(merge.verdicts, findings, returns);
  yield otherSheets;
  const comparison = options.need && needAgainstPaid(options.need, merge.ledgers);
  const open = findings.filter(({ decision }) => !decision);
  const count = (severity: Finding['severity']) => open.filter(({ finding }) => finding.severity === severity).length;
  const skipped = new Set(checked.notChecked.map(({ check }) => check)).size;
  const summaries = yield* mergedSummaries(merge, policyOn(inForce.scheme, today), today, count('error'));
  const remarks = [
    `核对按“${inForce.scheme.title}”进行。`,
    ...inForce.remarks,
    ...inForce.findings.map(sentenceOf),
    ...(skipped > 0 ? [`有 ${skipped} 项检查因缺少栏目、标准或名单，没有在所有台账上核对。`] : []),
    ...summaries.remarks,
  ];
  yield otherSheets;
  const origins = originSheet(merge.sheets.flatMap((sheet) => sheet.origins));
  yield otherSheets;
  return {
    ...merge,
    verdicts,
    scheme: inForce.scheme,
    remarks,
    findings,
    ...(comparison && { comparison }),
    summary: {
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      explained: findings.length - open.length,
    },
    plans: [
      ...merge.sheets.map(({ plan }) => plan),
      situationSheet(verdicts, merge.conservation, merge.missing, today, remarks),
      origins,
      ...summaries.plans,
      ...(merge.differences.length > 0 ? [differenceSheet(merge.differences)] : []),
      ...(findings.length > 0 ? [foundSheet(findings)] : []),
      ...(comparison ? [comparisonSheet(comparison)] : []),
    ],
  };
}

const otherSheets: Step = { doing: '写汇总的其他各表', done: 0, total: 0 };

function paperOf(form: Form) {
  return { form, blank: blankForm(form, 1)[0] };
}

function rosterForm(): Form {
  const roster = formById('member-roster');
  if (!roster) throw new Error('the roster of members is not on the shelf');
  return roster;
}
