import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { MoreTabs } from './more-tabs';
import { tabsThatFit } from './tabs-that-fit';

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
 * The tabs over the panel's views: one stop of the Tab key, arrows, Home and End choose. Those for which the pane is too
 * narrow wait behind 更多. Drawn here because Fluent's own brings a manager of focus that weighs more than all else of it.
 */
export function TabRow<K extends string>({ tabs, current, onChoose, label, className }: TabRowProps<K>) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<{ readonly widths: readonly number[]; readonly room: number }>();
  const isChosenBehind = useRef(false);
  useLayoutEffect(() => {
    const look = (): void =>
      setSizes({
        widths: Array.from(measure.current?.children ?? [], (title) => (title as HTMLElement).offsetWidth),
        room: measure.current?.clientWidth ?? 0,
      });
    look();
    const watch = new ResizeObserver(look);
    for (const title of measure.current?.children ?? []) watch.observe(title);
    if (measure.current) watch.observe(measure.current);
    return () => watch.disconnect();
  }, [tabs.length]);
  useLayoutEffect(() => {
    if (!isChosenBehind.current) return;
    isChosenBehind.current = false;
    row.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [current]);

  const widths = sizes?.widths ?? [];
  const fitting = tabsThatFit(
    tabs.map((_, at) => widths[at] ?? 0),
    sizes?.room ?? 0,
    widths[tabs.length] ?? 0,
    tabs.findIndex(({ key }) => key === current),
  );
  const shown = fitting.map((at) => tabs[at]);
  const behind = tabs.filter((_, at) => !fitting.includes(at));

  const keys = (event: KeyboardEvent): void => {
    const at = shown.findIndex((tab) => tab.key === current);
    const next = {
      ArrowLeft: (at + shown.length - 1) % shown.length,
      ArrowRight: (at + 1) % shown.length,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChoose(shown[next].key);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={mergeClasses(styles.bar, className)}>
      <div ref={row} role="tablist" aria-label={label} className={styles.row} onKeyDown={keys}>
        {shown.map(({ key, id, title }) => (
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
      {behind.length > 0 && (
        <MoreTabs
          tabs={behind}
          onChoose={(key) => {
            isChosenBehind.current = true;
            onChoose(key);
          }}
        />
      )}
      <div ref={measure} className={styles.measure} aria-hidden="true">
        {[...tabs.map(({ title }) => title), moreTitle].map((title, at) => (
          <span key={at} className={mergeClasses(styles.tab, styles.widest)}>
            {title}
          </span>
        ))}
      </div>
    </div>
  );
}

// As wide as the button that the titles wait behind, arrow included.
const moreTitle = '更多　';

const line = {
  content: '""',
  position: 'absolute',
  left: '8px',
  right: '8px',
  bottom: 0,
  height: tokens.strokeWidthThicker,
  borderRadius: tokens.borderRadiusCircular,
} as const;

const useStyles = makeStyles({
  bar: { position: 'relative', display: 'flex', justifyContent: 'space-between' },
  row: { display: 'flex', minWidth: 0 },
  // Both titles lie in the same place; the hidden bold one keeps the width, so that choosing moves no neighbour.
  tab: {
    display: 'grid',
    position: 'relative',
    flexShrink: 0,
    justifyItems: 'center',
    padding: '12px 8px',
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
  // The titles once more, for their widths: lying over the row, unseen, and cut off where they reach beyond it.
  measure: {
    position: 'absolute',
    top: 0,
    left: '6px',
    right: '6px',
    display: 'flex',
    height: 0,
    overflow: 'hidden',
    visibility: 'hidden',
    pointerEvents: 'none',
  },
});
