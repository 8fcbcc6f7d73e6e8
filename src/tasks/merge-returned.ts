import { findingKeys } from '../core/decisions/finding-keys';
import { isRecordSheet, readDecisions, type Decision } from '../core/decisions/decisions';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { Form } from '../core/ledger/form';
import type { Ledger } from '../core/ledger/ledger';
import { mergeReturned, type Merge } from '../core/merge/merge-returned';
import { comparisonSheet, differenceSheet, originSheet, situationSheet } from '../core/merge/merge-sheets';
import { needAgainstPaid, type ListComparison } from '../core/merge/need-against-paid';
import type { Difference } from '../core/merge/differences';
import { needsNobody, reasonWords, verdictWords, type FileVerdict, type SetAsideReason } from '../core/merge/verdict';
import { isTownship } from '../core/merge/village';
import { fields } from '../core/ledger/fields';
import { returnedFile } from '../core/merge/read-returned';
import { askedBefore, mendedCount, type AskedBefore } from '../core/merge/return-sheet';
import { type Expectation, type ReadFile, type UnreadFile } from '../core/merge/returned-file';
import type { Scheme } from '../core/policy/scheme';
import { readWorkbook } from '../core/read/read-workbook';
import { blankForm } from '../core/sheets/blank-form';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { formById, forms } from '../forms';
import { isSchemeSheet } from '../core/sheets/scheme-sheet';
import { checkLedgers } from './check-ledgers';
import { sentenceOf } from './check-workbooks';
import { foundSheet } from './found-sheet';
import { schemeInForce } from './scheme-in-force';

/** All that is kept of a returned workbook; the workbook itself can be forgotten. */
export interface Returned {
  readonly file: ReadFile | UnreadFile;
  /** Of reading only. */
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
  readonly asked: readonly AskedBefore[];
  /** The workbook with nothing but its sheet 救助标准, where it has one. */
  readonly standards?: WorkbookSnapshot;
}

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

/** A finding with what a person decided about it in the workbook it lies in. */
export interface MergeFinding {
  readonly finding: Finding;
  readonly key: string;
  readonly name?: string;
  readonly decision?: Decision;
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

/** Reads one returned workbook for merging. */
export function* readReturned(
  workbook: WorkbookSnapshot,
  outside: { readonly modifiedOn?: IsoDate; readonly folder?: string } = {},
): Generator<Step, Returned> {
  const read = yield* readWorkbook(workbook, forms);
  const record = workbook.sheets.find(isRecordSheet);
  const standards = workbook.sheets.find(isSchemeSheet);
  return {
    file: returnedFile(workbook, read, record?.name, outside),
    findings: read.findings,
    decisions: record ? readDecisions(record) : [],
    asked: workbook.sheets.flatMap(({ rows }) => askedBefore(rows)),
    ...(standards && { standards: { ...workbook, sheets: [standards] } }),
  };
}

/** A file that could not be opened, with the sentence that says why. */
export const unreadReturn = (workbook: string, unread: string): Returned => ({
  file: { workbook, unread },
  findings: [],
  decisions: [],
  asked: [],
});

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
  const findings = withDecisions(checked.findings, merge.ledgers, returns);
  const verdicts = withMended(merge.verdicts, findings, returns);
  const comparison = options.need && needAgainstPaid(options.need, merge.ledgers);
  const open = findings.filter(({ decision }) => !decision);
  const count = (severity: Finding['severity']) => open.filter(({ finding }) => finding.severity === severity).length;
  const skipped = new Set(checked.notChecked.map(({ check }) => check)).size;
  const remarks = [
    `核对按“${inForce.scheme.title}”进行。`,
    ...inForce.remarks,
    ...inForce.findings.map(sentenceOf),
    ...(skipped > 0 ? [`有 ${skipped} 项检查因缺少栏目、标准或名单，没有在所有台账上核对。`] : []),
  ];
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
      originSheet(merge.sheets.flatMap(({ origins }) => origins)),
      ...(merge.differences.length > 0 ? [differenceSheet(merge.differences)] : []),
      ...(findings.length > 0 ? [foundSheet(findings)] : []),
      ...(comparison ? [comparisonSheet(comparison)] : []),
    ],
  };
}

/** True where a person has something to do: a file to ask for again or to choose, an error, a figure that does not add up. */
export const leavesWork = ({ summary, parts, verdicts, conservation }: MergeReport): boolean =>
  summary.error > 0 ||
  parts.some(({ setAside }) => setAside && !needsNobody(setAside.reason)) ||
  verdicts.some(({ reason }) => reason !== undefined && !needsNobody(reason)) ||
  [...conservation.lines, ...conservation.totals].some(({ holds }) => !holds) ||
  conservation.ownTotals.some(({ agrees }) => !agrees);

/** True for a folder whose name is a township's: then its files are that township's. */
export const isTownshipFolder = isTownship;

export const verdictOf = (verdict: FileVerdict['verdict']): string => verdictWords[verdict];
export const reasonOf = (reason: SetAsideReason): string => reasonWords[reason];

/** One line for a household that the newer return has otherwise. */
export function describeDifference({ kind, village, name, changes, older, newer }: Difference): string {
  const place = newer ?? older;
  const where = place ? `（${place.workbook}第 ${place.row} 行）` : '';
  if (kind !== 'changed') return `${village}${name}${where}：${kind === 'added' ? '新增' : '减少'}`;
  return `${village}${name}${where}：${changes.map(({ field, from, to }) => `${fields[field].zh}由“${from}”改为“${to}”`).join('，')}`;
}

function paperOf(form: Form) {
  return { form, blank: blankForm(form, 1)[0] };
}

function rosterForm(): Form {
  const roster = formById('member-roster');
  if (!roster) throw new Error('the roster of members is not on the shelf');
  return roster;
}

/** Whether a cell lies in a merged row, or outside any row of its sheet (a heading): both concern what was merged. */
function rowsMerged(ledgers: readonly Ledger[]): (at: Finding['at'][0]) => boolean {
  const sheets = new Map<string, { readonly rows: Set<number>; top: number }>();
  for (const { workbook, sheet, rows, headingRows } of ledgers) {
    const key = `${workbook}\n${sheet}`;
    const known = sheets.get(key) ?? { rows: new Set(), top: headingRows.bottom };
    sheets.set(key, known);
    for (const row of rows) known.rows.add(row);
  }
  return ({ workbook, sheet, row }) => {
    const known = sheets.get(`${workbook}\n${sheet}`);
    return known !== undefined && (row <= known.top || known.rows.has(row));
  };
}

/** Decisions are kept file by file: a key counts equal findings within its own workbook. */
function withDecisions(
  findings: readonly Finding[],
  ledgers: readonly Ledger[],
  returns: readonly Returned[],
): readonly MergeFinding[] {
  const decisions = new Map(
    returns.map(({ file, decisions: own }) => [
      file.workbook,
      new Map(own.map((decision) => [decision.key, decision])),
    ]),
  );
  const byWorkbook = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byWorkbook.get(finding.at[0].workbook);
    if (own) own.push(finding);
    else byWorkbook.set(finding.at[0].workbook, [finding]);
  }
  const ledgersOf = new Map<string, Ledger[]>();
  for (const ledger of ledgers) ledgersOf.set(ledger.workbook, [...(ledgersOf.get(ledger.workbook) ?? []), ledger]);
  return [...byWorkbook].flatMap(([workbook, own]) => {
    const keys = findingKeys(own, ledgersOf.get(workbook) ?? []);
    return own.map((finding, index): MergeFinding => {
      const { key, name } = keys[index];
      const decision = decisions.get(workbook)?.get(key);
      return { finding, key, ...(name !== undefined && { name }), ...(decision && { decision }) };
    });
  });
}

function withMended(
  verdicts: Merge['verdicts'],
  findings: readonly MergeFinding[],
  returns: readonly Returned[],
): Merge['verdicts'] {
  const asked = new Map(
    returns.filter(({ asked: own }) => own.length > 0).map((each) => [each.file.workbook, each.asked]),
  );
  if (asked.size === 0) return verdicts;
  return verdicts.map((verdict) => {
    const before = asked.get(verdict.workbook);
    if (!before || verdict.verdict === 'set-aside') return verdict;
    const keys = findings.filter(({ finding }) => finding.at[0].workbook === verdict.workbook).map(({ key }) => key);
    const { mended, left } = mendedCount(before, keys);
    const sentence = `上次退回要改的 ${mended + left} 处，已改正 ${mended} 处${left > 0 ? `，还有 ${left} 处没有改好` : ''}。`;
    return { ...verdict, verdict: 'taken-with-remarks', sentences: [...verdict.sentences, sentence] };
  });
}
