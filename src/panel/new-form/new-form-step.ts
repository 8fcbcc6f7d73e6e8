import type { CellAt } from '../../core/workbook/cell';
import type { Watch, WorkbookPort } from '../../core/workbook/port';
import type { Notice } from '../run/notice';
import type { DoneStep, StepPlan } from '../steps/use-steps';

export const newFormStep = '新建表样';

/** The step that puts a blank form of that id into the workbook, and the cell to begin at. */
export async function planNewForm(
  port: WorkbookPort,
  id: string,
  watch: Watch,
): Promise<{ readonly step: StepPlan; readonly begin: CellAt } | undefined> {
  // The drawing of forms is not needed by whoever only checks.
  const { newFormChanges } = await import('../../tasks/new-form');
  const workbook = await port.read(watch);
  const made = newFormChanges(workbook, id);
  if (!made) return undefined;
  const said = () => `已新建“${made.begin.sheet}”，放在工作簿最后，可以填写了。`;
  return {
    step: { name: newFormStep, changes: made.changes, count: made.changes.length, workbook, said },
    begin: made.begin,
  };
}

/** Why a blank form is not taken back: what was written into it since would be lost. Missing where nothing was. */
export async function whyNotTakenBack(port: WorkbookPort, step: DoneStep, watch: Watch): Promise<Notice | undefined> {
  const { filledSince } = await import('../../tasks/new-form');
  const filled = filledSince(await port.read(watch), step.undo);
  if (filled.length === 0) return undefined;
  const text = `“${filled.join('”、“')}”里已经填了内容，没有撤销，不要这张表时请直接删除工作表。`;
  return { intent: 'warning', text };
}
