import { useCallback, useMemo, useState } from 'react';
import type { Decision } from '../../core/decisions/decisions';
import type { DecidedFinding } from '../../core/decisions/replay';
import type { Finding } from '../../core/findings/finding';
import type { Carried } from '../../tasks/carry-decisions';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import { decisionsIn, mayBeRecord, reportAfterDeciding, withRecordsOf } from '../../tasks/settled-report';
import type { Check } from '../check/use-check';
import { isSame } from '../findings/use-findings';
import type { PanelHost } from '../panel-host';
import type { Notice } from '../run/notice';
import type { DoneStep, StepPlan, Steps } from '../steps/use-steps';

/** What a person says about a finding. */
export interface Verdict {
  readonly decision: string;
  readonly reason: string;
  readonly by: string;
}

export interface Decisions {
  /** The finding that is being looked at, as it stands now. */
  readonly open?: Finding;
  /** True where the ledger was changed meanwhile and the finding is gone. */
  readonly isGone: boolean;
  readonly look: (finding: Finding) => void;
  readonly leave: () => void;
  /** What was written about the finding before: what settles it, what does not, or what has lapsed. */
  readonly before: (finding: Finding) => Decision | undefined;
  /** Of findings that stand: those about which something is written that settles nothing, or not any more. */
  readonly noted: ReadonlyMap<Finding, { readonly decision: Decision; readonly isLapsed: boolean }>;
  /** Who decided last, so that the name is typed once. */
  readonly by: string;
  /** Answers `undefined` where there is nothing to decide about any more. */
  readonly decide: (port: WorkbookPort, finding: Finding, verdict: Verdict, watch: Watch) => Promise<Notice>;
  readonly takeBack: (port: WorkbookPort, decided: DecidedFinding, watch: Watch) => Promise<Notice>;
  /** Takes over what was decided in the record of a file that the person picks; missing where the host has no other files. */
  readonly carry?: (port: WorkbookPort, watch: Watch) => Promise<Notice | undefined>;
  /** Takes a step back without losing what was decided since. */
  readonly undo: (port: WorkbookPort, step: DoneStep, watch: Watch) => Promise<Notice>;
}

/** What is decided about findings: looked at one by one, written into 核查记录 as steps, replayed at once. */
export function useDecisions(
  { now, today, chooseFiles, openPicked }: PanelHost,
  check: Check,
  steps: Steps,
): Decisions {
  const { result, revise } = check;
  const report = result?.report;
  const [looked, setLooked] = useState<Finding>();
  const [typedBy, setTypedBy] = useState<string>();
  const open = looked && (currentOf(looked, report) ?? looked);
  const noted = useMemo(
    () =>
      new Map<Finding, { readonly decision: Decision; readonly isLapsed: boolean }>([
        ...(report?.lapsed ?? []).map(({ finding, decision }) => [finding, { decision, isLapsed: true }] as const),
        ...(report?.noted ?? []).map(({ finding, decision }) => [finding, { decision, isLapsed: false }] as const),
      ]),
    [report],
  );
  const decided = report?.decided;

  /** Writes and replays: the ledgers were not touched, so that nothing is checked again. */
  const write = async (port: WorkbookPort, watch: Watch, plan: (known: Known) => Promise<StepPlan | Notice>) => {
    if (!result) return notChecked;
    const fresh = await port.read(watch, mayBeRecord(result.workbook));
    const planned = await plan({ workbook: withRecordsOf(result.workbook, fresh), report: result.report });
    if ('intent' in planned) return planned;
    const said = await steps.take({ count: 1, ...planned, workbook: fresh, isRecordOnly: true }, watch);
    if (said.step !== undefined) await replay(port, watch);
    return said;
  };

  const replay = async (port: WorkbookPort, { breathe }: Watch) => {
    if (!result) return;
    // What is written is written: to show it is not cancelled any more.
    const fresh = await port.read({ breathe }, mayBeRecord(result.workbook));
    const workbook = withRecordsOf(result.workbook, fresh);
    revise(result.report, await drive(reportAfterDeciding(result.report, workbook), { breathe }));
  };

  return {
    open,
    isGone: looked !== undefined && report !== undefined && currentOf(looked, report) === undefined,
    look: setLooked,
    leave: useCallback(() => setLooked(undefined), []),
    before: (finding) => noted.get(finding)?.decision ?? decided?.find((each) => each.finding === finding)?.decision,
    noted,
    by: typedBy ?? lastBy(report),
    decide: (port, finding, verdict, watch) =>
      write(port, watch, async ({ workbook, report: known }) => {
        const current = currentOf(finding, known);
        if (!current) return goneNotice;
        const { decideFinding } = await import('../../tasks/decide-finding');
        const given = { ...verdict, on: now?.() ?? today };
        const step = await drive(decideFinding(workbook, known, current, given, today), watch);
        setTypedBy(verdict.by);
        return { ...step, said: () => `已记为“${verdict.decision}”，写在“核查记录”里。` };
      }),
    takeBack: (port, { finding, decision }, watch) =>
      write(port, watch, async ({ workbook }) => {
        const { takeDecisionBack } = await import('../../tasks/decide-finding');
        const step = takeDecisionBack(workbook, decision.key, finding);
        if (step.changes.length === 0) return goneNotice;
        return { ...step, said: () => '已取消处理，这一处重新列出。' };
      }),
    carry:
      chooseFiles &&
      openPicked &&
      (async (port, watch) => {
        const [file] = await chooseFiles({ many: false });
        if (!file) return undefined;
        const earlier = decisionsIn(await openPicked(file, watch));
        if (earlier.length === 0) return { intent: 'info', text: nothingToCarry(file.name) };
        return write(port, watch, async ({ workbook, report: known }) => {
          const { carryDecisions } = await import('../../tasks/carry-decisions');
          const carried = await drive(carryDecisions(workbook, known, earlier, today), watch);
          const text = carriedSentence(carried);
          if (carried.changes.length === 0) return { intent: 'info', text };
          return { name: '沿用上一批的处理意见', changes: carried.changes, count: carried.carried, said: () => text };
        });
      }),
    undo: async (port, step, watch) => {
      const { isInRecordOnly, undoKeepingDecisions } = await import('../../tasks/undo-decisions');
      const fresh = await port.read(watch, mayBeRecord(result?.workbook));
      const safe = undoKeepingDecisions(fresh, step.undo);
      const isRecordOnly = isInRecordOnly(step.undo, fresh);
      const editsCells = step.editsCells && !isRecordOnly;
      const said = await steps.undo({ ...step, undo: safe.changes, editsCells }, watch);
      if (isRecordOnly) await replay(port, watch);
      return safe.kept ? { ...said, text: `${said.text}${safe.kept}` } : said;
    },
  };
}

type Known = Pick<NonNullable<Check['result']>, 'workbook' | 'report'>;

const currentOf = (finding: Finding, report: Known['report'] | undefined): Finding | undefined => {
  const all = [...(report?.findings ?? []), ...(report?.decided ?? []).map((each) => each.finding)];
  return all.find((each) => each === finding) ?? all.find((each) => isSame(each, finding));
};

/** Whoever signed last in the record, as far as the report tells. */
const lastBy = (report: Known['report'] | undefined): string =>
  [...(report?.noted ?? []), ...(report?.lapsed ?? []), ...(report?.decided ?? [])].reduce(
    (last, { decision }) => decision.by || last,
    '',
  );

const nothingToCarry = (name: string): string =>
  `“${name}”里没有写过处理意见的“核查记录”，没有可以沿用的，请换一个文件。`;

function carriedSentence({ carried, lapsed, gone }: Carried): string {
  const parts = [
    carried > 0 ? `已沿用 ${carried} 项处理意见，写在“核查记录”里` : '没有可以沿用的处理意见',
    ...(lapsed > 0 ? [`${lapsed} 项依据的内容已改变，请重新处理`] : []),
    ...(gone > 0 ? [`${gone} 项这一批没有，或已经处理过`] : []),
  ];
  return `${parts.join('；')}。`;
}

const notChecked: Notice = { intent: 'info', text: '请先检查，再处理。' };
const goneNotice: Notice = { intent: 'warning', text: '台账已改动，这一处已不再列出，没有写入。' };
