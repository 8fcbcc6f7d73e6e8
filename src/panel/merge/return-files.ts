import { UnreadableWorkbook, type Watch } from '../../core/workbook/port';
import { returnName, workbooksToReturn } from '../../tasks/merge-words';
import { returnToVillage } from '../../tasks/return-to-village';
import { refusalSentence } from '../sentences/receipt-sentence';
import type { MergeDoor } from './merge-host';
import type { Merged } from './merge-work';

/** What goes back to the villages, in one file. */
export interface ReturnedFiles {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly workbooks: number;
  readonly items: number;
}

/**
 * The workbooks that go back, each its own file with marks and a list, made one after the other from the file as it is read
 * again: one .xlsx where it is one, else a .zip. All or none: a file that can no longer be read ends it with a sentence.
 * Answers `undefined` where nothing has to go back.
 */
export async function returnFiles(
  { report, bytesOf, request }: Merged,
  door: MergeDoor,
  watch: Watch,
): Promise<ReturnedFiles | undefined> {
  const workbooks = workbooksToReturn(report);
  const made: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  let items = 0;
  for (const [index, workbook] of workbooks.entries()) {
    watch.progress?.({
      doing: `退回 ${index + 1}/${workbooks.length}：${workbook}`,
      done: index,
      total: workbooks.length,
    });
    const quiet: Watch = { breathe: watch.breathe, cancelled: watch.cancelled };
    try {
      const opened = await door.openFile(await bytesOf(workbook), workbook, quiet);
      const plan = returnToVillage({ ...(await opened.read(quiet)), name: workbook }, report.findings, request.today);
      const refused = refusalSentence(await opened.apply(plan.changes, quiet), 'apply');
      if (refused !== undefined) throw new UnreadableWorkbook(refused);
      made.push({ name: returnName(workbook, opened.saveName, made), bytes: await opened.save(quiet) });
      items += plan.items;
    } catch (error) {
      if (!(error instanceof UnreadableWorkbook)) throw error;
      throw new UnreadableWorkbook(`“${workbook}”：${error.message}这次没有写出任何文件。`);
    }
  }
  if (made.length === 0) return undefined;
  const count = { workbooks: made.length, items };
  if (made.length === 1) return { ...made[0], ...count };
  return { name: `退回各村-${request.today}.zip`, bytes: await door.zipFiles(made, watch), ...count };
}
