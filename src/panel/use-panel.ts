import { useCallback, useEffect, useMemo } from 'react';
import type { DecidedFinding } from '../core/decisions/replay';
import type { Finding } from '../core/findings/finding';
import type { IsoDate } from '../core/ledger/dates';
import type { Scheme } from '../core/policy/scheme';
import type { CellAt } from '../core/workbook/cell';
import type { WorkbookChange } from '../core/workbook/change';
import { drive, type Watch, type WorkbookPort } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import { fixChanges } from '../tasks/apply-fix';
import { clearMarkChanges, markChangesInSteps } from '../tasks/mark-ledger';
import { writeSchemeChanges } from '../tasks/scheme-desk';
import { schemeInForce } from '../tasks/scheme-in-force';
import { useCheck, type CheckResult } from './check/use-check';
import { useDecisions, type Decisions, type Verdict } from './decisions/use-decisions';
import { useFill, type Fill } from './fills/use-fill';
import { useProposal, type Proposal } from './fills/use-proposal';
import { useFindings, type Findings } from './findings/use-findings';
import { withSettled } from './findings/with-settled';
import { useLists, type Lists } from './lists/use-lists';
import { useLive, type Live } from './live/use-live';
import { newFormStep, planNewForm, whyNotTakenBack } from './new-form/new-form-step';
import type { PanelHost } from './panel-host';
import type { Notice } from './run/notice';
import { useRun, type Run } from './run/use-run';
import { LooksWrong, useWrongFile, type WrongFile } from './run/use-wrong-file';
import { isSameScheme } from './scheme/same-scheme';
import { ownScheme, useScheme, type SchemeChoice } from './scheme/use-scheme';
import { useSheets, type Sheets } from './sheets/use-sheets';
import { useSteps, type DoneStep, type StepPlan, type Steps } from './steps/use-steps';

export interface PanelState {
  readonly run: Run;
  /** Whether this is the file it was taken for, asked before the first thing is written. */
  readonly wrongFile: Pick<WrongFile, 'question' | 'confirm' | 'cancel'>;
  readonly today: IsoDate;
  /** Which scheme holds, and the one being worked on. */
  readonly choice: SchemeChoice;
  readonly result?: CheckResult;
  /** Why the result may no longer hold; missing while it does. */
  readonly stale?: string;
  readonly findings: Findings;
  /** The lists of the office that the ledger is compared with. */
  readonly lists: Lists;
  /** Lists came or went since the last check. */
  readonly listsChanged: boolean;
  readonly live: Live;
  readonly fill: Fill;
  /** Amounts within the scheme's ranges, before anything is filled in. */
  readonly proposal: Proposal;
  readonly sheets: Sheets;
  readonly steps: Steps;
  readonly decisions: Decisions;
  readonly check: () => void;
  /** Reads which scheme the workbook itself carries. */
  readonly lookAtScheme: () => void;
  /** Puts the scheme on the workbook's sheet 救助标准, which then holds. */
  readonly writeScheme: (scheme: Scheme) => void;
  readonly mark: () => void;
  readonly clearMarks: () => void;
  /** Carries out the fixes of these findings as one step of that name. */
  readonly fix: (name: string, findings: readonly Finding[]) => void;
  readonly lookAtFill: () => void;
  readonly fillIn: () => void;
  readonly propose: () => void;
  readonly fillProposal: () => void;
  /** Puts the chosen printed sheets into the workbook; `isConfirmed` although errors stand. */
  readonly makeSheets: (isConfirmed: boolean) => void;
  /** Puts a blank form of that id into the workbook, under a name of its own, and shows it. */
  readonly newForm: (id: string) => void;
  /** Puts sheets of ours into the workbook as one step; `done` is told the workbook that holds them then. */
  readonly putSheets: (asked: SheetsToPut) => void;
  /** Does a piece of work on the open workbook, with progress and cancelling; what it answers is said. */
  readonly work: (doing: string, what: (port: WorkbookPort, watch: Watch) => Promise<Notice | undefined>) => void;
  /** Carries a plan out as one step that can be taken back; part of a `work`. */
  readonly take: (plan: StepPlan, watch: Watch) => Promise<Notice>;
  readonly undo: (step: DoneStep) => void;
  /** Opens the finding to be looked at and decided about. */
  readonly look: (finding: Finding) => void;
  /** Writes into 核查记录 what the person decided about the finding. */
  readonly decide: (finding: Finding, verdict: Verdict) => void;
  readonly takeBack: (decided: DecidedFinding) => void;
  /** Asks for the workbook of the batch before and takes over what was decided there; missing where no file can be picked. */
  readonly carryDecisions?: () => void;
  readonly jump: (cell: CellAt) => void;
  /** Makes the finding current and shows its cell. */
  readonly visit: (finding: Finding) => void;
  /** Visits the next (1) or the previous (-1) finding. */
  readonly go: (direction: 1 | -1) => void;
  /** Missing where the host cannot hand out a file. */
  readonly saveText?: (name: string, text: string) => void;
  /** Missing where the host has no 另存为. */
  readonly saveAs?: () => void;
}

/** Sheets that were made elsewhere than from the open workbook. */
export interface SheetsToPut {
  readonly doing: string;
  /** The step's name. */
  readonly name: string;
  readonly plans: readonly SheetPlan[];
  readonly said: (count: number) => string;
  readonly done: (port: WorkbookPort) => void;
}

/** All that the panel knows and can do with the workbook the host has open. */
export function usePanel(host: PanelHost): PanelState {
  const { port, today } = host;
  const choice = useScheme(today);
  const run = useRun(host.pause);
  const lists = useLists(host, run.start);
  const check = useCheck(host, choice.chosen, lists.references);
  const steps = useSteps(host, check.noteOwnEdits);
  const shown = useMemo(
    () =>
      check.result &&
      withSettled(
        check.result.report,
        check.settled.filter((finding) => steps.settled.has(finding)),
      ),
    [check.result, check.settled, steps.settled],
  );
  const findings = useFindings(shown, steps.settled);
  const fill = useFill(choice, today, check.changes);
  const sheets = useSheets(choice.chosen, lists.references, today);
  const live = useLive(host, check, run.running !== undefined);
  const proposal = useProposal(choice, today, check.changes);
  const decisions = useDecisions(host, check, steps);
  const { start, say } = run;
  const wrongFile = useWrongFile();

  // A check while the person types reads the sheet 救助标准 anew, which may be what they type in.
  const { learn } = choice;
  const inForce = check.result?.report.scheme;
  useEffect(() => {
    if (inForce) learn(inForce);
  }, [inForce, learn]);

  const work = (doing: string, what: (port: WorkbookPort, watch: Watch) => Promise<Notice | undefined>) => {
    if (!port) return;
    wrongFile.cancel();
    void start(doing, (watch) =>
      what(port, watch).catch((error: unknown) => {
        if (!(error instanceof LooksWrong)) throw error;
        wrongFile.ask({ signs: error.signs, again: () => work(doing, what) });
        return undefined;
      }),
    );
  };

  const take = async (plan: StepPlan, watch: Watch) => {
    wrongFile.stop(plan.of);
    return steps.take(plan, watch);
  };

  const jump = useCallback(
    (cell: CellAt) => {
      port?.activate?.(cell).catch(() => say({ intent: 'warning', text: cannotShow(cell) }));
    },
    [port, say],
  );

  const visit = (finding: Finding) => {
    decisions.leave();
    findings.select(finding);
    live.leaveRow();
    jump(finding.at[0]);
  };

  return {
    run,
    wrongFile: {
      ...wrongFile,
      cancel: () => {
        wrongFile.cancel();
        say({ intent: 'info', text: '已取消，没有改动任何内容。' });
      },
    },
    today,
    choice,
    result: check.result,
    stale:
      check.result && staleBecause(check.result, choice, lists, live.isPending ? check.result.asOf : check.changes),
    findings,
    lists,
    listsChanged: check.result ? check.result.references !== lists.references : lists.picked.length > 0,
    live,
    fill,
    proposal,
    sheets,
    steps,
    decisions,
    check: () =>
      work('正在读取台账', async (from, watch) => {
        await check.examine(from, watch);
        return undefined;
      }),
    lookAtScheme: () =>
      work('正在读取救助标准', async (from, watch) => {
        choice.learn(schemeInForce([await from.read(watch)]));
        return undefined;
      }),
    writeScheme: (scheme) =>
      work('正在写入救助标准', async (from, watch) => {
        const workbook = await from.read(watch);
        const said = await steps.take(
          {
            name: writeSchemeStep,
            changes: writeSchemeChanges(workbook, scheme),
            count: 0,
            workbook,
            said: () => '已写成“救助标准”表，检查和填列都按它算。',
          },
          watch,
        );
        if (said.step === undefined) return said;
        choice.drop();
        choice.select(ownScheme);
        choice.learn(schemeInForce([await from.read(watch)]));
        check.noteChange();
        return said;
      }),
    mark: () =>
      work('正在读取台账', async (from, watch) => {
        // Marks are always drawn from a fresh check, or they could land on cells that have moved.
        const { workbook, report } = await check.examine(from, watch);
        const changes = await drive(markChangesInSteps(workbook, report, today), watch);
        return take(
          {
            name: '标记问题单元格',
            of: report,
            changes,
            count: markedCells(changes),
            said: (count) => (count > 0 ? `已标记 ${count} 格，清单写在“核查记录”表里。` : '没有需要标记的单元格。'),
          },
          watch,
        );
      }),
    clearMarks: () =>
      work('正在清除标记', async (from, watch) => {
        const { changes, recordKept } = clearMarkChanges(await from.read(watch));
        const kept = recordKept ? '“核查记录”里有人工填写的处理意见或报送封签，予以保留。' : '';
        if (changes.length === 0) return { intent: 'info', text: `台账里没有标记。${kept}` };
        return steps.take({ name: '清除标记', changes, count: 0, said: () => `标记已清除。${kept}` }, watch);
      }),
    fix: (name, wanted) =>
      work('正在修正', (_, watch) => {
        const plan = fixChanges(wanted);
        return take(
          {
            name,
            of: check.result?.report,
            changes: plan.changes,
            settles: plan.findings,
            workbook: check.result?.workbook,
            said: (count) => `已修正 ${count} 格。`,
          },
          watch,
        );
      }),
    lookAtFill: () =>
      work('正在读取台账', async (from, watch) => {
        choice.learn((await fill.look(from, watch)).scheme);
        return undefined;
      }),
    fillIn: () =>
      work('正在填列', async (_, watch) => {
        const edits = (fill.preview?.edits ?? []).map(({ edit }) => edit);
        const said = await take(
          {
            name: '填列',
            of: fill.preview,
            changes: [{ kind: 'edit-cells', edits }],
            workbook: fill.workbook,
            said: (count) => `已填入 ${count} 格。`,
          },
          watch,
        );
        fill.forget();
        return said;
      }),
    makeSheets: (isConfirmed) =>
      work('正在生成表册', async (from, watch) => {
        const made = await sheets.make(from, watch, isConfirmed);
        return 'refused' in made ? { intent: 'warning', text: made.refused } : take(made, watch);
      }),
    newForm: (id) =>
      work('正在新建表样', async (from, watch) => {
        const planned = await planNewForm(from, id, watch);
        if (!planned) return { intent: 'warning', text: '没有这种表样，请换一种。' };
        const said = await steps.take(planned.step, watch);
        if (said.step === undefined) return said;
        live.leaveRow();
        jump(planned.begin);
        return said;
      }),
    propose: () =>
      work('正在拟定金额', async (from, watch) => {
        choice.learn((await proposal.look(from, watch)).scheme);
        return undefined;
      }),
    fillProposal: () =>
      work('正在填入拟定的金额', async (_, watch) => {
        const { seen } = proposal;
        if (!seen) return undefined;
        const said = await take(
          {
            name: '填入拟定的金额',
            of: seen,
            changes: seen.changes,
            workbook: seen.workbook,
            said: (count) => `已填入 ${count} 户的金额。`,
          },
          watch,
        );
        proposal.forget();
        return said;
      }),
    putSheets: ({ doing, name, plans, said, done }) =>
      work(doing, async (into, watch) => {
        const changes = plans.map((plan) => ({ kind: 'put-sheet', plan }) as const);
        const notice = await steps.take({ name, changes, count: changes.length, said }, watch);
        if (notice.step !== undefined) done(into);
        return notice;
      }),
    work,
    take,
    undo: (step) =>
      work('正在撤销', async (from, watch) => {
        const kept = step.name === newFormStep ? await whyNotTakenBack(from, step, watch) : undefined;
        if (kept) return kept;
        const said = await decisions.undo(from, step, watch);
        if (step.name === writeSchemeStep) {
          choice.learn(schemeInForce([await from.read(watch)]));
          check.noteChange();
        }
        return said;
      }),
    look: (finding) => {
      findings.select(finding);
      decisions.look(finding);
    },
    decide: (finding, verdict) =>
      work('正在写入核查记录', async (from, watch) => {
        const next = findings.neighbour(1);
        const said = await decisions.decide(from, finding, verdict, watch);
        if (said.step === undefined) return said;
        decisions.leave();
        if (next && next !== finding) findings.select(next);
        return said;
      }),
    ...(decisions.carry && {
      carryDecisions: () =>
        work('正在沿用处理意见', async (from, watch) => (await decisions.carry?.(from, watch)) ?? undefined),
    }),
    takeBack: (decided) => work('正在写入核查记录', (from, watch) => decisions.takeBack(from, decided, watch)),
    jump,
    visit,
    go: (direction) => {
      const next = findings.neighbour(direction);
      if (next) visit(next);
    },
    ...(host.saveText ? { saveText: host.saveText } : {}),
    saveAs:
      host.saveAs &&
      (() =>
        work('正在保存', async () => {
          const name = await host.saveAs?.();
          return name === undefined ? undefined : { intent: 'success', text: `已另存为“${name}”。` };
        })),
  };
}

const cannotShow = (cell: CellAt): string => `工作表“${cell.sheet}”中的这个单元格现在无法定位，请重新检查。`;

const writeSchemeStep = '写入救助标准';

function staleBecause(
  result: CheckResult,
  choice: SchemeChoice,
  { references }: Lists,
  changes: number,
): string | undefined {
  if (result.scheme !== choice.chosen && !isSameScheme(result.report.scheme.scheme, choice.scheme))
    return '已换救助标准，结果尚未更新';
  if (result.references !== references) return '核对名单有变，结果尚未更新';
  return result.asOf === changes ? undefined : '台账已改动，结果可能过期';
}

const markedCells = (changes: readonly WorkbookChange[]): number =>
  changes.reduce((sum, change) => sum + (change.kind === 'replace-marks' ? change.marks.length : 0), 0);
