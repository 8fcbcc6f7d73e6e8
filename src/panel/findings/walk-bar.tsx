import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '../icons';
import type { Findings } from './use-findings';

export interface WalkBarProps {
  readonly findings: Findings;
  readonly onGo: (direction: 1 | -1) => void;
}

/** 上一处 and 下一处, and where one is. */
export function WalkBar({ findings, onGo }: WalkBarProps) {
  const styles = useStyles();
  return (
    <nav className={styles.bar} aria-label="逐处查看">
      <Button icon={<ArrowUpRegular />} title="Shift+F8" aria-keyshortcuts="Shift+F8" onClick={() => onGo(-1)}>
        上一处
      </Button>
      <span className={styles.where}>
        {findings.position > 0 ? `${findings.position} / ${findings.shown}` : `共 ${findings.shown} 处`}
      </span>
      <Button icon={<ArrowDownRegular />} title="F8" aria-keyshortcuts="F8" onClick={() => onGo(1)}>
        下一处
      </Button>
    </nav>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  where: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
