import { Button, createFocusOutlineStyle, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import type { CellRef } from '../../core/workbook/cell';
import { isComparable } from '../../tasks/is-comparable';
import { findingKinds, sentenceOf } from '../../tasks/check-workbooks';
import { CheckmarkCircleRegular } from '../icons';
import { placeOf } from '../sentences/place';
import { FixPreview } from './fix-preview';

export interface FindingRowProps {
  readonly finding: Finding;
  /** Whose row it is. */
  readonly name?: string;
  /** What was written about it before and does not settle it. */
  readonly note?: string;
  readonly isCurrent: boolean;
  /** Put right by a step that still stands. */
  readonly isSettled: boolean;
  readonly isBusy: boolean;
  readonly onVisit: (finding: Finding) => void;
  readonly onJump: (cell: CellRef) => void;
  readonly onFix: (finding: Finding) => void;
  /** Missing where the row is shown to be mended, not to be decided about. */
  readonly onLook?: (finding: Finding) => void;
}

/** One finding: where, what, why, and the fix if there is one. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, name, note, isCurrent, isSettled, isBusy, onVisit, onJump, onFix, onLook } = props;
  const styles = useStyles();
  const [showsWhy, setShowsWhy] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const kind = findingKinds.get(finding.kind);
  const apply = finding.fix?.certainty === 'sure' ? '应用' : '采用建议';
  const look = isComparable(finding) ? '比对' : '处理';
  const others = finding.at.slice(1).filter(({ workbook }) => workbook === finding.at[0].workbook);

  // The reason of the lowest row would open out of sight.
  useEffect(() => {
    if (isCurrent || showsWhy) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent, showsWhy]);

  return (
    <li
      ref={row}
      className={mergeClasses(styles.row, isCurrent && styles.current)}
      aria-current={isCurrent || undefined}
    >
      <button type="button" data-finding className={styles.main} onClick={() => onVisit(finding)}>
        <span className={styles.where}>
          <span className={mergeClasses(styles.place, isSettled && styles.quiet)}>{placeOf(finding.at[0])}</span>
          {name && <span className={styles.name}>{name}</span>}
        </span>
        <span className={mergeClasses(styles.sentence, isSettled && styles.quiet)}>{sentenceOf(finding)}</span>
      </button>
      <div className={styles.tools}>
        {onLook && (
          <Button
            appearance="transparent"
            size="small"
            className={styles.tool}
            aria-label={`${look}：${placeOf(finding.at[0])}`}
            onClick={() => onLook(finding)}
          >
            {look}
          </Button>
        )}
        <Button
          appearance="transparent"
          size="small"
          className={styles.tool}
          aria-expanded={showsWhy}
          onClick={() => setShowsWhy(!showsWhy)}
        >
          为什么
        </Button>
      </div>
      {note !== undefined && <div className={styles.note}>{note}</div>}
      {others.length > 0 && <AlsoAt cells={others} onJump={onJump} />}
      {showsWhy && kind && (
        <div className={styles.reason}>
          <div>{kind.why}</div>
          <div className={styles.source}>依据：{kind.source}</div>
        </div>
      )}
      {finding.fix && (
        <div className={styles.fix}>
          <FixPreview fix={finding.fix} />
          <Button
            className={mergeClasses(styles.apply, isSettled && styles.settled)}
            appearance={isSettled ? 'transparent' : 'secondary'}
            icon={isSettled ? <CheckmarkCircleRegular /> : undefined}
            disabledFocusable={isBusy || isSettled}
            onClick={() => onFix(finding)}
            aria-label={`${isSettled ? '已修正' : apply}：${placeOf(finding.at[0])}`}
          >
            {isSettled ? '已修正' : apply}
          </Button>
        </div>
      )}
    </li>
  );
});

const atMost = 5;

function AlsoAt({ cells, onJump }: { readonly cells: readonly CellRef[]; readonly onJump: (cell: CellRef) => void }) {
  const styles = useStyles();
  return (
    <div className={styles.also}>
      另见
      {cells.slice(0, atMost).map((cell) => (
        <Link key={placeOf(cell)} as="button" onClick={() => onJump(cell)}>
          {placeOf(cell)}
        </Link>
      ))}
      {cells.length > atMost && `等 ${cells.length} 处`}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    position: 'relative',
    paddingBottom: '8px',
    borderLeft: '3px solid transparent',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    scrollMarginTop: '44px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  current: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  main: {
    display: 'block',
    width: '100%',
    padding: '8px 8px 0 13px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  where: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    minHeight: '24px',
    paddingRight: '100px',
    alignItems: 'center',
  },
  place: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground3 },
  sentence: { display: 'block', lineHeight: '22px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  tools: { position: 'absolute', top: '8px', right: 0, display: 'flex' },
  tool: {
    minWidth: 'auto',
    height: '24px',
    padding: '0 8px',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  note: {
    margin: '2px 8px 0 13px',
    color: tokens.colorNeutralForeground2,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  reason: {
    margin: '6px 8px 2px 13px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  source: { color: tokens.colorNeutralForeground3 },
  also: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    padding: '2px 8px 0 13px',
    color: tokens.colorNeutralForeground3,
    lineHeight: '24px',
  },
  fix: { display: 'flex', alignItems: 'center', gap: '8px', padding: '6px 8px 0 13px', lineHeight: '22px' },
  apply: { flexShrink: 0, minWidth: 'auto' },
  // It stays a button, so that whoever pressed it by keyboard does not lose their place.
  settled: {
    paddingInline: 0,
    color: tokens.colorPaletteGreenForeground1,
    ':hover': { color: tokens.colorPaletteGreenForeground1 },
  },
});
