import { useCallback, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import type { ApplyReceipt, WorkbookChange } from '../../core/workbook/change';
import type { Watch, WorkbookPort } from '../../core/workbook/port';
import type { Notice } from '../run/notice';
import { didSomething, refusalSentence } from '../sentences/receipt-sentence';

/** One change that was made through the panel, and how to take it back. */
export interface DoneStep {
  /** Counts from 1, oldest first. */
  readonly number: number;
  readonly name: string;
  /** Cells changed or marked. */
  readonly count: number;
  readonly undo: ApplyReceipt['undo'];
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
}

export interface Steps {
  /** Oldest first. */
  readonly done: readonly DoneStep[];
  /** Findings put right by steps that still stand. */
  readonly settled: ReadonlySet<Finding>;
  /** Carries the plan out, remembers it and says what was done and what was refused. */
  readonly take: (plan: StepPlan, watch: Watch) => Promise<Notice>;
  readonly undo: (step: DoneStep, watch: Watch) => Promise<Notice>;
}

/** The steps taken through the panel on one workbook. */
export function useSteps(port: WorkbookPort | undefined, onCellsChanged: () => void): Steps {
  const [done, setDone] = useState<readonly DoneStep[]>([]);
  const taken = useRef(0);

  const take = useCallback<Steps['take']>(
    async ({ name, changes, said, settles = [], count }, watch) => {
      if (!port) return nothingOpen;
      const receipt = await port.apply(changes, watch);
      const refusals = refusalSentence(receipt, 'apply');
      if (!didSomething(receipt)) return { intent: 'warning', text: refusals ?? '没有需要改动的内容。' };
      taken.current += 1;
      const step: DoneStep = {
        number: taken.current,
        name,
        count: count ?? receipt.applied.length,
        undo: receipt.undo,
        settles: wholly(settles, receipt),
        editsCells: receipt.applied.length > 0,
        isUndone: false,
      };
      setDone((before) => [...before, step]);
      if (step.editsCells) onCellsChanged();
      return {
        intent: refusals ? 'warning' : 'success',
        text: `${said(step.count)}${refusals ?? ''}`,
        step: step.number,
      };
    },
    [port, onCellsChanged],
  );

  const undo = useCallback<Steps['undo']>(
    async (step, watch) => {
      if (!port) return nothingOpen;
      const receipt = await port.apply(step.undo, watch);
      const refusals = refusalSentence(receipt, 'undo');
      if (!didSomething(receipt)) return { intent: 'warning', text: refusals ?? '这一步已经没有可以撤销的内容。' };
      setDone((before) => before.map((each) => (each.number === step.number ? { ...each, isUndone: true } : each)));
      if (step.editsCells) onCellsChanged();
      return { intent: refusals ? 'warning' : 'success', text: `已撤销“${step.name}”。${refusals ?? ''}` };
    },
    [port, onCellsChanged],
  );

  const settled = useMemo(() => new Set(done.filter((step) => !step.isUndone).flatMap((step) => step.settles)), [done]);
  return { done, settled, take, undo };
}

const nothingOpen: Notice = { intent: 'info', text: '请先打开一份台账。' };

/** Those findings of whose fix no edit was refused. */
function wholly(findings: readonly Finding[], receipt: ApplyReceipt): readonly Finding[] {
  if (receipt.refused.length === 0) return findings;
  const refused = new Set(receipt.refused.map(({ edit }) => `${edit.at.sheet}\n${edit.at.row}\n${edit.at.column}`));
  return findings.filter(
    (finding) => !finding.fix?.edits.some(({ at }) => refused.has(`${at.sheet}\n${at.row}\n${at.column}`)),
  );
}
