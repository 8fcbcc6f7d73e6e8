import { makeStyles, tokens } from '@fluentui/react-components';
import type { ListComparison } from '../../core/merge/need-against-paid';
import { comparisonLists } from '../../tasks/merge-words';
import { PagedList } from './paged-list';

/** 督查: the list of need against what was paid, each difference with both places. */
export function ComparisonList({ comparison }: { readonly comparison: ListComparison }) {
  const styles = useStyles();
  const { listed, paid, both, withoutNumber } = comparison;
  return (
    <>
      <p className={styles.summary}>
        需救助名单 {listed} 户，发放 {paid} 户，两边都有 {both} 户。
        {withoutNumber > 0 && `有 ${withoutNumber} 户的身份证号不能比对，没有对照，请先改正号码。`}
      </p>
      {comparisonLists(comparison).map(({ title, why, rows }) => (
        <section key={title}>
          <p className={styles.title}>
            {title} {rows.length} 户<span className={styles.quiet}>{why}</span>
          </p>
          <PagedList
            items={rows}
            of={title}
            keyOf={(_, index) => String(index)}
            draw={([village, name, tail, need, given, needPlace, paidPlace]) => (
              <div className={styles.row}>
                <span className={styles.who}>
                  {village}
                  {name}
                </span>
                <span className={styles.quiet}>身份证末四位 {tail}</span>
                {(need !== null || given !== null) && (
                  <span className={styles.amount}>
                    名单 {need ?? '—'} 元，发放 {given ?? '—'} 元
                  </span>
                )}
                {[needPlace, paidPlace].map(
                  (place, index) =>
                    place !== null && (
                      <span key={index} className={styles.place}>
                        {String(place)}
                      </span>
                    ),
                )}
              </div>
            )}
          />
        </section>
      ))}
    </>
  );
}

const useStyles = makeStyles({
  summary: { margin: 0, padding: '2px 8px 4px 16px', lineHeight: '22px' },
  title: { margin: 0, padding: '8px 8px 4px 16px', fontWeight: tokens.fontWeightSemibold },
  quiet: { marginInlineStart: '10px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  row: {
    padding: '6px 8px 6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  amount: { marginInlineStart: '10px', fontVariantNumeric: 'tabular-nums' },
  place: { display: 'block', color: tokens.colorNeutralForeground3 },
});
