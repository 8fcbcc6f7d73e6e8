import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { entitlementWords, type ClassAmounts as Amounts } from '../../tasks/scheme-desk';

/** What each class gets at household sizes 1 to 12, everyone in need. */
export function ClassAmounts({ amounts }: { readonly amounts: readonly Amounts[] }) {
  const styles = useStyles();
  if (amounts.length === 0) return <p className={styles.none}>这份方案没有规定救助金额，只发实物的看上面的数量。</p>;
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="各类家庭按人数可得的金额">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.size)}>
              人数
            </th>
            {amounts.map(({ className }) => (
              <th key={className} scope="col" className={styles.cell}>
                {className}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {amounts[0].bySize.map(({ size }, row) => (
            <tr key={size}>
              <th scope="row" className={mergeClasses(styles.cell, styles.size)}>
                {size}
              </th>
              {amounts.map(({ className, bySize }) => {
                const { entitled } = bySize[row];
                return (
                  <td
                    key={className}
                    className={mergeClasses(styles.cell, entitled.kind === 'none' && styles.faulty)}
                    title={entitled.kind === 'none' ? entitled.reason : undefined}
                  >
                    {entitlementWords(entitled)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>单位：元/户；按家中每个人都需救助算。</p>
    </div>
  );
}

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    padding: '0 0 12px',
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
  },
  size: {
    position: 'sticky',
    left: 0,
    paddingInlineStart: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'start',
  },
  faulty: { color: tokens.colorPaletteRedForeground1 },
  note: { margin: 0, padding: '8px 8px 0 16px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  none: { margin: 0, padding: '0 8px 12px 32px', color: tokens.colorNeutralForeground3, lineHeight: '22px' },
});
