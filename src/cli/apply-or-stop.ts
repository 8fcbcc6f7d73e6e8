import type { ApplyReceipt, RefusalReason, WorkbookChange } from '../core/workbook/change';
import { CannotRun, type OpenedFile } from './cli-host';
import { readable } from './input-files';

/** Applies the changes. Throws `CannotRun` where a sheet was refused: then the copy would not be what was asked for. */
export async function applyOrStop(
  opened: OpenedFile,
  name: string,
  changes: readonly WorkbookChange[],
): Promise<ApplyReceipt> {
  const receipt = await readable(name, () => opened.apply(changes));
  const [refused] = receipt.refusedSheets;
  if (refused)
    throw new CannotRun(`“${name}”的工作表“${refused.sheet}”${refusalWords[refused.reason]}，没有写出文件。`);
  return receipt;
}

/** Why an edit or a sheet was refused, to stand behind its place in a sentence. */
export const refusalWords: Readonly<Record<RefusalReason, string>> = {
  changed: '的内容已经变了，请重新检查后再试',
  formula: '是公式，请在 Excel 里修改公式',
  locked: '受工作表保护，请先撤销保护',
  'merged-away': '被合并单元格盖住，请先取消合并',
  'sheet-missing': '不存在，请核对工作表名',
  'sheet-not-ours': '与本工具要写的表重名，请先把它改名',
  'read-only': '所在的文件只能读取，请先在 Excel 里另存为 .xlsx',
  'too-long': '放不下这么长的内容，请缩短后再填',
};
