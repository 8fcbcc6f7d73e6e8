import { createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ChevronDownRegular } from '../icons';

export interface MoreTabsProps<K extends string> {
  readonly tabs: readonly { readonly key: K; readonly title: string }[];
  readonly onChoose: (key: K) => void;
}

/** 更多: the tabs for which the pane is too narrow, as a menu. Arrows walk it, Escape closes it. */
export function MoreTabs<K extends string>({ tabs, onChoose }: MoreTabsProps<K>) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(place.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ];
  useEffect(() => {
    if (!isOpen) return undefined;
    items()[0]?.focus();
    const outside = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);

  const keys = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) all[next]?.focus();
    if (event.key === 'Escape' || next !== undefined) event.preventDefault();
  };
  return (
    <div ref={place} className={styles.place}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={styles.button}
        onClick={() => setOpen(!isOpen)}
      >
        更多
        <ChevronDownRegular aria-hidden />
      </button>
      {isOpen && (
        <div role="menu" aria-label="更多" className={styles.menu} onKeyDown={keys}>
          {tabs.map(({ key, title }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                setOpen(false);
                onChoose(key);
              }}
            >
              {title}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const plain = {
  border: 'none',
  background: 'none',
  color: tokens.colorNeutralForeground2,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
} as const;

const useStyles = makeStyles({
  place: { position: 'relative', flexShrink: 0 },
  button: {
    ...plain,
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '12px 8px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  menu: {
    position: 'absolute',
    top: 'calc(100% - 4px)',
    right: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    minWidth: '96px',
    padding: '4px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  item: {
    ...plain,
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'start',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground2Hover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-2px' } }),
  },
});
