import { makeStyles, tokens } from '@fluentui/react-components';
import {
  entitlementWords,
  goodRangeWords,
  goodWords,
  type ClassAmounts as Amounts,
  type TypeGoods,
} from '../../tasks/scheme-desk';
import { SizeTable } from './size-table';

/** What each class gets in money and each type in kind, at household sizes 1 to 12, everyone in need. */
export function ClassAmounts({
  amounts,
  goods,
}: {
  readonly amounts: readonly Amounts[];
  readonly goods: readonly TypeGoods[];
}) {
  const styles = useStyles();
  if (amounts.length === 0 && goods.length === 0) return <p className={styles.none}>这份方案没有规定救助数额。</p>;
  return (
    <>
      {amounts.length > 0 && (
        <SizeTable
          label="各类家庭按人数可得的金额"
          columns={amounts.map(({ className }) => className)}
          rows={amounts[0].bySize.map(({ size }, row) => ({
            size,
            cells: amounts.map(({ bySize }) => {
              const { entitled } = bySize[row];
              return {
                text: entitlementWords(entitled),
                ...(entitled.kind === 'none' ? { trouble: entitled.reason } : {}),
              };
            }),
          }))}
          note="单位：元/户；按家中每个人都需救助算。"
        />
      )}
      {goods.map(({ typeName, bySize }) => (
        <div key={typeName}>
          <h4 className={styles.type}>{typeName}</h4>
          <SizeTable
            label={`${typeName}按人数可得的实物`}
            columns={bySize[0].goods.map(({ good }) => goodWords[good])}
            rows={bySize.map(({ size, goods: given }) => ({
              size,
              cells: given.map((one) => ({ text: goodRangeWords(one) })),
            }))}
            note="每户数量；按家中每个人都需救助算。几种受灾类型并存时只算最高的一种。"
          />
        </div>
      ))}
    </>
  );
}

const useStyles = makeStyles({
  none: { margin: 0, padding: '0 8px 12px 32px', color: tokens.colorNeutralForeground3, lineHeight: '22px' },
  type: { margin: 0, padding: '4px 16px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});
