import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { ChevronRightRegular } from '../icons';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly icon?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Keeps the title in sight while its content scrolls. */
  readonly isSticky?: boolean;
  readonly children: ReactNode;
}

/** A title that opens and closes what is under it. What is closed is not drawn. */
export function Disclosure({ title, icon, aside, isOpen, onToggle, isSticky, children }: DisclosureProps) {
  const styles = useStyles();
  const content = useId();
  return (
    <section>
      <h3 className={mergeClasses(styles.heading, isSticky && styles.sticky)}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? content : undefined}
          onClick={onToggle}
        >
          <ChevronRightRegular className={mergeClasses(styles.chevron, isOpen && styles.chevronOpen)} />
          {icon}
          <span className={styles.words}>{title}</span>
          <span className={styles.aside}>{aside}</span>
        </button>
      </h3>
      {isOpen && <div id={content}>{children}</div>}
    </section>
  );
}

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  sticky: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    minHeight: '40px',
    padding: '6px 8px 6px 12px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  chevron: {
    flexShrink: 0,
    fontSize: '14px',
    color: tokens.colorNeutralForeground3,
    '@media (prefers-reduced-motion: no-preference)': { transition: 'transform 120ms' },
  },
  chevronOpen: { transform: 'rotate(90deg)' },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  aside: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});
