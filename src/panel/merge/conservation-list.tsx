import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Conservation, ConservationLine } from '../../core/merge/conservation';
import { figureWords, ownTotalSentences } from '../../tasks/merge-words';
import { PagedList } from './paged-list';
import { RowWithOrigin, type RowWithOriginProps } from './row-with-origin';

/** 收到的等于汇入的加未汇入的: in whole, per village, the files' own totals, and the rows a difference hangs on. */
export function ConservationList({
  conservation,
  ...origin
}: { readonly conservation: Conservation } & Pick<RowWithOriginProps, 'merged' | 'onJump'>) {
  const styles = useStyles();
  const { lines, totals, ownTotals, rows } = conservation;
  const off = ownTotals.filter(({ agrees }) => !agrees);
  return (
    <>
      <PagedList
        items={[...totals, ...lines]}
        of="收到、汇入与未汇入"
        keyOf={({ village, township, entryIs }, index) => `${index} ${township} ${village} ${entryIs}`}
        draw={(line) => <Line line={line} />}
      />
      <p className={styles.title}>
        各份文件自己的合计行
        <span className={styles.quiet}>
          {ownTotals.length === 0
            ? '都没有合计行'
            : `${ownTotals.length} 行，${off.length === 0 ? '都与数得的相符' : `${off.length} 行不符`}`}
        </span>
      </p>
      <PagedList
        items={off}
        of="不符的合计行"
        keyOf={({ workbook, sheet, row }) => `${workbook} ${sheet} ${row}`}
        draw={(total) => (
          <p className={styles.item}>
            <b>{total.workbook}</b> “{total.sheet}” 第 {total.row} 行“{total.label}”：
            <span className={styles.bad}>{ownTotalSentences(total).join('，')}</span>
          </p>
        )}
      />
      {rows.length > 0 && <p className={styles.title}>相差落在这些行</p>}
      <PagedList
        items={rows}
        of="相差落在的行"
        keyOf={({ workbook, sheet, row }, index) => `${index} ${workbook} ${sheet} ${row}`}
        draw={(row) => (
          <RowWithOrigin {...origin} places={[row]}>
            <b>{row.workbook}</b> “{row.sheet}” 第 {row.row} 行：{row.sentence}
          </RowWithOrigin>
        )}
      />
    </>
  );
}

function Line({ line }: { readonly line: ConservationLine }) {
  const styles = useStyles();
  const { village, township, entryIs, holds } = line;
  return (
    <div className={mergeClasses(styles.line, village === '' && styles.whole)}>
      <span className={styles.place}>
        {township ?? ''}
        {village === '' ? '全部' : village}
        {entryIs === 'person' && '（成员）'}
        <span className={mergeClasses(styles.verdict, !holds && styles.bad)}>{holds ? '相符' : '不符'}</span>
      </span>
      {figureWords(entryIs).map(({ key, word, show }) => {
        const [cameIn, merged, setAside] = [line.cameIn[key], line.merged[key], line.setAside[key]];
        const isOff = cameIn !== merged + setAside;
        return (
          <span key={key} className={styles.figure}>
            <span className={styles.word}>{word}</span>
            <span className={mergeClasses(isOff && styles.bad)}>
              {show(cameIn)} = {show(merged)} + {show(setAside)}
            </span>
          </span>
        );
      })}
    </div>
  );
}

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(136px, 1fr))',
    gap: '0 16px',
    padding: '6px 8px 6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '22px',
  },
  whole: { backgroundColor: tokens.colorNeutralBackground2, fontWeight: tokens.fontWeightSemibold },
  place: { minWidth: 0, overflowWrap: 'anywhere' },
  verdict: {
    marginInlineStart: '8px',
    color: tokens.colorPaletteGreenForeground1,
    fontWeight: tokens.fontWeightRegular,
  },
  figure: { fontVariantNumeric: 'tabular-nums' },
  word: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: '12px',
    fontWeight: tokens.fontWeightRegular,
    lineHeight: '16px',
  },
  bad: { color: tokens.colorPaletteRedForeground1 },
  title: { margin: 0, padding: '12px 8px 4px 16px', fontWeight: tokens.fontWeightSemibold },
  quiet: { marginInlineStart: '10px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  item: {
    margin: 0,
    padding: '6px 8px 6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
});
