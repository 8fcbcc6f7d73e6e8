import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { FillPreview } from '../../tasks/fill-amounts';
import { isTooLargeToKeep } from '../../tasks/apply-recorded';
import { givesRanges } from '../../tasks/propose-relief';
import { titleOfFill } from '../../tasks/title-of-check';
import { FindingRow } from '../findings/finding-row';
import { whoseRow } from '../findings/whose';
import { CalculatorRegular, CheckmarkCircleRegular } from '../icons';
import { Disclosure } from '../parts/disclosure';
import { EmptyState } from '../parts/empty-state';
import { Pager } from '../parts/pager';
import { useStable } from '../parts/use-stable';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';
import { ProposalSection } from './proposal-section';
import { ProposedRow } from './proposed-row';

const TotalsSection = lazy(() =>
  import('./totals-section').then(({ TotalsSection: section }) => ({ default: section })),
);

const pageLength = 40;

/** 填列 before consent: what would be filled and why, what cannot be, and what was typed differently. */
export function FillView({ panel }: { readonly panel: PanelState }) {
  const { scheme } = panel.choice;
  const hasRanges = useMemo(() => givesRanges(scheme, panel.today), [scheme, panel.today]);
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      {hasRanges && (
        <Disclosure isSticky title="拟定金额" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <ProposalSection panel={panel} />
        </Disclosure>
      )}
      <Computed panel={panel} />
      <Totals panel={panel} />
    </>
  );
}

/** 合计, of the ledgers as they were last read. */
function Totals({ panel: { result, fill } }: { readonly panel: PanelState }) {
  const [isOpen, setOpen] = useState(false);
  const ledgers = result?.report.ledgers ?? fill.preview?.ledgers ?? [];
  if (ledgers.length === 0) return null;
  return (
    <Disclosure isSticky title="各村组合计" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <Suspense fallback={null}>
        <TotalsSection ledgers={ledgers} />
      </Suspense>
    </Disclosure>
  );
}

/** The columns that follow from the scheme and the row, with nothing left to settle. */
function Computed({ panel }: { readonly panel: PanelState }) {
  const { fill, run } = panel;
  const isBusy = run.running !== undefined;
  const look = (
    <Button appearance={fill.preview ? 'secondary' : 'primary'} disabledFocusable={isBusy} onClick={panel.lookAtFill}>
      {fill.preview ? '重新预览' : '预览'}
    </Button>
  );
  if (!fill.preview) {
    return (
      <EmptyState icon={<CalculatorRegular />} title="填列" actions={look}>
        按救助标准算出空着的格，先看算式和依据，再决定填不填。已经填写的数不会改动。
      </EmptyState>
    );
  }
  return <Preview panel={panel} preview={fill.preview} isBusy={isBusy} look={look} />;
}

interface PreviewProps {
  readonly panel: PanelState;
  readonly preview: FillPreview;
  readonly isBusy: boolean;
  readonly look: React.ReactNode;
}

function Preview({ panel, preview, isBusy, look }: PreviewProps) {
  const styles = useStyles();
  const whose = useMemo(() => whoseRow(preview.ledgers), [preview.ledgers]);
  const [opened, setOpened] = useState({ edits: true, notFilled: false, findings: false, notChecked: false });
  const [pages, setPages] = useState({ edits: 0, notFilled: 0, findings: 0 });
  const toggle = (part: keyof typeof opened) => () => setOpened({ ...opened, [part]: !opened[part] });
  const turn = (part: keyof typeof pages) => (page: number) => setPages({ ...pages, [part]: page });
  const onPage = <T,>(all: readonly T[], page: number) => all.slice(page * pageLength, (page + 1) * pageLength);
  const pagesOf = (all: readonly unknown[]) => Math.ceil(all.length / pageLength);
  const { edits, notFilled, findings, notChecked } = preview;
  const jump = useStable(panel.jump);
  const fixOne = useStable((finding: FillPreview['findings'][number]) => panel.fix('采用填列建议', [finding]));

  return (
    <>
      <div className={styles.top}>
        <p className={styles.summary}>
          {panel.fill.isStale
            ? '预览之后台账或标准有变化，请重新预览。'
            : edits.length > 0
              ? `可以填入 ${edits.length} 格，都是现在空着的格。`
              : '没有可以填入的空格。'}
        </p>
        {isTooLargeToKeep(edits.length) && (
          <p className={styles.summary}>
            格数太多，“操作记录”登记不下，关闭助手以后就不能撤销这一步。请先另存一份台账，再填入。
          </p>
        )}
        <div className={styles.actions}>
          {edits.length > 0 && (
            <Button appearance="primary" disabledFocusable={isBusy || panel.fill.isStale} onClick={panel.fillIn}>
              填入 {edits.length} 格
            </Button>
          )}
          {look}
        </div>
      </div>
      {edits.length > 0 && (
        <Disclosure isSticky title="可以填入" aside={edits.length} isOpen={opened.edits} onToggle={toggle('edits')}>
          <ul className={styles.list} aria-label="可以填入">
            {onPage(edits, pages.edits).map((proposed) => (
              <ProposedRow
                key={placeOf(proposed.edit.at)}
                proposed={proposed}
                name={whose({ workbook: proposed.workbook, ...proposed.edit.at })}
                onJump={jump}
              />
            ))}
          </ul>
          <Pager of="可以填入" page={pages.edits} pages={pagesOf(edits)} onTurn={turn('edits')} />
        </Disclosure>
      )}
      {findings.length > 0 && (
        <Disclosure
          isSticky
          title="已填写，但与标准不符"
          aside={findings.length}
          isOpen={opened.findings}
          onToggle={toggle('findings')}
        >
          <ul className={styles.list} aria-label="已填写，但与标准不符">
            {onPage(findings, pages.findings).map((finding) => (
              <FindingRow
                key={placeOf(finding.at[0])}
                finding={finding}
                name={whose(finding.at[0])}
                isCurrent={false}
                isSettled={panel.steps.settled.has(finding)}
                isBusy={isBusy}
                onVisit={(visited) => jump(visited.at[0])}
                onJump={jump}
                onFix={fixOne}
              />
            ))}
          </ul>
          <Pager of="已填写，但与标准不符" page={pages.findings} pages={pagesOf(findings)} onTurn={turn('findings')} />
        </Disclosure>
      )}
      {notFilled.length > 0 && (
        <Disclosure
          isSticky
          title="不能填入"
          aside={notFilled.length}
          isOpen={opened.notFilled}
          onToggle={toggle('notFilled')}
        >
          <ul className={styles.list} aria-label="不能填入">
            {onPage(notFilled, pages.notFilled).map(({ at, reason }) => (
              <ProposedRow key={placeOf(at)} at={at} reason={reason} name={whose(at)} onJump={jump} />
            ))}
          </ul>
          <Pager of="不能填入" page={pages.notFilled} pages={pagesOf(notFilled)} onTurn={turn('notFilled')} />
        </Disclosure>
      )}
      {notChecked.length > 0 && (
        <Disclosure
          title="没有计算"
          aside={`${notChecked.length} 项`}
          isOpen={opened.notChecked || edits.length === 0}
          onToggle={toggle('notChecked')}
        >
          <ul className={styles.plain}>
            {notChecked.map(({ check, sheet, reason }) => (
              <li key={`${check} ${sheet ?? ''}`}>
                {titleOfFill(check) ?? '其他列'}
                {sheet && `（${sheet}）`}
                <span className={styles.quiet}>{reason}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {edits.length + findings.length + notFilled.length + notChecked.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title="都已填好">
          应填的格都已填写，并与救助标准相符。
        </EmptyState>
      )}
    </>
  );
}

const useStyles = makeStyles({
  top: { padding: '12px 8px 12px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: { margin: '0 0 10px', lineHeight: '22px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  plain: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: '0 8px 12px 32px',
    listStyle: 'none',
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});
