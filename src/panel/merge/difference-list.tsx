import { makeStyles, tokens } from '@fluentui/react-components';
import type { Difference } from '../../core/merge/differences';
import { columnWords, differenceWords } from '../../tasks/merge-words';
import { PagedList } from './paged-list';
import { RowWithOrigin, type RowWithOriginProps } from './row-with-origin';

/** Household by household what the newer return says otherwise than the one it replaced. */
export function DifferenceList({
  differences,
  ...origin
}: { readonly differences: readonly Difference[] } & Pick<RowWithOriginProps, 'merged' | 'onJump'>) {
  const styles = useStyles();
  return (
    <PagedList
      items={differences}
      of="版本差异"
      keyOf={({ older, newer }, index) => `${index} ${older?.workbook} ${older?.row} ${newer?.workbook} ${newer?.row}`}
      draw={(difference) => {
        const { village, name, older, newer, changes } = difference;
        return (
          <RowWithOrigin {...origin} places={[...(newer ? [newer] : []), ...(older ? [older] : [])]}>
            <span className={styles.who}>
              {village}
              {name}
            </span>
            <span className={styles.kind}>{differenceWords(difference.kind)}</span>
            {changes.map(({ field, from, to }) => (
              <span key={field} className={styles.change}>
                {columnWords(field)}：{from} → {to}
              </span>
            ))}
          </RowWithOrigin>
        );
      }}
    />
  );
}

const useStyles = makeStyles({
  who: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '10px' },
  kind: { color: tokens.colorNeutralForeground3 },
  change: { display: 'block', color: tokens.colorNeutralForeground2 },
});
