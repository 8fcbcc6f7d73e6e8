import { Button, makeStyles } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { CheckmarkCircleRegular, ClipboardTaskRegular, DocumentTableRegular } from '../icons';
import { EmptyState } from '../parts/empty-state';
import { FilterBox } from '../parts/filter-box';
import { useStable } from '../parts/use-stable';
import type { PanelState } from '../use-panel';
import { FindingGroup } from './finding-group';
import { KeptPlace } from './kept-place';
import { ScopeView } from './scope-view';
import { SeverityToggles } from './severity-toggles';
import { keyOf } from './use-findings';
import type { Finding } from '../../core/findings/finding';
import { findingKinds } from '../../tasks/check-workbooks';
import { notCheckedInShort } from '../../tasks/not-checked-in-short';

const DecidedLists = lazy(() => import('../decisions/decided-lists').then((part) => ({ default: part.DecidedLists })));

export interface FindingsViewProps {
  readonly panel: PanelState;
  readonly onLists: () => void;
}

/** The result of the last check: counts, scope, and the findings by kind. */
export function FindingsView({ panel, onLists }: FindingsViewProps) {
  const styles = useStyles();
  const { findings, steps, result, run, decisions } = panel;
  const visit = useStable(panel.visit);
  const jump = useStable(panel.jump);
  const look = useStable(panel.look);
  const fixOne = useStable((finding: Finding) => panel.fix(titleOf(finding), [finding]));
  if (!result) {
    return (
      <EmptyState
        icon={<ClipboardTaskRegular />}
        title={run.running ? '正在检查' : '还没有检查'}
        actions={
          !run.running && (
            <Button appearance="primary" onClick={panel.check}>
              开始检查
            </Button>
          )
        }
      >
        按表样和救助标准逐行核对，列出每一处问题、原因和改法。检查不会改动台账。
      </EmptyState>
    );
  }
  const { report } = result;
  const notChecked = report.findings.length > 0 ? 0 : notCheckedInShort(report).count;
  const isBusy = run.running !== undefined;
  return (
    <>
      <KeptPlace isFiltered={findings.isFiltered} current={findings.current} />
      {report.ledgers.length > 0 && (
        <SeverityToggles
          counts={findings.counts}
          hidden={findings.hiddenSeverities}
          onToggle={findings.toggleSeverity}
        />
      )}
      <ScopeView report={report} onLists={onLists} />
      {(report.decided.length + report.lapsed.length > 0 || (panel.carryDecisions && report.findings.length > 0)) && (
        <Suspense fallback={null}>
          <DecidedLists panel={panel} report={report} />
        </Suspense>
      )}
      {report.findings.length > 0 ? (
        <div className={styles.filter}>
          <FilterBox
            label="筛选问题"
            placeholder="筛选：姓名、单元格、文字"
            value={findings.filter}
            onFilter={findings.setFilter}
          />
        </div>
      ) : (
        <EmptyState
          icon={report.ledgers.length > 0 ? <CheckmarkCircleRegular /> : <DocumentTableRegular />}
          title={report.ledgers.length > 0 ? '没有发现问题' : '没有找到台账'}
        >
          {report.ledgers.length === 0
            ? '各表为什么没有检查，写在上方“检查范围”里。请打开填好的台账；表头要有户主姓名、身份证号等栏目。'
            : notChecked > 0
              ? `检查过的项目都没有问题；另有 ${notChecked} 项未检查，原因见上方。`
              : '检查过的项目都没有问题。'}
        </EmptyState>
      )}
      {report.findings.length > 0 && findings.shown === 0 && (
        <EmptyState
          icon={<ClipboardTaskRegular />}
          title="没有符合筛选的问题"
          actions={<Button onClick={findings.clearFilter}>显示全部</Button>}
        />
      )}
      {findings.groups.map((group) => (
        <FindingGroup
          key={keyOf(group)}
          group={group}
          findings={findings}
          settled={steps.settled}
          noted={decisions.noted}
          isBusy={isBusy}
          onVisit={visit}
          onJump={jump}
          onFix={fixOne}
          onLook={look}
          onFixAll={(of, sure) => panel.fix(of.kind.title, sure)}
        />
      ))}
    </>
  );
}

const titleOf = (finding: Finding) => findingKinds.get(finding.kind)?.title ?? '';

const useStyles = makeStyles({
  filter: { padding: '12px 8px 8px 16px' },
});
