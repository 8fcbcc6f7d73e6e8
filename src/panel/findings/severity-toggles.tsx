import { severityWords } from '../../core/findings/severity-words';
import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../core/findings/finding';
import { SeverityIcon } from '../parts/severity-icon';
import { severities } from './group-findings';

export interface SeverityTogglesProps {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly hidden: ReadonlySet<Severity>;
  readonly onToggle: (severity: Severity) => void;
}

/** How many findings of each severity stand; pressing one hides or shows them. */
export function SeverityToggles({ counts, hidden, onToggle }: SeverityTogglesProps) {
  const styles = useStyles();
  return (
    <div className={styles.row} role="group" aria-label="按轻重筛选">
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          className={mergeClasses(styles.toggle, hidden.has(severity) && styles.off)}
          aria-pressed={!hidden.has(severity)}
          aria-label={`${severityWords[severity]} ${counts[severity]}`}
          title={hidden.has(severity) ? `显示${severityWords[severity]}` : `隐藏${severityWords[severity]}`}
          onClick={() => onToggle(severity)}
        >
          <span className={styles.count}>{counts[severity]}</span>
          <span className={styles.word}>
            <SeverityIcon severity={severity} />
            {severityWords[severity]}
          </span>
        </button>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px', padding: '12px 8px 12px 16px' },
  toggle: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: '6px 12px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ...createFocusOutlineStyle(),
  },
  off: {
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground4,
    '& svg': { opacity: 0.4 },
  },
  count: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '28px',
    fontVariantNumeric: 'tabular-nums',
  },
  word: { display: 'flex', alignItems: 'center', gap: '4px', lineHeight: '20px' },
});
