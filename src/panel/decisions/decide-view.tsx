import { Button, createFocusOutlineStyle, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../core/findings/finding';
import { severityWords } from '../../core/findings/severity-words';
import { findingKinds, sentenceOf } from '../../tasks/check-workbooks';
import { compareEntries } from '../../tasks/compare-entries';
import { ChevronLeftRegular } from '../icons';
import { SeverityIcon } from '../parts/severity-icon';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';
import { DecideForm } from './decide-form';
import { RowsSideBySide } from './rows-side-by-side';

/** One finding looked at closely: its rows side by side where it holds rows against each other, and what is decided about it. */
export function DecideView({ panel, finding }: { readonly panel: PanelState; readonly finding: Finding }) {
  const styles = useStyles();
  const { decisions, result, run, jump } = panel;
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = findingKinds.get(finding.kind);
  const [at] = finding.at;
  const ledgers = result?.report.ledgers;
  const comparison = useMemo(() => compareEntries(finding, ledgers ?? []), [finding, ledgers]);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div
      className={styles.view}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) decisions.leave();
      }}
    >
      <Button appearance="subtle" className={styles.back} icon={<ChevronLeftRegular />} onClick={decisions.leave}>
        返回问题清单
      </Button>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        <SeverityIcon severity={finding.severity} />
        <span className={styles.title}>{kind?.title}</span>
        <span className={styles.quiet}>{severityWords[finding.severity]}</span>
      </h2>
      <p className={styles.text}>
        <Link as="button" onClick={() => jump(at)}>
          {placeOf(at)}
        </Link>{' '}
        <span className={styles.quiet}>{panel.findings.whose(at)}</span>
      </p>
      <p className={styles.text}>{sentenceOf(finding)}</p>
      {decisions.isGone ? (
        <p className={styles.text} role="status">
          台账已改动，这一处已不再列出，不用再处理。
        </p>
      ) : (
        <>
          {comparison && <RowsSideBySide comparison={comparison} onJump={jump} />}
          <DecideForm
            key={placeOf(at)}
            finding={finding}
            before={decisions.before(finding)}
            by={decisions.by}
            isBusy={run.running !== undefined}
            onDecide={(verdict) => panel.decide(finding, verdict)}
            onLeave={decisions.leave}
          />
        </>
      )}
      {kind && (
        <p className={styles.why}>
          {kind.why}
          <span className={styles.source}>依据：{kind.source}</span>
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  view: { padding: '8px 8px 16px 16px' },
  back: { marginInlineStart: '-12px', minWidth: 'auto' },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    margin: '8px 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    ...createFocusOutlineStyle(),
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  text: { margin: '4px 0 0', lineHeight: '22px', overflowWrap: 'anywhere' },
  why: {
    margin: '16px 0 0',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  source: { display: 'block', color: tokens.colorNeutralForeground3 },
});
