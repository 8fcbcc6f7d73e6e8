import { createFocusOutlineStyle, Input, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { formatYuan, type Fen } from '../../core/ledger/money';
import type { CellAt } from '../../core/workbook/cell';
import type { ProposedAmount } from '../../tasks/propose-relief';
import { placeOf } from '../sentences/place';

export interface AmountRowProps {
  readonly row: ProposedAmount;
  /** The amount that the person fixes for the row, as typed. */
  readonly pinned: string;
  /** What is left over below a step, where this row carries it. */
  readonly carries?: Fen;
  readonly onPin: (key: string, text: string) => void;
  readonly onJump: (cell: CellAt) => void;
}

/** One household with its proposed amount and the band it lies in; another amount typed for it is kept as it is. */
export const AmountRow = memo(function AmountRow({ row, pinned, carries, onPin, onJump }: AmountRowProps) {
  const styles = useStyles();
  const working = row.explain();
  const name = row.head ?? placeOf(row.at);
  return (
    <li className={styles.row}>
      <button type="button" className={styles.main} onClick={() => onJump(row.at)}>
        <span className={styles.top}>
          <span className={styles.place}>{placeOf(row.at)}</span>
          {row.head && <span className={styles.quiet}>{row.head}</span>}
        </span>
        {working && <span className={styles.line}>{working.formula}</span>}
        {working && <span className={styles.clause}>依据：{working.clause}</span>}
        {carries !== undefined && <span className={styles.line}>含尾差 {formatYuan(carries)} 元</span>}
        {row.remark && <span className={styles.remark}>{row.remark}</span>}
      </button>
      {row.state === 'typed' ? (
        <span className={styles.typed}>
          {row.amount === undefined ? '认不出' : formatYuan(row.amount)}
          <span className={styles.state}>已填写</span>
        </span>
      ) : (
        <span className={styles.amount}>
          <Input
            className={styles.input}
            input={{ className: styles.digits }}
            inputMode="decimal"
            aria-label={`${name}的金额，写上就固定`}
            placeholder={row.amount === undefined || row.state === 'pinned' ? '' : formatYuan(row.amount)}
            value={pinned}
            onChange={(_, { value }) => onPin(row.key, value)}
          />
          <span className={styles.state}>{pinned === '' ? '拟定' : '固定'}</span>
        </span>
      )}
    </li>
  );
});

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', paddingRight: '8px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  main: {
    flexGrow: 1,
    minWidth: 0,
    padding: '8px 0 8px 16px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  top: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', lineHeight: '24px' },
  place: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'block', lineHeight: '22px', overflowWrap: 'anywhere' },
  clause: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  remark: { display: 'block', lineHeight: '20px', color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  amount: { flexShrink: 0, width: '84px', paddingTop: '8px' },
  input: { width: '84px', minWidth: 0 },
  // What is proposed stands in the field until the person types another amount; it is the figure the row is about.
  digits: {
    width: '100%',
    minWidth: 0,
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    '::placeholder': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      opacity: 1,
    },
  },
  typed: {
    flexShrink: 0,
    width: '84px',
    paddingTop: '10px',
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  state: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: '18px',
    textAlign: 'end',
  },
});
