import { a1, type CellRef } from '../core/workbook/cell';
import type { Finding, Severity } from '../core/findings/finding';
import type { Ledger, LedgerColumn } from '../core/ledger/ledger';
import { catalogue } from '../tasks/catalogue';
import { findingKinds, sentenceOf, type CheckReport } from '../tasks/check-workbooks';
import { reasonsOf } from './report-json';

/** The words for how grave a finding is. */
export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '疑点', note: '提示' };

/** The report as a person reads it: by workbook and sheet where and what, then why, then what was not checked. */
export function reportText(report: CheckReport, workbooks: readonly string[]): string {
  const lines: string[] = [];
  const bySheet = groupBySheet(report.findings);
  for (const workbook of workbooks) {
    lines.push(workbook);
    for (const ledger of report.ledgers.filter((one) => one.workbook === workbook)) {
      const findings = bySheet.get(sheetKey(workbook, ledger.sheet)) ?? [];
      lines.push(
        `  工作表“${ledger.sheet}”　${formTitle(ledger.form)}，${ledger.rows.length} ${unitOf(ledger)}，${howMany(findings)}`,
      );
      const headings = headingsOf(ledger);
      for (const finding of findings) lines.push(...findingLines(finding, headings));
    }
    const sheets = new Set(report.ledgers.filter((one) => one.workbook === workbook).map(({ sheet }) => sheet));
    for (const [key, findings] of bySheet) {
      const { sheet } = findings[0].at[0];
      if (key !== sheetKey(workbook, sheet) || sheets.has(sheet)) continue;
      lines.push(`  工作表“${sheet}”　${howMany(findings)}`);
      for (const finding of findings) lines.push(...findingLines(finding, new Map()));
    }
    for (const { sheet, why } of report.sheetsNotRead.filter((one) => one.workbook === workbook)) {
      lines.push(`  工作表“${sheet}”没有作为台账读取：${why}`);
    }
    lines.push('');
  }
  lines.push(...section('说明', report.remarks));
  lines.push(...section('为什么', reasonsWhy(report.findings)));
  const titles = new Map(catalogue().checks.map((kind) => [kind.id, kind.title]));
  lines.push(
    ...section(
      '未检查',
      reasonsOf(report.notChecked).map(({ check, reason }) => `${titles.get(check) ?? check}：${reason}`),
    ),
  );
  lines.push(summaryLine(report));
  return lines.join('\n');
}

/** The last line of every report. */
export function summaryLine({ ledgers, summary }: CheckReport): string {
  if (ledgers.length === 0) return '没有找到台账，没有检查任何内容，请确认表头里有户主姓名、身份证号等栏目。';
  const found = (['error', 'warning', 'note'] as const).map(
    (severity) => `${severityWords[severity]} ${summary[severity]} 处`,
  );
  return `共检查 ${summary.entries} 行：${found.join('，')}。`;
}

const sheetKey = (workbook: string, sheet: string): string => `${workbook}\n${sheet}`;
const unitOf = (ledger: Ledger): string => (ledger.entryIs === 'household' ? '户' : '人');
const formTitle = (id: string): string =>
  catalogue().forms.find((form) => form.id === id)?.title ?? '未登记的表样，按已认出的栏目检查';
const howMany = (findings: readonly Finding[]): string =>
  findings.length === 0 ? '没有发现问题' : `${findings.length} 处需要看`;

function groupBySheet(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = sheetKey(finding.at[0].workbook, finding.at[0].sheet);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function headingsOf(ledger: Ledger): ReadonlyMap<number, string> {
  const columns = Object.values(ledger.columns as Readonly<Record<string, LedgerColumn>>);
  return new Map(columns.map(({ column, heading }) => [column, heading]));
}

function findingLines(finding: Finding, headings: ReadonlyMap<number, string>): string[] {
  const [guilty, ...others] = finding.at;
  const heading = headings.get(guilty.column);
  const lines = [
    `    ${severityWords[finding.severity]}　${a1(guilty.row, guilty.column)}${heading ? `（${heading}）` : ''}　${sentenceOf(finding)}`,
  ];
  if (others.length > 0) lines.push(`          同时涉及 ${others.map((other) => placeName(other, guilty)).join('、')}`);
  return lines;
}

function placeName(place: CellRef, from: CellRef): string {
  const address = a1(place.row, place.column);
  if (place.workbook !== from.workbook) return `${place.workbook}“${place.sheet}”${address}`;
  return place.sheet === from.sheet ? address : `“${place.sheet}”${address}`;
}

function reasonsWhy(findings: readonly Finding[]): string[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort();
  return kinds.flatMap((id) => {
    const kind = findingKinds.get(id);
    return kind ? [`${kind.title}：${kind.why}（依据：${kind.source}）`] : [];
  });
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
