import { makeStyles, tokens } from '@fluentui/react-components';
import type { Fix } from '../../core/findings/finding';
import { placeOf } from '../sentences/place';
import { shownChange } from '../sentences/shown-value';
import { ArrowRightRegular } from '../icons';

const atMost = 3;

/** 现值 → 改为, for each cell that the fix would change. */
export function FixPreview({ fix }: { readonly fix: Fix }) {
  const styles = useStyles();
  return (
    <div className={styles.edits}>
      {fix.edits.slice(0, atMost).map((edit) => {
        const shown = shownChange(edit.from, edit.to);
        return (
          <div key={placeOf(edit.at)} className={styles.edit}>
            {fix.edits.length > 1 && <span className={styles.place}>{placeOf(edit.at)}</span>}
            <span className={styles.before} aria-label={`现值 ${shown.from}`}>
              {shown.from}
            </span>
            <span className={styles.to}>
              <ArrowRightRegular className={styles.arrow} aria-label="改为" />
              <span className={styles.after}>{shown.to}</span>
            </span>
          </div>
        );
      })}
      {fix.edits.length > atMost && <span className={styles.place}>另有 {fix.edits.length - atMost} 格一并改动</span>}
    </div>
  );
}

const useStyles = makeStyles({
  edits: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, minWidth: 0 },
  edit: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '6px', minWidth: 0 },
  place: { color: tokens.colorNeutralForeground3 },
  // Blanks are often what is wrong, so they are kept and stand on a tint that shows them.
  before: {
    padding: '0 4px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  after: {
    padding: '0 4px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  to: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  arrow: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});
