import { UnreadableWorkbook } from '../../../core/workbook/port';

const sentences = {
  empty: '这个文件是空的，没有任何内容，请重新下载或向发送人重新索取。',
  encrypted: '这个文件设有打开密码，请先用 Excel 或 WPS 打开并取消密码，另存后再选择它。',
  truncated: '这个文件不完整，多半是下载或拷贝时中断，请重新下载或拷贝后再选择它。',
  damaged: '这个文件有损坏的部分，请用 Excel 或 WPS 打开检查并另存为新文件，或向发送人重新索取。',
  notWorkbook: '这个文件不是可以识别的表格文件，请选择扩展名为 .xlsx、.xlsm、.xls 或 .csv 的台账。',
  binaryWorkbook: '这个文件是二进制工作簿，无法直接读取，请用 Excel 打开并另存为 .xlsx 后再选择它。',
  openDocument: '这个文件是开放文档格式的表格，无法直接读取，请用 Excel 或 WPS 打开并另存为 .xlsx 后再选择它。',
  webPage: '这个文件是一张没有表格的网页，多半是下载时登录已失效，请重新登录原系统后再导出。',
  tooLarge:
    '这个文件展开后大得不正常，为免电脑卡住没有打开，请用 Excel 或 WPS 打开，只留需要的工作表并另存后再选择它。',
  tooManyCells: '这个文件的单元格太多或太分散，超出了能处理的范围，请删去台账以外的内容并另存后再选择它。',
  unusualPacking: '这个文件的压缩方式不常见，无法读取，请用 Excel 或 WPS 打开并另存为 .xlsx 后再选择它。',
  doctype: '这个文件里夹带了表格文件不该有的声明，为安全起见没有打开，请用 Excel 或 WPS 打开并另存为新文件后再选择它。',
  noSheet: '这个文件里找不到工作表的内容，请用 Excel 或 WPS 打开检查并另存为新文件，或向发送人重新索取。',
  missingText:
    '这个文件的文字表与单元格对不上，有单元格的文字已经丢失，请用 Excel 或 WPS 打开检查并另存为新文件，或向发送人重新索取。',
  overlongText: '这个文件里有单元格的文字超过 32767 个字，表格软件放不下，请在原系统中缩短后重新导出。',
  beyondSheet: '这个文件里有单元格的位置超出了工作表的范围（最多 1048576 行、16384 列），请在原系统中重新导出。',
} as const;

/** What can stand in the way of reading a workbook. */
export type UnreadableReason = keyof typeof sentences;

/** The error for a reason, with the one sentence that tells the person what to do. */
export const unreadable = (reason: UnreadableReason): UnreadableWorkbook => new UnreadableWorkbook(sentences[reason]);
