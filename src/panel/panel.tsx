import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { sentenceOf } from '../tasks/check-workbooks';
import { useReturn } from './decisions/use-return';
import { FindingsView } from './findings/findings-view';
import { useMerge, type Merge } from './merge/use-merge';
import { useWalkKeys } from './findings/use-walk-keys';
import { WalkBar } from './findings/walk-bar';
import type { PanelHost } from './panel-host';
import { darkTheme, lightTheme } from './panel-theme';
import { TabRow } from './parts/tab-row';
import { ViewGuard } from './parts/view-guard';
import { NoticeBar } from './run/notice-bar';
import { StatusStrip } from './run/status-strip';
import { WrongFileBar } from './run/wrong-file-bar';
import { LiveRows } from './live/live-rows';
import { useStart, type Start } from './live/use-start';
import { placeOf } from './sentences/place';
import { entriesIn } from './sentences/scope-sentence';
import { ActionBar } from './shell/action-bar';
import { NothingOpen } from './shell/nothing-open';
import { usePanel, type PanelState } from './use-panel';

export { startOf } from './live/use-start';
export type { PanelHost } from './panel-host';

/** The panel: checks, findings, fills, marks and steps for the workbook that the host has open. It fills the box it is put in. */
export function Panel({ host }: { readonly host: PanelHost }) {
  const styles = useStyles();
  const merge = useMerge(host);
  const [open, setOpen] = useState({ port: host.port, count: 0 });
  // Another workbook begins with a clean panel: findings and steps belong to the one they were made on.
  if (open.port !== host.port) setOpen({ port: host.port, count: open.count + 1 });
  return (
    <FluentProvider theme={host.dark ? darkTheme : lightTheme} className={styles.provider}>
      {host.port ? (
        <PanelOfWorkbook key={open.count} host={host} merge={merge} />
      ) : merge?.host.isOpen ? (
        <ViewGuard>
          <Suspense fallback={null}>
            <MergeView merge={merge} />
          </Suspense>
        </ViewGuard>
      ) : (
        <NothingOpen host={host} />
      )}
    </FluentProvider>
  );
}

type View = 'findings' | 'fills' | 'sheets' | 'scheme' | 'lists' | 'steps';

/** Where a button of the host's leads, if not to the findings. */
const firstView: Readonly<Partial<Record<Start, View>>> = { fill: 'fills', sheets: 'sheets', new: 'sheets' };

// Whoever only checks does not wait for these; they are fetched when the panel has nothing else to do, so that none is
// missing should the page's server be gone by then.
const later = {
  fills: () => import('./fills/fill-view'),
  steps: () => import('./steps/steps-view'),
  sheets: () => import('./sheets/sheets-view'),
  scheme: () => import('./scheme/scheme-view'),
  decide: () => import('./decisions/decide-view'),
  decided: () => import('./decisions/decided-lists'),
  merge: () => import(/* webpackChunkName: "merge" */ './merge/merge-view'),
  lists: () => import('./lists/lists-view'),
};
const FillView = lazy(() => later.fills().then(({ FillView: view }) => ({ default: view })));
const StepsView = lazy(() => later.steps().then(({ StepsView: view }) => ({ default: view })));
const SheetsView = lazy(() => later.sheets().then(({ SheetsView: view }) => ({ default: view })));
const ListsView = lazy(() => later.lists().then(({ ListsView: view }) => ({ default: view })));
const SchemeView = lazy(() => later.scheme().then(({ SchemeView: view }) => ({ default: view })));
const DecideView = lazy(() => later.decide().then(({ DecideView: view }) => ({ default: view })));
const OriginStrip = lazy(() =>
  import(/* webpackChunkName: "merge" */ './merge/origin-strip').then(({ OriginStrip: strip }) => ({ default: strip })),
);
const MergeView = lazy(() => later.merge().then(({ MergeView: view }) => ({ default: view })));

function PanelOfWorkbook({ host, merge }: { readonly host: PanelHost; readonly merge?: Merge }) {
  const styles = useStyles();
  const panel = usePanel(host);
  const [view, setView] = useState<View>(firstView[host.start ?? 'check'] ?? 'findings');
  const root = useRef<HTMLElement>(null);
  useStart(host.start, panel);
  useEffect(() => {
    const soon = setTimeout(() => Object.values(later).forEach((load) => void load().catch(() => undefined)), 1_000);
    return () => clearTimeout(soon);
  }, []);
  const id = useId();
  const tabId = (of: View) => `${id}${of}`;
  const { findings, lists, run, steps, decisions } = panel;
  useWalkKeys(root, findings.current, (direction) => {
    setView('findings');
    panel.go(direction);
  });
  useReturn(root, decisions.open !== undefined);
  const standing = findings.counts.error + findings.counts.warning + findings.counts.note;
  if (merge?.host.isOpen)
    return (
      <ViewGuard>
        <Suspense fallback={null}>
          <MergeView merge={merge} panel={panel} />
        </Suspense>
      </ViewGuard>
    );

  return (
    <section ref={root} className={styles.panel} aria-label="台账助手">
      <ActionBar panel={panel} />
      <TabRow
        className={styles.tabs}
        label="面板内容"
        current={view}
        onChoose={setView}
        tabs={[
          { key: 'findings', id: tabId('findings'), title: `问题${standing > 0 ? ` ${standing}` : ''}` },
          { key: 'fills', id: tabId('fills'), title: '填列' },
          { key: 'sheets', id: tabId('sheets'), title: '表册' },
          { key: 'scheme', id: tabId('scheme'), title: '标准' },
          {
            key: 'lists',
            id: tabId('lists'),
            title: `名单${lists.picked.length > 0 ? ` ${lists.picked.length}` : ''}`,
          },
          { key: 'steps', id: tabId('steps'), title: `改动${steps.done.length > 0 ? ` ${steps.done.length}` : ''}` },
        ]}
      />
      <StatusStrip
        running={run.running}
        idle={idleWords(panel, standing)}
        stale={panel.stale}
        onCancel={run.cancel}
        onRecheck={panel.check}
      />
      {panel.wrongFile.question && !run.running && (
        <WrongFileBar
          question={panel.wrongFile.question}
          onConfirm={panel.wrongFile.confirm}
          onCancel={panel.wrongFile.cancel}
        />
      )}
      <Suspense fallback={null}>
        <OriginStrip port={host.port} />
      </Suspense>
      {view === 'findings' && !decisions.open && <LiveRows panel={panel} />}
      <div className={styles.content} role="tabpanel" aria-labelledby={tabId(view)}>
        <ViewGuard key={view}>
          <Suspense fallback={null}>
            {view === 'findings' && !decisions.open && <FindingsView panel={panel} onLists={() => setView('lists')} />}
            {view === 'findings' && decisions.open && <DecideView panel={panel} finding={decisions.open} />}
            {view === 'fills' && <FillView panel={panel} />}
            {view === 'sheets' && <SheetsView panel={panel} host={host} isForNewForm={host.start === 'new'} />}
            {view === 'scheme' && <SchemeView panel={panel} />}
            {view === 'lists' && <ListsView panel={panel} />}
            {view === 'steps' && <StepsView panel={panel} />}
          </Suspense>
        </ViewGuard>
      </div>
      <NoticeBar
        notice={run.notice}
        step={steps.done.find((step) => step.number === run.notice?.step && !step.isUndone)}
        onUndo={panel.undo}
        onDismiss={() => run.say(undefined)}
      />
      {view === 'findings' && !decisions.open && findings.shown > 0 && <WalkBar findings={findings} onGo={panel.go} />}
      <div role="status" className={styles.unseen}>
        {findings.current &&
          `第 ${findings.position} 处，共 ${findings.shown} 处：${placeOf(findings.current.at[0])}，${sentenceOf(findings.current)}`}
      </div>
    </section>
  );
}

function idleWords({ result }: PanelState, standing: number): string {
  if (!result) return '尚未检查';
  if (result.report.ledgers.length === 0) return '没有找到台账，什么都没有检查';
  const checked = `已检查 ${entriesIn(result.report.ledgers)}`;
  return standing > 0 ? `${checked}，${standing} 处问题` : `${checked}，没有发现问题`;
}

const useStyles = makeStyles({
  provider: { height: '100%', minHeight: 0, fontSize: tokens.fontSizeBase300 },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: '100%',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  tabs: { flexShrink: 0, padding: '0 6px' },
  // The scroll bar has its place from the start; what lies beside it keeps 8 px less to the right, to line up with the rest.
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'scroll',
    '::-webkit-scrollbar': { width: '8px' },
    '::-webkit-scrollbar-thumb': { backgroundColor: tokens.colorNeutralStroke1, borderRadius: '4px' },
    '@supports not selector(::-webkit-scrollbar)': { scrollbarWidth: 'thin' },
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
