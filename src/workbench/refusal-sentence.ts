import type { ApplyReceipt, RefusalReason } from '../core/workbook/change';

/** Why a cell was not changed, and what to do. */
export const refusalSentence = (reason: RefusalReason): string => sentences[reason];

const sentences: Readonly<Record<RefusalReason, string>> = {
  changed: '这个单元格的内容刚刚变了，没有改动；请看过现在的内容再填。',
  formula: '这个单元格是公式，结果由 Excel 计算，不能在这里改；请改它引用的单元格。',
  locked: '这个单元格受工作表保护，不能改；请填允许填写的单元格，或先在 Excel 里取消保护。',
  'merged-away': '这个位置属于合并单元格；请填在合并区域的左上角。',
  'sheet-missing': '工作簿里已经没有这张表；请换一张表再填。',
  'sheet-not-ours': '同名的表不是本工具写的，没有动它；请先给那张表改名。',
  'read-only': '这个文件只能看，不能改；请另存为 .xlsx 后再打开。',
  'too-long': '内容超过 32767 个字，单元格放不下；请缩短后再填。',
};

/** One sentence for what a receipt refused, or `undefined` where everything was done. */
export function refusedSentence(receipt: ApplyReceipt): string | undefined {
  const { refused, refusedSheets } = receipt;
  if (refused.length === 0) return refusedSheets[0] && sentences[refusedSheets[0].reason];
  if (refused.length === 1) return sentences[refused[0].reason];
  const reasons = [...new Set(refused.map((edit) => edit.reason))].map((reason) => shortReasons[reason]);
  return `有 ${refused.length} 个单元格没有改动（${reasons.join('、')}），其余已写入；请逐个查看后再填。`;
}

const shortReasons: Readonly<Record<RefusalReason, string>> = {
  changed: '内容刚刚变了',
  formula: '是公式',
  locked: '受保护',
  'merged-away': '在合并区域内',
  'sheet-missing': '表已不在',
  'sheet-not-ours': '表不是本工具写的',
  'read-only': '文件只能看',
  'too-long': '内容过长',
};
