import { maskNumbers } from '../core/decisions/mask-numbers';
import type { IsoDate } from '../core/ledger/dates';
import { fields, type FieldKey } from '../core/ledger/fields';
import { formatYuan, type Fen } from '../core/ledger/money';
import { seasonName, seasonOfDay } from '../core/ledger/season';
import type { ConservationLine } from '../core/merge/conservation';
import type { Figures } from '../core/merge/figures';
import { isOnlyDated, onlyDatedSentences, type Difference } from '../core/merge/differences';
import type { OwnTotal } from '../core/merge/own-totals';
import { needsNobody, reasonWords, verdictWords, type FileVerdict, type SetAsideReason } from '../core/merge/verdict';
import type { ListComparison } from '../core/merge/need-against-paid';
import { sealSentence, type SealCheck } from '../core/merge/verify-seal';
import { sheetLimits } from '../core/workbook/cell';
import type { MergeReport } from './merge-returned';
import type { Returned } from './read-returned';

/** True where a person has something to do: a file to ask for again or to choose, an error, a figure that does not add up. */
export const leavesWork = ({ summary, parts, verdicts, conservation }: MergeReport): boolean =>
  summary.error > 0 ||
  parts.some(({ setAside }) => setAside && !needsNobody(setAside.reason)) ||
  verdicts.some(({ reason }) => reason !== undefined && !needsNobody(reason)) ||
  [...conservation.lines, ...conservation.totals].some(({ holds }) => !holds) ||
  conservation.ownTotals.some(({ agrees }) => !agrees);

/** What a verdict is called. */
export const verdictOf = (verdict: FileVerdict['verdict']): string => verdictWords[verdict];
/** What a reason is called. */
export const reasonOf = (reason: SetAsideReason): string => reasonWords[reason];

/** The households to be listed one by one, and a sentence about those of which only the day of reporting differs, if any. */
export const toldDifferences = (differences: readonly Difference[]) => ({
  listed: differences.filter((each) => !isOnlyDated(each)),
  counted: onlyDatedSentences(differences),
});

/** One line for each household that the newer return has otherwise, and the sentence about the rest. */
export function differenceLines(differences: readonly Difference[]): readonly string[] {
  const { listed, counted } = toldDifferences(differences);
  return [...listed.map(describeDifference), ...counted];
}

/** One line for a household that the newer return has otherwise. */
export function describeDifference({ kind, village, name, changes, older, newer }: Difference): string {
  const place = newer ?? older;
  const where = place ? `（${place.workbook}第 ${place.row} 行）` : '';
  if (kind !== 'changed') return `${village}${name}${where}：${kind === 'added' ? '新增' : '减少'}`;
  return `${village}${name}${where}：${changes.map(({ field, from, to }) => `${fields[field].zh}由“${from}”改为“${to}”`).join('，')}`;
}

/** Why no merged workbook can be written, as one Chinese sentence; `undefined` where one can. */
export function whyNotWritten({ ledgers, verdicts, plans }: MergeReport): string | undefined {
  if (ledgers.length === 0) {
    const [first] = verdicts;
    return first
      ? `没有一份文件可以汇总，例如“${first.workbook}”：${first.sentences[0]}`
      : '没有文件可以汇总，请先选择文件。';
  }
  const tallest = Math.max(...plans.map(({ rows }) => rows.length));
  return tallest > sheetLimits.rows
    ? `汇总后有 ${tallest} 行，一张工作表最多放 ${sheetLimits.rows} 行，请分几次汇总。`
    : undefined;
}

/** What the seal of a file says of the file. */
export interface SealSaid extends Pick<SealCheck, 'state'> {
  readonly workbook: string;
  readonly sentence: string;
}

/** The files that bear a seal, and whether they are still what was checked. */
export const sealsOf = (returns: readonly Returned[]): readonly SealSaid[] =>
  returns.flatMap(({ file }) =>
    'seal' in file && file.seal
      ? [{ workbook: file.workbook, state: file.seal.state, sentence: sealSentence(file.seal) }]
      : [],
  );

/** The workbooks in which something is to be mended, by name. */
export const workbooksToReturn = ({ findings }: Pick<MergeReport, 'findings'>): readonly string[] =>
  [...new Set(findings.filter(({ decision }) => !decision).map(({ finding }) => finding.at[0].workbook))].sort();

/** The name of a workbook that goes back: its own, without folders and numbers of persons, different from those before it. */
export function returnName(workbook: string, saveName: string, before: readonly { readonly name: string }[]): string {
  const ending = /\.[^.]+$/.exec(saveName)?.[0].toLowerCase() ?? '.xlsx';
  const base = maskNumbers(workbook.replace(/(-退回修改(\(\d+\))?)?(\.[^./]+)?$/, '').replace(/[\\/:*?"<>|]+/g, '_'));
  const taken = new Set(before.map(({ name }) => name.toLowerCase()));
  let name = `${base}-退回修改${ending}`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-退回修改(${number})${ending}`;
  return name;
}

/** A figure of the conservation in words: what it counts, its unit, and how much there is of it. */
export interface FigureWords {
  readonly key: keyof Figures;
  readonly word: string;
  readonly show: (figure: number) => string;
}

/** What is counted of households or of persons. */
export const figureWords = (entryIs: ConservationLine['entryIs']): readonly FigureWords[] =>
  entryIs === 'person'
    ? [{ key: 'entries', word: '人数', show: String }]
    : [
        { key: 'entries', word: '户数', show: String },
        { key: 'people', word: '需救助人口', show: String },
        { key: 'money', word: '救助金额（元）', show: (fen) => formatYuan(fen as Fen) },
      ];

/** The winters that a person may ask for on this day: this one and the two before. */
export const seasonsOffered = (today: IsoDate): readonly number[] => {
  const now = seasonOfDay(today);
  return [now, now - 1, now - 2];
};

/** 2025 → `2025—2026年度`. */
export const seasonWords = seasonName;

/** What a file's own total row says otherwise than our count, figure by figure. */
export const ownTotalSentences = ({ stated, counted }: OwnTotal): readonly string[] =>
  figureWords('household').flatMap(({ key, word, show }) => {
    const said = stated[key];
    return said === undefined || said === counted[key]
      ? []
      : [`${word}写的是 ${show(said)}，数得 ${show(counted[key])}`];
  });

/** What a household that the newer return has otherwise is called. */
export const differenceWords = (kind: Difference['kind']): string =>
  ({ added: '新增', gone: '减少', changed: '改动' })[kind];

/** What a column is called. */
export const columnWords = (field: FieldKey): string => fields[field].zh;

/** The lists of a comparison of need and paid, each with its name and the sentence that says what it holds. */
export const comparisonLists = ({ notPaid, notListed, otherAmount }: ListComparison) =>
  [
    { title: '列入未发放', why: '在需救助名单里，发放台账里没有。', rows: notPaid },
    { title: '发放未列入', why: '在发放台账里，需救助名单里没有。', rows: notListed },
    { title: '金额不同', why: '两边都有，金额不一样。', rows: otherAmount },
  ] as const;

/** How many files there are and what became of them: every file is one or the other. */
export function countSentence(verdicts: readonly FileVerdict[]): string {
  const of = (verdict: FileVerdict['verdict']) => verdicts.filter((each) => each.verdict === verdict).length;
  const [plain, remarked, aside] = [of('taken'), of('taken-with-remarks'), of('set-aside')];
  const remarks = remarked > 0 ? `（其中 ${remarked} 份有说明）` : '';
  return `共 ${verdicts.length} 份文件 = 汇入 ${plain + remarked} 份${remarks} + 未汇入 ${aside} 份`;
}
