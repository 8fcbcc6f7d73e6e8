import { createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { CellAt } from '../../core/workbook/cell';
import type { FillPreview } from '../../tasks/fill-amounts';
import { placeOf } from '../sentences/place';
import { shownValue } from '../sentences/shown-value';

type Proposed = FillPreview['edits'][number];

export type ProposedRowProps = {
  /** Whose row it is. */
  readonly name?: string;
  readonly onJump: (cell: CellAt) => void;
} & (
  | { readonly proposed: Proposed; readonly at?: undefined; readonly reason?: undefined }
  | { readonly proposed?: undefined; readonly at: CellAt; readonly reason: string }
);

/** An empty cell with the value it would get and how that came about, or with the reason why it stays empty. */
export const ProposedRow = memo(function ProposedRow({ name, onJump, proposed, at, reason }: ProposedRowProps) {
  const styles = useStyles();
  const cell = proposed ? proposed.edit.at : at;
  return (
    <li className={styles.row}>
      <button type="button" className={styles.main} onClick={() => onJump(cell)}>
        <span className={styles.where}>
          <span className={styles.place}>{placeOf(cell)}</span>
          {name && <span className={styles.quiet}>{name}</span>}
          {proposed && <span className={styles.value}>{shownValue(proposed.edit.to)}</span>}
        </span>
        {proposed ? <WorkingLines working={proposed.working} /> : <span className={styles.line}>{reason}</span>}
      </button>
    </li>
  );
});

function WorkingLines({ working }: { readonly working: Proposed['working'] }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.line}>{working.formula}</span>
      <span className={styles.quietLine}>
        {working.inputs.map(({ label, value }) => `${label} ${value}`).join('，')}
        {working.inputs.length > 0 && '；'}
        依据：{working.clause}
      </span>
    </>
  );
}

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  main: {
    display: 'block',
    width: '100%',
    padding: '8px 8px 8px 16px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  where: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', lineHeight: '24px' },
  place: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  value: {
    marginInlineStart: 'auto',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  line: { display: 'block', lineHeight: '22px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  quietLine: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});
