import { maskNumbers } from '../core/decisions/mask-numbers';
import { listedSheet } from '../core/merge/listed-sheet';
import { a1 } from '../core/workbook/cell';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import { findingKinds, sentenceOf } from './check-workbooks';
import type { MergeFinding } from './merge-findings';

/** The sheet 核查问题: what the checks find over all ledgers merged, those that concern several workbooks first. */
export function foundSheet(findings: readonly MergeFinding[]): SheetPlan {
  const across = findings.filter(concernsSeveral);
  const within = findings.filter((each) => !concernsSeveral(each));
  return listedSheet(
    '核查问题',
    [
      `共 ${findings.length} 处，其中涉及几份文件的 ${across.length} 处；已有处理意见 ${findings.filter(({ decision }) => decision).length} 处。`,
    ],
    [
      { line: '一、涉及几份文件', headings, rows: across.map(rowOf), none: '没有涉及几份文件的问题。' },
      { line: '二、各份文件之内', headings, rows: within.map(rowOf), none: '各份文件之内没有发现问题。' },
    ],
    [26, 12, 8, 10, 7, 16, 40, 34, 10, 16, 10],
  );
}

/** True where cells of more than one workbook are concerned. */
export const concernsSeveral = ({ finding: { at } }: MergeFinding): boolean =>
  at.some(({ workbook }) => workbook !== at[0].workbook);

const headings = [
  '文件',
  '工作表',
  '单元格',
  '户主或姓名',
  '级别',
  '问题',
  '说明',
  '同时涉及',
  '处理',
  '理由',
  '处理人',
];
const levels = { error: '错误', warning: '疑点', note: '提示' } as const;

function rowOf({ finding, name, decision }: MergeFinding) {
  const [at, ...others] = finding.at;
  const also = others.filter(({ workbook, row }) => workbook !== at.workbook || row !== at.row);
  return [
    at.workbook,
    at.sheet,
    a1(at.row, at.column),
    name ?? null,
    levels[finding.severity],
    findingKinds.get(finding.kind)?.title ?? null,
    maskNumbers(sentenceOf(finding)),
    also
      .slice(0, 5)
      .map((cell) => `${cell.workbook}“${cell.sheet}”${a1(cell.row, cell.column)}`)
      .join('\n') || null,
    decision?.decision ?? null,
    decision?.reason ?? null,
    decision?.by ?? null,
  ];
}
