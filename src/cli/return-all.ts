import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { IsoDate } from '../core/ledger/dates';
import { Cancelled, type Watch } from '../core/workbook/port';
import type { MergeReport } from '../tasks/merge-returned';
import { returnName, workbooksToReturn } from '../tasks/merge-words';
import { returnToVillage } from '../tasks/return-to-village';
import { applyOrStop } from './apply-or-stop';
import { type CliHost } from './cli-host';
import type { FilesTogether } from './files-together';
import { readable } from './input-files';
import type { MergeInput } from './merge-inputs';
import { orTrouble, outputFile } from './output-file';

/** A workbook that goes back to its village, and how many things it asks to mend. */
export interface ReturnedCopy {
  readonly name: string;
  readonly items: number;
}

/**
 * Makes the workbooks that go back, each its own file with marks and a list, one after the other, and lays each where it can
 * come to stand together with the rest. Throws `CannotRun` and `Cancelled`.
 */
export async function returnAll(
  folder: string,
  report: MergeReport,
  files: readonly MergeInput[],
  today: IsoDate,
  host: CliHost,
  watch: Watch,
  together: FilesTogether,
): Promise<readonly ReturnedCopy[]> {
  const inputs = files.map(({ path }) => path);
  const wanted = workbooksToReturn(report);
  const place = resolve(host.cwd, folder);
  const isThere = existsSync(place);
  const made: ReturnedCopy[] = [];
  for (const [index, workbook] of wanted.entries()) {
    watch.progress?.({ doing: '退回', done: index + 1, total: wanted.length });
    if (watch.cancelled?.()) throw new Cancelled();
    const file = files.find(({ name }) => name === workbook);
    if (!file) throw new Error('a finding lies in no file');
    const opened = await readable(workbook, async () => host.openFile(await file.bytes(), workbook));
    const snapshot = { ...(await readable(workbook, () => opened.read())), name: workbook };
    const plan = returnToVillage(snapshot, report.findings, today);
    await applyOrStop(opened, workbook, plan.changes);
    const name = returnName(workbook, opened.saveName, made);
    if (isThere) outputFile(join(folder, name), host.cwd, inputs, extname(name));
    const bytes = await readable(workbook, () => opened.save());
    orTrouble(isThere ? name : basename(place), () => together.addIn(place, name, bytes));
    made.push({ name, items: plan.items });
  }
  return made;
}
