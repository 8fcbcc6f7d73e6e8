import { createFocusOutlineStyle, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { CellRef } from '../../core/workbook/cell';
import { placeKey, type MergedRow } from '../../tasks/merged-rows';
import { ChevronRightRegular } from '../icons';
import type { Merged } from './merge-work';

type Place = Omit<CellRef, 'column'>;

export interface RowWithOriginProps {
  readonly merged: Merged;
  /** The rows it came from, each once. */
  readonly places: readonly Place[];
  /** Shows a row of the merged workbook; missing while that is not open. */
  readonly onJump?: (row: MergedRow) => void;
  readonly children: ReactNode;
}

const shown = 4;

/** A line of a list that opens to the rows it came from, as they were handed in. */
export function RowWithOrigin({ merged, places, onJump, children }: RowWithOriginProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const press = (): void => {
    setOpen(!isOpen);
    const first = places.map((at) => merged.byOrigin.get(placeKey(at))).find((row) => row !== undefined);
    if (!isOpen && first) onJump?.(first);
  };
  return (
    <div className={styles.row}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={press}
      >
        <ChevronRightRegular className={mergeClasses(styles.chevron, isOpen && styles.turned)} aria-hidden />
        <span className={styles.words}>{children}</span>
      </button>
      {isOpen && (
        <div id={id}>
          {places.slice(0, shown).map((at) => (
            <Origin key={placeKey(at)} at={at} merged={merged} onJump={onJump} />
          ))}
          {places.length > shown && <p className={styles.more}>另有 {places.length - shown} 行，见汇总工作簿。</p>}
        </div>
      )}
    </div>
  );
}

function Origin({ at, merged, onJump }: Pick<RowWithOriginProps, 'merged' | 'onJump'> & { readonly at: Place }) {
  const styles = useStyles();
  const row = merged.originOf(at);
  const into = merged.byOrigin.get(placeKey(at));
  return (
    <section className={styles.origin} aria-label={`${at.workbook}第 ${at.row} 行`}>
      <p className={styles.from}>
        来源：{at.workbook} “{at.sheet}” 第 {at.row} 行
        {into &&
          (onJump ? (
            <Link as="button" className={styles.jump} onClick={() => onJump(into)}>
              到{into.sheet}第 {into.row} 行
            </Link>
          ) : (
            <span className={styles.into}>
              汇入{into.sheet}第 {into.row} 行
            </span>
          ))}
      </p>
      {row ? (
        <dl className={styles.cells}>
          {row.cells.map(({ heading, text }, index) => (
            <div key={index} className={styles.cell}>
              <dt className={styles.heading}>{heading}</dt>
              <dd className={styles.text}>{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={styles.more}>这一行不是一户，请到原文件里看。</p>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    width: '100%',
    padding: '8px 8px 8px 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    lineHeight: '22px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  chevron: { flexShrink: 0, height: '22px', fontSize: '14px', color: tokens.colorNeutralForeground3 },
  turned: { transform: 'rotate(90deg)' },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  origin: {
    margin: '0 8px 8px 32px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  from: { margin: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
  into: { marginInlineStart: '10px', color: tokens.colorNeutralForeground3 },
  jump: { marginInlineStart: '10px' },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: '2px 16px',
    margin: '6px 0 0',
  },
  cell: { display: 'flex', gap: '8px', minWidth: 0, lineHeight: '20px' },
  heading: { flexShrink: 0, maxWidth: '50%', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  more: { margin: '2px 8px 8px 32px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
});
