import { a1, columnName, type CellRef } from '../core/workbook/cell';
import type { Finding, NotChecked } from '../core/findings/finding';
import { severityWords } from '../core/findings/severity-words';
import type { Ledger, LedgerColumn } from '../core/ledger/ledger';
import { catalogue } from '../tasks/catalogue';
import { decisionLine } from '../tasks/decision-words';
import { titleOfCheck } from '../tasks/title-of-check';
import { findingKinds, sentenceOf, type CheckReport } from '../tasks/check-workbooks';

/** The report as a person reads it: by workbook and sheet where and what, then why, then what was not checked. */
export function reportText(report: CheckReport, workbooks: readonly string[]): string {
  const lines: string[] = [];
  const found = byWorkbook(report.findings);
  for (const workbook of workbooks) {
    lines.push(workbook);
    const ledgers = report.ledgers.filter((ledger) => ledger.workbook === workbook);
    // A sheet may hold several ledgers one under the other; findings may stand outside any.
    for (const sheet of new Set([...ledgers, ...(found.get(workbook) ?? [])].map((one) => sheetOf(one)))) {
      const here = ledgers.filter((ledger) => ledger.sheet === sheet);
      const findings = (found.get(workbook) ?? []).filter((finding) => sheetOf(finding) === sheet);
      lines.push(
        `  工作表“${sheet}”\u3000${[here.map(ledgerWords).join('；'), howMany(findings)].filter(Boolean).join('，')}`,
      );
      lines.push(...here.flatMap(notKnownLines));
      for (const finding of findings) lines.push(...findingLines(finding, here));
    }
    for (const { sheet, why } of report.sheetsNotRead.filter((one) => one.workbook === workbook)) {
      lines.push(`  工作表“${sheet}”没有作为台账读取：${why}`);
    }
    lines.push('');
  }
  const several = workbooks.length > 1;
  const decisions = (list: CheckReport['decided']) => list.map((each) => decisionLine(each, several));
  lines.push(...section(`已处理（${report.decided.length} 项）`, decisions(report.decided)));
  lines.push(
    ...section(`已失效，依据的内容已改变，请重新处理（${report.lapsed.length} 项）`, decisions(report.lapsed)),
  );
  lines.push(...section(`已写处理、还要改正（${report.noted.length} 项）`, decisions(report.noted)));
  lines.push(...section('说明', report.remarks));
  lines.push(...section('为什么', reasonsWhy(report.findings)));
  lines.push(...section('未检查', notCheckedLines(report.notChecked, titleOfCheck, report.ledgers.length > 1)));
  lines.push(summaryLine(report));
  return lines.join('\n');
}

/** The last line of every report. */
export function summaryLine({ ledgers, summary }: CheckReport): string {
  if (ledgers.length === 0) return '没有找到台账，没有检查任何内容，请确认表头里有户主姓名、身份证号等栏目。';
  const found = gravity.map((severity) => `${severityWords[severity]} ${summary[severity]} 处`);
  return `共检查 ${summary.entries} 行：${found.join('，')}。`;
}

/** Each reason once, with all that was left out for it: a list of persons lacks the columns of a dozen checks at once. */
export function notCheckedLines(
  notChecked: readonly NotChecked[],
  titleOf: (id: string) => string | undefined = titleOfCheck,
  namesPlaces = true,
): readonly string[] {
  const reasons = new Map<string, Map<string, string[]>>();
  for (const { check, workbook, sheet, reason } of notChecked) {
    const titles = reasons.get(reason) ?? new Map<string, string[]>();
    const places = titles.get(titleOf(check) ?? check) ?? [];
    if (sheet !== undefined && namesPlaces) places.push(`${workbook ?? ''}“${sheet}”`);
    reasons.set(reason, titles.set(titleOf(check) ?? check, places));
  }
  return [...reasons].flatMap(([reason, titles]) => {
    const alike = new Map<string, string[]>();
    for (const [title, places] of titles)
      alike.set(placesWords(places), [...(alike.get(placesWords(places)) ?? []), title]);
    return [...alike].map(
      ([places, names]) => `${reason.replace(/(，这一项没有核对)?。$/, '')}${places}：${names.join('、')}。`,
    );
  });
}

const placesWords = (places: readonly string[]): string =>
  places.length === 0 ? '' : `（${places[0]}${places.length > 1 ? `等 ${places.length} 张表` : ''}）`;

const sheetOf = (one: Ledger | Finding): string => ('at' in one ? one.at[0].sheet : one.sheet);

function ledgerWords({ form, entryIs, rows }: Ledger): string {
  const title = catalogue().forms.find(({ id }) => id === form)?.title ?? '不是固定表样，按认得的栏目检查';
  return `${title}，${rows.length === 0 ? '还没有填写' : `${rows.length} ${entryIs === 'household' ? '户' : '人'}`}`;
}

/** The columns of an unlisted form that no check looks at; those of a fixed form are findings. */
function notKnownLines({ form, otherColumns }: Ledger): string[] {
  const names = otherColumns
    .filter(({ heading }) => !/签字|签名|签章|盖章|手印|签收/.test(heading))
    .map(({ heading, column }) => `${columnName(column)} 列“${heading}”`);
  return form !== 'unlisted' || names.length === 0 ? [] : [`    不认得的栏目，没有检查：${names.join('、')}`];
}

const howMany = (findings: readonly Finding[]): string =>
  findings.length === 0 ? '没有发现问题' : `${findings.length} 处需要看`;

function byWorkbook(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { workbook } = finding.at[0];
    const group = groups.get(workbook);
    if (group) group.push(finding);
    else groups.set(workbook, [finding]);
  }
  return groups;
}

function findingLines(finding: Finding, ledgers: readonly Ledger[]): string[] {
  const [guilty, ...others] = finding.at;
  const heading = headingAt(guilty, ledgers);
  const place = `${a1(guilty.row, guilty.column)}${heading === undefined ? '' : `（${heading}）`}`;
  const line = `    ${severityWords[finding.severity]}\u3000${place}\u3000${sentenceOf(finding)}`;
  if (others.length === 0) return [line];
  return [line, `          同时涉及 ${others.map((other) => placeName(other, guilty)).join('、')}`];
}

/** The heading above a cell: that of the last ledger of the sheet that begins above it. */
function headingAt({ row, column }: CellRef, ledgers: readonly Ledger[]): string | undefined {
  const ledger = ledgers.filter(({ headingRows }) => headingRows.bottom < row).at(-1);
  const columns = Object.values((ledger?.columns ?? {}) as Readonly<Record<string, LedgerColumn>>);
  return columns.find((one) => one.column === column)?.heading;
}

function placeName(place: CellRef, from: CellRef): string {
  const address = a1(place.row, place.column);
  if (place.workbook !== from.workbook) return `${place.workbook}“${place.sheet}”${address}`;
  return place.sheet === from.sheet ? address : `“${place.sheet}”${address}`;
}

/** Each kind found, the gravest and most frequent first: how often, why it matters, and where that is written. */
function reasonsWhy(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => {
      const kind = findingKinds.get(id);
      return kind ? [{ kind, count }] : [];
    })
    .sort((a, b) => gravity.indexOf(a.kind.severity) - gravity.indexOf(b.kind.severity) || b.count - a.count)
    .flatMap(({ kind, count }) => [`${kind.title}（${count} 处）`, `  ${kind.why}`, `  依据：${kind.source}`]);
}

const gravity = ['error', 'warning', 'note'] as const;

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
