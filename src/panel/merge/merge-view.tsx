import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { ChevronLeftRegular } from '../icons';
import { Disclosure } from '../parts/disclosure';
import { NoticeBar } from '../run/notice-bar';
import { StatusStrip } from '../run/status-strip';
import type { PanelState } from '../use-panel';
import { FileChoice } from './file-choice';
import { MergeOptions, optionsInShort } from './merge-options';
import { MergeResult } from './merge-result';
import { OriginStrip } from './origin-strip';
import type { Merge } from './use-merge';

export interface MergeViewProps {
  readonly merge: Merge;
  /** The panel of the open workbook, where one is open. */
  readonly panel?: PanelState;
}

/** 汇总各村台账: files and options above, below what came of it. Nothing is written before a button says so. */
export function MergeView({ merge, panel }: MergeViewProps) {
  const styles = useStyles();
  const { merged, files, isOpen, toggle } = merge;
  const content = useRef<HTMLDivElement>(null);
  const seen = useRef(merged);
  useEffect(() => {
    if (!merged || seen.current === merged) return;
    seen.current = merged;
    // The button that was pressed may be gone, and what came of it may lie above what is in sight.
    const result = content.current?.querySelector<HTMLElement>('[data-result]');
    result?.focus({ preventScroll: true });
    result?.scrollIntoView?.({ block: 'nearest' });
  }, [merged]);
  const run = panel?.run.running ? panel.run : merge.run;
  const isBusy = run.running !== undefined;
  return (
    <section className={styles.view} aria-label="汇总各村台账">
      <header className={styles.head}>
        <h2 className={styles.title}>汇总各村台账</h2>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          disabledFocusable={isBusy}
          onClick={() => merge.host.setOpen(false)}
        >
          返回
        </Button>
      </header>
      <StatusStrip
        running={run.running}
        idle={idleWords(merge)}
        stale={merge.isStale ? '文件或选项已改，结果还是原来的' : undefined}
        onCancel={run.cancel}
        onRecheck={() => merge.start(merged?.request.newer)}
        recheck="重新汇总"
      />
      <OriginStrip port={merge.port} />
      <div ref={content} className={styles.content}>
        <div className={styles.sheet}>
          <Disclosure
            title="交来的文件"
            aside={files.length > 0 ? `${files.length} 份` : '还没有选'}
            isOpen={isOpen('picked')}
            onToggle={() => toggle('picked')}
          >
            <FileChoice merge={merge} isBusy={isBusy} />
          </Disclosure>
          <Disclosure
            title="汇总选项"
            aside={isOpen('options') ? undefined : optionsInShort(merge)}
            isOpen={isOpen('options')}
            onToggle={() => toggle('options')}
          >
            <MergeOptions merge={merge} isBusy={isBusy} />
          </Disclosure>
          {files.length > 0 && (!merged || merge.isStale) && (
            <div className={styles.start}>
              <Button
                appearance="primary"
                disabledFocusable={isBusy}
                onClick={() => merge.start(merged?.request.newer)}
              >
                {merged ? '重新汇总' : '开始汇总'} {files.length} 份
              </Button>
              <span className={styles.quiet}>先核对、先看结果，不改动任何文件。</span>
            </div>
          )}
          {merged && <MergeResult merge={merge} merged={merged} panel={panel} isBusy={isBusy} />}
        </div>
      </div>
      {panel?.run.notice && (
        <NoticeBar
          notice={panel.run.notice}
          step={panel.steps.done.find((step) => step.number === panel.run.notice?.step && !step.isUndone)}
          onUndo={panel.undo}
          onDismiss={() => panel.run.say(undefined)}
        />
      )}
      <NoticeBar notice={merge.run.notice} onUndo={() => undefined} onDismiss={() => merge.run.say(undefined)} />
    </section>
  );
}

function idleWords({ merged, files }: Merge): string {
  if (merged) return `已核对 ${merged.report.verdicts.length} 份文件`;
  return files.length > 0 ? `已选 ${files.length} 份文件，还没有读` : '请选择各村交来的台账';
}

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: '100%',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    justifyContent: 'space-between',
    padding: '8px 8px 8px 16px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  content: { flexGrow: 1, minHeight: 0, overflowX: 'hidden', overflowY: 'scroll' },
  // Lines of Chinese longer than this are hard to follow.
  sheet: { maxWidth: '980px', margin: '0 auto', paddingBottom: '24px' },
  start: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '12px 8px 12px 16px',
  },
  quiet: { color: tokens.colorNeutralForeground3, lineHeight: '20px' },
});
