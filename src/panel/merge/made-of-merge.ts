import { UnreadableWorkbook, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { Notice } from '../run/notice';
import type { MergeDoor, MergeHost } from './merge-host';
import type { Merged } from './merge-work';
import { returnFiles } from './return-files';

/** Puts the merged workbook on screen, not saved yet; `onScreen` is told it. */
export async function openMerged(
  { report, request, cannotWrite }: Merged,
  door: MergeDoor,
  open: NonNullable<MergeHost['openMerged']>,
  onScreen: (port: WorkbookPort) => void,
  watch: Watch,
): Promise<Notice> {
  if (cannotWrite !== undefined) throw new UnreadableWorkbook(cannotWrite);
  const opened = await open(`汇总台账-${request.today}.xlsx`, await door.newWorkbook(report.plans, watch));
  if (!opened) return { intent: 'info', text: '没有打开汇总工作簿，现在打开的台账没有动。' };
  onScreen(opened);
  return { intent: 'success', text: '汇总工作簿已打开，还没有保存；看过以后请“另存为”。' };
}

/** Hands out the workbooks that go back to the villages, all or none. */
export async function sendBack(
  merged: Merged,
  door: MergeDoor,
  save: MergeHost['saveFile'],
  watch: Watch,
): Promise<Notice> {
  const made = await returnFiles(merged, door, watch);
  if (!made) return { intent: 'info', text: '没有要退回修改的台账。' };
  save(made.name, made.bytes);
  return {
    intent: 'success',
    text: `已写出“${made.name}”：${made.workbooks} 份台账，共 ${made.items} 处要改，标记和清单都在里面。里面有个人信息，请只发给本村。`,
  };
}
