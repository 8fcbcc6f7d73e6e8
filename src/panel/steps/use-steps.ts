import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import type { ApplyReceipt, WorkbookChange } from '../../core/workbook/change';
import type { EditedCells, Watch, WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { ReadFile } from '../../tasks/looks-like-wrong-file';
import { applyRecorded, journalOf, nextNumber, type Journal } from '../../tasks/apply-recorded';
import type { PanelHost } from '../panel-host';
import type { Notice } from '../run/notice';
import { didSomething, refusalSentence } from '../sentences/receipt-sentence';
import { stepsOfJournal } from './steps-of-journal';

/** One change that was made through the panel, now or in an earlier session, and how to take it back. */
export interface DoneStep {
  /** Counts up through the life of the workbook, oldest first. */
  readonly number: number;
  readonly name: string;
  /** When it was done; only steps of earlier sessions say so. */
  readonly when?: string;
  /** Cells changed or marked. */
  readonly count: number;
  /** What takes the step back; for a step of an earlier session made when it is asked for. */
  readonly undo: ApplyReceipt['undo'];
  /** False where the step was too large to be kept. */
  readonly isKept: boolean;
  /** Findings whose whole fix this step carried out. */
  readonly settles: readonly Finding[];
  /** Whether cells of the ledger were changed, not only marks and sheets of ours. */
  readonly editsCells: boolean;
  readonly isUndone: boolean;
}

export interface StepPlan {
  readonly name: string;
  readonly changes: readonly WorkbookChange[];
  /** What to say of the number of cells that were changed. */
  readonly said: (count: number) => string;
  /** The findings that the changes put right. */
  readonly settles?: readonly Finding[];
  /** Where it is not edited cells that count. */
  readonly count?: number;
  /** The workbook that the changes were made for. */
  readonly workbook?: WorkbookSnapshot;
  /** The ledgers they were made of: where these look like another file's, the person is asked first. */
  readonly of?: ReadFile;
  /** Only 核查记录 is written: what was found in the ledgers holds on. */
  readonly isRecordOnly?: boolean;
}

export interface Steps {
  /** Oldest first. */
  readonly done: readonly DoneStep[];
  /** Findings put right by steps that still stand. */
  readonly settled: ReadonlySet<Finding>;
  /** Carries the plan out, remembers it here and in the sheet 操作记录, and says what was done and what was refused. */
  readonly take: (plan: StepPlan, watch: Watch) => Promise<Notice>;
  readonly undo: (step: DoneStep, watch: Watch) => Promise<Notice>;
}

/** The steps taken through the panel on one workbook, those of earlier sessions and other computers included. */
export function useSteps(
  { port, today, now }: PanelHost,
  onCellsChanged: (edited: EditedCells, settled?: readonly Finding[]) => void,
): Steps {
  const [done, setDone] = useState<readonly DoneStep[]>([]);
  const lastNumber = useRef(0);
  const journal = useRef<Promise<Journal>>(undefined);

  const openJournal = useCallback(
    (from: WorkbookPort): Promise<Journal> =>
      (journal.current ??= journalOf(from).then((found) => {
        lastNumber.current = Math.max(lastNumber.current, nextNumber(found) - 1);
        const earlier = stepsOfJournal(found);
        if (earlier.length > 0) setDone((before) => [...earlier, ...before]);
        return found;
      })),
    [],
  );
  useEffect(() => {
    // Where it cannot be read now, the first step tries again and says why.
    if (port) openJournal(port).catch(() => (journal.current = undefined));
  }, [port, openJournal]);

  /** Applies and writes down; `besides` is what else there is to say of it. */
  const carryOut = useCallback(
    async (
      from: WorkbookPort,
      step: Pick<StepPlan, 'name' | 'changes' | 'workbook'>,
      watch: Watch,
      undoes?: number,
    ) => {
      const open = await openJournal(from);
      const number = lastNumber.current + 1;
      const recorded = await applyRecorded(from, { ...step, number, when: now?.() ?? today, undoes }, open, watch);
      journal.current = Promise.resolve(recorded.journal);
      const besides = [...(recorded.receipt.remarks ?? []), ...(recorded.isRecorded ? [] : [notRecorded])].join('');
      return { ...recorded, besides };
    },
    [openJournal, today, now],
  );

  const take = useCallback<Steps['take']>(
    async ({ said, settles = [], count, isRecordOnly = false, ...plan }, watch) => {
      if (!port) return nothingOpen;
      const { receipt, number, besides } = await carryOut(port, plan, watch);
      const refusals = refusalSentence(receipt, 'apply');
      if (!didSomething(receipt)) return { intent: 'warning', text: refusals ?? '没有需要改动的内容。' };
      lastNumber.current = number;
      const step: DoneStep = {
        number,
        name: plan.name,
        count: count ?? receipt.applied.length,
        undo: receipt.undo,
        isKept: receipt.undo.length > 0,
        settles: wholly(settles, receipt),
        editsCells: receipt.applied.length > 0 && !isRecordOnly,
        isUndone: false,
      };
      setDone((before) => [...before, step]);
      if (step.editsCells) onCellsChanged(editedBy(receipt), step.settles);
      return {
        intent: refusals || besides ? 'warning' : 'success',
        text: `${said(step.count)}${refusals ?? ''}${besides}`,
        step: step.number,
      };
    },
    [port, carryOut, onCellsChanged],
  );

  const undo = useCallback<Steps['undo']>(
    async (step, watch) => {
      if (!port) return nothingOpen;
      const back = { name: `撤销第 ${step.number} 步：${step.name}`, changes: step.undo };
      const { receipt, number, besides } = await carryOut(port, back, watch, step.number);
      const refusals = refusalSentence(receipt, 'undo');
      if (!didSomething(receipt)) return { intent: 'warning', text: refusals ?? '这一步已经没有可以撤销的内容。' };
      if (receipt.applied.length > 0) lastNumber.current = number;
      setDone((before) => before.map((each) => (each.number === step.number ? { ...each, isUndone: true } : each)));
      if (step.editsCells) onCellsChanged(editedBy(receipt));
      return {
        intent: refusals || besides ? 'warning' : 'success',
        text: `已撤销“${step.name}”。${refusals ?? ''}${besides}`,
      };
    },
    [port, carryOut, onCellsChanged],
  );

  const settled = useMemo(() => new Set(done.filter((step) => !step.isUndone).flatMap((step) => step.settles)), [done]);
  return { done, settled, take, undo };
}

const nothingOpen: Notice = { intent: 'info', text: '请先打开一份台账。' };
const notRecorded = '“操作记录”表或工作簿受保护，这一步没有登记，只能在关闭面板前撤销。';

const editedBy = ({ applied }: ApplyReceipt): EditedCells => ({ cells: applied.map(({ at }) => at), origin: 'other' });

/** Those findings of whose fix no edit was refused. */
function wholly(findings: readonly Finding[], receipt: ApplyReceipt): readonly Finding[] {
  if (receipt.refused.length === 0) return findings;
  const refused = new Set(receipt.refused.map(({ edit }) => `${edit.at.sheet}\n${edit.at.row}\n${edit.at.column}`));
  return findings.filter(
    (finding) => !finding.fix?.edits.some(({ at }) => refused.has(`${at.sheet}\n${at.row}\n${at.column}`)),
  );
}
