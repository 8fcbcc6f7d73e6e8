import { makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '../icons';

export interface FilterBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onFilter: (text: string) => void;
}

/** A box to filter a list by. Drawn here because Fluent's own brings all its other boxes before anyone sees one. */
export function FilterBox({ label, placeholder, value, onFilter }: FilterBoxProps) {
  const styles = useStyles();
  return (
    <span className={styles.box}>
      <SearchRegular className={styles.icon} aria-hidden />
      <input
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onFilter(event.target.value)}
      />
    </span>
  );
}

const edge = (color: string) => ({
  borderTopColor: color,
  borderRightColor: color,
  borderLeftColor: color,
});

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    boxSizing: 'border-box',
    minHeight: '32px',
    padding: '0 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { ...edge(tokens.colorNeutralStroke1Hover), borderBottomColor: tokens.colorNeutralStrokeAccessibleHover },
    ':focus-within': {
      ...edge(tokens.colorNeutralStroke1Pressed),
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px ${tokens.colorCompoundBrandStroke}`,
    },
    '@media (forced-colors: active)': { ':focus-within': { borderBottomColor: 'Highlight' } },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  input: {
    flexGrow: 1,
    minWidth: 0,
    padding: '4px 0',
    border: 'none',
    outlineStyle: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
  },
});
