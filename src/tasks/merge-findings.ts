import { findingKeysInSteps } from '../core/decisions/finding-keys';
import { isSettledBy } from '../core/decisions/decision-choices';
import type { Decision } from '../core/decisions/decisions';
import type { Finding } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import type { Merge } from '../core/merge/merge-returned';
import { mendedCount } from '../core/merge/return-sheet';
import type { Step } from '../core/workbook/port';
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

/**
 * The findings with what was decided about them in one of the workbooks concerned. A decision holds with a reason and while
 * its facts are the same; keys count equal findings within their own workbook, as the workbook's own record does.
 */
export function* withDecisions(
  findings: readonly Finding[],
  ledgers: readonly Ledger[],
  returns: readonly Returned[],
): Generator<Step, readonly MergeFinding[]> {
  const decisions = new Map(
    returns.map(({ file, decisions: own }) => [
      file.workbook,
      new Map(own.map((decision) => [decision.key, decision])),
    ]),
  );
  const byWorkbook = grouped(findings, ({ at: [at] }) => at.workbook);
  const ledgersOf = grouped(ledgers, ({ workbook }) => workbook);
  const found: MergeFinding[] = [];
  for (const own of byWorkbook.values()) {
    const concerned = new Set(own.flatMap(({ at }) => at.map(({ workbook }) => workbook)));
    const beside = [...concerned].flatMap((workbook) => ledgersOf.get(workbook) ?? []);
    const keys = yield* findingKeysInSteps(own, beside);
    for (const [index, finding] of own.entries()) {
      const { key, name } = keys[index];
      const decision = finding.at
        .map(({ workbook }) => decisions.get(workbook)?.get(key))
        .find((each) => each !== undefined && isSettledBy(finding.kind, each));
      found.push({ finding, key, ...(name !== undefined && { name }), ...(decision && { decision }) });
    }
  }
  return found;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
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
