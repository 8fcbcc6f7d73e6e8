import { a1 } from '../core/workbook/cell';
import { sentenceOf } from '../tasks/check-workbooks';
import type { MergeReport } from '../tasks/merge-returned';
import { differenceLines, reasonOf, verdictOf } from '../tasks/merge-words';
import { concernsSeveral } from '../tasks/found-sheet';

/** What was written besides the merged workbook. */
export interface WrittenFiles {
  readonly name: string;
  readonly returned: readonly { readonly name: string; readonly items: number }[];
}

/** The report of a merge as a person reads it. */
export function mergeText(report: MergeReport, remarks: readonly string[], written: WrittenFiles): string {
  const { verdicts, conservation, differences, findings, missing, comparison } = report;
  const of = (verdict: (typeof verdicts)[number]['verdict']) => verdicts.filter((each) => each.verdict === verdict);
  const across = findings.filter(concernsSeveral);
  const off = conservation.ownTotals.filter(({ agrees }) => !agrees);
  const counts = (['taken', 'taken-with-remarks', 'set-aside'] as const).map(
    (verdict) => `${verdictOf(verdict)} ${of(verdict).length} 份`,
  );
  return [
    `收到 ${verdicts.length} 份文件：${counts.join('，')}`,
    ...[...of('set-aside'), ...of('taken-with-remarks')].flatMap(({ workbook, verdict, reason, sentences }) => [
      `  ${workbook}\u3000${verdictOf(verdict)}${reason ? `（${reasonOf(reason)}）` : ''}`,
      ...sentences.map((sentence) => `    ${sentence}`),
    ]),
    ...(missing.length > 0 ? [`还没有汇入的村：${missing.join('、')}`] : []),
    '',
    '收到的 = 汇入的 + 未汇入的',
    ...[...conservation.lines, ...conservation.totals].map(
      ({ village, township, entryIs, cameIn, merged, setAside, holds }) =>
        `  ${township ?? ''}${village || '全部'}\u3000${(entryIs === 'person' ? personFigures : figures)
          .map(
            ([key, word, per, unit]) =>
              `${word} ${cameIn[key] / per} = ${merged[key] / per} + ${setAside[key] / per}${unit}`,
          )
          .join('，')}${holds ? '' : '（不符）'}`,
    ),
    ...listed(
      '合计行与各行相加不符',
      off.map(
        ({ workbook, sheet, row, label, stated, counted }) =>
          `${workbook}“${sheet}”第 ${row} 行“${label}”：${figures
            .flatMap(([key, word, per]) =>
              stated[key] === undefined || stated[key] === counted[key]
                ? []
                : [`${word}写的是 ${(stated[key] ?? 0) / per}，数得 ${counted[key] / per}`],
            )
            .join('，')}`,
      ),
    ),
    ...listed(
      '相差落在这些行',
      conservation.rows.map(({ workbook, sheet, row, sentence }) => `${workbook}“${sheet}”第 ${row} 行：${sentence}`),
    ),
    ...listed('版本差异', differenceLines(differences)),
    ...listed(
      '涉及几份文件的问题',
      across.map(({ finding, decision }) => {
        const [at] = finding.at;
        return `${at.workbook}“${at.sheet}”${a1(at.row, at.column)}\u3000${sentenceOf(finding)}${decision ? `（${decision.decision}）` : ''}`;
      }),
    ),
    ...(comparison
      ? [
          '',
          `需救助与发放对照：列入未发放 ${comparison.notPaid.length} 户，发放未列入 ${comparison.notListed.length} 户，金额不同 ${comparison.otherAmount.length} 户`,
        ]
      : []),
    ...listed('说明', [...remarks, ...report.remarks]),
    ...listed(
      '退回修改',
      written.returned.map(({ name, items }) => `${name}\u3000${items} 处`),
    ),
    '',
    `共汇入 ${conservation.totals.reduce((sum, { merged }) => sum + merged.entries, 0)} 行：错误 ${report.summary.error} 处，疑点 ${report.summary.warning} 处，提示 ${report.summary.note} 处，另有 ${report.summary.explained} 处已有处理意见。`,
    `已写出“${written.name}”。`,
  ].join('\n');
}

/** The report as one JSON object. Amounts are 分. */
export function mergeJson(report: MergeReport, remarks: readonly string[]): string {
  const { season, verdicts, conservation, differences, findings, missing, comparison, summary } = report;
  return JSON.stringify(
    {
      season: season ?? null,
      files: verdicts.map(({ reason, ...rest }) => ({ ...rest, reason: reason ?? null })),
      missing,
      conservation,
      differences,
      findings: findings.map(({ finding, decision }) => {
        const [at, ...also] = finding.at;
        const place = ({ workbook, sheet, row, column }: typeof at) => ({ workbook, sheet, cell: a1(row, column) });
        return {
          check: finding.kind,
          severity: finding.severity,
          ...place(at),
          row: at.row,
          message: sentenceOf(finding),
          also: also.map(place),
          decision: decision ? { decision: decision.decision, reason: decision.reason, by: decision.by } : null,
        };
      }),
      comparison: comparison ?? null,
      remarks: [...remarks, ...report.remarks],
      summary,
    },
    undefined,
    2,
  );
}

const figures = [
  ['entries', '户数', 1, ''],
  ['people', '需救助人口', 1, ''],
  ['money', '救助金额', 100, ' 元'],
] as const;
const personFigures = [['entries', '人数', 1, '']] as const;

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
