import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';

export interface TabOffered<K extends string> {
  readonly key: K;
  /** The id of the element, for what it labels. */
  readonly id: string;
  readonly title: string;
}

export interface TabRowProps<K extends string> {
  readonly tabs: readonly TabOffered<K>[];
  readonly current: K;
  readonly onChoose: (key: K) => void;
  /** What the row is for, read out before the tabs. */
  readonly label: string;
  readonly className?: string;
}

/**
 * The tabs over the panel's views: one stop of the Tab key, arrows, Home and End choose. Drawn here because Fluent's own
 * brings a manager of focus that weighs more than all else of it.
 */
export function TabRow<K extends string>({ tabs, current, onChoose, label, className }: TabRowProps<K>) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const keys = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.key === current);
    const next = {
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChoose(tabs[next].key);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className={mergeClasses(styles.row, className)} onKeyDown={keys}>
      {tabs.map(({ key, id, title }) => (
        <button
          key={key}
          id={id}
          type="button"
          role="tab"
          aria-selected={key === current}
          tabIndex={key === current ? 0 : -1}
          className={mergeClasses(styles.tab, key === current && styles.current)}
          onClick={() => onChoose(key)}
        >
          <span>{title}</span>
          <span className={styles.widest} aria-hidden="true">
            {title}
          </span>
        </button>
      ))}
    </div>
  );
}

const line = {
  content: '""',
  position: 'absolute',
  left: '10px',
  right: '10px',
  bottom: 0,
  height: tokens.strokeWidthThicker,
  borderRadius: tokens.borderRadiusCircular,
} as const;

const useStyles = makeStyles({
  row: { display: 'flex' },
  // Both titles lie in the same place; the hidden bold one keeps the width, so that choosing moves no neighbour.
  tab: {
    display: 'grid',
    position: 'relative',
    justifyItems: 'center',
    padding: '12px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '> span': { gridArea: '1 / 1' },
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':hover::after': { ...line, backgroundColor: tokens.colorNeutralStroke1Hover },
    ':active': { color: tokens.colorNeutralForeground2Pressed },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { ...line, backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover::after': { ...line, backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  widest: { visibility: 'hidden', fontWeight: tokens.fontWeightSemibold },
});
