import { makeStyles, tokens } from '@fluentui/react-components';
import type { Ledger } from '../../core/ledger/ledger';
import { formatYuan } from '../../core/ledger/money';
import { ledgerTotals, type LedgerTotal } from '../../tasks/ledger-totals';

/** What stands in the ledgers now, by village, group and class. */
export function TotalsSection({ ledgers }: { readonly ledgers: readonly Ledger[] }) {
  const styles = useStyles();
  const totals = ledgerTotals(ledgers);
  if (totals.length === 0)
    return <p className={styles.words}>台账里没有填写救助金额的列，或没有村、组、家庭类型，没有可以合计的。</p>;
  const lacking = totals[0].all.lacking;
  return (
    <>
      <p className={styles.words}>
        按台账里现在填写的数合计{lacking > 0 && `；有 ${lacking} 户还没有金额，没有计入，标为“缺”`}。
      </p>
      {totals.map(({ title, rows, all }) => (
        <table key={title} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">户</th>
              <th scope="col">需救助人</th>
              <th scope="col">金额（元）</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row key={at} row={row} />
            ))}
          </tbody>
          <tfoot>
            <Row row={all} />
          </tfoot>
        </table>
      ))}
    </>
  );
}

const Row = ({ row: { name, households, people, amount, lacking } }: { readonly row: LedgerTotal }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{households}</td>
    <td>{people ?? ''}</td>
    <td>
      {amount === undefined ? '' : formatYuan(amount)}
      {lacking > 0 && <small>缺 {lacking} 户</small>}
    </td>
  </tr>
);

const useStyles = makeStyles({
  words: { margin: 0, padding: '0 8px 8px 16px', lineHeight: '22px', color: tokens.colorNeutralForeground2 },
  table: {
    width: 'calc(100% - 24px)',
    margin: '0 8px 16px 16px',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    lineHeight: '20px',
    '& th, & td': { padding: '6px 0 6px 8px', textAlign: 'end', verticalAlign: 'baseline' },
    '& th:first-child': {
      paddingLeft: 0,
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: 'anywhere',
    },
    '& thead th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
    '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '& tfoot th:first-child, & tfoot td': { fontWeight: tokens.fontWeightSemibold },
    '& small': {
      display: 'block',
      color: tokens.colorNeutralForeground3,
      fontSize: '12px',
      lineHeight: '16px',
      fontWeight: 'normal',
    },
  },
});
