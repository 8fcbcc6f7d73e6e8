import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Step } from '../../core/workbook/port';
import { ArrowSyncRegular } from '../icons';

export interface StatusStripProps {
  readonly running?: Step;
  /** What is said while nothing runs. */
  readonly idle: string;
  /** Why the result may no longer hold. */
  readonly stale?: string;
  readonly onCancel: () => void;
  readonly onRecheck: () => void;
  /** What the button that does it again is called. */
  readonly recheck?: string;
}

/** One line of fixed height that is always there, so that nothing moves when work begins or a result grows old. */
export function StatusStrip({ running, idle, stale, onCancel, onRecheck, recheck = '重新检查' }: StatusStripProps) {
  const styles = useStyles();
  return (
    <div className={styles.strip}>
      <span className={styles.words} role="status">
        {running ? running.doing : (stale ?? idle)}
        {running && running.total > 0 && (
          <span className={styles.share} aria-hidden>
            {percent(running)}%
          </span>
        )}
      </span>
      {running && (
        <Button appearance="subtle" className={styles.button} onClick={onCancel}>
          取消
        </Button>
      )}
      {!running && stale && (
        <Button appearance="subtle" className={styles.button} icon={<ArrowSyncRegular />} onClick={onRecheck}>
          {recheck}
        </Button>
      )}
      <div className={styles.line}>
        {running && (
          <ProgressBar
            aria-label={running.doing}
            thickness="medium"
            shape="square"
            value={running.total > 0 ? running.done : undefined}
            max={running.total > 0 ? running.total : undefined}
          />
        )}
      </div>
    </div>
  );
}

const percent = ({ done, total }: Step): number => Math.min(100, Math.floor((done / total) * 100));

const useStyles = makeStyles({
  strip: {
    position: 'relative',
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: '8px',
    height: '40px',
    padding: '0 8px 0 16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  share: { marginInlineStart: '8px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  button: { flexShrink: 0, minWidth: 'auto', paddingInline: '8px', whiteSpace: 'nowrap' },
  line: { position: 'absolute', left: 0, right: 0, bottom: 0, height: '4px' },
});
