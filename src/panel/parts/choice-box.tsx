import { createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { ChevronDownRegular } from '../icons';

export interface ChoiceBoxProps {
  readonly label: string;
  readonly title?: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

/** A labelled box to choose from, the browser's own under Fluent's looks: the panel waits for it each time it is opened. */
export function ChoiceBox({ label, title, value, isDisabled, onChoose, children }: ChoiceBoxProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.box}>
        <select
          id={id}
          className={styles.select}
          title={title}
          value={value}
          disabled={isDisabled}
          onChange={(event) => onChoose(event.target.value)}
        >
          {children}
        </select>
        <ChevronDownRegular className={styles.chevron} aria-hidden />
      </span>
    </div>
  );
}

const useStyles = makeStyles({
  label: {
    display: 'block',
    paddingBottom: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  box: { position: 'relative', display: 'flex' },
  select: {
    flexGrow: 1,
    minWidth: 0,
    height: '32px',
    padding: '0 34px 0 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textOverflow: 'ellipsis',
    appearance: 'none',
    ':disabled': { color: tokens.colorNeutralForegroundDisabled },
    ...createFocusOutlineStyle(),
  },
  chevron: {
    position: 'absolute',
    right: '10px',
    top: '6px',
    fontSize: '20px',
    color: tokens.colorNeutralStrokeAccessible,
    pointerEvents: 'none',
  },
});
