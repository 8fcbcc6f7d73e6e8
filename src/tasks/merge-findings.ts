import { findingKeys } from '../core/decisions/finding-keys';
import type { Decision } from '../core/decisions/decisions';
import type { Finding } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import type { Merge } from '../core/merge/merge-returned';
import { mendedCount } from '../core/merge/return-sheet';
import type { Returned } from './read-returned';

/** A finding with what a person decided about it in the workbook it lies in. */
export interface MergeFinding {
  readonly finding: Finding;
  readonly key: string;
  readonly name?: string;
  readonly decision?: Decision;
}

/** Whether a cell lies in a merged row, or outside any row of its sheet (a heading): both concern what was merged. */
export function rowsMerged(ledgers: readonly Ledger[]): (at: Finding['at'][0]) => boolean {
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
export function withDecisions(
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

/** The verdicts with what became of a list that went back with the file. */
export function withMended(
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
